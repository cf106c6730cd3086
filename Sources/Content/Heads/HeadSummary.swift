import Diagnostics
import Meetings

/// A file's head as it was read, for one who asks what klubba made of it.
public struct HeadSummary: Sendable {
    public var keys: [Key] = []
    /// Comments: lines, and what stands behind a value.
    public var comments: [Comment] = []

    public struct Key: Sendable {
        public let line: Int
        /// As written.
        public let name: String
        /// As it is compared.
        public let folded: String
        public let value: String
    }

    public struct Comment: Sendable {
        public let line: Int
        public let text: String
    }
}

extension HeadSummary {
    /// Empty for a file that has no head, or none that can be read.
    public init(_ location: String, as file: String, disk: FileSystem = .disk) {
        var ignored: [Diagnostic] = []
        guard let text = TextFile.read(location, as: file, disk: disk, &ignored), let head = text.frontMatter else {
            return
        }
        guard let read = try? FrontMatter(text.bytes[head], firstLine: text.frontMatterLine) else { return }
        keys = read.entries.map {
            Key(line: $0.line, name: $0.key, folded: $0.folded, value: HeadSummary.shown($0.value))
        }
        let behind = FrontMatter.CommentCutter(text.bytes[head], firstLine: text.frontMatterLine).comments
        comments = behind.map { Comment(line: $0.line, text: $0.text) }
        var line = text.frontMatterLine
        for written in text.bytes[head].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let trimmed = written.trimmed
            if trimmed.first == UInt8(ascii: "#") { comments.append(Comment(line: line, text: trimmed.text)) }
            line += 1
        }
        comments.sort { $0.line < $1.line }
    }

    private static func shown(_ value: FrontMatter.Value) -> String {
        switch value.content {
        case .text(let text): text
        case .list(let items): items.map { shown($0) }.joined(separator: ", ")
        case .map(let entries): entries.map { "\($0.key): \(shown($0.value))" }.joined(separator: ", ")
        }
    }
}
