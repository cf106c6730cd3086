import Diagnostics
import Import
import System

/// What an import says when it is done: a line a document, what a person should look at, and a summary.
struct ImportReport {
    let documents: [ImportedDocument]
    let plan: ImportPlan
    /// The files, and which of them each document came in.
    let files: [ImportedDocument]
    let fileOf: [Int]
    /// Of each of the plan's files.
    let results: [ImportWriter.Result]
    let passedOver: [DocumentFinder.Document]
    let into: String
    let isRehearsal: Bool
    let milliseconds: Int
    let language: MessageLanguage
}

extension ImportReport {
    var hasFailure: Bool {
        documents.contains { !$0.isRead }
            || plan.outcomes.contains { $0.obstacle != nil || $0.remarks.contains(where: \.isConflict) }
            || results.contains { $0 == .exists || $0 == .outside }
    }

    var hasMachineFailure: Bool { results.contains { if case .failed = $0 { true } else { false } } }

    /// The documents with what the plan found out about them.
    var documentsWithRemarks: [ImportedDocument] {
        zip(documents, plan.outcomes).map { document, outcome in
            var own = document
            own.remarks = outcome.remarks
            if let obstacle = outcome.obstacle { own.remarks.append(.notWritten(obstacle)) }
            own.words = outcome.words
            own.path = outcome.path.map(place)
            return own
        }
    }

    /// The files with what became of them, a packet with its papers.
    var filesWithRemarks: [ImportedDocument] {
        let documents = documentsWithRemarks
        return files.indices.compactMap { index in
            let own = documents.indices.filter { fileOf[$0] == index }.map { documents[$0] }
            guard !files[index].parts.isEmpty else { return own.first }
            var packet = files[index]
            packet.parts = own
            return packet
        }
    }

    /// A table, and under it what needs a person's eye.
    var text: String {
        var lines: [String] = []
        let width = min(60, documents.map { $0.file.count }.max() ?? 0)
        for (index, document) in documents.enumerated() {
            let outcome = plan.outcomes[index]
            let kind = document.isRead ? document.kind.rawValue : "–"
            let name = document.file + String(repeating: " ", count: max(0, width - document.file.count))
            lines.append("\(name)  \(kind.padding(to: 9))  \(became(index, outcome))")
        }
        if isRehearsal {
            for file in files where file.parts.contains(where: { $0.part != nil }) {
                lines += ["", PacketTable(packet: file, language: language).text]
            }
        }
        lines += facts
        lines += attention()
        if !plan.missingBodies.isEmpty {
            lines += [ImportMessages.missingBodies(language), ""]
            lines += MissingBodies.block(plan.missingBodies).split(separator: "\n").map { "  " + $0 } + [""]
        }
        for (index, file) in plan.files.enumerated() where file.sources.isEmpty && results[index] == .written {
            lines.append(ImportMessages.laidUp(place(file.path), isRehearsal, language))
        }
        if !passedOver.isEmpty {
            lines.append(ImportMessages.passedOver(passedOver.map(\.file), language))
        }
        lines.append(summary)
        return lines.joined(separator: "\n")
    }

    private func became(_ index: Int, _ outcome: ImportPlan.Outcome) -> String {
        if case .nothingRead(let refusal)? = documents[index].remarks.first(where: {
            if case .nothingRead = $0 { true } else { false }
        }),
            !documents[index].isRead
        {
            return ImportMessages.notRead(refusal, language)
        }
        if let obstacle = outcome.obstacle { return ImportMessages.notWritten(obstacle, language) }
        if documents[index].kind.isService { return ImportMessages.service(language) }
        guard let path = outcome.path else { return ImportMessages.notWritten(nil, language) }
        let own = plan.files.indices.filter { plan.files[$0].sources.contains(index) }
        let troubled = own.first { [.exists, .outside].contains(results[$0]) || isFailed(results[$0]) }
        if let troubled { return "\(place(plan.files[troubled].path)): \(word(results[troubled]))" }
        let isNew = own.contains { results[$0] == .written }
        let isChanged = own.contains { results[$0] == .overwritten }
        return "\(place(path)) (\(isChanged ? word(.overwritten) : isNew ? word(.written) : word(.unchanged)))"
    }

    private func isFailed(_ result: ImportWriter.Result) -> Bool { if case .failed = result { true } else { false } }

    private func place(_ path: String) -> String {
        path.hasPrefix("../") ? String(path.dropFirst(3)) : "\(into)/\(path)"
    }

    private func word(_ result: ImportWriter.Result) -> String {
        ImportMessages.result(result, isRehearsal, language)
    }

    /// In a rehearsal every fact, and where it stands: the unsure ones first. A packet's papers, and why they begin there.
    private var facts: [String] {
        guard isRehearsal else { return [] }
        var lines: [String] = []
        let order = documents.indices.filter { documents[$0].isRead }.sorted { doubt($0) > doubt($1) }
        for index in order {
            let document = documents[index]
            lines += ["", "  \(document.file)" + (document.part.map(part) ?? "")]
            for fact in document.facts {
                let page = document.page(ofLine: fact.line).map { ImportMessages.page($0, language) }
                let place = document.hasLineNumbers ? ImportMessages.line(fact.line, language) : page ?? "–"
                let mark = ImportMessages.mark(isSure: fact.isSure, language)
                lines.append("    \(mark)  \(fact.key.padding(to: 13)) \(place.padding(to: 9)) \(fact.value)")
            }
            if let words = plan.outcomes[index].words {
                lines.append("    " + ImportMessages.words(words, language))
            }
        }
        return lines.isEmpty ? [] : ["", ImportMessages.readHeading(language)] + lines
    }

    private func doubt(_ index: Int) -> Int {
        documents[index].doubts.count + (documents[index].part.map { $0.isSure ? 0 : 1 } ?? 0)
    }

    private func part(_ part: PacketPart) -> String {
        ImportMessages.part(part, language)
    }

    /// Remarks by document: first what a person has to look at, then what klubba only tells.
    private func attention() -> [String] {
        var lines: [String] = []
        for (title, isAttention) in [
            (ImportMessages.lookHeading(language), true), (ImportMessages.doneHeading(language), false),
        ] {
            var part: [String] = []
            for (index, outcome) in plan.outcomes.enumerated() where documents[index].isRead {
                let remarks = outcome.remarks.filter { $0.needsAttention == isAttention }
                guard !remarks.isEmpty else { continue }
                part.append("  \(documents[index].file)")
                part += remarks.map {
                    "    "
                        + $0.text(withLines: documents[index].hasLineNumbers, page: documents[index].page, in: language)
                }
            }
            if !part.isEmpty { lines += ["", title] + part }
        }
        return lines.isEmpty ? [] : lines + [""]
    }

    private var summary: String {
        let words = plan.outcomes.compactMap(\.words)
        let counts = ImportMessages.Counts(
            papers: documents.count, written: results.count { $0 == .written || $0 == .overwritten },
            unchanged: results.count { $0 == .unchanged }, unread: documents.count { !$0.isRead },
            blocked: plan.outcomes.count { $0.obstacle != nil } + results.count { $0 == .exists || $0 == .outside },
            words: words.isEmpty ? nil : words.reduce(0) { $0 + $1.all },
            leftOut: words.reduce(0) { $0 + $1.leftOut }, milliseconds: milliseconds)
        return ImportMessages.summary(counts, isRehearsal, language)
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
