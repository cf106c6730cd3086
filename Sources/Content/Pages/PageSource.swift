import Diagnostics
import Meetings

/// A page of its own: om, tillgänglighetsredogörelse, or the text on the front page.
public struct PageSource: Sendable {
    public var title: String
    /// Its address under sidor/.
    public var slug: Slug
    public var visibility: Visibility
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
            slug: Slug(stem) ?? Slug(text: "sida"), visibility: visibility, text: titled.prose, file: file.place,
            personalData: PersonalData(findings: findings, reviewed: reviewed))
    }
}
