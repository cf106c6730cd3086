import Content
import Diagnostics
import Documents
import Meetings

/// What one audience may see of a register, linked anew from just that. Whatever renders, indexes, packs or exports
/// gets this value and no other.
public struct GatedRegister: Sendable {
    public let audience: Audience
    public let profile: SiteProfile
    public let today: CalendarDate
    /// A secret matter is here as a stub: dnr, days, and the ground in law; nothing else of it.
    public let matters: [Matter]
    /// By day, then by body.
    public let meetings: [LinkedMeeting]
    /// Of each matter, by day.
    public let consultations: [[Consultation]]
    public let meetingIndex: [MeetingID: Int]
    /// Of each meeting, its record.
    public let minutes: [LinkedMinutes?]
    /// Of each meeting, what was sealed of it, in the log's order.
    public let seals: [[MeetingSeal]]
    /// Of each meeting with a sealed record: by ärende, the proposal as it was sealed, where it is another now.
    public let sealedProposals: [[Int: Proposal]]
    /// What their decisions ask for by a day.
    public let followUps: FollowUps
    public let pages: [PageSource]
    public let front: PageSource?
    public let others: [CopiedSource]
    /// Paths under content/ that exist but are not for this audience; for messages, never for output.
    public let hiddenFiles: Set<String>
    /// Addresses of matters that exist but are not for this audience: what was published there goes without a trace.
    public let hiddenSlugs: Set<Slug>
    /// Personal data in what this audience may see.
    public let diagnostics: [Diagnostic]
    /// The personnummer among it.
    public let toldNumbers: Set<IdentityNumber>
}

extension Register {
    /// `proposals` are those of sealed records whose ärenden say something else by now.
    public func gated(for audience: Audience, proposals: [SealedProposal] = []) -> GatedRegister {
        var gate = Gate(audience: audience, rules: profile.personalData)
        let matters = sources.matters.compactMap { gate.admit($0) }
        gate.hiddenNames.except(matters)
        let meetings = sources.meetings.compactMap { gate.admit($0) }
        let pages = sources.pages.filter { gate.admit($0.visibility, $0.file, $0.personalData) }
        let front = sources.front.flatMap { gate.admit($0.visibility, $0.file, $0.personalData) ? $0 : nil }
        let others = sources.others.filter { gate.admit($0.visibility, "content/" + $0.file.path, $0.personalData) }
        let links =
            !gate.hidesSomething
            ? self.links
            : Links(
                matters: matters, meetings: meetings,
                postponements: gate.admitted(sources.records, from: self.links, bodies: profile.bodies), today: today)
        var consultations = links.consultations
        let minutes = gate.admit(sources.records, entryMatters, from: self.links, to: links, &consultations)
        let seals = gate.admit(sources.seals, to: links)
        return GatedRegister(
            audience: audience, profile: profile, today: today, matters: links.matters, meetings: links.meetings,
            consultations: consultations, meetingIndex: links.meetingIndex, minutes: minutes, seals: seals,
            sealedProposals: gate.admit(proposals, to: links),
            followUps: FollowUps(minutes, matters: links.matters), pages: pages, front: front, others: others,
            hiddenFiles: gate.hiddenFiles, hiddenSlugs: gate.hiddenSlugs,
            diagnostics: gate.diagnostics, toldNumbers: gate.toldNumbers)
    }
}
