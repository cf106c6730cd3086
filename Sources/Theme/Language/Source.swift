/// A file of the theme, and the way from an offset in it to a place for people.
struct Source: Sendable {
    /// Inside the theme: "arende.mustache".
    let path: String
    /// Without a byte order mark.
    let bytes: [UInt8]
    let isDefault: Bool
}

extension Source {
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    init(_ file: Theme.File, isDefault: Bool) {
        let isMarked = file.bytes.starts(with: Self.byteOrderMark)
        self.path = file.path
        self.bytes = isMarked ? Array(file.bytes.dropFirst(Self.byteOrderMark.count)) : file.bytes
        self.isDefault = isDefault
    }

    var isUTF8: Bool { String(validating: bytes, as: UTF8.self) != nil }

    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    func problem(_ reason: ThemeProblem.Reason, at offset: Int = 0) -> ThemeProblem {
        let before = bytes[..<offset]
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return ThemeProblem(
            file: "theme/" + path,
            line: 1 + before.count { $0 == UInt8(ascii: "\n") },
            column: 1 + text(lineStart..<offset).count,
            reason: reason,
            isDefault: isDefault)
    }
}
