import Content
import Diagnostics
import Documents
import Meetings
import Register

/// The one gate (FORMAT §8).
struct Gate {
    let audience: Audience
    let rules: PersonalDataRules
    var diagnostics: [Diagnostic] = []
    var toldNumbers: Set<IdentityNumber> = []
    var hiddenFiles: Set<String> = []
    var hiddenSlugs: Set<Slug> = []
    /// Meetings whose own file is not for this audience.
    var hiddenMeetings: Set<MeetingID> = []
    /// What agendas may call the matters that this audience does not see.
    var hiddenNames = HiddenNames()

    /// Of each record, what looks like a § to a reader and is none.
    var almostParagraphs: [String: [(line: Int, heading: String)]] = [:]

    /// What a person has looked at.
    let reviews: Reviews

    init(audience: Audience, rules: PersonalDataRules, reviews: Reviews = Reviews()) {
        (self.audience, self.rules, self.reviews) = (audience, rules, reviews)
    }
}

extension Gate {
    mutating func admit(_ source: MatterSource) -> Matter? {
        let matter = source.matter
        guard audience.maySee(matter.visibility) else {
            hide(matter.file)
            for attachment in matter.attachments { hide(attachment) }
            hiddenSlugs.formUnion(matter.formerNumbers.compactMap { Slug($0.text) })
            let isStub = Gate.leavesStub(matter)
            hiddenNames.insert(matter, stub: isStub)
            if isStub { return stub(of: matter) }
            hiddenSlugs.insert(matter.slug)
            return nil
        }
        check(source.personalData)
        let seesAll = matter.attachments.allSatisfy { audience.maySee($0.visibility) }
        if seesAll, source.attachmentData.allSatisfy(\.isPublishedAsItIs) {
            for data in source.attachmentData { check(data) }
            return matter
        }
        var admitted = matter.admitting { audience.maySee($0.visibility) }
        admitted.attachments = zip(matter.attachments, source.attachmentData).compactMap { attachment, data in
            guard audience.maySee(attachment.visibility) else {
                hide(attachment)
                return nil
            }
            check(data)
            let own = isPublishable(attachment.file, data) ? published(attachment, data) : withheld(attachment)
            return withOriginal(own, data.originals)
        }
        return admitted
    }

    /// The original of a Markdown bilaga is a file like any other: left out where nobody could read it, and without traces.
    private mutating func withOriginal(_ attachment: Attachment, _ data: [PersonalData]) -> Attachment {
        guard let original = attachment.original, let data = data.first else { return attachment }
        var own = attachment
        check(data)
        if !isPublishable(original.file, data) {
            hide(original.file)
            own.original = nil
        } else if let copy = data.copy {
            own.original = Attachment.Original(
                path: copy.location, name: original.name, size: copy.size, file: original.file)
        }
        return own
    }

    /// What is secret leaves its dnr, if it has one.
    static func leavesStub(_ matter: Matter) -> Bool { matter.visibility == .secret && matter.diaryNumber != nil }

    /// A bilaga that nobody could read and nobody has looked at: its title alone.
    private mutating func withheld(_ attachment: Attachment) -> Attachment {
        hide(attachment.file)
        var bare = attachment
        (bare.content, bare.isUnreviewed, bare.text) = (.missing, true, nil)
        return bare
    }

    /// A bilaga as its readers get it: without traces.
    private func published(_ attachment: Attachment, _ data: PersonalData) -> Attachment {
        guard let copy = data.copy, case .file(_, let name, _) = attachment.content else { return attachment }
        var own = attachment
        own.content = .file(path: copy.location, name: name, size: copy.size)
        return own
    }

    /// Whether a file may be published: it was read, or a person has looked at it. Tells what was not (FORMAT §8).
    mutating func isPublishable(_ file: String, _ data: PersonalData) -> Bool {
        // What the machine cannot read is left out of nothing: as with a text, nothing is built.
        if case .unreadable(let reason) = data.unread {
            diagnostics.append(Diagnostic(Place(file), .unreadableFile(reason: reason)))
            return false
        }
        guard let unread = data.unread, !reviews.isRead(file) else { return true }
        if let seen = data.seen {
            diagnostics.append(Diagnostic(Place(file), .reviewedWithoutBytes(by: seen)))
            return true
        }
        let isOut = audience == .public
        diagnostics.append(Diagnostic(Place(file), .fileNotRead(UnreadReason(unread), isLeftOut: isOut)))
        return !isOut
    }

    private func stub(of matter: Matter) -> Matter {
        // The name of its file may tell what it is about.
        var stub = Matter(
            diaryNumber: matter.diaryNumber, title: "", slug: matter.slug, visibility: .secret,
            file: "content/arenden/\(matter.slug)")
        stub.secrecyGround = matter.secrecyGround
        (stub.handlings, stub.numbers) = (matter.handlings, matter.placesAlone)
        return stub
    }

    /// Lines that name a hidden matter go with it; one that names a secret matter keeps its dnr alone.
    mutating func admit(_ source: MeetingSource) -> Meeting? {
        var meeting = source.meeting
        guard audience.maySee(meeting.visibility) else {
            if let file = meeting.file { hide(file) }
            for paper in meeting.papers { hide(paper.file) }
            hiddenMeetings.insert(meeting.id)
            return nil
        }
        check(source.personalData)
        meeting.papers = admit(meeting.papers, source.paperData)
        meeting.agenda = admit(meeting.agenda, source.agendaPlaces)
        return meeting
    }

    /// A line that goes takes what stands below it along.
    private mutating func admit(_ agenda: [AgendaLine], _ places: [Place]) -> [AgendaLine] {
        var isPointGone = false
        return zip(agenda, places).compactMap { line, place -> AgendaLine? in
            if line.level == .subpoint && isPointGone { return nil }
            let reading = hiddenNames.reading(of: line.text)
            if reading.mayBeHidden { diagnostics.append(Diagnostic(place, .lineOfHidden(text: line.text))) }
            if line.level == .point { isPointGone = reading.text == nil }
            return reading.text.map { AgendaLine(unnumbered: $0, level: line.level) }
        }
    }

    /// A meeting's own files.
    mutating func admit(_ papers: [MeetingPaper], _ data: [PersonalData]) -> [MeetingPaper] {
        zip(papers, data).compactMap { paper, data in
            guard admit(paper.visibility, paper.file, data), isPublishable(paper.file, data) else { return nil }
            guard let copy = data.copy else { return paper }
            return MeetingPaper(
                kind: paper.kind, location: copy.location, name: paper.name, size: copy.size,
                visibility: paper.visibility, file: paper.file)
        }
    }

    mutating func admit(_ visibility: Visibility, _ file: String, _ data: PersonalData) -> Bool {
        guard audience.maySee(visibility) else {
            hide(file)
            return false
        }
        check(data)
        return true
    }

    private mutating func hide(_ attachment: Attachment) {
        if case .missing = attachment.content { return }
        hide(attachment.file)
        attachment.original.map { hide($0.file) }
    }

    /// A draft leaves nothing: no page, and no line of an agenda.
    mutating func hide(_ held: HeldTexts) {
        for source in held.drafts {
            hide(source.matter.file)
            hiddenSlugs.insert(source.matter.slug)
            hiddenNames.insert(source.matter, stub: false)
            for attachment in source.matter.attachments { hide(attachment) }
        }
        for attachment in held.attachments { hide(attachment) }
    }

    mutating func hide(_ file: String) {
        if file.hasPrefix("content/") { hiddenFiles.insert(String(file.dropFirst("content/".utf8.count))) }
    }

    /// What is published may hold no more personal data than the site's profile allows. That somebody has looked at a
    /// text makes no personnummer public. The members' site is no publication: there a stop is a warning.
    mutating func check(_ data: PersonalData) {
        for finding in data.gone where rules.identityNumber != .allow {
            let part = finding.part.map { FilePart($0) } ?? .part(finding.spot)
            diagnostics.append(Diagnostic(finding.place, .identityNumberInTraces(part)))
        }
        if let traces = data.traces, let file = data.file {
            diagnostics.append(Diagnostic(Place(file), .tracesLeft(isToolMissing: traces == .toolMissing)))
        }
        for finding in data.findings {
            let part = finding.part.map { FilePart($0) }
            let (action, problem): (PersonalDataRules.Action, Problem) =
                switch finding.kind {
                case .identityNumber:
                    (rules.identityNumber, .identityNumber(address: nil, part: part))
                case .email: (rules.email, .emailAddress)
                case .phone: (rules.phone, .phoneNumber)
                }
            if data.reviewed != nil && finding.kind != .identityNumber { continue }
            if action == .allow { continue }
            if let number = finding.number { toldNumbers.insert(number) }
            if reviews.isNone(finding) { continue }
            let stops = action == .stop && audience == .public
            diagnostics.append(Diagnostic(finding.place, problem, severity: stops ? .error : .warning))
        }
    }
}
