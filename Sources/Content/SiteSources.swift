import Diagnostics
import Meetings

/// Everything that a site is made from, as its files have it.
public struct SiteSources: Sendable {
    public var profile: SiteProfile
    /// The build's day, in the site's time zone.
    public var today: CalendarDate
    /// By path.
    public var matters: [MatterSource]
    public var meetings: [MeetingSource]
    public var records: [MinutesSource]
    public var pages: [PageSource]
    public var front: PageSource?
    /// Copied as they are.
    public var others: [CopiedSource]
    public var diagnostics: [Diagnostic]
    public var reviews = Reviews()
    /// What has been sealed, in the log's order; empty for a site without a log.
    public var seals: [MeetingSeal] = []
    /// Under which numbers.
    public var sent = SentNumbers()
    /// What programs have left under content/, passed over.
    public var leftovers: [String] = []
    public var held = HeldTexts()
}

/// A file of no kind of its own, published under its own path.
public struct CopiedSource: Sendable {
    public let file: FoundFile
    public let visibility: Visibility
    public let personalData: PersonalData
}

extension CopiedSource {
    /// As its readers get it: without traces.
    package var published: CopiedSource {
        CopiedSource(file: file.published(as: personalData.copy), visibility: visibility, personalData: personalData)
    }
}
