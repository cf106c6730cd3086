import Diagnostics
import Theme

/// The theme's templates, each compiled for its kind of page.
struct Templates: Sendable {
    let front: Template<PageFrame<FrontPage>>
    let meetings: Template<PageFrame<MeetingsPage>>
    let meeting: Template<PageFrame<MeetingPage>>
    let decisionList: Template<PageFrame<MeetingPage>>
    let wholeMeeting: Template<PageFrame<WholeMeetingPage>>
    let minutes: Template<PageFrame<MinutesPage>>
    let extract: Template<PageFrame<ExtractPage>>
    let matter: Template<PageFrame<MatterPage>>
    let attachment: Template<PageFrame<AttachmentPage>>
    /// The two without what every page has around its content, for a page that holds many of them.
    let bareMatter: Template<PageFrame<MatterPage>>
    let bareAttachment: Template<PageFrame<AttachmentPage>>
    let decisions: Template<PageFrame<DecisionsPage>>
    let diary: Template<PageFrame<DiaryPage>>
    let initiatives: Template<PageFrame<InitiativesPage>>
    let initiative: Template<PageFrame<InitiativePage>>
    let noticeBoard: Template<PageFrame<NoticeBoardPage>>
    let followUps: Template<PageFrame<FollowUpPage>>
    let missing: Template<PageFrame<MissingPage>>
    let search: Template<PageFrame<SearchPage>>
    let archive: Template<PageFrame<ArchivePage>>
    let archiveYear: Template<PageFrame<ArchiveYear>>
    let page: Template<PageFrame<FreePage>>
    let data: Template<PageFrame<DataPage>>
    let sealing: Template<PageFrame<SealingPage>>
    let downloaded: Template<PageFrame<NoticePage>>
    let notFound: Template<PageFrame<NoticePage>>
    let secret: Template<PageFrame<NoticePage>>
    let tombstone: Template<PageFrame<NoticePage>>
    let reference: Template<PageFrame<ReferencePage>>

    init(_ theme: Theme, problems: inout [ThemeProblem]) {
        front = theme.template("start", for: PageFrame<FrontPage>.self, problems: &problems)
        meetings = theme.template("moten", for: PageFrame<MeetingsPage>.self, problems: &problems)
        meeting = theme.template("mote", for: PageFrame<MeetingPage>.self, problems: &problems)
        decisionList = theme.template("beslutslista", for: PageFrame<MeetingPage>.self, problems: &problems)
        wholeMeeting = theme.template("alla", for: PageFrame<WholeMeetingPage>.self, problems: &problems)
        minutes = theme.template("protokoll", for: PageFrame<MinutesPage>.self, problems: &problems)
        extract = theme.template("utdrag", for: PageFrame<ExtractPage>.self, problems: &problems)
        matter = theme.template("arende", for: PageFrame<MatterPage>.self, problems: &problems)
        attachment = theme.template("bilaga", for: PageFrame<AttachmentPage>.self, problems: &problems)
        let bare = "{{#sida}}{{$innehall}}{{/innehall}}{{/sida}}"
        bareMatter = theme.template("arende", inside: bare, for: PageFrame<MatterPage>.self) ?? matter
        bareAttachment = theme.template("bilaga", inside: bare, for: PageFrame<AttachmentPage>.self) ?? attachment
        decisions = theme.template("beslut", for: PageFrame<DecisionsPage>.self, problems: &problems)
        diary = theme.template("diarium", for: PageFrame<DiaryPage>.self, problems: &problems)
        initiatives = theme.template("insatser", for: PageFrame<InitiativesPage>.self, problems: &problems)
        initiative = theme.template("insats", for: PageFrame<InitiativePage>.self, problems: &problems)
        noticeBoard = theme.template("anslagstavla", for: PageFrame<NoticeBoardPage>.self, problems: &problems)
        followUps = theme.template("uppfoljning", for: PageFrame<FollowUpPage>.self, problems: &problems)
        missing = theme.template("det-som-saknas", for: PageFrame<MissingPage>.self, problems: &problems)
        search = theme.template("sok", for: PageFrame<SearchPage>.self, problems: &problems)
        archive = theme.template("arkiv", for: PageFrame<ArchivePage>.self, problems: &problems)
        archiveYear = theme.template("arkivar", for: PageFrame<ArchiveYear>.self, problems: &problems)
        page = theme.template("sida", for: PageFrame<FreePage>.self, problems: &problems)
        data = theme.template("data", for: PageFrame<DataPage>.self, problems: &problems)
        sealing = theme.template("forsegling", for: PageFrame<SealingPage>.self, problems: &problems)
        downloaded = theme.template("medtaget", for: PageFrame<NoticePage>.self, problems: &problems)
        notFound = theme.template("saknas", for: PageFrame<NoticePage>.self, problems: &problems)
        secret = theme.template("sekretess", for: PageFrame<NoticePage>.self, problems: &problems)
        reference = theme.template("hanvisning", for: PageFrame<ReferencePage>.self, problems: &problems)
        tombstone = theme.template("gravsten", for: PageFrame<NoticePage>.self, problems: &problems)
    }
}

extension SitePlan {
    /// The templates of a site's pages, each once, to tell what may be named in them.
    public static func templates(of theme: Theme) -> [any DescribedTemplate] {
        var problems: [ThemeProblem] = []
        var seen: Set<String> = []
        return Mirror(reflecting: Templates(theme, problems: &problems)).children
            .compactMap { $0.value as? any DescribedTemplate }.filter { seen.insert($0.name).inserted }
    }
}
