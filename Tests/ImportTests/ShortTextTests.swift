import Testing

@testable import Import

@Suite("Short texts")
struct ShortTextTests {
    @Test("a letter keeps its lines", arguments: [false, true])
    func letter(isRedacting: Bool) {
        let read = Papers.read(
            "Hej!\n\nHär kommer handlingen.\n\nHälsningar\nAnna\n", file: "brev.txt", isRedacting: isRedacting)
        #expect(read.kind == .other)
        #expect(read.title?.value == "Brev")
        for line in ["Hej!", "Här kommer handlingen.", "Hälsningar", "Anna"] {
            #expect(read.text.markdown.contains(line), "\(line)")
        }
        #expect(read.noise.isEmpty)
    }

    @Test("notes have their first line as title, and the others as text")
    func notes() {
        let read = Papers.read("Minnesanteckningar\n\nVi sågs i tisdags.\n\nKaffet var slut.\n")
        #expect(read.title?.value == "Minnesanteckningar")
        #expect(read.text.markdown == "Vi sågs i tisdags.\n\nKaffet var slut.")
    }

    @Test("a line that names a bilaga within a text makes it none")
    func mention() {
        let read = Papers.read(
            "Samordningsförbundet\nDnr 2020:44\n\nAnsökan om medel till projekt\n\nSökande vill ha pengar. Kort text.\n\nBilaga 1 Budget\nLön 5 kr\n"
        )
        #expect(read.kind != .attachment)
        #expect(read.title?.value == "Ansökan om medel till projekt")
        #expect(read.numbers == [])
        let own = Papers.read("Samordningsförbundet\n\nBilaga 2 Budget\n\nLön 5 kr\n\nHyra 3 kr\n")
        #expect(own.kind == .attachment)
        #expect(own.title?.value == "Budget")
        #expect(own.text.markdown.contains("Lön 5 kr") && own.text.markdown.contains("Hyra 3 kr"))
    }

    @Test("a kallelse's hours stand beside its day, and an ärende's bilaga numbers are its own")
    func summons() {
        let read = Papers.read(
            "Kallelse\nFörbundsstyrelsen\nFredag 18 september 2020 kl. 13.00–16.00\nPlats: Kansliet\n\nFöredragningslista\n1. Mötets öppnande\n2. Rutin för alla, dnr 2019:30, bilaga 6–6.1\n3. Övriga frågor\n"
        )
        let plan = Papers.plan([read])
        #expect(plan.text("moten/fs-2020-09-18.md")?.contains("tid: 13.00–16.00\nplats: Kansliet\n") == true)
        let matter = plan.text("arenden/2019-30/arende.md")
        #expect(matter?.contains("titel: Rutin för alla\nfs: 2020-09-18\nbilaga: 6 - 6.1\n") == true, "\(matter ?? "")")
    }
}

@Suite("Facts with their places")
struct FactTests {
    @Test("amounts, periods and the proposal are among them, each meeting once")
    func proposal() {
        let read = Papers.read(
            "Dnr 2024:7\nFS 240314\nFS 2024-03-14\n\nNya stolar\n\nFörslag till beslut\n\nStyrelsen föreslås besluta\n\natt köpa stolar för 12 000 kronor\n\natt bevilja medel för perioden 2025-01-01 – 2025-12-31\n"
        )
        func lines(_ key: String) -> [Int] { read.facts.filter { $0.key == key }.map(\.line) }
        #expect(lines("moten") == [2])
        #expect(lines("forslag") == [9, 11, 13])
        #expect(lines("belopp") == [11])
        #expect(lines("perioder") == [13])
        #expect(read.facts.first { $0.key == "belopp" }?.value == "12000")
    }

    @Test("an application's are those of its form")
    func form() {
        let read = Papers.read(
            "Ansökan om medel\nInsatsens namn: Flerpart\nInsatsägare: Uppsala kommun\nSamverkansparter: Region Uppsala\nMålgrupp: Unga vuxna\nSyfte: Att hjälpa\nPlanerad start: 2021-01-01\nPlanerat slut: 2021-12-31\nBudget: 1 050 000 kr\n"
        )
        #expect(read.kind == .application)
        #expect(read.facts.first { $0.key == "insats" } == ImportFact("insats", "Flerpart", line: 2))
        #expect(read.facts.first { $0.key == "perioder" }?.line == 7)
        #expect(read.facts.first { $0.key == "belopp" } == ImportFact("belopp", "1050000", line: 9))
    }

    @Test("what was left out before the text was read is counted")
    func removed() {
        var source = SourceText(Array("Minnesanteckningar\n\nKaffet var slut.\n".utf8))
        source?.noise = [NoiseLine(line: 1, text: "Start Kontakt", reason: .surroundings)]
        let read = source.map { DocumentReader(bodies: [], clock: Papers.clock).read($0, file: "sida.html") }
        let words = read.flatMap { Papers.plan([$0]).outcomes[0].words }
        #expect(words?.all == 6)
        #expect(words?.leftOut == 2)
    }

    @Test("a mail's papers have every key of a part")
    func mail() {
        var packet = ImportedDocument(file: "brev.eml")
        packet.parts = [Papers.read("Minnesanteckningar\n\nKaffet var slut.\n", file: "a.txt")]
        let json = ImportJSON.text([packet])
        #expect(json.contains("\"till\": null,"))
        #expect(json.contains("\"tecken\": [],"))
        #expect(json.contains("\"säkerhet\": null,"))
        #expect(json.contains("\"path\": null"))
    }
}
