import Meetings

/// What a document's pages are in the packet that it came in.
public struct PacketPart: Sendable {
    /// The pages of the file, from 1.
    public let pages: ClosedRange<Int>
    /// The dnr, else the title, of the ärende that it belongs to.
    public internal(set) var belongsTo: String?
    /// Why it begins here.
    public let signs: [String]
    /// 0–100.
    public let certainty: Int
    /// Under it, a person has to look.
    static let sure = 80
}

extension DocumentReader {
    /// The papers of a file that holds several, each read as a document of its own; nil for a file that is one paper.
    func readPacket(_ source: SourceText, file: String) -> ImportedDocument? {
        let pages = SourcePages.pages(source.lines)
        guard pages.count > 1, pages.allSatisfy({ ($0.first?.page ?? 0) > 0 }),
            let split = PacketSplit(pages.map { PacketPage(number: $0.first?.page ?? 0, source: $0) })
        else { return nil }
        return packet(split, numbers: pages.map { $0.first?.page ?? 0 }, source, file) { range in
            var own = source
            own.lines = pages[range].flatMap(\.self)
            return own
        }
    }

    /// Reads each part by itself, and puts the bilagor to their ärenden.
    func packet(
        _ split: PacketSplit, numbers: [Int], _ source: SourceText, _ file: String, text: (Range<Int>) -> SourceText
    ) -> ImportedDocument? {
        var documents: [ImportedDocument] = []
        for part in split.parts {
            let isLong = part.hasDivider && part.pages.count > 1
            let range = isLong ? (part.pages.lowerBound + 1)..<part.pages.upperBound : part.pages
            guard let first = part.pages.first.map({ numbers[$0] }), let last = part.pages.last.map({ numbers[$0] })
            else { continue }
            var document = readWhole(text(range), file: file)
            guard document.isRead else { continue }
            document.part = PacketPart(pages: first...last, signs: part.signs, certainty: part.certainty)
            if isLong { document.addDivider(text(part.pages.lowerBound..<(part.pages.lowerBound + 1))) }
            name(&document, part)
            documents.append(document)
        }
        // Several papers, of which one is an ärende or a kallelse: anything else is a paper with chapters.
        guard documents.count > 1, documents.contains(where: { [.matter, .summons].contains($0.kind) }) else {
            return nil
        }
        var packet = ImportedDocument(file: file)
        packet.title = Found(FileName.title(file), line: 1)
        packet.remarks = source.remarks
        packet.parts = PacketLinks.linked(documents)
        return packet
    }

    /// The divider's number and title, and what kind of paper comes under a bilaga's number.
    private func name(_ document: inout ImportedDocument, _ part: PacketSplit.Part) {
        guard let number = part.number, document.kind != .matter else { return }
        document.attachmentNumbers = [number]
        if document.kind == .other || document.kind == .summons { document.kind = .attachment }
        if document.kind != .record, let title = part.title { document.title = Found(title, line: 1) }
        document.remarks.removeAll { [.unknownKind, .noDiaryNumber].contains($0) }
    }
}

extension ImportedDocument {
    /// A divider's words serve the paper: they are in its head, or listed.
    fileprivate mutating func addDivider(_ source: SourceText) {
        let lines = source.lines.filter { !$0.text.trimmed.isEmpty }
        text.lines = lines + text.lines
        let listed = lines.map { NoiseLine(line: $0.number, text: $0.text.singleSpaced, reason: .divider) }
        noise = listed + noise
        remarks += listed.map { .noise($0) }
    }
}

/// Which ärende each paper of a packet belongs to.
enum PacketLinks {
    static func linked(_ documents: [ImportedDocument]) -> [ImportedDocument] {
        var linked = documents
        var before: ImportedDocument?
        for index in linked.indices {
            switch linked[index].kind {
            case .matter: before = linked[index]
            case .summons: break
            case .record where linked[index].attachmentNumbers.isEmpty: break
            default:
                let owner = owner(of: linked[index], in: documents) ?? before
                guard let owner else { continue }
                linked[index].part?.belongsTo = owner.diaryNumber?.value ?? owner.title?.value
            }
        }
        warn(&linked)
        return linked
    }

    /// The ärende whose range has the number, or the same first part.
    private static func owner(of paper: ImportedDocument, in documents: [ImportedDocument]) -> ImportedDocument? {
        guard let number = paper.attachmentNumbers.first, number.parts.count > 1 else { return nil }
        let matters = documents.filter { $0.kind == .matter && !$0.attachmentNumbers.isEmpty }
        let exact = matters.filter { $0.attachmentNumbers.contains(number) }
        if exact.count == 1 { return exact[0] }
        let near = matters.filter { $0.attachmentNumbers.first?.parts.first == number.parts.first }
        return near.count == 1 ? near[0] : nil
    }

    /// A paper that its ärende's range names and that is not there, and one that no ärende claims.
    private static func warn(_ documents: inout [ImportedDocument]) {
        let there = Set(documents.flatMap { $0.kind == .matter ? [] : $0.attachmentNumbers })
        for index in documents.indices {
            if documents[index].kind == .matter {
                for number in documents[index].attachmentNumbers.dropFirst() where !there.contains(number) {
                    documents[index].remarks.append(.paperMissing(number: number.description))
                }
            } else if ![.summons, .record].contains(documents[index].kind), documents[index].part?.belongsTo == nil {
                documents[index].remarks.append(.paperUnclaimed)
            }
            if let part = documents[index].part, part.certainty < PacketPart.sure {
                documents[index].remarks.append(
                    .unsureCut(page: part.pages.lowerBound, sign: part.signs.joined(separator: ", ")))
            }
        }
    }
}
