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
            if let obstacle = outcome.obstacle { own.remarks.append(.nothingRead(reason: obstacle)) }
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
                lines += ["", PacketTable(packet: file).text]
            }
        }
        lines += facts
        lines += attention()
        if !plan.missingBodies.isEmpty {
            lines += ["Organ som klubba.yml saknar. Klistra in dem, eller kör om med --add-bodies:", ""]
            lines += MissingBodies.block(plan.missingBodies).split(separator: "\n").map { "  " + $0 } + [""]
        }
        for (index, file) in plan.files.enumerated() where file.sources.isEmpty && results[index] == .written {
            lines.append(
                "\(place(file.path)): \(isRehearsal ? "skulle läggas upp" : "lades upp") för att resten ska hänga ihop")
        }
        if !passedOver.isEmpty {
            let names = passedOver.prefix(5).map(\.file).joined(separator: ", ")
            lines.append(
                "Hoppades över, för de är inga texter: \(names)"
                    + (passedOver.count > 5 ? " och \(passedOver.count - 5) till" : ""))
        }
        lines.append(summary)
        return lines.joined(separator: "\n")
    }

    private func became(_ index: Int, _ outcome: ImportPlan.Outcome) -> String {
        if case .nothingRead(let reason)? = documents[index].remarks.first(where: {
            if case .nothingRead = $0 { true } else { false }
        }),
            !documents[index].isRead
        {
            return "läses inte: \(reason)"
        }
        if let obstacle = outcome.obstacle { return "lades inte in: \(obstacle)" }
        if documents[index].kind.isService { return "ingen handling: följer med i paketet" }
        guard let path = outcome.path else { return "lades inte in" }
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
        switch result {
        case .written: isRehearsal ? "skulle bli ny" : "ny"
        case .overwritten: isRehearsal ? "skulle skrivas över" : "skrevs över"
        case .unchanged: "oförändrad"
        case .exists: "finns redan med annat innehåll och lämnades. Jämför, eller skriv över med --force"
        case .outside: "ligger bakom en länk ut ur mappen och skrevs inte"
        case .failed(let number): "gick inte att skriva (\(SystemError.reason(number)))"
        }
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
                let page = document.page(ofLine: fact.line).map { "sida \($0)" }
                let place = document.hasLineNumbers ? "rad \(fact.line)" : page ?? "–"
                let mark = fact.isSure ? "säker " : "osäker"
                lines.append("    \(mark)  \(fact.key.padding(to: 13)) \(place.padding(to: 9)) \(fact.value)")
            }
            if let words = plan.outcomes[index].words {
                lines.append(
                    "    \(words.all) ord: \(words.onPages) på sidorna, \(words.inHead) i huvudet, \(words.leftOut) utelämnade"
                )
            }
        }
        return lines.isEmpty ? [] : ["", "Det här lästes, och var det står:"] + lines
    }

    private func doubt(_ index: Int) -> Int {
        documents[index].doubts.count + (documents[index].part.map { $0.isSure ? 0 : 1 } ?? 0)
    }

    private func part(_ part: PacketPart) -> String {
        let pages = part.pages.spoken
        let owner = part.belongsTo.map { ", till \($0)" } ?? ""
        return ", \(pages)\(owner) (\(part.signs.joined(separator: "; ")), säkerhet \(part.certainty))"
    }

    /// Remarks by document: first what a person has to look at, then what klubba only tells.
    private func attention() -> [String] {
        var lines: [String] = []
        for (title, isAttention) in [("Titta på det här:", true), ("Det här gjordes:", false)] {
            var part: [String] = []
            for (index, outcome) in plan.outcomes.enumerated() where documents[index].isRead {
                let remarks = outcome.remarks.filter { $0.needsAttention == isAttention }
                guard !remarks.isEmpty else { continue }
                part.append("  \(documents[index].file)")
                part += remarks.map {
                    "    " + $0.text(withLines: documents[index].hasLineNumbers, page: documents[index].page)
                }
            }
            if !part.isEmpty { lines += ["", title] + part }
        }
        return lines.isEmpty ? [] : lines + [""]
    }

    private var summary: String {
        let written = results.count { $0 == .written || $0 == .overwritten }
        let unchanged = results.count { $0 == .unchanged }
        let unread = documents.count { !$0.isRead }
        let blocked = plan.outcomes.count { $0.obstacle != nil } + results.count { $0 == .exists || $0 == .outside }
        let seconds = "\(milliseconds / 1000),\(milliseconds % 1000 / 100)"
        var text = "\(documents.count) \(documents.count == 1 ? "handling" : "handlingar") på \(seconds) s: "
        text +=
            "\(written) \(written == 1 ? "fil" : "filer") \(isRehearsal ? "skulle skrivas" : "skrevs"), \(unchanged) oförändrade"
        if unread > 0 { text += ", \(unread) gick inte att läsa" }
        if blocked > 0 { text += ", \(blocked) lades inte in" }
        let words = plan.outcomes.compactMap(\.words)
        if !words.isEmpty {
            let (all, left) = (words.reduce(0) { $0 + $1.all }, words.reduce(0) { $0 + $1.leftOut })
            text += ". \(all) ord lästes: \(all - left) finns på sidorna, \(left) i listan över det utelämnade"
        }
        return text + (isRehearsal ? "." : ". Granska med klubba check.")
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
