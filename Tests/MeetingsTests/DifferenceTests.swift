import Meetings
import Testing

@Suite("What was added to a text, and what fell")
struct DifferenceTests {
    private func shown(_ old: String, _ new: String) -> String {
        TextDifference(from: old, to: new).parts.map { part in
            switch part.kind {
            case .kept: part.text
            case .added: "[+\(part.text)]"
            case .removed: "[-\(part.text)]"
            }
        }.joined(separator: " ")
    }

    @Test("word by word")
    func words() {
        #expect(shown("bevilja 100 000 kronor", "bevilja 100 000 kronor") == "bevilja 100 000 kronor")
        #expect(shown("a b c", "") == "[-a b c]")
        #expect(shown("", "a b") == "[+a b]")
        #expect(shown("redovisa en gång", "redovisa varje kvartal en gång") == "redovisa [+varje kvartal] en gång")
    }

    @Test(
        "an amount, a date, a § or a dnr is one word, shown whole",
        arguments: [
            ("bevilja 100 000 kronor", "bevilja 90 000 kronor", "bevilja [-100 000 kronor] [+90 000 kronor]"),
            ("högst 1 050 000 kr per år", "högst 1 500 000 kr per år", "högst [-1 050 000 kr] [+1 500 000 kr] per år"),
            ("högst 5,9 mnkr", "högst 6 mnkr.", "högst [-5,9 mnkr] [+6 mnkr.]"),
            ("(2 miljoner kronor)", "(3 miljoner kronor)", "[-(2 miljoner kronor)] [+(3 miljoner kronor)]"),
            ("avgiften är 10 procent", "avgiften är 12 procent", "avgiften är [-10 procent] [+12 procent]"),
            (
                "senast den 30 september 2027.", "senast den 30 juni 2027.",
                "senast den [-30 september 2027.] [+30 juni 2027.]"
            ),
            ("från maj 2027 till", "från maj 2028 till", "från [-maj 2027] [+maj 2028] till"),
            ("enligt § 45 i protokollet", "enligt § 46 i protokollet", "enligt [-§ 45] [+§ 46] i protokollet"),
            ("dnr KS 2023/123 bifalls", "dnr KS 2023/124 bifalls", "[-dnr KS 2023/123] [+dnr KS 2023/124] bifalls"),
            ("ärende AMN 2023/0009 och", "ärende AMN 2024/0009 och", "ärende [-AMN 2023/0009] [+AMN 2024/0009] och"),
            ("2 000 deltagare", "2 500 deltagare", "[-2 000] [+2 500] deltagare"),
            ("den 5 maj, 200 kr", "den 5 maj, 300 kr", "den 5 maj, [-200 kr] [+300 kr]"),
            ("I punkt 3 ingår", "I punkt 4 ingår", "I punkt [-3] [+4] ingår"),
        ])
    func wholes(old: String, new: String, expected: String) {
        #expect(shown(old, new) == expected)
    }

    @Test("a no-break space is as good as an ordinary one")
    func spaces() {
        #expect(!TextDifference(from: "bevilja 100\u{A0}000\u{A0}kronor", to: "bevilja 100 000 kronor").isChange)
    }

    @Test("the parts that are kept and removed are the old text, those kept and added the new one")
    func parts() {
        var state: UInt64 = 7
        func word() -> String {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return ["att", "bevilja", "medel", "kronor", "2021"][Int(state >> 33) % 5]
        }
        for round in 0..<300 {
            let old = (0..<(round % 17)).map { _ in word() }.joined(separator: " ")
            let new = (0..<(round % 13)).map { _ in word() }.joined(separator: " ")
            let parts = TextDifference(from: old, to: new).parts
            #expect(parts.filter { $0.kind != .added }.map(\.text).joined(separator: " ") == old)
            #expect(parts.filter { $0.kind != .removed }.map(\.text).joined(separator: " ") == new)
        }
    }

    @Test(
        "a decision in the proposal's words changes nothing, however its spaces and letters are coded",
        arguments: [
            (["bevilja 100 000 kr"], ["bevilja 100\u{A0}000  kr."], false),
            (["uppdra åt"], ["uppdra a\u{30A}t"], false),
            (["a b"], ["a"], true), (["a"], ["a b"], true), (["a b"], ["ab"], true), (["a", "b"], ["b", "a"], false),
            (["a", "b"], ["a"], true), (["a"], ["a", "a"], true), (["a", "a"], ["a", "b"], true),
        ])
    func changes(_ proposed: [String], _ decided: [String], _ isChange: Bool) {
        func clauses(_ texts: [String]) -> [DecisionClause] {
            texts.enumerated().map {
                DecisionClause(
                    number: $0.offset + 1, text: $0.element, hasAtt: true, prose: Prose(), amounts: [], periods: [],
                    line: 1)
            }
        }
        #expect(DecisionChange.all(from: clauses(proposed), to: clauses(decided)).isEmpty == !isChange)
    }
}
