import Diagnostics
import Meetings

/// A page of its own: om, tillgänglighetsredogörelse, or the text on the front page.
public struct PageSource: Sendable {
    public var title: String
    /// Its address under sidor/.
    public var slug: Slug
    /// `.draft` for what is held back, whatever its head says.
    public var visibility: Visibility
    /// Why it is in no edition; nil for nearly every page.
    public var holding: Holding?
    public var text: Prose
    public var file: String
    public var personalData: PersonalData
}

/// Reads one page.
struct PageReading {
    let disk: FileSystem
    let clock: CalendarDate
    var diagnostics: [Diagnostic] = []
}

extension PageReading {
    mutating func read(_ file: FoundFile) -> PageSource? {
        guard let text = TextFile.read(file.location, as: file.place, disk: disk, &diagnostics) else { return nil }
        var fields = text.fields(clock: clock, &diagnostics)
        let title = fields.text("titel")
        let visibility = fields.visibility()
        let holding = Holding(visibility, fields.embargo(), today: clock)
        let reviewed = fields.text("personuppgifter-granskade")
        fields.skip("datum")
        fields.finish()
        diagnostics += fields.diagnostics
        var reading = ProseReading(file: file)
        let titled = TitledText(text, givenTitle: title, &reading)
        diagnostics += reading.diagnostics
        let stem = String(file.name.dropLast(3))
        let findings =
            PersonalDataFinding.all(in: text.bytes, file: file.place) + PersonalDataFinding.all(inNameOf: file)
        return PageSource(
            title: titled.title ?? stem.prefix(1).uppercased() + stem.dropFirst(),
            slug: Slug(stem) ?? Slug(text: "sida"), visibility: holding == nil ? visibility : .draft, holding: holding,
            text: titled.prose, file: file.place,
            personalData: PersonalData(findings: findings, reviewed: reviewed))
    }
}
