import Diagnostics
import Meetings
import Register
import Site
import Theme

/// Writes a meeting's letters: each from what its reader may see, and from nothing else (FORMAT §8).
public struct LetterWriter: Sendable {
    let book: AddressBook
    let links: LetterLinks
    let theme: Theme
    let templates: LetterTemplates
    let everybody: Edition
    let members: Edition
    /// All there is, to tell of what no letter is written about; nothing of it is put in a letter.
    let whole: SeenRegister
    var diagnostics: [Diagnostic] = []
    var letters: [Letter] = []

    static let bookFile = "content/adresser.yml"

    /// - Parameters:
    ///   - everybody: what the public sees, and `members` what members see.
    ///   - whole: the register as the archive sees it.
    public init(
        _ book: AddressBook, everybody: SeenRegister, members: SeenRegister, whole: SeenRegister, theme: Theme,
        links: LetterLinks
    ) {
        (self.book, self.links, self.theme, self.whole) = (book, links, theme, whole)
        (self.everybody, self.members) = (Edition(everybody, theme: theme), Edition(members, theme: theme))
        var problems: [ThemeProblem] = []
        templates = LetterTemplates(theme, problems: &problems)
        diagnostics = problems.map { Diagnostic($0) }
    }
}

/// The letters of a meeting, and what is to be told of them.
public struct WrittenLetters: Sendable {
    public var letters: [Letter]
    public let diagnostics: [Diagnostic]
}

extension LetterWriter {
    /// - Parameter kinds: those that are asked for; nil for those that the meeting has come to: the kallelse until it has
    ///   been held, extracts and the notice from then on.
    public func letters(of meeting: MeetingID, kinds: Set<Letter.Kind>?) -> WrittenLetters {
        var writer = self
        let isHeld = whole.meetingIndex[meeting].map { whole.meetings[$0].meeting.status == .held } ?? false
        let wanted = kinds ?? (isHeld ? [.extract, .notice] : [.summons, .extract, .notice])
        if wanted.contains(.summons) { writer.writeSummons(of: meeting) }
        if wanted.contains(.extract) { writer.writeExtracts(of: meeting) }
        if wanted.contains(.notice) { writer.writeNotices(of: meeting) }
        return WrittenLetters(letters: writer.letters, diagnostics: Array(Set(writer.diagnostics)).sorted())
    }

    func word(_ key: String) -> String { theme.string(key) ?? key }

    func edition(for audience: Audience) -> Edition { audience == .members ? members : everybody }

    func html<Page: TemplateContext>(
        _ template: Template<PageFrame<LetterPage<Page>>>, _ page: LetterPage<Page>, title: String,
        for audience: Audience
    ) -> [UInt8] {
        var html: [UInt8] = []
        template.render(edition(for: audience).frame(page, title: title, address: ""), into: &html)
        return links.placed(html, for: audience)
    }

    mutating func report(_ problem: Problem, _ place: Place) { diagnostics.append(Diagnostic(place, problem)) }
}
