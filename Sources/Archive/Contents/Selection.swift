import Diagnostics
import Meetings
import Register

/// Which ärenden and meetings of a site belong to a package (ARCHIVE §2).
struct Selection: Sendable {
    /// In rising order.
    let matters: [MatterIndex]
    let meetings: [MeetingIndex]
    /// What was left out, and why.
    let diagnostics: [Diagnostic]
}

extension Selection {
    init(_ scope: ArchiveScope, of site: ArchiveSite, _ closings: Closings) throws(ArchiveFailure) {
        switch scope {
        case .whole: self = Selection.whole(site)
        case .year(let year): self = try Selection.year(year, site, closings)
        case .meeting(let meeting): self = try Selection.meeting(meeting, site)
        }
    }

    private static func whole(_ site: ArchiveSite) -> Selection {
        Selection(
            matters: site.seen.matters.indices.filter { site.sees($0) }, meetings: Array(site.seen.meetings.indices),
            diagnostics: [])
    }

    private static func year(
        _ year: Int, _ site: ArchiveSite, _ closings: Closings
    ) throws(ArchiveFailure) -> Selection {
        let register = site.seen
        let held = register.meetings.indices.filter { register.meetings[$0].meeting.id.date.year == year }
        let matters = register.matters.indices.filter { site.sees($0) && closings.years(of: $0).contains(year) }
        var meetings = Set(held)
        for matter in matters { meetings.formUnion(register.consultations[matter].map(\.meeting)) }
        let belonging = meetings.sorted().filter { site.isFinished($0) }
        if belonging.isEmpty && matters.isEmpty {
            throw .content([Diagnostic(Place("klubba.yml"), .archiveEmpty(year: String(year)))])
        }
        let open = Set(held.flatMap { site.matters(at: $0) }).subtracting(matters).sorted()
            .filter { closings.closing(of: $0) == nil }
        let leftOut = open.map { matter in
            Diagnostic(
                Place(register.matters[matter].file),
                .archiveLeftOut(.matter(site.name(ofMatter: matter), from: String(year))))
        }
        return Selection(
            matters: matters, meetings: belonging,
            diagnostics: meetings.sorted().compactMap { site.leftOut($0) } + leftOut)
    }

    private static func meeting(_ id: MeetingID, _ site: ArchiveSite) throws(ArchiveFailure) -> Selection {
        guard let meeting = site.seen.meetingIndex[id] else { throw .content([]) }
        if let leftOut = site.leftOut(meeting) {
            throw .content([Diagnostic(leftOut.place, leftOut.problem, severity: .error)])
        }
        return Selection(matters: site.matters(at: meeting).sorted(), meetings: [meeting], diagnostics: [])
    }
}

extension ArchiveSite {
    /// Not a stub, which says only that there is something.
    func sees(_ matter: MatterIndex) -> Bool { seen.audience.maySee(seen.matters[matter].visibility) }

    /// "2026:16", or the title of an ärende without a dnr.
    func name(ofMatter matter: MatterIndex) -> String {
        seen.matters[matter].diaryNumber?.text ?? seen.matters[matter].title
    }

    /// The matters that a meeting handled: those of its agenda, and others that a § of its record is about.
    fileprivate func matters(at meeting: MeetingIndex) -> Set<MatterIndex> {
        let agenda = seen.meetings[meeting].agenda.compactMap { item in
            if case .matter(let matter, _) = item.content { matter } else { nil }
        }
        let record = (seen.minutes[meeting]?.entries ?? []).flatMap { entry -> [MatterIndex] in
            if case .open(_, let matters) = entry { matters } else { [] }
        }
        return Set(agenda + record).filter { sees($0) }
    }

    /// Its record is approved, or it was cancelled.
    func isFinished(_ meeting: MeetingIndex) -> Bool {
        seen.meetings[meeting].meeting.status == .cancelled || seen.minutes[meeting]?.minutes.approved != nil
    }

    fileprivate func leftOut(_ meeting: MeetingIndex) -> Diagnostic? {
        if isFinished(meeting) { return nil }
        let own = seen.meetings[meeting].meeting
        let file = seen.minutes[meeting]?.minutes.file ?? own.file ?? "content/moten/\(own.id.slug).md"
        return Diagnostic(Place(file), .archiveLeftOut(.meeting(own.id.description)))
    }
}
