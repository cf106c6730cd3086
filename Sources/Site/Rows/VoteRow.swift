import Meetings
import Theme

/// The votes of an omröstning, side by side.
struct VoteRow: TemplateContext {
    let sides: [SideRow]
    /// The record has no table of its own.
    let isTable: Bool

    static let shapeName = "omröstning"
    static let fields: [Field<Self>] = [
        .flag("tabell") { $0.isTable },
        .flag("har_namn") { $0.sides.contains { !$0.names.isEmpty } },
        .list("sidor") { $0.sides },
    ]
}

struct SideRow: TemplateContext {
    let choice: String
    let count: Int
    let names: [String]

    static let shapeName = "röster"
    static let fields: [Field<Self>] = [
        .text("val") { $0.choice },
        .text("antal") { String($0.count) },
        .texts("namn") { $0.names },
    ]
}

extension VoteRow {
    init(_ vote: Vote, in section: Prose, _ words: Words) {
        sides = vote.sides.map { SideRow(choice: words.choice($0.choice), count: $0.count, names: $0.names) }
        isTable = section.html.firstRange(of: "<table".utf8) == nil
    }
}
