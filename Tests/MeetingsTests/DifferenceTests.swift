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
        #expect(shown("bevilja 100 000 kronor", "bevilja 90 000 kronor") == "bevilja [-100] [+90] 000 kronor")
        #expect(shown("a b c", "") == "[-a b c]")
        #expect(shown("", "a b") == "[+a b]")
        #expect(shown("redovisa en gång", "redovisa varje kvartal en gång") == "redovisa [+varje kvartal] en gång")
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
}
