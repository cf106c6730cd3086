import Site
import Theme

/// A page of the site as a letter has it.
struct LetterPage<Page: TemplateContext>: TemplateContext {
    let page: Page
    /// The page on the web, whole; nil where the reader finds none.
    let address: String?
    /// Papers have changed since the kallelse was sealed.
    var hasChanged = false
    /// The day that the meeting was called to before it was moved.
    var movedFrom: String?

    static var shapeName: String { Page.shapeName + " som brev" }
    static var fields: [Field<Self>] {
        [
            .object("sida") { $0.page },
            .text("adress") { $0.address },
            .flag("andrad") { $0.hasChanged },
            .text("flyttat_fran") { $0.movedFrom },
        ]
    }
}

/// The theme's templates for letters.
struct LetterTemplates: Sendable {
    let summons: Template<PageFrame<LetterPage<MeetingPage>>>
    let extract: Template<PageFrame<LetterPage<ExtractPage>>>
    let notice: Template<PageFrame<LetterPage<NoticeRow>>>
}

extension LetterWriter {
    /// For a reference of what templates may name.
    public static func templates(of theme: Theme) -> [any DescribedTemplate] {
        var problems: [ThemeProblem] = []
        return Mirror(reflecting: LetterTemplates(theme, problems: &problems)).children
            .compactMap { $0.value as? any DescribedTemplate }
    }
}

extension LetterTemplates {
    init(_ theme: Theme, problems: inout [ThemeProblem]) {
        summons = theme.template("brev-kallelse", for: PageFrame<LetterPage<MeetingPage>>.self, problems: &problems)
        extract = theme.template("brev-utdrag", for: PageFrame<LetterPage<ExtractPage>>.self, problems: &problems)
        notice = theme.template("brev-anslag", for: PageFrame<LetterPage<NoticeRow>>.self, problems: &problems)
    }
}
