import Meetings

/// What a record's §§ are about, by the key of the ärende's dnr.
public struct ExportedMatters: Sendable {
    var titles: [String: String] = [:]
    /// Of the proposal, as Markdown.
    var clauses: [String: [String]] = [:]

    public init() {}
}

/// A text's body as Word shall show it.
enum ExportBody {
    /// The first heading's words.
    static func title(_ body: String) -> String? {
        body.split(separator: "\n").first { $0.hasPrefix("# ") }.map { MarkdownText.plain(String($0.dropFirst(2))) }
    }

    /// Att-satser as a numbered list, facts a line each, each § with the title of its ärende; and in a part of a record,
    /// which goes to others, the clauses that a bifall decides.
    static func shown(_ body: String, _ part: WordExport.Part, _ matters: ExportedMatters) -> String {
        var lines: [String] = []
        var (key, clauses): (String?, [String]) = (nil, [])
        let own = body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for (index, line) in own.enumerated() {
            if line.hasPrefix("## "), let heading = RecordHeading(String(line.dropFirst(3))),
                let dnr = heading.diaryNumber
            {
                key = DiaryNumber.key(of: dnr)
                lines.append(titled(line, heading, dnr, matters.titles[DiaryNumber.key(of: dnr)]))
                continue
            }
            if line.hasPrefix("## ") { key = nil }
            if part != .whole, isApproval(line) { clauses = key.flatMap { matters.clauses[$0] } ?? [] }
            let next = index + 1 < own.count ? own[index + 1] : ""
            lines.append(numbered(line) + (isFact(line) && isFact(next) ? "\\" : ""))
            if next.trimmed.isEmpty, !clauses.isEmpty {
                lines += ["", "Förslaget som bifölls:", ""] + clauses.map { "1. " + $0 }
                clauses = []
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func numbered(_ line: String) -> String {
        line.hasPrefix("- **att**") || line.hasPrefix("- att ") ? "1. " + line.dropFirst(2) : line
    }

    /// `## § 17 2026:09` as `## § 17 Samlad ingång (dnr 2026:09)`.
    private static func titled(_ line: String, _ heading: RecordHeading, _ dnr: String, _ title: String?) -> String {
        guard let title, heading.title.isEmpty else { return line }
        return "## § \(heading.number) \(MarkdownText.inlineEscaped(title)) (dnr \(dnr))"
    }

    /// "Beslut: bifall", "Besvarar: § 5": one of several facts that stand below one another.
    private static func isFact(_ line: String) -> Bool {
        guard let colon = line.firstIndex(of: ":"), line.first?.isUppercase ?? false else { return false }
        let after = line[line.index(after: colon)...]
        return after.hasPrefix(" ") && line[..<colon].count <= 30
            && line[..<colon].allSatisfy { $0.isLetter || $0 == " " }
    }

    private static func isApproval(_ line: String) -> Bool {
        line.hasPrefix("Beslut:") && ["bifall", "bifalles", "bifalls"].contains(String(line.dropFirst(7)).foldedWords)
    }
}
