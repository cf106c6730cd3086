import Content
import Meetings

extension HeadReader {
    /// The head ends where the first section, § or field of a form begins, or where running text does.
    func findEnd() -> Int {
        var hasTitle = false
        let parts = HeadingSeries.starts(in: passages)
        for (index, passage) in passages.enumerated() {
            if index > 60 || parts.contains(index) { return index }
            let plain = passage.plain
            if case .heading(let level) = passage.kind {
                if SectionName.isKnown(plain) || RecordHeading(plain) != nil { return index }
                if level > 1 && (hasTitle || index > 8) && !hasLabelsBelow(index) { return index }
                hasTitle = true
                continue
            }
            if passage.isItem || passage.kind == .verbatim { return index }
            if passage.kind == .table, AgendaItems.beginsAgenda(passage) || !hasLabels(passage) { return index }
            guard passage.kind == .text else { continue }
            // "Motionären yrkar" above its att-satser is no head's, and no title.
            if ClauseMarkdown.isAtt(passage) { return index > 0 && isLead(index - 1) ? index - 1 : index }
            if SectionName.isKnown(plain), !isTitleLabel(index), !isKindAboveTitle(index) { return index }
            if RecordHeading(plain) != nil || ApplicationForm.beginsForm(plain) { return index }
            if AgendaItems.isHeading(plain), index > 0 { return index }
            if AgendaItems.beginsAgenda(passage) { return index }
            let isSentence =
                (plain.utf8.count > 80 || plain.words.count >= 6 && ".:".contains(plain.last ?? " "))
                && SentenceEnd.isAt(plain)
                && HeadLabel.pairs(in: plain).isEmpty
            if plain.utf8.count > 280 || isSentence { return index }
        }
        return passages.count
    }

    /// A line that att-satser follow, with a verb: "Motionären yrkar", "Jag föreslår".
    private func isLead(_ index: Int) -> Bool {
        let plain = passages[index].plain
        return passages[index].kind == .text && plain.utf8.count <= 120
            && (SentenceEnd.isSentence(plain) || plain.hasSuffix(":") || plain.hasSuffix(" att"))
    }

    /// A table without any label is no head's: it is text.
    private func hasLabels(_ table: Passage) -> Bool {
        table.text.split(separator: "\n").contains { row in
            let line = row.split(separator: "|").map { MarkdownText.plain(String($0)).trimmed }.filter { !$0.isEmpty }
                .joined(separator: "\t")
            return !HeadLabel.pairs(in: line).isEmpty
        }
    }

    /// The sender's name below a title, set as a heading: the head's labels follow.
    private func hasLabelsBelow(_ index: Int) -> Bool {
        passages[(index + 1)...].prefix(2).contains { !$0.isHeading && !HeadLabel.pairs(in: $0.plain).isEmpty }
    }

    /// "Ärende" above the ärende's title, in a head of labels.
    private func isTitleLabel(_ index: Int) -> Bool {
        guard passages[index].text.hasSuffix(":"), passages[index].plain.foldedWords == "arende" else { return false }
        return index + 1 < passages.count && passages[index + 1].plain.utf8.count < 160
            && !SectionName.isKnown(passages[index + 1].plain)
    }

    /// "Ansökan" above the title of the paper, which stands above the proposal.
    private func isKindAboveTitle(_ index: Int) -> Bool {
        guard PaperKindWord.isOne(passages[index].plain), index + 2 < passages.count else { return false }
        let title = passages[index + 1].plain
        return title.utf8.count < 160 && !SentenceEnd.isAt(title) && !SectionName.isKnown(title)
            && SectionName.isProposal(passages[index + 2].plain)
    }
}
