/// A file of strings in one language: `key: text` a line, `#` before a comment.
struct Catalogue {
    let strings: [String: String]
    let problems: [ThemeProblem]
}

extension Catalogue {
    init(_ source: Source) {
        guard source.isUTF8 else {
            self.init(strings: [:], problems: [source.problem(.notUTF8)])
            return
        }
        var strings: [String: String] = [:]
        var problems: [ThemeProblem] = []
        for line in source.bytes.split(separator: UInt8(ascii: "\n")) where problems.count < ThemeProblems.mostInFile {
            let text = line.trimmedOfWhiteSpace
            guard let first = text.first, first != UInt8(ascii: "#") else { continue }
            guard let (key, value) = Self.entry(text) else {
                problems.append(source.problem(.badCatalogueLine, at: text.startIndex))
                continue
            }
            if strings.updateValue(value, forKey: key) != nil {
                problems.append(source.problem(.duplicateString(key: key), at: text.startIndex))
            }
        }
        self.init(strings: strings, problems: problems)
    }

    private static func entry(_ line: ArraySlice<UInt8>) -> (key: String, value: String)? {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let key = line[..<colon].trimmedOfWhiteSpace
        guard !key.isEmpty, !key.contains(where: \.isWhiteSpace) else { return nil }
        let value = line[(colon + 1)...].trimmedOfWhiteSpace
        return (String(decoding: key, as: UTF8.self), String(decoding: value, as: UTF8.self))
    }

    /// Arguments are inserted as they are: one that looks like a placeholder is none. A number without an argument
    /// stays.
    static func filled(_ string: String, _ arguments: [String]) -> String {
        guard !arguments.isEmpty, string.utf8.contains(UInt8(ascii: "{")) else { return string }
        var filled = ""
        var rest = string[...]
        while let open = rest.firstIndex(of: "{") {
            filled += rest[..<open]
            rest = rest[open...]
            let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
            if rest[digits.endIndex...].first == "}", let index = Int(digits), index < arguments.count {
                filled += arguments[index]
                rest = rest[digits.endIndex...].dropFirst()
            } else {
                filled.append(rest.removeFirst())
            }
        }
        return filled + rest
    }
}
