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
    /// Control characters written out, so that a hostile name or value stays on its line, and reads the way it goes.
    public var visible: String {
        guard unicodeScalars.contains(where: \.isControl) else { return self }
        var text = ""
        for scalar in unicodeScalars {
            if scalar == "\n" {
                text += "\\n"
            } else if scalar.isControl {
                text += "\\u{" + String(scalar.value, radix: 16) + "}"
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}

extension Unicode.Scalar {
    /// Control characters, line and paragraph separators, and what turns the direction of writing.
    fileprivate var isControl: Bool {
        switch value {
        case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
