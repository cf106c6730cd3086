/// Where in a file. Lines and columns count from 1; columns count characters.
public struct Place: Hashable, Sendable {
    /// Relative to the site's root.
    public let file: String
    public let line: Int
    public let column: Int

    public init(_ file: String, line: Int = 1, column: Int = 1) {
        (self.file, self.line, self.column) = (file, line, column)
    }
}

extension Place: Comparable, CustomStringConvertible {
    public static func < (left: Place, right: Place) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }

    /// A control character in a file's name cannot break the line that a message stands on.
    public var description: String { "\(file.visible):\(line):\(column)" }
}

extension String {
    /// Control characters written out, so that a hostile name or value stays on its line.
    public var visible: String {
        guard unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }) else { return self }
        var text = ""
        for scalar in unicodeScalars {
            if scalar == "\n" {
                text += "\\n"
            } else if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
                text += "\\u{" + String(scalar.value, radix: 16) + "}"
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
