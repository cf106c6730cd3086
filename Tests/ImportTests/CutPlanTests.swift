import Diagnostics
import Testing

@testable import Import

@Suite("A packet's plan")
struct CutPlanTests {
    private static let packet = """
        <!-- sida 1 -->

        KALLELSE

        Förbundsstyrelsen

        Sammanträde torsdagen den 14 mars 2024 kl. 10.00

        1. Mötets öppnande
        2. Ny hemsida (dnr 2024:12)

        <!-- sida 2 -->

        TJÄNSTESKRIVELSE                                    1 (1)

        Dnr 2024:12

        Ny hemsida

        Förslag till beslut

        Förbundsstyrelsen beställer hemsidan för 40 000 kronor.

        Ärendet
        Den gamla går inte att läsa i telefonen.

        <!-- sida 3 -->

        Prislista från tre leverantörer

        Den billigaste tar 38 000 kronor för hela arbetet.
        """

    private static func read(_ plan: CutPlan? = nil) -> ImportedDocument {
        DocumentReader(bodies: SiteProfileBodies.all, clock: Papers.clock, plan: plan)
            .read(Array(packet.utf8), file: "paket.md", isMarkdown: true)
    }

    private static func plan(_ text: String) -> (plan: CutPlan?, told: [String]) {
        var reading = CutPlanReading(file: "plan.yml")
        let plan = reading.read(Array(text.utf8))
        return (plan, reading.diagnostics.map { $0.line(in: .swedish) })
    }

    @Test("is written with every page in a part, and read again as it was")
    func written() throws {
        let text = try #require(CutPlan.text(of: Self.read(), digest: "ab12"))
        #expect(text.contains("\nfile: \"paket.md\"\nsha256: ab12\ndelar:\n  - sidor: [1, 1]\n    kind: kallelse\n"))
        #expect(text.contains("  - sidor: [2, 3]\n    kind: arende\n    titel: \"Ny hemsida\"\n    dnr: \"2024:12\"\n"))
        let (plan, told) = Self.plan(text)
        #expect(told == [])
        #expect(plan?.rows.map(\.pages) == [1...1, 2...3])
        #expect(plan?.rows.map(\.kind) == [.summons, .matter])
        let again = Self.read(plan)
        #expect(again.parts.map(\.dnr) == Self.read().parts.map(\.dnr))
    }

    @Test("what a person has changed in it holds: where a paper begins, its kind, number and ärende")
    func edited() throws {
        let (plan, told) = Self.plan(
            """
            sha256: ab12
            delar:
              - {sidor: 1, kind: kallelse}
              - {sidor: [2, 2], kind: arende, dnr: "2024:12"}
              - {sidor: 3-3, kind: bilaga, bilaga: "2.1", titel: Tre priser, till: "2024:12"}
            """)
        #expect(told == [])
        let packet = Self.read(plan)
        #expect(plan?.faults(for: packet, plan: "plan.yml") == [])
        #expect(packet.parts.map(\.kind) == [.summons, .matter, .attachment])
        let paper = packet.parts[2]
        #expect(paper.title?.value == "Tre priser")
        #expect(paper.numbers == ["2.1"])
        #expect(paper.part?.belongsTo == "2024:12")
        #expect(paper.part?.certainty == 100)
        let files = Papers.plan(packet.papers)
        #expect(files.text("arenden/2024-12/bilaga-2.1-tre-priser.md")?.contains("38 000") == true)
    }

    @Test("a page in two parts, in none, or beyond the last, is an error on its line")
    func pages() {
        #expect(
            Self.plan("sha256: x\ndelar:\n  - {sidor: [1, 2], kind: kallelse}\n  - {sidor: [2, 3], kind: arende}\n")
                .told
                == ["plan.yml:4:1: error[K370]: sida 2 står redan i delen på rad 3. Låt varje sida stå i en enda del"])
        let short = Self.plan("sha256: x\ndelar:\n  - {sidor: 1, kind: kallelse}\n").plan
        #expect(
            short?.faults(for: Self.read(short), plan: "plan.yml").map { $0.line(in: .swedish) }
                == [
                    "plan.yml:1:1: error[K370]: sida 2 och 3 står inte i någon del. Lägg till den, med kind: tom om den inte ska bli något eget"
                ])
        let long = Self.plan("sha256: x\ndelar:\n  - {sidor: [1, 9], kind: kallelse}\n").plan
        #expect(
            long?.faults(for: Self.read(long), plan: "plan.yml").map { $0.line(in: .swedish) }
                == ["plan.yml:3:1: error[K370]: sida 4 finns inte: filen slutar med sida 3. Rätta sidorna"])
    }

    @Test("what means nothing in it is told, all of it at once")
    func faults() {
        #expect(
            Self.plan("sha256: x\n").told == [
                "plan.yml:1:1: error[K370]: planen har inga delar. Gör en ny plan med --plan utan --apply"
            ])
        #expect(
            Self.plan("sha256: x\ndelar:\n  - {sidor: tre, kind: bok}\n  - {sidor: 2, kind: bok}\n  - {sidor: 3}\n")
                .told
                == [
                    "plan.yml:3:1: error[K370]: sidor kan inte vara \"tre\". Skriv till exempel [3, 4]",
                    "plan.yml:4:1: error[K370]: kind kan inte vara \"bok\". Skriv till exempel bilaga",
                    "plan.yml:5:1: error[K370]: kind saknas. Skriv det",
                ])
        #expect(
            Self.plan("sha256: x\ndelar:\n  - {sidor: 1, kind: bilaga, till: \"2026:9\"}\n").told.first?.contains(
                "inget ärende i planen har dnr eller titel \"2026:9\"") == true)
        #expect(Self.plan("delar: [\n").plan == nil)
        #expect(Self.plan("").plan == nil)
    }

    @Test("two ärenden of one dnr with different text stop it all")
    func twice() {
        let (plan, _) = Self.plan(
            """
            sha256: x
            delar:
              - {sidor: 1, kind: kallelse}
              - {sidor: 2, kind: arende, dnr: "2024:12"}
              - {sidor: 3, kind: arende, dnr: "2024:12"}
            """)
        let files = Papers.plan(Self.read(plan).papers)
        #expect(
            files.diagnostics.map(\.problem) == [.matterTwiceInPacket(dnr: "2024:12", pages: 3...3, other: 2...2)]
        )
    }
}

@Suite("A packet that nobody has looked at")
struct UnconfirmedTests {
    /// The bilaga has two weak signs: "Bilaga 1" on its first line, and the paper before it is at its end.
    private static let packet = """
        <!-- sida 1 -->

        TJÄNSTESKRIVELSE                                    1 (1)

        Dnr 2024:12
        FS 240314

        Ny hemsida

        Förslag till beslut

        Förbundsstyrelsen beställer hemsidan för 40 000 kronor.

        Ärendet
        Den gamla går inte att läsa i telefonen.

        <!-- sida 2 -->

        Bilaga 1. Tre priser

        Den billigaste leverantören tar 38 000 kronor för hela arbetet, och den dyraste tar dubbelt så mycket.
        """

    private static func plan(isConfirmed: Bool) -> ImportPlan {
        let packet = Papers.read(packet, file: "paket.md", isMarkdown: true)
        return Planner.plan(
            packet.papers, locations: packet.papers.map { "/tmp/\($0.file)" },
            site: ExistingSite(bodies: SiteProfileBodies.all, hasProfile: true),
            options: Planner.Options(keepsOriginals: true, isRedacting: false, isConfirmed: isConfirmed))
    }

    @Test("has its unsure parts for the members alone, with a warning each")
    func unsure() {
        let files = Self.plan(isConfirmed: false)
        #expect(files.text("arenden/2024-12/bilaga-1-tre-priser.md")?.contains("synlighet: ledamöter\n") == true)
        #expect(files.outcomes[1].remarks.contains(.unsureHidden(page: 2)))
        let confirmed = Self.plan(isConfirmed: true)
        #expect(confirmed.text("arenden/2024-12/bilaga-1-tre-priser.md")?.contains("synlighet") == false)
    }

    @Test("two of one meeting are kept both, each under a name of its own")
    func two() {
        let read = ["a/paket.md", "b/paket.md"].map { Papers.read(Self.packet, file: $0, isMarkdown: true) }
        let papers =
            read[0].papers
            + read[1].papers.map { paper in
                var own = paper
                own.diaryNumber = own.diaryNumber.map { Found("2024:99", line: $0.line) }
                return own
            }
        let files = Planner.plan(
            papers, locations: papers.map { "/tmp/\($0.file)" },
            site: ExistingSite(bodies: SiteProfileBodies.all, hasProfile: true),
            options: Planner.Options(keepsOriginals: true, isRedacting: false))
        #expect(
            files.text("moten/fs-2024-03-14.md")?.contains(
                "original:\n  - {fil: \"paket.txt\", synlighet: ledamöter}\n  - {fil: \"paket-2.txt\", synlighet: ledamöter}\n"
            ) == true)
        #expect(files.files.map(\.path).contains("moten/fs-2024-03-14/paket-2.txt"))
    }

    @Test("is kept once, in its meeting's folder, for the members")
    func kept() {
        let files = Self.plan(isConfirmed: true)
        #expect(
            files.text("moten/fs-2024-03-14.md")
                == "---\norgan: FS\ndatum: 2024-03-14\noriginal: {fil: \"paket.txt\", synlighet: ledamöter}\n---\n")
        #expect(
            files.files.filter { if case .copy = $0.content { true } else { false } }.map(\.path) == [
                "moten/fs-2024-03-14/paket.txt"
            ])
    }
}
