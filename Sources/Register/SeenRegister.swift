import Content
import Meetings

/// What one audience may see of a register, linked anew from just that. Whatever renders, indexes, packs or exports
/// gets this value and no other; what was hidden is in the gate's report, which no such room can import.
public struct SeenRegister: Sendable {
    public let audience: Audience
    public let profile: SiteProfile
    public let today: CalendarDate
    /// A secret matter is here as a stub: dnr, days, and the ground in law; nothing else of it.
    public let matters: MatterTable<Matter>
    /// By day, then by body.
    public let meetings: MeetingTable<LinkedMeeting>
    /// Of each matter, by day.
    public let consultations: MatterTable<Links<Seen>.ConsultationTable>
    public let meetingIndex: [MeetingID: MeetingIndex]
    /// Of each meeting, its record.
    public let minutes: MeetingTable<LinkedMinutes?>
    /// Of each meeting, what was sealed of it, in the log's order.
    public let seals: MeetingTable<[MeetingSeal]>
    /// Of each meeting, how often its days, hours, place or cancellation have changed since it was called.
    public let changes: MeetingTable<Int>
    /// Meetings that were called and have been moved or are gone, by day.
    public let formerMeetings: [FormerMeeting]
    /// Of each meeting with a sealed record: by ärende, the proposal as it was sealed, where it is another now.
    public let sealedProposals: MeetingTable<[MatterIndex: Proposal]>
    /// What their decisions ask for by a day.
    public let followUps: FollowUps
    public let pages: [PageSource]
    public let front: PageSource?
    public let others: [CopiedSource]
}

extension SeenRegister {
    /// - Parameters:
    ///   - links: of what the audience sees, and of nothing else.
    ///   - free: the pages and files that belong to no matter or meeting.
    package init(
        of register: Register, for audience: Audience, links: Links<Seen>,
        consultations: MatterTable<Links<Seen>.ConsultationTable>, minutes: MeetingTable<LinkedMinutes?>,
        seals: MeetingTable<[MeetingSeal]>, changes: MeetingTable<Int>, formerMeetings: [FormerMeeting],
        sealedProposals: MeetingTable<[MatterIndex: Proposal]>,
        free: (pages: [PageSource], front: PageSource?, others: [CopiedSource])
    ) {
        (self.audience, profile, today) = (audience, register.profile, register.today)
        (matters, meetings, meetingIndex) = (links.matters, links.meetings, links.meetingIndex)
        (self.consultations, self.minutes) = (consultations, minutes)
        (self.seals, self.sealedProposals) = (seals, sealedProposals)
        (self.changes, self.formerMeetings) = (changes, formerMeetings)
        followUps = FollowUps(minutes, matters: links.matters)
        (pages, front, others) = free
    }
}

extension Register {
    /// The links among what an audience may see. They are made anew, so that they can tell of nothing else.
    package func links(
        ofSeen matters: [Matter], _ meetings: [Meeting], _ postponements: [Postponement], _ raised: [RaisedMatter]
    ) -> Links<Seen> {
        Links<Seen>(
            matters: matters, meetings: meetings, postponements: postponements, raised: raised, sent: sources.sent,
            today: today)
    }
}
