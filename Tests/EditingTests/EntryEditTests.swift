import Testing

@testable import Editing

private let editor = Editor(bodies: ["AU", "FS"])

private func edited(_ text: String, _ edits: EntryEdit..., entry: Int = 42) throws -> String {
    String(
        decoding: try editor.apply(edits.map { .entry(entry, $0) }, to: Array(text.utf8)), as: UTF8.self)
}

private let record = """
    ---
    närvarande: [Anna Alm]
    ---

    ## § 41 Mötets öppnande

    Ordföranden öppnar mötet.

    ## § 42 2027:1

    Chefen föredrar.

    Beslut: bifall
    Följs upp: 2027-06-01 Kommunen redovisar

    ### Reservation

    Bo Berg reserverar sig.

    ## § 43 Avslutning

    """

@Suite("A § of a record is changed, and the others stand")
struct EntryEditTests {
    @Test("the text before the decision")
    func text() throws {
        #expect(
            try edited(record, .text("Ny text.\n\nI två stycken."))
                == record.replacing("Chefen föredrar.", with: "Ny text.\n\nI två stycken."))
        #expect(
            try edited(record, .text("Mötet avslutas."), entry: 43) == record + "\nMötet avslutas.\n")
        #expect(try edited(record, .text("")) == record.replacing("\n\nChefen föredrar.", with: ""))
    }

    @Test("the outcome, where there was one and where there was none")
    func outcome() throws {
        #expect(
            try edited(record, .outcome("bordläggning till 2027-04-01"))
                == record.replacing("Beslut: bifall", with: "Beslut: bordläggning till 2027-04-01"))
        #expect(try edited(record, .outcome(nil)) == record.replacing("Beslut: bifall\n", with: ""))
        #expect(
            try edited(record, .outcome("noteras"), entry: 41)
                == record.replacing("öppnar mötet.\n", with: "öppnar mötet.\n\nBeslut: noteras\n"))
        #expect(try edited(record, .outcome("noteras"), entry: 43) == record + "\nBeslut: noteras\n")
    }

    @Test("a text that would be read as another part of the § is refused, and so is one that makes a new part")
    func parts() throws {
        for text in ["Text.\nBeslut: avslag", "### Jäv\nBo Berg", "Följs upp: 2027-06-01 x", "## § 50 Annat"] {
            #expect(throws: EditFault.notAsMeant(part: "§ 42")) { try edited(record, .text(text)) }
            #expect(throws: EditFault.notAsMeant(part: "§ 41")) { try edited(record, .text(text), entry: 41) }
            // What others want is no decision, whatever it says.
            if text.contains("Beslut:") { continue }
            #expect(throws: EditFault.notAsMeant(part: "§ 43")) {
                try edited(record, .section(heading: "Jäv", text: "Bo.\n\n\(text)"), entry: 43)
            }
        }
    }

    @Test("the text ends where a follow-up begins, and a decision goes before it")
    func beforeFollowUps() throws {
        let open = record.replacing("Beslut: bifall\n", with: "")
        let bytes = Array(open.utf8)
        let entry = try #require(editor.entries(of: bytes).dropFirst().first)
        #expect(entry.text == "Chefen föredrar." && entry.followUps == ["2027-06-01 Kommunen redovisar"])
        #expect(try edited(open, .text("Ny.")) == open.replacing("Chefen föredrar.", with: "Ny."))
        #expect(
            try edited(open, .outcome("bifall"))
                == open.replacing("föredrar.\n\nFöljs", with: "föredrar.\n\nBeslut: bifall\n\nFöljs"))
    }

    @Test("the votes go under Omröstning, before Reservation")
    func votes() throws {
        let votes = [
            EntryEdit.Vote(word: "Ja", names: ["Anna Alm", "Cia Ceder"]),
            EntryEdit.Vote(word: "Nej", names: ["Bo Berg"]),
            EntryEdit.Vote(word: "Avstår", names: []),
        ]
        let once = try edited(record, .votes(votes))
        #expect(
            once
                == record.replacing(
                    "### Reservation",
                    with: "### Omröstning\n\nJa: Anna Alm, Cia Ceder\nNej: Bo Berg\n\n### Reservation"))
        #expect(
            try edited(once, .votes([EntryEdit.Vote(word: "Ja", names: ["Anna Alm"])]))
                == record.replacing("### Reservation", with: "### Omröstning\n\nJa: Anna Alm\n\n### Reservation"))
        #expect(try edited(once, .votes([])) == record)
    }

    @Test("subsections are made, changed and taken away")
    func sections() throws {
        #expect(
            try edited(record, .section(heading: "Jäv", text: "Cia Ceder deltar inte."))
                == record.replacing("\n## § 43", with: "\n### Jäv\n\nCia Ceder deltar inte.\n\n## § 43"))
        #expect(
            try edited(record, .section(heading: "Reservation", text: ""))
                == record.replacing("### Reservation\n\nBo Berg reserverar sig.\n\n", with: ""))
        #expect(
            try edited(record, .section(heading: "Beslutet skickas till", text: "- Kommunen"), entry: 43)
                == record + "\n### Beslutet skickas till\n\n- Kommunen\n")
    }

    @Test("what is to be followed up")
    func followUps() throws {
        #expect(
            try edited(record, .followUps(["2027-09-01 Rapport", "2027-12-01 Slut"]))
                == record.replacing(
                    "Följs upp: 2027-06-01 Kommunen redovisar",
                    with: "Följs upp: 2027-09-01 Rapport\nFöljs upp: 2027-12-01 Slut"))
        #expect(
            try edited(record, .followUps([]))
                == record.replacing("Följs upp: 2027-06-01 Kommunen redovisar\n", with: ""))
    }

    @Test("a text that would begin another § is refused, and so is a § that is not there")
    func refusals() {
        #expect(throws: EditFault.notAsMeant(part: "§ 42")) { try edited(record, .text("a\n\n## § 44 Ny\n")) }
        #expect(throws: EditFault.noSuchEntry(99)) { try edited(record, .text("a"), entry: 99) }
    }
}
