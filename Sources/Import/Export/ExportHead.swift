import Meetings

/// A front matter's facts, as a board writes them at the top of a paper.
struct ExportHead {
    private var values: [(key: String, value: String)] = []
    private let isRecord: Bool
    private let isMeeting: Bool
    /// Whose meeting it is, and its day: a record's own head says neither.
    private let meeting: (body: String, date: String)?

    /// A row of the table that the head becomes.
    struct Row {
        let key: String
        let label: String
        let value: String
        /// False for what stands in the file's name.
        var isOwn = true
    }

    /// - Parameter path: the text's, relative to content/.
    init(_ head: String, path: String = "", meeting: (body: String, date: String)? = nil) {
        isRecord = path.hasSuffix(".protokoll.md")
        isMeeting = path.hasPrefix("moten/")
        self.meeting = meeting
        for line in head.split(separator: "\n") where line != "---" && !line.hasPrefix("#") {
            if line.hasPrefix(" ") || line.hasPrefix("-") {
                guard !values.isEmpty else { continue }
                let item = String(line).trimmed.drop { $0 == "-" || $0 == " " }
                let last = values.count - 1
                values[last].value += (values[last].value.isEmpty ? "" : "; ") + ExportHead.unquoted(String(item))
            } else if let colon = line.firstIndex(of: ":") {
                let value = ExportHead.unquoted(String(line[line.index(after: colon)...]).trimmed)
                values.append((String(line[..<colon]).lowercased(), ExportHead.listed(value)))
            }
        }
    }

    private static let shown = [
        "dnr": "Dnr", "bilaga": "Bilaga", "handläggare": "Handläggare", "datum": "Datum", "organ": "Organ",
        "tid": "Tid",
        "plats": "Plats", "kallelse": "Kallelse", "ordförande": "Ordförande", "sekreterare": "Sekreterare",
        "närvarande": "Närvarande", "ersättare": "Ersättare", "övriga": "Övriga", "justerare": "Justerare",
        "justerat": "Justerat", "anslaget": "Anslaget", "förvaras": "Förvaras", "dagordning": "Dagordning",
    ]
    private static let derived = ["Organ", "Datum"]

    /// "Protokoll, Förbundsstyrelsen 2020-09-18", for what is of a meeting.
    var title: String? { meeting.map { "\(isRecord ? "Protokoll" : "Kallelse"), \($0.body) \($0.date)" } }

    /// The export puts a title above a text without one of its own.
    var hasTitleLine: Bool { value("titel") != nil || isMeeting }

    var rows: [Row] {
        let known = (isRecord ? meeting : nil).map { [("Organ", $0.body), ("Datum", $0.date)] } ?? []
        let derived = known.filter { value($0.0.lowercased()) == nil }
            .map { Row(key: $0.0.lowercased(), label: $0.0, value: $0.1, isOwn: false) }
        return derived
            + values.compactMap { key, value in
                let isBody = isBody(key) && value.first?.isNumber ?? false
                guard !value.isEmpty, let name = ExportHead.shown[key] ?? (isBody ? key.uppercased() : nil) else {
                    return nil
                }
                return Row(key: key, label: name, value: value)
            }
    }

    /// A row that the head has no key for, in an exported record.
    func isDerived(_ label: String) -> Bool {
        isRecord && ExportHead.derived.contains { $0.foldedWords == label.foldedWords && value($0.lowercased()) == nil }
    }

    /// A body's code, and no key that the table shows.
    func isBody(_ key: String) -> Bool { (1...5).contains(key.count) && ExportHead.shown[key] == nil }

    /// The key that a row somebody has added is of: one that is shown, or a body's code with a day.
    func key(of label: String, _ value: String) -> String? {
        if let known = ExportHead.shown.first(where: { $0.value.foldedWords == label.foldedWords }) { return known.key }
        let isBody = (1...5).contains(label.count) && label.allSatisfy(\.isLetter) && value.startsWithDigit
        return isBody ? label.lowercased() : nil
    }

    /// A mark of secrecy, the title where the text has none, and the table: a block each.
    func lead(for body: String, _ part: WordExport.Part) -> [String] {
        var blocks: [String] = []
        if value("synlighet") == "sekretess" {
            blocks.append("**SEKRETESS**" + (value("sekretess").map { ": " + MarkdownText.escaped($0) } ?? ""))
        }
        switch part {
        case .whole: break
        case .paragraph: blocks.append("**Protokollsutdrag**")
        case .decisions: blocks.append("**Beslutslista**")
        }
        if ExportBody.title(body) == nil, let title = value("titel") ?? (part == .whole ? title : nil) {
            blocks.append("# " + MarkdownText.escaped(title))
        }
        let rows = rows.map { row in
            "| \(row.label) | \(MarkdownText.inlineEscaped(row.value).replacing("|", with: "\\|")) |"
        }
        guard let first = rows.first else { return blocks }
        blocks.append(([first, "| --- | --- |"] + rows.dropFirst()).joined(separator: "\n"))
        return blocks
    }

    func value(_ key: String) -> String? { values.first { $0.key == key }?.value }

    /// `[Förbundschefen, Ekonomen]` as people write it.
    private static func listed(_ value: String) -> String {
        guard value.hasPrefix("["), value.hasSuffix("]"), value.count > 1 else { return value }
        return value.dropFirst().dropLast().split(separator: ",").map { unquoted(String($0).trimmed) }
            .joined(separator: ", ")
    }

    private static func unquoted(_ value: String) -> String {
        guard value.count > 1, value.hasPrefix("\""), value.hasSuffix("\"") else { return value }
        return String(value.dropFirst().dropLast())
    }
}
