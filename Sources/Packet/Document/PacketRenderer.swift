import Meetings
import PDFWork
import Register
import Site
import Theme

/// Makes the packet's one print document. What a file became is not known before it is prepared: without outcomes the
/// document has its texts alone, which is what decides whether a packet has to be made anew.
struct PacketRenderer: Sendable {
    let edition: Edition
    let theme: Theme
    let templates: PacketTemplates
    let plan: PacketPlan
    let links: PageLinks

    init(_ edition: Edition, theme: Theme, templates: PacketTemplates, plan: PacketPlan) {
        (self.edition, self.theme, self.templates, self.plan) = (edition, theme, templates, plan)
        links = PageLinks(plan, edition.register)
    }
}

extension PacketRenderer {
    private var register: SeenRegister { edition.register }
    private var meeting: LinkedMeeting { register.meetings[plan.meeting] }
    private var row: MeetingRow { edition.meetingRows[plan.meeting] }

    /// "Handlingar till Förbundsstyrelsen 11 december 2026"
    var title: String { words("utskick_titel", row.body, row.dateText) }

    func html(_ outcomes: [Int: PaperOutcome]) -> [UInt8] {
        var placeholder = 0
        var sheets: [Sheet] = []
        let lines = plan.papers.indices.map { line($0, outcomes[$0]) }
        let papers = plan.papers.indices.map { index in
            var pages: [SheetContext] = []
            if case .placed(let report, _, _) = outcomes[index] {
                for (number, size) in report.pages.enumerated() {
                    let sheet = Sheet(for: size)
                    if !sheets.contains(where: { $0.name == sheet.name }) { sheets.append(sheet) }
                    pages.append(
                        SheetContext(
                            sheet: sheet, isFirst: number == 0, picture: PacketRenderer.picture(placeholder),
                            description: words(
                                "utskick_bildtext", bookmark(index), "\(number + 1)", "\(report.pages.count)")))
                    placeholder += 1
                }
            }
            return context(index, lines, outcomes[index], pages)
        }
        let text = meeting.meeting.text.map { prose in
            part(edition.place(prose, root: "", .meeting(plan.meeting)), mark: "kallelse-")
        }
        let content = PacketPage(
            meeting: row, organisation: edition.site.name, title: title,
            isForMembers: register.audience == .members, text: text, agenda: agenda(lines), papers: papers,
            missingNumbers: missingNumbers, sheets: Array(sheets.map(\.rule).joined().utf8))
        var page: [UInt8] = []
        templates.papers.render(edition.frame(content, title: title, address: ""), into: &page)
        return page
    }

    /// What the document calls the picture that stands for a page.
    static func picture(_ placeholder: Int) -> String { "plats/\(placeholder).png" }

    static func placeholder(in address: String) -> Placeholder? {
        guard address.hasPrefix("plats/"), address.hasSuffix(".png") else { return nil }
        return Int(address.dropFirst("plats/".utf8.count).dropLast(".png".utf8.count)).map { Placeholder(number: $0) }
    }

    /// "Bilaga 6.1 Ansökan", "Lokaler"
    func bookmark(_ index: Int) -> String {
        let paper = plan.papers[index]
        return [label(paper), paper.title].compactMap(\.self).joined(separator: " ")
    }

    func words(_ key: String, _ arguments: String...) -> String {
        var text = theme.string(key) ?? key
        for (index, argument) in arguments.enumerated() { text = text.replacing("{\(index)}", with: argument) }
        return text
    }
}

extension PacketRenderer {
    private func label(_ paper: PlannedPaper) -> String? {
        paper.number.map { "\(edition.words[.attachment])\u{A0}\($0)" }
    }

    private func line(_ index: Int, _ outcome: PaperOutcome?) -> PacketLine {
        let paper = plan.papers[index]
        var note: String?
        switch (paper.content, outcome) {
        case (_, .placed(let report, _, _)):
            note = report.pages.count == 1 ? words("en_sida") : words("flera_sidor", "\(report.pages.count)")
        case (.attached(_, let name, _), _):
            note = words("utskick_bifogad", edition.words.fileType(MediaType.ending(name)))
        case (.missing, _): note = edition.words[.missing]
        default: break
        }
        return PacketLine(
            number: paper.number?.description, dnr: register.matters[paper.matter].diaryNumber?.text,
            title: paper.title, anchor: paper.anchor, note: note, isMembersOnly: paper.isMembersOnly)
    }

    private func agenda(_ lines: [PacketLine]) -> [PacketItem] {
        let own = Dictionary(grouping: plan.papers.indices) { plan.papers[$0].matter }
        let items = AgendaPosition.all(meeting.agenda).map { position, item in
            switch item.content {
            case .heading(let text):
                return PacketItem(position: position, heading: text, matter: nil, secret: nil, papers: [])
            case .matter(let matter, _):
                let owner = register.matters[matter]
                if owner.visibility == .secret {
                    let secret = SecretLine(dnr: owner.diaryNumber?.text, ground: owner.secrecyGround)
                    return PacketItem(position: position, heading: nil, matter: nil, secret: secret, papers: [])
                }
                let own = own[matter] ?? []
                let text = own.first { plan.papers[$0].isMatter }
                return PacketItem(
                    position: position, heading: nil, matter: text.map { lines[$0] }, secret: nil,
                    papers: own.filter { !plan.papers[$0].isMatter }.map { lines[$0] })
            }
        }
        return PacketItem.nested(items)
    }

    private func context(
        _ index: Int, _ lines: [PacketLine], _ outcome: PaperOutcome?, _ pages: [SheetContext]
    ) -> PaperContext {
        let (paper, line) = (plan.papers[index], lines[index])
        var html: [UInt8]?
        var picture: String?
        var notice: NoticeContext?
        switch paper.content {
        case .matter(let consultation): html = matter(paper, line, consultation, lines)
        case .text(let prose): html = text(paper, line, prose)
        case .picture: picture = paper.address.map { PageLinks.pictureFolder + $0 }
        case .missing: notice = NoticeContext(text: words("utskick_saknas"), fileName: nil, size: nil)
        case .pdf(_, let name, let size), .attached(_, let name, let size):
            if case .failed(let reason) = outcome { notice = self.notice(reason, name, size) }
        }
        return PaperContext(
            line: line, isMatter: paper.isMatter, bookmark: bookmark(index), label: label(paper), html: html,
            picture: picture, notice: notice, pages: pages)
    }

    private func notice(_ reason: PaperOutcome.Reason, _ name: String, _ size: Int) -> NoticeContext {
        let key =
            switch reason {
            case .otherKind, .officeMissing, .notConverted: "utskick_besked_filtyp"
            case .locked: "utskick_besked_last"
            case .noPages: "utskick_besked_tom"
            case .damaged, .tookTooLong, .tooMuchMemory: "utskick_besked_skadad"
            }
        let isAttached = size <= PacketMaker.largestAttachment
        return NoticeContext(
            text: words(key) + (isAttached ? "" : " " + words("utskick_for_stor")),
            fileName: isAttached ? name : nil, size: isAttached ? edition.words.size(size) : nil)
    }

    private func matter(
        _ paper: PlannedPaper, _ line: PacketLine, _ consultation: ConsultationIndex, _ lines: [PacketLine]
    ) -> [UInt8] {
        let content = MatterPaper(
            page: edition.matterFrame(paper.matter, at: consultation).content.value,
            row: edition.matterRows[paper.matter], number: line.number, way: way(paper.matter, consultation),
            papers: plan.papers.indices.filter { plan.papers[$0].matter == paper.matter && !plan.papers[$0].isMatter }
                .map { lines[$0] })
        var html: [UInt8] = []
        templates.matter.render(edition.frame(content, title: paper.title, address: ""), into: &html)
        return links.rewritten(html, mark: "\(paper.anchor)-")
    }

    private func text(_ paper: PlannedPaper, _ line: PacketLine, _ prose: Prose) -> [UInt8] {
        let content = TextPaper(
            line: line, matterTitle: register.matters[paper.matter].title,
            text: edition.place(prose, root: "", .matter(paper.matter)))
        var html: [UInt8] = []
        templates.text.render(edition.frame(content, title: paper.title, address: ""), into: &html)
        return links.rewritten(html, mark: "\(paper.anchor)-")
    }

    private func part(_ prose: PlacedProse, mark: String) -> [UInt8] {
        var html: [UInt8] = []
        prose.append(to: &html)
        return links.rewritten(html, mark: mark)
    }

    /// The meetings up to this one: a packet does not change with what is decided after it.
    private func way(_ matter: MatterIndex, _ consultation: ConsultationIndex) -> [WayStep] {
        let all = register.consultations[matter]
        return all.indices.prefix { $0 <= consultation }.map { index in
            let own = all[index]
            let entries = index < consultation ? edition.entries(of: own) : []
            let outcomes = entries.map { entry in
                let label = entry.decision.flatMap { edition.label($0, of: [matter], at: own.id) }
                return ["§\u{A0}\(entry.number)", label].compactMap(\.self).joined(separator: ", ")
            }
            let outcome = outcomes.isEmpty ? nil : outcomes.joined(separator: "; ")
            let row = edition.meetingRows[own.meeting]
            return WayStep(
                body: row.body, date: row.dateText,
                role: words(edition.isDeciding(own.id) ? "roll_beslutar" : "roll_bereder"), outcome: outcome)
        }
    }

    private var missingNumbers: String? {
        let numbers = plan.missingNumbers.map(\.description)
        guard let last = numbers.last else { return nil }
        return numbers.count == 1
            ? last : numbers.dropLast().joined(separator: ", ") + " \(words("och")) " + last
    }
}

extension PageLinks {
    init(_ plan: PacketPlan?, _ register: SeenRegister) {
        var anchors: [String: String] = [:]
        for paper in plan?.papers ?? [] { if let address = paper.address { anchors[address] = paper.anchor } }
        if let plan { anchors[Addresses.meeting(register.meetings[plan.meeting].meeting.id)] = "foredragningslista" }
        var pictures: [String: String] = [:]
        for other in register.others { pictures[PlannedPage.published(other.file.path)] = other.file.location }
        for matter in register.matters where matter.visibility != .secret {
            for attachment in matter.attachments {
                if case .file(let location, _, _) = attachment.content {
                    pictures[Addresses.attachment(attachment, of: matter) ?? ""] = location
                }
            }
        }
        self.init(
            anchors: anchors, pictures: pictures,
            // The members' site has no address that klubba knows.
            site: register.audience == .public ? register.profile.address : nil)
    }
}
