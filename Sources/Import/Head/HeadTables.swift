import Meetings

/// A paper's head that is set as a table of two columns, as boards' Word templates have it, becomes a line a row:
/// `| AU | 200820 |` is "AU 200820", and `| Närvarande | Eva Ek; Bo Al |` is "Närvarande: Eva Ek, Bo Al".
enum HeadTables {
    static func opened(_ lines: [SourceLine], codes: BodyCodes) -> [SourceLine] {
        // Below the paper's first section a table is text.
        let end = lines.firstIndex { $0.text.hasPrefix("## ") || RecordHeading($0.text) != nil } ?? lines.count
        guard let start = lines[..<end].firstIndex(where: { $0.text.hasPrefix("|") }) else { return lines }
        let table = lines[start...].prefix { $0.text.hasPrefix("|") }
        let rows = table.filter { !isRule($0.text) }.map { (line: $0, cells: cells($0.text)) }
        guard rows.count > 1, rows.allSatisfy({ $0.cells.count == 2 && isLabel($0.cells[0], codes) }) else {
            return lines
        }
        let opened = rows.flatMap { row -> [SourceLine] in
            var (line, blank) = (row.line, row.line)
            (blank.text, blank.startsPage) = ("", false)
            if isAgenda(row.cells[0]) { return agenda(row.cells[1], line, blank) }
            line.text = text(row.cells[0], row.cells[1], codes)
            return [line, blank]
        }
        return Array(lines[..<start]) + opened + lines[table.endIndex...]
    }

    private static func isAgenda(_ label: String) -> Bool {
        MarkdownText.plain(label).trimmingColon.foldedWords == "dagordning"
    }

    /// `| Dagordning | Öppnande; 2026:20 |` as a list under its heading.
    private static func agenda(_ value: String, _ line: SourceLine, _ blank: SourceLine) -> [SourceLine] {
        let items = value.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
        let texts = ["Dagordning", ""] + items.enumerated().map { "\($0 + 1). \($1)" } + [""]
        return texts.map { text in
            var own = text.isEmpty ? blank : line
            own.text = text
            return own
        }
    }

    private static func cells(_ row: String) -> [String] {
        row.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map { String($0).trimmed }
    }

    private static func isRule(_ row: String) -> Bool { row.allSatisfy { "|-: ".contains($0) } }

    private static let labels: Set<String> = [
        "bilaga", "bilagor", "ordforande", "sekreterare", "narvarande", "ersattare", "ovriga", "justerare", "justerat",
        "anslaget", "forvaras", "kallelse", "organ", "ledamoter", "beslutande", "franvarande", "adjungerade",
        "suppleanter",
        "suppleant", "motessekreterare", "motesordforande", "synlighet", "sekretess", "anmalt forhinder", "dagordning",
    ]

    private static func isLabel(_ cell: String, _ codes: BodyCodes) -> Bool {
        let plain = MarkdownText.plain(cell).trimmingColon
        return codes.isKnown(code: plain) || labels.contains(plain.foldedWords)
            || HeadLabel.pairs(in: plain + ":").contains { $0.value.isEmpty && !$0.name.isEmpty }
    }

    /// A list is written with semicolons, or a line a person.
    private static func parts(of value: String) -> [String] {
        var text = value
        for tag in ["<br>", "<br/>", "<br />"] { text = text.replacing(tag, with: "\n") }
        return text.replacing("; ", with: "\n").split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    private static func text(_ label: String, _ value: String, _ codes: BodyCodes) -> String {
        let plain = MarkdownText.plain(label).trimmingColon
        // What parts people in an exported list is no comma, which a title may have.
        let isList = ["narvarande", "ersattare", "ovriga", "justerare"].contains(plain.foldedWords)
        let own = parts(of: value).joined(separator: isList ? "; " : ", ")
        if codes.isKnown(code: plain) {
            // A day of its own for each time that it came back.
            return own.split(separator: ",").map { "\(plain) \(String($0).trimmed)" }.joined(separator: ", ")
        }
        // A label of one word, which alone is what kind of paper it is.
        let isSummons = plain.foldedWords == "kallelse" && value.startsWithDigit
        return "\(isSummons ? "Kallelsedatum" : plain): \(own)"
    }
}
