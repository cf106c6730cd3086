import Content
import Meetings

/// A text to export: one of content/, or one that is made of what its ärenden say.
public struct ExportItem: Sendable {
    /// Relative to content/.
    public let path: String
    var text: String?
}

/// The texts of a site that can be exported, by what a person calls them.
struct ExportSources: Sendable {
    let content: String
    let sources: SiteSources

    /// Relative to content/.
    var all: [String] {
        let matters = sources.matters.map(\.matter.file)
        let meetings = sources.meetings.flatMap { meeting in
            ["moten/\(meeting.meeting.id.slug).md", "moten/\(meeting.meeting.id.slug).protokoll.md"]
        }
        return (matters.map(inContent) + meetings).filter { exists($0) }
    }

    func one(_ what: String, _ kind: ExportKind?, _ paragraph: Int?) throws(ExportRefusal) -> ExportItem {
        if let matter = sources.matters.first(where: { $0.matter.diaryNumber?.key == DiaryNumber.key(of: what) }) {
            try hold(what, kind, paragraph)
            return ExportItem(path: inContent(matter.matter.file))
        }
        let record = "moten/\(what).protokoll.md"
        let summons = "moten/\(what).md"
        if kind != .kallelse, exists(record) { return ExportItem(path: record) }
        if kind == nil || kind == .kallelse {
            if exists(summons) { return ExportItem(path: summons) }
            if let text = madeSummons(what) { return ExportItem(path: summons, text: text) }
        }
        let path = inContent(what)
        if path.hasSuffix(".md"), !path.contains(".."), exists(path) {
            if !path.hasPrefix("moten/") { try hold(what, kind, paragraph) }
            return ExportItem(path: path)
        }
        if sources.meetings.contains(where: { $0.meeting.id.slug == what }) || madeSummons(what) != nil
            || exists(summons) || exists(record)
        {
            throw .meetingWithout(what, kind == .kallelse ? .kallelse : .protokoll)
        }
        throw .unknown(what)
    }

    /// An ärende has no record, kallelse or §.
    private func hold(_ what: String, _ kind: ExportKind?, _ paragraph: Int?) throws(ExportRefusal) {
        if kind != nil || paragraph != nil { throw .noMeeting(what) }
    }

    /// A meeting that only its ärenden name has them as its agenda.
    private func madeSummons(_ slug: String) -> String? {
        let matters = sources.matters.filter { source in
            source.matter.handlings.contains { $0.meetings.contains { $0.slug == slug } }
        }
        guard let meeting = matters.first?.matter.handlings.flatMap(\.meetings).first(where: { $0.slug == slug }) else {
            return nil
        }
        let points = matters.map { $0.matter.diaryNumber?.text ?? $0.matter.title }.map { "  - \(quoted($0))\n" }
        return "---\norgan: \(meeting.body.text)\ndatum: \(meeting.date)\ndagordning:\n\(points.joined())---\n"
    }

    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// Whose meeting a record or a kallelse is of, and its day.
    func meeting(of path: String) -> (body: String, date: String)? {
        guard path.hasPrefix("moten/"), path.hasSuffix(".md") else { return nil }
        let ending = path.hasSuffix(".protokoll.md") ? ".protokoll.md" : ".md"
        let slug = path.dropFirst("moten/".count).dropLast(ending.count)
        let body = sources.profile.bodies.first { slug.hasPrefix($0.code.slug.text + "-") }
        return body.map { ($0.name, String(slug.dropFirst($0.code.slug.text.count + 1))) }
    }

    /// What an ärende's title and clauses are, by the key of its dnr: of those that everybody may see.
    var decided: ExportedMatters {
        var decided = ExportedMatters()
        for matter in sources.matters.map(\.matter) where matter.visibility == .public {
            guard let key = matter.diaryNumber?.key else { continue }
            decided.titles[key] = matter.title
            decided.clauses[key] = matter.proposal?.clauses.map {
                ($0.hasAtt ? "**att** " : "") + MarkdownText.inlineEscaped($0.text)
            }
        }
        return decided
    }

    /// The mark of a paper that is not for everybody: by its own head, its ärende's, or that of an ärende that its §§ are
    /// about.
    func secrecy(of path: String, _ text: String, _ paragraph: Int?) -> String? {
        let own = ExportSecrecy.mark(of: text)
        if let own, own.hasPrefix("SEKRETESS") { return own }
        return shared(of: path, text, paragraph) ?? own
    }

    private func shared(of path: String, _ text: String, _ paragraph: Int?) -> String? {
        let parts = path.split(separator: "/")
        if parts.first == "arenden", parts.count > 2,
            let bytes = try? FileSystem.disk.read(content + "/arenden/\(parts[1])/arende.md", 8 << 20)
        {
            return ExportSecrecy.mark(of: String(decoding: bytes, as: UTF8.self))
        }
        guard path.hasSuffix(".protokoll.md") else { return nil }
        let headings = text.split(separator: "\n").filter { line in
            line.hasPrefix("## ") && (paragraph.map { line.contains("§ \($0) ") } ?? true)
        }
        let secret = sources.matters.first { matter in
            guard matter.matter.visibility == .secret, let dnr = matter.matter.diaryNumber?.text else { return false }
            return headings.contains { $0.contains(dnr) }
        }
        return secret.map { ExportSecrecy.mark(ground: $0.matter.secrecyGround) }
    }

    private func inContent(_ path: String) -> String {
        path.hasPrefix("content/") ? String(path.dropFirst(8)) : path
    }

    private func exists(_ path: String) -> Bool { (try? FileSystem.disk.status(content + "/" + path)) != nil }
}
