import Meetings

extension DocumentReader {
    /// The papers of a file that holds several, each read as a document of its own; nil for a file that is one paper.
    func readPacket(_ source: SourceText, file: String) -> ImportedDocument? {
        let pages = SourcePages.pages(source.lines)
        guard pages.count > 1 || plan != nil, pages.allSatisfy({ ($0.first?.page ?? 0) > 0 }),
            let split = split(pages.map { PacketPage(number: $0.first?.page ?? 0, source: $0) })
        else { return nil }
        return packet(split, numbers: pages.map { $0.first?.page ?? 0 }, source, file) { range in
            var own = source
            own.lines = pages[range].flatMap(\.self)
            return own
        }
    }

    /// As the plan has it, or by the signs.
    func split(_ pages: [PacketPage]) -> PacketSplit? {
        if let plan { return PacketSplit(plan, pages) }
        return isOnePaper ? nil : PacketSplit(pages)
    }

    /// Reads each part by itself, and puts the bilagor to their ärenden.
    func packet(
        _ split: PacketSplit, numbers: [Int], _ source: SourceText, _ file: String, text: (Range<Int>) -> SourceText
    ) -> ImportedDocument? {
        let documents = split.parts.compactMap { part -> ImportedDocument? in
            guard let first = numbers[part.pages].first, let last = numbers[part.pages].last, first <= last else {
                return nil
            }
            return paper(part, first...last, file, text)
        }
        // Several papers, of which one is an ärende or a kallelse: anything else is a paper with chapters.
        let isPacket = documents.count > 1 && documents.contains { [.matter, .summons].contains($0.kind) }
        guard isPacket || split.isPlanned && !documents.isEmpty else { return nil }
        var packet = ImportedDocument(file: file)
        packet.title = Found(FileName.title(file), line: 1)
        packet.remarks = source.remarks
        packet.sourcePages = numbers
        packet.parts = PacketLinks(documents, codes: codes).linked
        return packet
    }

    private func paper(
        _ part: PacketSplit.Part, _ pages: ClosedRange<Int>, _ file: String, _ text: (Range<Int>) -> SourceText
    ) -> ImportedDocument {
        let isLong = part.hasDivider && part.pages.count > 1
        let own = isLong ? (part.pages.lowerBound + 1)..<part.pages.upperBound : part.pages
        var document: ImportedDocument
        if let kind = part.kind, kind.isService {
            document = .service(kind, text(part.pages), file)
        } else {
            document = readWhole(text(own), file: file, kind: part.kind)
            if !document.isRead { document = .service(.blank, text(part.pages), file) }
        }
        document.part = PacketPart(
            pages: pages, signs: part.signs, certainty: part.certainty, title: part.title,
            belongsTo: part.row?.owner)
        guard !document.kind.isService else { return document }
        if isLong { document.addDivider(text(part.pages.lowerBound..<(part.pages.lowerBound + 1))) }
        if let row = part.row { document.take(row) } else { name(&document, part) }
        return document
    }

    /// The divider's number and title, and what kind of paper comes under a bilaga's number.
    private func name(_ document: inout ImportedDocument, _ part: PacketSplit.Part) {
        guard let number = part.number, document.kind != .matter else { return }
        document.attachmentNumbers = [number]
        if document.kind == .other || document.kind == .summons { document.kind = .attachment }
        if document.kind != .record, let title = part.title {
            if let own = document.title, own.line > 0, own.value.foldedWords != title.foldedWords, document.hasOwnTitle
            {
                // The paper's own heading is the text's.
                document.text.markdown = ["## " + MarkdownText.escaped(own.value), document.text.markdown]
                    .filter { !$0.isEmpty }.joined(separator: "\n\n")
            }
            document.title = Found(title, line: 1)
        }
        document.remarks.removeAll { remark in
            if case .noTitle = remark { return part.title != nil }
            return [.unknownKind, .noDiaryNumber].contains(remark)
        }
    }
}

extension ImportedDocument {
    /// Pages that are no paper: their words are listed, and they lie in the packet that is kept.
    fileprivate static func service(_ kind: DocumentKind, _ source: SourceText, _ file: String) -> ImportedDocument {
        var document = ImportedDocument(file: file)
        document.kind = kind
        document.hasLineNumbers = source.hasLineNumbers
        document.text.lines = source.lines
        let reason: NoiseLine.Reason = kind == .contents ? .contents : .divider
        document.text.removed = source.noise
        let own = source.lines.filter { !$0.text.trimmed.isEmpty }
            .map { NoiseLine(line: $0.number, text: $0.text.singleSpaced, reason: reason) }
        document.noise = source.noise + own
        document.title = own.first.map { Found(SectionName.bareTitle(MarkdownText.plain($0.text)), line: $0.line) }
        document.remarks = document.noise.map { .noise($0) }
        return document
    }

    /// Its title stands in its text, and is not the file's name.
    fileprivate var hasOwnTitle: Bool {
        !remarks.contains { if case .noTitle = $0 { true } else { false } }
            && title.map { own in text.lines.contains { $0.number == own.line && $0.text.contains(own.value) } }
                ?? false
    }

    /// A divider's words serve the paper: they are in its head, or listed.
    fileprivate mutating func addDivider(_ source: SourceText) {
        let lines = source.lines.filter { !$0.text.trimmed.isEmpty }
        text.lines = lines + text.lines
        let listed = lines.map { NoiseLine(line: $0.number, text: $0.text.singleSpaced, reason: .divider) }
        noise = listed + noise
        remarks += listed.map { .noise($0) }
    }

    /// What a person's plan says holds, whatever was read.
    fileprivate mutating func take(_ row: CutPlan.Row) {
        if let title = row.title {
            self.title = Found(title, line: title == self.title?.value ? self.title?.line ?? 1 : 1)
        }
        if let dnr = row.diaryNumber, dnr != diaryNumber?.value {
            diaryNumber = dnr.isEmpty ? nil : Found(dnr, line: text.lines.first?.number ?? 1)
            doubts.removeAll { $0.key == "dnr" }
        }
        if !row.numbers.isEmpty { attachmentNumbers = row.numbers }
        remarks.removeAll { remark in
            if case .noTitle = remark { return row.title != nil }
            if case .doubt(let fact) = remark { return fact.key == "dnr" && row.diaryNumber != nil }
            return remark == .noDiaryNumber && diaryNumber != nil || remark == .unknownKind && kind != .other
        }
    }
}
