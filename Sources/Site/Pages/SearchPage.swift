import Meetings
import Register
import Theme

/// `/sok/`: the form, and what its lists of choices hold.
struct SearchPage: TemplateContext {
    let bodies: [String]
    let years: [String]
    let kinds: [String]
    let outcomes: [String]

    static let shapeName = "sök"
    static let fields: [Field<Self>] = [
        .texts("organ") { $0.bodies },
        .texts("ar") { $0.years },
        .texts("slag") { $0.kinds },
        .texts("utfall") { $0.outcomes },
    ]
}

extension SearchPage {
    init(_ edition: Edition) {
        let register = edition.register
        let codes = Set(register.meetings.flatMap(\.meeting.bodies))
        bodies = register.profile.bodies.filter { codes.contains($0.code) }.map(\.name)
        years = Set(register.meetings.map(\.meeting.id.date.year)).sorted(by: >).map { "\($0)" }
        kinds = [.searchMatter, .searchAttachment, .searchParagraph, .searchMeeting, .searchPage]
            .map { (word: Word) in edition.words[word] }
        let decided = Set(
            register.minutes.compactMap(\.self).flatMap { linked in
                linked.entries.compactMap { entry -> OutcomeKind? in
                    guard case .open(let open, let matters) = entry, let decision = open.decision else { return nil }
                    let proposed = edition.proposed(matters, at: linked.minutes.meeting)
                    return OutcomeKind(decision, proposed: proposed)
                }
            })
        outcomes = OutcomeKind.allCases.filter(decided.contains).map { $0.text(edition.words) }
    }
}
