import System

/// Reads a file through, whatever it is, in this process: for a hostile file that is a process of its own
/// (`DocumentWorker`).
public struct DocumentReader {
    let tools: DocumentTools
    /// How deep files may lie in files.
    private static let deepest = 4
    /// Bytes that one file may become when it is unpacked.
    static let mostUnpacked = 256 << 20

    var report = DocumentReport()
    /// What the file itself says, page by page; nothing of what lies in it or was left in it.
    var shown: [[UInt8]] = []
    private(set) var unpacked = 0

    init(tools: DocumentTools) { self.tools = tools }
}

extension DocumentReader {
    /// - Parameters:
    ///   - location: where the file lies, for the programs that read files.
    ///   - name: the file's name, whose ending tells of texts how they are written.
    public static func read(
        _ bytes: [UInt8], location: String, name: String, tools: DocumentTools
    ) -> DocumentReport {
        readWhole(bytes, location: location, name: name, tools: tools).report
    }

    /// The same, with what the file says.
    static func readWhole(
        _ bytes: [UInt8], location: String, name: String, tools: DocumentTools
    ) -> DocumentReader {
        var reader = DocumentReader(tools: tools)
        reader.read(bytes, location: location, name: name, part: nil, depth: 0)
        return reader
    }

    /// True for a text with nothing in it that is to be unpacked.
    public static func isPlain(_ bytes: [UInt8], name: String) -> Bool {
        guard case .text(let text) = FileKind(bytes) else { return false }
        return !text.starts(with: "{\\rtf".utf8) && !Mail.isMail(text) && !SVGCleaning.isDrawing(text)
            && !name.lowercased().hasSuffix(".eml")
    }

    /// A file, or one that lies in another: then `part` is its name there, and it has no location of its own.
    mutating func read(_ bytes: [UInt8], location: String?, name: String, part: String?, depth: Int) {
        guard depth <= Self.deepest else { return leave(.part(part ?? name)) }
        switch FileKind(bytes) {
        case .pdf: readPDF(bytes, location: location, part: part, depth: depth)
        case .zip: readZip(bytes, name: name, part: part, depth: depth)
        case .picture: readPicture(bytes, part: part)
        case .gzip:
            note(Gzip.head(bytes), .plain, .part(part ?? name), kinds: .identityNumbers)
            guard let inner = Gzip.unpacked(bytes, limit: Self.mostUnpacked - unpacked) else {
                return leave(part.map { .part($0) } ?? .damaged)
            }
            count(inner)
            read(inner, location: nil, name: name, part: part, depth: depth + 1)
        case .text(let text): readText(text, name: name, part: part, depth: depth)
        case .unknown:
            // What shows is looked at all the same; there may be more.
            let shown = PlainText.windows1252(bytes.lazy.filter { $0 != 0 })
            note(shown, .plain, .part(part ?? name), kinds: .identityNumbers)
            leave(part.map { .part($0) } ?? .unknown)
        }
    }

    /// What is found in a text at one place.
    mutating func note(
        _ text: [UInt8], _ form: TextForm, _ place: DocumentPlace, kinds: Kinds = .all
    ) {
        let marks =
            kinds == .all
            ? PersonalDataMark.all(in: text, form: form) : PersonalDataMark.identityNumbers(in: text, form: form)
        for mark in marks {
            let finding = DocumentReport.Finding(kind: mark.kind, place: place)
            if !report.findings.contains(finding) { report.findings.append(finding) }
        }
    }

    enum Kinds { case all, identityNumbers }

    /// The first reason is the one that is told.
    mutating func leave(_ unread: Unread) { if report.unread == nil { report.unread = unread } }

    mutating func count(_ bytes: [UInt8]) {
        unpacked += bytes.count
        if unpacked > Self.mostUnpacked { leave(.tooLarge) }
    }
}

/// What a file is, by its bytes: a name may say anything.
enum FileKind {
    case pdf, zip, gzip, picture
    /// As UTF-8.
    case text([UInt8])
    case unknown

    init(_ bytes: [UInt8]) {
        func begins(_ signs: [UInt8], at place: Int = 0) -> Bool { bytes.dropFirst(place).starts(with: signs) }
        if begins([0x50, 0x4B, 3, 4]) || begins([0x50, 0x4B, 5, 6]) {
            // A PDF in it may lie within its first bytes.
            self = .zip
        } else if let head = bytes.prefix(1024).firstPlace(of: Array("%PDF-".utf8)), head < 1024 {
            // A PDF without objects hides nothing.
            if bytes.firstPlace(of: Array(" obj".utf8)) == nil, let text = PlainText.utf8(bytes) {
                self = .text(text)
            } else {
                self = .pdf
            }
        } else if begins([0x1F, 0x8B]) {
            self = .gzip
        } else if begins([0xFF, 0xD8, 0xFF]) || begins([0x89, 0x50, 0x4E, 0x47]) || begins(Array("GIF8".utf8))
            || begins(Array("II*\0".utf8)) || begins(Array("MM\0*".utf8))
            || begins(Array("BM".utf8)) && bytes.contains(0)
            || begins(Array("RIFF".utf8)) && begins(Array("WEBP".utf8), at: 8)
            || begins(Array("ftypheic".utf8), at: 4) || begins(Array("ftypavif".utf8), at: 4)
            || begins(Array("ftypmif1".utf8), at: 4)
        {
            self = .picture
        } else if let text = PlainText.utf8(bytes) {
            self = .text(text)
        } else {
            self = .unknown
        }
    }
}

extension Collection<UInt8> where Index == Int {
    /// Where some bytes first occur, from one place on.
    func firstPlace(of part: [UInt8], from start: Int? = nil) -> Int? {
        guard let first = part.first else { return nil }
        var place = start ?? startIndex
        let answer: Int?? = withContiguousStorageIfAvailable { all in
            // Places count from the collection's start.
            var index = place - startIndex
            while index + part.count <= all.count {
                if all[index] == first, all[index..<(index + part.count)].elementsEqual(part) {
                    return index + startIndex
                }
                index += 1
            }
            return nil
        }
        if let answer { return answer }
        while place + part.count <= endIndex {
            if self[place] == first, self[place..<(place + part.count)].elementsEqual(part) { return place }
            place += 1
        }
        return nil
    }
}
