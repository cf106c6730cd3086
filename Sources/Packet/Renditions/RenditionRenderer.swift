import Meetings
import Register
import Site
import System
import Theme

/// Makes the print document of one text for the archive.
struct RenditionRenderer: Sendable {
    private let edition: Edition
    private let theme: Theme
    private let templates: PacketTemplates
    private let frame: Template<PageFrame<RenditionPage>>
    private let links: PageLinks

    init(_ register: SeenRegister, theme: Theme, problems: inout [ThemeProblem]) {
        // An archive gets a record in its own words: a theme's may be others, and differ between bodies.
        edition = Edition(register, theme: theme, outcomesAsWritten: true)
        self.theme = theme
        templates = PacketTemplates(theme, problems: &problems)
        frame = Self.frame(theme, problems: &problems)
        links = PageLinks(nil, register)
    }

    static func frame(_ theme: Theme, problems: inout [ThemeProblem]) -> Template<PageFrame<RenditionPage>> {
        theme.template("arkivhandling", for: PageFrame<RenditionPage>.self, problems: &problems)
    }
}

extension RenditionRenderer {
    private var register: SeenRegister { edition.register }

    func html(_ rendition: Rendition) throws(PacketFailure) -> [UInt8] {
        var page: [UInt8]
        switch rendition.content {
        case .matter(let matter): page = framed(rendition, inner(matter), decisions: decisions(matter))
        case .attachment(let place, let matter): page = framed(rendition, attachment(place, of: matter))
        case .summons(let meeting): page = framed(rendition, summons(meeting), needsHeading: true)
        case .minutes(let meeting): page = minutes(rendition, meeting)
        case .plain(let text): page = framed(rendition, plain(text), needsHeading: true)
        }
        // A word that is cut at a line's end is found by no search.
        if let end = page.firstRange(of: Array("</head>".utf8)) {
            page.insert(contentsOf: "<style>body.utskick { hyphens: manual; }</style>\n".utf8, at: end.lowerBound)
        }
        let pictures = Dictionary(links.pictures(in: page).map { ($0.name, $0.location) }) { first, _ in first }
        let assets = Dictionary(theme.assets.map { ("./" + $0.path, $0.bytes) }) { first, _ in first }
        page = try Inlining.inlined(page) { address throws(PacketFailure) in
            pictures[address].flatMap { FileBytes.ifReadable($0) } ?? assets[address]
        }
        return page
    }

    private func framed(
        _ rendition: Rendition, _ html: [UInt8], needsHeading: Bool = false, decisions: [RenditionDecision] = []
    ) -> [UInt8] {
        let content = RenditionPage(
            title: rendition.title, mark: rendition.mark.isEmpty ? nil : rendition.mark, label: edition.site.name,
            needsHeading: needsHeading, html: html, decisions: decisions)
        var page: [UInt8] = []
        frame.render(edition.frame(content, title: rendition.title, address: ""), into: &page)
        return page
    }

    private func inner(_ matter: MatterIndex) -> [UInt8] {
        let content = MatterPaper(
            page: edition.matterFrame(matter).content.value, row: edition.matterRows[matter], number: nil, way: [],
            papers: [])
        var html: [UInt8] = []
        templates.matter.render(
            edition.frame(content, title: register.matters[matter].title, address: ""), into: &html)
        return links.rewritten(html, mark: "")
    }

    /// "Förbundsstyrelsen 18 september 2020, § 45: bifall", as the record writes it.
    private func decisions(_ matter: MatterIndex) -> [RenditionDecision] {
        register.consultations[matter].flatMap { consultation in
            let row = edition.meetingRows[consultation.meeting]
            return edition.entries(of: consultation).map { entry in
                let outcome = entry.decision?.written.map { ": \($0)" } ?? ""
                return RenditionDecision(text: "\(row.body) \(row.dateText), §\u{A0}\(entry.number)\(outcome)")
            }
        }
    }

    private func attachment(_ place: Int, of matter: MatterIndex) -> [UInt8] {
        let attachment = register.matters[matter].attachments[place]
        guard case .text(let prose, _) = attachment.content else { return [] }
        let line = PacketLine(
            number: attachment.number?.description, dnr: register.matters[matter].diaryNumber?.text,
            title: attachment.title, anchor: "text", note: nil, isMembersOnly: attachment.visibility == .members)
        let content = TextPaper(
            line: line, matterTitle: register.matters[matter].title,
            text: edition.place(prose, root: "", .matter(matter)))
        var html: [UInt8] = []
        templates.text.render(edition.frame(content, title: attachment.title, address: ""), into: &html)
        return links.rewritten(html, mark: "")
    }

    private func summons(_ meeting: MeetingIndex) -> [UInt8] {
        let linked = register.meetings[meeting]
        let row = edition.meetingRows[meeting]
        var html: [UInt8] = []
        func facts(_ text: String?) { if let text { html += "<p>\(RenditionRenderer.escaped(text))</p>\n".utf8 } }
        facts("\(row.body) \(row.dateText)" + (linked.meeting.time.map { ", \($0)" } ?? ""))
        facts(linked.meeting.place)
        if let prose = linked.meeting.text {
            var text: [UInt8] = []
            edition.place(prose, root: "", .meeting(meeting)).append(to: &text)
            html += "<div class=\"text\">".utf8 + links.rewritten(text, mark: "") + "</div>\n".utf8
        }
        if !linked.agenda.isEmpty {
            html += "<ol>\n".utf8
            for item in linked.agenda { html += "<li>\(RenditionRenderer.escaped(line(item)))</li>\n".utf8 }
            html += "</ol>\n".utf8
        }
        return html
    }

    private func line(_ item: AgendaItem) -> String {
        switch item.content {
        case .heading(let text): return text
        case .matter(let index, let consultation):
            let matter = register.matters[index]
            let number = register.consultations[index][consultation].number.map { "bilaga\u{A0}\($0)" }
            return ([matter.title] + [matter.diaryNumber?.text, number].compactMap(\.self)).joined(separator: ", ")
        }
    }

    /// The record's own document, with the mark in its head.
    private func minutes(_ rendition: Rendition, _ meeting: MeetingIndex) -> [UInt8] {
        let renderer = RecordRenderer(edition, theme: theme, templates: templates, meeting: meeting)
        let html = renderer.document(.minutes).html
        let mark = Array("data-huvud=\"".utf8)
        guard let place = html.firstRange(of: mark), !rendition.mark.isEmpty else { return html }
        return html[..<place.upperBound] + Array("\(RenditionRenderer.escaped(rendition.mark)) · ".utf8)
            + html[place.upperBound...]
    }

    /// A line in capitals is a heading, lines with tabs are a table's rows, and what stands between blank lines a paragraph.
    private func plain(_ text: String) -> [UInt8] {
        var html = ""
        for part in text.split(separator: "\n\n") {
            let lines = part.split(separator: "\n").map { RenditionRenderer.escaped(String($0)) }
            if lines.count == 1, lines[0].contains(where: \.isLetter), lines[0] == lines[0].uppercased() {
                html += "<h2>\(lines[0].prefix(1))\(lines[0].dropFirst().lowercased())</h2>\n"
            } else if lines[0].contains("\t") {
                html += RenditionRenderer.table(lines)
            } else {
                html += "<p>\(lines.joined(separator: "<br>\n"))</p>\n"
            }
        }
        return Array(html.utf8)
    }

    private static func table(_ lines: [String]) -> String {
        func row(_ line: String, _ cell: String, _ mark: String = "") -> String {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            return "<tr>" + cells.map { "<\(cell)\(mark)>\($0)</\(cell)>" }.joined() + "</tr>\n"
        }
        return "<table>\n<thead>\n" + row(lines[0], "th", " scope=\"col\"") + "</thead>\n<tbody>\n"
            + lines.dropFirst().map { row($0, "td") }.joined() + "</tbody>\n</table>\n"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
