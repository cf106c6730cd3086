import Diagnostics
import Meetings

extension Explanation {
    /// As a secretary reads it.
    public func text(in language: MessageLanguage) -> String {
        let words = ExplanationWords(language)
        var lines = ["\(file): \(kind)" + (title.map { " \"\($0)\"" } ?? "")]
        func section(_ heading: String, _ rows: [String]) {
            guard !rows.isEmpty else { return }
            lines += ["", heading] + rows.map { "  " + $0 }
        }
        section(words.head, head.keys.map { "\(words.line($0.line)): \($0.name): \($0.value)" })
        section(words.readers, [readers])
        section(
            words.addresses, addresses.isEmpty ? [words.noAddress] : addresses.map { $0.isEmpty ? words.frontPage : $0 }
        )
        section(words.proposal, proposalRows(words))
        section(
            words.meetings,
            meetings.map { meeting in
                let number = meeting.number.map { "\(words.attachment) \($0)" } ?? words.noNumber
                let decisions = meeting.decisions.map { "§ \($0.number): \($0.decision ?? words.noDecision)" }
                return ([meeting.id.description, number] + decisions).joined(separator: ", ")
            })
        section(
            words.attachments,
            attachments.map { "\($0.title) (\($0.file ?? words.missingFile)): \($0.readers)" })
        section(words.agenda, agenda)
        section(
            words.paragraphs,
            paragraphs.map { paragraph in
                let matters = paragraph.matters.isEmpty ? "" : " [\(paragraph.matters.joined(separator: ", "))]"
                return "\(words.line(paragraph.line)): § \(paragraph.number) \(paragraph.heading)\(matters): "
                    + (paragraph.decision ?? words.noDecision)
            })
        section(words.meaningless, meaningless.map { "\(words.line($0.number)): \($0.text)" })
        section(words.messages, diagnostics.map { $0.line(in: language) })
        return lines.map(\.visible).joined(separator: "\n") + "\n"
    }

    private func proposalRows(_ words: ExplanationWords) -> [String] {
        guard let proposal else { return [] }
        return [proposal.leadText].compactMap(\.self)
            + proposal.clauses.map { clause in
                let facts = clause.amounts.map(\.description) + clause.periods.map(\.description)
                let found = facts.isEmpty ? "" : " [\(facts.joined(separator: "; "))]"
                return
                    "\(words.line(clause.line)): \(clause.number). \(clause.hasAtt ? "att " : "")\(clause.text)\(found)"
            }
    }
}
