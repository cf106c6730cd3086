/// The line by which a file that was written out from the default theme remembers what it was then: a comment in the
/// file's own language, `{{! klubba: arende.mustache 1f2e3d4c }}`.
public struct DefaultMark: Hashable, Sendable {
    /// Of the default: `arende.mustache`, or `text.kallelse` for one string.
    public let name: String
    /// Of the default's bytes.
    public let hash: String

    static let stringPrefix = "text."
    private static let word = "klubba: "

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        hash = ContentHash.of(bytes)
    }
}

extension DefaultMark {
    /// As a line of a file at a path, without its end; nil in a file that has no comments.
    public func line(in path: String) -> String? {
        let text = "\(Self.word)\(name) \(hash)"
        switch Comment(path) {
        case .mustache: return "{{! \(text) }}"
        case .catalogue: return "# \(text)"
        case .style: return "/* \(text) */"
        case .markup: return "<!-- \(text) -->"
        case nil: return nil
        }
    }

    /// A default with its mark. It stands first, and last in what must begin with a declaration of its own.
    public func marked(_ bytes: [UInt8], in path: String) -> [UInt8] {
        guard let line = line(in: path) else { return bytes }
        if Comment(path) == .markup {
            return bytes + (bytes.last == UInt8(ascii: "\n") ? [] : [UInt8(ascii: "\n")]) + Array("\(line)\n".utf8)
        }
        return Array("\(line)\n".utf8) + bytes
    }

    /// The marks of a file, each with its line counted from 1.
    public static func marks(in file: Theme.File) -> [(mark: DefaultMark, line: Int)] {
        guard Comment(file.path) != nil else { return [] }
        let lines = file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return lines.enumerated().compactMap { place, line in
            DefaultMark(line, in: file.path).map { ($0, place + 1) }
        }
    }

    private init?(_ line: ArraySlice<UInt8>, in path: String) {
        guard line.count < 400, line.contains(UInt8(ascii: ":")) else { return nil }
        let text = String(decoding: line, as: UTF8.self)
        let parts = text.split { $0 == " " || $0 == "\r" || $0 == "\t" }
        guard let start = parts.firstIndex(of: "klubba:"), start + 2 < parts.count else { return nil }
        let hash = String(parts[start + 2])
        guard hash.utf8.count == ContentHash.length, hash.allSatisfy({ $0.isHexDigit }) else { return nil }
        let name = String(parts[start + 1])
        self.init(name: name, hash: hash)
        // What merely says something of a mark is none.
        guard self.line(in: path)?.split(separator: " ").map(String.init) == parts.map(String.init) else { return nil }
    }

    private init(name: String, hash: String) { (self.name, self.hash) = (name, hash) }

    /// How a comment is written in a file.
    private enum Comment {
        case mustache, catalogue, style, markup

        init?(_ path: String) {
            switch Theme.Location(path) {
            case .template: self = .mustache
            case .catalogue: self = .catalogue
            case .asset where path.hasSuffix(".css") || path.hasSuffix(".js"): self = .style
            case .asset where path.hasSuffix(".svg"): self = .markup
            default: return nil
            }
        }
    }
}
