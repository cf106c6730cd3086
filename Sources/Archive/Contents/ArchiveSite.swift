import Gate
import Ledger
import Meetings
import Register

/// A checked site as a package is made of it.
public struct ArchiveSite: Sendable {
    /// The site's folder, absolute.
    public let root: String
    /// What the package's audience sees. Whatever is packed is taken from it.
    public let seen: SeenRegister
    /// All there is: only to tell whether a text is seen whole.
    public let all: SeenRegister
    public let log: DecisionLog
    /// Of each ärende, by its file, how many bilagor it has; empty for the archive, which sees them all.
    let attachmentCounts: [String: Int]
    /// Files of drafts, which the package of the whole site alone has.
    let drafts: Set<String>

    public init(root: String, whole: Register, seen: SeenRegister, log: DecisionLog) {
        (self.root, self.seen, self.log) = (root, seen, log)
        drafts = Set(whole.held.attachments.map(\.file) + whole.held.drafts.map(\.matter.file))
        all = seen.audience == .archive ? seen : whole.gated(for: .archive).seen
        attachmentCounts =
            seen.audience == .archive
            ? [:] : Dictionary(all.matters.map { ($0.file, $0.attachments.count) }) { first, _ in first }
    }
}

extension ArchiveSite {
    var profile: SiteProfile { seen.profile }
    var archive: ArchiveProfile { seen.profile.archive }
    /// Whose papers they are.
    var creator: String { archive.creator ?? organisation }
    var organisation: String { profile.organisation.isEmpty ? "Klubba" : profile.organisation }
    var isForArchive: Bool { seen.audience == .archive }

    func isDeciding(_ body: BodyCode) -> Bool { self.body(body)?.role == .deciding }
    func body(_ code: BodyCode) -> Body? { profile.bodies.first { $0.code == code } }
    func bodyName(_ code: BodyCode) -> String { body(code)?.name ?? code.text }

    /// "FS 2020-09-18" as people say it: "Förbundsstyrelsen 2020-09-18".
    func title(of meeting: MeetingID) -> String { "\(bodyName(meeting.body)) \(meeting.day)" }
}
