/// A line of what klubba and klubba-pdf say to each other: a word and its values, parted by tabs.
public struct Line: Equatable, Sendable {
    public let word: String
    public let values: [String]

    public init(_ word: String, _ values: [String]) { (self.word, self.values) = (word, values) }
}

extension Line {
    /// The line without its end. A tab or a line end in a value is written out.
    public var text: String { ([word] + values).map(Line.escaped).joined(separator: "\t") }

    public init(text: Substring) {
        let parts = text.split(separator: "\t", omittingEmptySubsequences: false).map { Line.unescaped($0) }
        self.init(parts.first ?? "", Array(parts.dropFirst()))
    }

    public static func all(in text: String) -> [Line] { text.split(separator: "\n").map { Line(text: $0) } }

    /// Nil where there are fewer values.
    public subscript(index: Int) -> String? { index < values.count ? values[index] : nil }

    public func integer(_ index: Int) -> Int? { self[index].flatMap { Int($0) } }
    public func number(_ index: Int) -> Double? { self[index].flatMap { Double($0) } }
}

extension Line {
    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 9 || $0 == 10 || $0 == 13 || $0 == UInt8(ascii: "\\") }) else {
            return text
        }
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\t": escaped += "\\t"
            case "\n": escaped += "\\n"
            case "\r": escaped += "\\r"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    private static func unescaped(_ text: Substring) -> String {
        guard text.utf8.contains(UInt8(ascii: "\\")) else { return String(text) }
        var plain = ""
        var isEscape = false
        for scalar in text.unicodeScalars {
            if isEscape {
                switch scalar {
                case "t": plain += "\t"
                case "n": plain += "\n"
                case "r": plain += "\r"
                default: plain.unicodeScalars.append(scalar)
                }
                isEscape = false
            } else if scalar == "\\" {
                isEscape = true
            } else {
                plain.unicodeScalars.append(scalar)
            }
        }
        return plain
    }
}
