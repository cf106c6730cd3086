/// A front matter as text: keys in the order they are added, values that read back as they were.
struct HeadText {
    private(set) var text = "---\n"

    mutating func add(_ key: String, _ value: String?) {
        guard let value = value?.singleSpaced, !value.isEmpty else { return }
        text += "\(key): \(HeadText.scalar(value))\n"
    }

    /// One value is written as a text, several as a list.
    mutating func add(_ key: String, _ values: [String]) {
        let clean = values.map(\.singleSpaced).filter { !$0.isEmpty }
        guard let first = clean.first else { return }
        // A comma would make one value two (FORMAT §1).
        if clean.count == 1, !first.contains(",") { return add(key, first) }
        text += "\(key):\n" + clean.map { "  - \(HeadText.scalar($0))\n" }.joined()
    }

    /// A list of maps, such as `bilagor` and `undertecknat`.
    mutating func add(_ key: String, maps: [[(String, String?)]]) {
        let rows = maps.map { map in
            map.compactMap { name, value in value.map { "\(name): \(HeadText.quoted($0.singleSpaced))" } }
                .joined(separator: ", ")
        }
        guard !rows.isEmpty else { return }
        text += "\(key):\n" + rows.map { "  - {\($0)}\n" }.joined()
    }

    /// Lines that are only for the secretary.
    mutating func note(_ lines: [String]) {
        for line in lines { text += "# \(line.singleSpaced)\n" }
    }

    func ended() -> String { text + "---\n" }

    /// Plain where YAML reads it as it stands, else in quotation marks.
    static func scalar(_ value: String) -> String {
        guard let first = value.unicodeScalars.first else { return "\"\"" }
        let isSafeStart = first.properties.isAlphabetic || ("0"..."9").contains(first)
        let isPlain =
            isSafeStart && !value.contains(": ") && !value.contains(" #") && !value.hasSuffix(":")
            && !value.unicodeScalars.contains {
                $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || $0.value == 0xFEFF
            }
        return isPlain ? value : quoted(value)
    }

    static func quoted(_ value: String) -> String {
        var text = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            default:
                if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) {
                    text += " "
                } else {
                    text.unicodeScalars.append(scalar)
                }
            }
        }
        return text + "\""
    }
}
