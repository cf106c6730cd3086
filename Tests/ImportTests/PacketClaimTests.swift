import Testing

@testable import Import

@Suite("Which paper is whose in a packet")
struct PacketClaimTests {
    private static func matter(_ page: Int, _ dnr: String, _ title: String, _ range: String) -> String {
        """
        <!-- sida \(page) -->

        Tjänsteskrivelse

        Dnr: \(dnr)
        Bilaga: \(range)

        \(title)

        Förslag till beslut

        Förbundsstyrelsen beviljar 40 000 kronor.

        Ärendet
        Det här behövs under hela nästa år.


        """
    }

    private static func paper(_ page: Int, _ head: String) -> String {
        "<!-- sida \(page) -->\n\n\(head)\n\nEn prislista från tre leverantörer som alla har lämnat pris i tid.\n\n"
    }

    private static func read(_ pages: String...) -> ImportedDocument {
        Papers.read(pages.joined(), file: "paket.md", isMarkdown: true)
    }

    @Test("a bilaga that no ärende has the number of is told, and given to nobody")
    func unclaimed() {
        let packet = Self.read(
            Self.matter(1, "2024:11", "Nya stolar", "2 - 2.1"), Self.paper(2, "Bilaga 2.1\n\n<!-- sida 3 -->"),
            Self.paper(4, "Bilaga 9.1\n\n<!-- sida 5 -->"))
        let papers = packet.parts.filter { $0.kind != .matter }
        #expect(papers.map(\.numbers) == [["2.1"], ["9.1"]])
        #expect(papers.map { $0.part?.belongsTo } == ["2024:11", nil])
        #expect(papers.last?.remarks.contains(.paperUnclaimed) == true)
    }

    @Test("numbers that begin anew in each ärende are of the one before")
    func anew() {
        let packet = Self.read(
            Self.matter(1, "2024:11", "Nya stolar", "2"), Self.paper(2, "Bilaga 1\n\n<!-- sida 3 -->"))
        #expect(packet.parts.last?.part?.belongsTo == "2024:11")
    }

    @Test("a paper without number or dnr may belong to the ärende before it, and that is a guess")
    func follower() throws {
        let packet = Self.read(
            Self.matter(1, "2024:11", "Nya stolar", "2"), Self.paper(2, "Sida 1 (1)\n\n# Prislista"))
        let guess = try #require(packet.parts.last)
        #expect(guess.part?.belongsTo == nil)
        #expect(guess.part?.guessedOwner == "2024:11")
        #expect(guess.facts.contains { $0.key == "till" && $0.value == "2024:11" && !$0.isSure })
        #expect(!guess.remarks.contains(.paperUnclaimed))
        func plan(isConfirmed: Bool) -> (String?, [Remark]) {
            let plan = Planner.plan(
                packet.papers, locations: packet.papers.map { _ in "/tmp/p.md" },
                site: ExistingSite(bodies: SiteProfileBodies.all, hasProfile: true),
                options: Planner.Options(keepsOriginals: false, isRedacting: false, isConfirmed: isConfirmed))
            let last = plan.outcomes.last
            return (last?.path.flatMap(plan.text), last?.remarks ?? [])
        }
        let (hidden, told) = plan(isConfirmed: false)
        #expect(hidden?.contains("synlighet: ledamöter") == true)
        #expect(told.contains(.guessedOwner("2024:11", page: 2, isHidden: true)))
        let (_, said) = plan(isConfirmed: true)
        #expect(said.contains(.guessedOwner("2024:11", page: 2, isHidden: false)))
    }

    @Test("a paper that the ärende names, or that has its dnr, belongs to it for sure")
    func named() {
        let named = Self.matter(1, "2024:11", "Nya stolar", "2") + "Se vidare Prislista för kontorsmöbler.\n\n"
        let packet = Self.read(named, Self.paper(2, "Sida 1 (1)\n\n# Prislista för kontorsmöbler"))
        #expect(packet.parts.last?.part?.belongsTo == "2024:11")
        #expect(packet.parts.last?.part?.guessedOwner == nil)
    }

    @Test("the föredragningslista's entry is a sign, with a dnr and bilaga numbers behind its title")
    func entry() {
        let agenda =
            "<!-- sida 1 -->\n\nKallelse till förbundsstyrelsen\n\nFredag 18 september 2020 kl. 13.00–16.00\n\nFöredragningslista\n\n1. Mötets öppnande\n2. Implementering av flerpartsrutin, dnr 2019:30, bilaga 2–2.3\n3. Övriga frågor\n\n"
        let packet = Self.read(agenda, Self.matter(2, "2019:30", "Implementering av flerpartsrutin", "2 - 2.3"))
        #expect(packet.parts.map(\.kind) == [.summons, .matter])
        #expect(
            packet.parts.last?.part?.signs.contains(.listed("Implementering av flerpartsrutin")) == true,
            "\(packet.parts.last?.part?.signs ?? [])")
        #expect(packet.parts.last?.part?.isSure == true)
    }

    @Test("a bookmark is proof where bookmarks name papers, and gives the number and the title")
    func bookmarks() {
        let lines = ["Den billigaste tar 38 000 kronor för hela arbetet."]
        let pages = [
            ("Kallelse", ["Kallelse till förbundsstyrelsen", "Sammanträde den 14 mars 2024", "1. Ny hemsida"]),
            (
                "Ny hemsida",
                ["Dnr 2024:12", "Ny hemsida", "Förslag till beslut", "Förbundsstyrelsen beviljar 9 000 kronor."]
            ),
            ("6.1 Tre priser", lines), ("Avtal", lines),
        ]
        .enumerated().map { PacketPage(number: $0 + 1, lines: $1.1, bookmark: $1.0) }
        let parts = PacketSplit(pages)?.parts ?? []
        #expect(parts.map(\.pages) == [0..<1, 1..<2, 2..<3, 3..<4])
        #expect(parts[2].number?.description == "6.1")
        #expect(parts[2].title == "Tre priser")
        // A report's chapters are no papers.
        let chapters = ["Rapport", "Inledning", "Metod", "Resultat"].enumerated()
            .map { PacketPage(number: $0 + 1, lines: lines, bookmark: $1) }
        #expect(PacketSplit(chapters) == nil)
    }

    @Test("unsure parts without a sure ärende become bilagor of one folder that members see, and no ärenden")
    func nobody() throws {
        var packet = Self.read(
            Self.matter(1, "2024:10", "Ett första ärende", "1"), Self.matter(2, "2024:11", "Nya stolar", "2"))
        try #require(packet.parts.count == 2)
        for index in packet.parts.indices {
            packet.parts[index].part = PacketPart(
                pages: (index + 1)...(index + 1), signs: [.diaryNumber("2024:11")], certainty: 66, title: nil,
                belongsTo: nil)
        }
        let plan = Planner.plan(
            packet.papers, locations: ["/tmp/p.md", "/tmp/p.md"],
            site: ExistingSite(bodies: SiteProfileBodies.all, hasProfile: true),
            options: Planner.Options(keepsOriginals: false, isRedacting: false, isConfirmed: false))
        #expect(plan.text("arenden/2024-10/arende.md") == nil)
        #expect(plan.text("arenden/2024-11/arende.md") == nil)
        #expect(plan.text("arenden/paket/arende.md")?.contains("synlighet: ledamöter") == true)
        #expect(plan.outcomes.allSatisfy { $0.path?.hasPrefix("arenden/paket/") ?? false })
        #expect(
            plan.outcomes.compactMap(\.path).compactMap(plan.text).allSatisfy { $0.contains("synlighet: ledamöter") })
    }

    @Test("an unsure part with no ärende before it is a bilaga of the first that is sure")
    func unsure() throws {
        var packet = Self.read(
            Self.matter(1, "2024:10", "Ett första ärende", "1"), Self.matter(2, "2024:11", "Nya stolar", "2"))
        try #require(packet.parts.count == 2)
        for (index, certainty) in [66, 93].enumerated() {
            packet.parts[index].part = PacketPart(
                pages: (index + 1)...(index + 1), signs: [.diaryNumber("2024:11")], certainty: certainty, title: nil,
                belongsTo: nil)
        }
        let plan = Planner.plan(
            packet.papers, locations: ["/tmp/p.md", "/tmp/p.md"],
            site: ExistingSite(bodies: SiteProfileBodies.all, hasProfile: true),
            options: Planner.Options(keepsOriginals: false, isRedacting: false, isConfirmed: false))
        #expect(plan.text("arenden/2024-10/arende.md") == nil)
        #expect(plan.outcomes[0].path?.hasPrefix("arenden/2024-11/") == true)
        #expect(plan.outcomes[0].remarks.contains(.unsureHidden(page: 1)))
    }
}

@Suite("A file that is not what it says")
struct FileFormTests {
    private static let container: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    @Test("an old container without a Word text is damaged")
    func container() {
        let empty = Self.container + [UInt8](repeating: 0, count: 2_000)
        #expect(FileForm(empty).refusal(ending: "doc", empty) == .brokenOffice)
        let name = "WordDocument".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let word = empty + name
        #expect(FileForm(word).refusal(ending: "doc", word) == nil)
    }

    @Test("a page that is not there is told with how many there are")
    func pages() {
        #expect(
            ImportRefusal.noSuchPage(20, count: 9).text(in: .swedish)
                == "sida 20 finns inte: filen har 9 sidor. Rätta --pages")
    }
}
