import CommonMark
import Meetings
import Testing

@testable import Content

@Suite("A vote (omröstning)")
struct VoteTests {
    private func vote(_ text: String) -> Vote? {
        let markdown = Markdown(text)
        return VoteReading.vote(in: markdown.blocks.indices, of: markdown)
    }

    private let both = Vote(sides: [
        .init(choice: .yes, names: ["Anna Alm", "Bo Ek"]), .init(choice: .no, names: ["Cia Lind"]),
    ])

    @Test("is a table with a column a choice and a row a member")
    func table() {
        #expect(
            vote("| Ledamot | Ja | Nej |\n|--|--|--|\n| Anna Alm | x | |\n| Bo Ek | X | – |\n| Cia Lind | | x |\n")
                == both)
    }

    @Test("a row of sums is what the record states")
    func sums() throws {
        let read = try #require(
            vote(
                "| | Ja | Nej | Avstår |\n|--|--|--|--|\n| Anna Alm | x | | |\n| Bo Ek | | x | |\n| Summa | 2 | 1 | 0 |\n"
            ))
        #expect(read.sides.map(\.stated) == [[2], [1], [0]])
        #expect(read.contradictions(present: 5) == [.counts(.yes, counted: 1, stated: 2)])
    }

    @Test(
        "is names after a choice, a number, or both",
        arguments: [
            "Ja: Anna Alm, Bo Ek\nNej: Cia Lind", "- Ja: Anna Alm och Bo Ek\n- Nej: Cia Lind.",
            "**Ja-röster:** Anna Alm, Bo Ek\n\n**Nej-röster:** Cia Lind",
        ])
    func lines(text: String) { #expect(vote(text) == both) }

    @Test("names and number are held against each other")
    func namesAndNumber() throws {
        let read = try #require(vote("Ja (3): Anna Alm (S), Bo Ek (M)\nNej: 1 (Cia Lind)"))
        #expect(read.sides[0].names == ["Anna Alm (S)", "Bo Ek (M)"] && read.sides[1].names == ["Cia Lind"])
        #expect(read.contradictions(present: 0) == [.counts(.yes, counted: 2, stated: 3)])
    }

    @Test("may be a sentence")
    func sentence() throws {
        let read = try #require(vote("Med 5 ja-röster mot 3 nej-röster beslutar styrelsen. 1 avstår från att rösta."))
        #expect(read.sides.map(\.count) == [5, 3, 1] && read.count == 9)
        #expect(read.contradictions(present: 8) == [.tooMany(votes: 9, present: 8)])
    }

    @Test("a member on two sides is found, whatever stands after the name")
    func twice() throws {
        let read = try #require(vote("Ja: Anna Alm (S), ordförande\nNej: anna alm"))
        #expect(read.contradictions(present: 9).contains(.twice("anna alm")))
    }

    @Test("words that count nothing are no vote")
    func none() { #expect(vote("Ordföranden finner att omröstning har begärts.") == nil) }
}
