/// What klubba-pdf is asked to put together.
public struct MergeOrder: Equatable, Sendable {
    /// The PDF that holds everything but the merged papers, with a placeholder for each of their pages.
    public var main: String
    public var output: String
    public var title: String
    /// ISO 8601 with a zone, the same whenever it is made.
    public var created: String
    /// 16 bytes, as 32 hexadecimal digits.
    public var identifier: String
    /// The level of PDF/A that the whole has: "A", "U" or "B"; nil for none.
    public var archiveLevel: String?
    /// The part of PDF/A: 3 lets any file go along, 2 none.
    public var archivePart = 3
    /// True when nothing in it was made by others, so that it is PDF/UA-1.
    public var isAccessible = false
    public var papers: [Paper] = []
    public var attachments: [AttachedFile] = []

    public init(main: String, output: String, title: String, created: String, identifier: String) {
        (self.main, self.output, self.title) = (main, output, title)
        (self.created, self.identifier) = (created, identifier)
    }

    /// A prepared PDF.
    public struct Paper: Equatable, Sendable {
        public var file: String
        /// Where its report stands.
        public var report: String
        /// The number of the placeholder of its first page.
        public var firstPlaceholder: Int
        /// The bookmark that its own bookmarks go below.
        public var bookmark: String

        public init(file: String, report: String, firstPlaceholder: Int, bookmark: String) {
            (self.file, self.report) = (file, report)
            (self.firstPlaceholder, self.bookmark) = (firstPlaceholder, bookmark)
        }
    }

    /// A file that goes along as it is.
    public struct AttachedFile: Equatable, Sendable {
        public var path: String
        public var name: String
        public var mediaType: String
        public var description: String

        public init(path: String, name: String, mediaType: String, description: String) {
            (self.path, self.name, self.mediaType, self.description) = (path, name, mediaType, description)
        }
    }
}

extension MergeOrder {
    public var text: String {
        var lines = [
            Line("main", [main]), Line("output", [output]), Line("title", [title]), Line("created", [created]),
            Line("identifier", [identifier]),
        ]
        if let archiveLevel { lines.append(Line("archive", [archiveLevel])) }
        if archivePart != 3 { lines.append(Line("part", ["\(archivePart)"])) }
        if isAccessible { lines.append(Line("accessible", [])) }
        lines += papers.map { Line("paper", [$0.file, $0.report, "\($0.firstPlaceholder)", $0.bookmark]) }
        lines += attachments.map { Line("attachment", [$0.path, $0.name, $0.mediaType, $0.description]) }
        return lines.map { $0.text + "\n" }.joined()
    }

    /// Nil for what is no order.
    public init?(text: String) {
        self.init(main: "", output: "", title: "", created: "", identifier: "")
        for line in Line.all(in: text) {
            let first = line[0] ?? ""
            switch line.word {
            case "main": main = first
            case "output": output = first
            case "title": title = first
            case "created": created = first
            case "identifier": identifier = first
            case "archive": archiveLevel = first
            case "part": archivePart = line.integer(0) ?? 3
            case "accessible": isAccessible = true
            case "paper":
                guard let report = line[1], let placeholder = line.integer(2), let bookmark = line[3] else {
                    return nil
                }
                papers.append(
                    Paper(file: first, report: report, firstPlaceholder: placeholder, bookmark: bookmark))
            case "attachment":
                guard let name = line[1], let type = line[2], let description = line[3] else { return nil }
                attachments.append(AttachedFile(path: first, name: name, mediaType: type, description: description))
            default: return nil
            }
        }
        if main.isEmpty || output.isEmpty { return nil }
    }
}
