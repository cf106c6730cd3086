import Content
import Meetings

/// What a site has before the import.
public struct ExistingSite: Sendable {
    public var bodies: [Body]
    /// Whether there is a klubba.yml.
    public var hasProfile: Bool
    /// The files of matters, by the key of their dnr.
    var files: [String: String] = [:]
    /// The files of matters without a dnr, by their address.
    var filesBySlug: [String: String] = [:]
    var meetings: Set<String> = []
    /// Meetings that have a record.
    var records: Set<String> = []
    /// Meetings whose file names the papers as they came.
    var originals: Set<String> = []
    /// The texts that are sealed, by their path in the site.
    public private(set) var sealed: Set<String> = []
    /// The texts that exported files were made from, as they are now, by their path in content/.
    public var texts: [String: String] = [:]
    /// Bilaga numbers in use, by meeting: which file has each.
    var numbers: [String: [AttachmentNumber: String]] = [:]

    public init(bodies: [Body], hasProfile: Bool) { (self.bodies, self.hasProfile) = (bodies, hasProfile) }

    public init(_ sources: SiteSources, hasProfile: Bool) {
        self.init(bodies: sources.profile.bodies, hasProfile: hasProfile)
        for source in sources.matters + sources.held.drafts {
            let matter = source.matter
            if let dnr = matter.diaryNumber {
                files[dnr.key] = matter.file
            } else {
                filesBySlug[matter.slug.text] = matter.file
            }
            for handling in matter.handlings {
                for meeting in handling.meetings {
                    for number in matter.numbers.range(at: meeting)?.numbers ?? [] {
                        numbers[meeting.slug, default: [:]][number] = matter.file
                    }
                }
            }
        }
        meetings = Set(sources.meetings.map { $0.meeting.id.slug })
        records = Set(sources.records.map { $0.minutes.meeting.slug })
        originals = Set(
            sources.meetings.filter { $0.meeting.papers.contains { $0.kind == .original } }.map { $0.meeting.id.slug })
    }

    /// What each seal has added, or given free again.
    public mutating func seal(_ seals: [MeetingSeal]) {
        var meetings: [String: String] = [:]
        for seal in seals {
            if seal.isWithdrawal { meetings = meetings.filter { $0.value != seal.meeting.slug } }
            for paper in seal.papers where !seal.isWithdrawal {
                meetings[paper.file] = paper.change == .withdrawn ? nil : seal.meeting.slug
            }
        }
        sealed = Set(meetings.keys)
    }
}
