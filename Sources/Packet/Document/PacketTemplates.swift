import Site
import Theme

/// The theme's templates for what is printed.
struct PacketTemplates: Sendable {
    let papers: Template<PageFrame<PacketPage>>
    let matter: Template<PageFrame<MatterPaper>>
    let text: Template<PageFrame<TextPaper>>
    let decisionList: Template<PageFrame<RecordPaper<MeetingPage>>>
    let minutes: Template<PageFrame<RecordPaper<MinutesPage>>>
    let extract: Template<PageFrame<RecordPaper<ExtractPage>>>
}

extension PacketTemplates {
    init(_ theme: Theme, problems: inout [ThemeProblem]) {
        papers = theme.template("utskick", for: PageFrame<PacketPage>.self, problems: &problems)
        matter = theme.template("utskick-arende", for: PageFrame<MatterPaper>.self, problems: &problems)
        text = theme.template("utskick-bilaga", for: PageFrame<TextPaper>.self, problems: &problems)
        decisionList = theme.template(
            "utskick-beslutslista", for: PageFrame<RecordPaper<MeetingPage>>.self, problems: &problems)
        minutes = theme.template(
            "utskick-protokoll", for: PageFrame<RecordPaper<MinutesPage>>.self, problems: &problems)
        extract = theme.template("utskick-utdrag", for: PageFrame<RecordPaper<ExtractPage>>.self, problems: &problems)
    }
}

extension PacketMaker {
    /// The templates of what is printed and of what is archived, to tell what may be named in them.
    public static func templates(of theme: Theme) -> [any DescribedTemplate] {
        var problems: [ThemeProblem] = []
        let printed = Mirror(reflecting: PacketTemplates(theme, problems: &problems)).children
            .compactMap { $0.value as? any DescribedTemplate }
        return printed + [RenditionRenderer.frame(theme, problems: &problems)]
    }
}
