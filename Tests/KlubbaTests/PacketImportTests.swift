import Foundation
import Testing

@Suite("klubba import --plan")
struct PacketImportTests {
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

    private func site() throws -> Workplace { try Workplace(["paket.md": Self.packet]) }

    @Test("writes a plan and nothing else; the edited plan is followed")
    func plan() throws {
        let site = try site()
        let made = try site.run("import", "paket.md", "--plan", "plan.yml")
        #expect(made.status == 0, "\(made.err)")
        #expect(made.out.contains("plan.yml skrevs. Ändra den, och kör igen med --apply."))
        #expect(try site.tree("content").isEmpty)
        #expect(try site.run("import", "paket.md", "--plan", "plan.yml").status == 0)
        let edited =
            try site.read("plan.yml").replacingOccurrences(of: "sidor: [2, 3]", with: "sidor: [2, 2]")
            + "  - sidor: [3, 3]\n    kind: bilaga\n    titel: Priser\n    bilaga: 1.1\n    till: \"2024:12\"\n"
        try site.write("plan.yml", edited)
        let standing = try site.run("import", "paket.md", "--plan", "plan.yml")
        #expect(standing.status == 1)
        #expect(standing.err.contains("plan.yml finns redan och lämnades"))
        let applied = try site.run("import", "paket.md", "--plan", "plan.yml", "--apply")
        #expect(applied.status == 0, "\(applied.out)\(applied.err)")
        #expect(try site.read("content/arenden/2024-12/bilaga-1.1-priser.md").contains("38 000"))
        #expect(
            try site.read("content/moten/fs-2024-03-14.md").contains(
                "original: {fil: \"paket.txt\", synlighet: ledamöter}"))
        #expect(try site.run("check", "--today", "2024-03-10").status == 0)
    }

    @Test("a page in two parts, or another file, is an error, and nothing is written")
    func wrong() throws {
        let site = try site()
        #expect(try site.run("import", "paket.md", "--plan", "plan.yml").status == 0)
        let plan = try site.read("plan.yml")
        try site.write("plan.yml", plan.replacingOccurrences(of: "sidor: [1, 1]", with: "sidor: [1, 2]"))
        let twice = try site.run("import", "paket.md", "--plan", "plan.yml", "--apply")
        #expect(twice.status == 1)
        #expect(twice.err.contains("error[K370]: sida 2 står redan i delen på rad"))
        #expect(twice.err.contains("Inget lades in."))
        try site.write("plan.yml", plan)
        try site.write("paket.md", Self.packet + "\nEn rad till.\n")
        let other = try site.run("import", "paket.md", "--plan", "plan.yml", "--apply")
        #expect(other.status == 1)
        #expect(
            other.err.contains(
                "plan.yml:1:1: error[K370]: planen är gjord av en annan fil än paket.md: sha256 är inte densamma. Gör en ny plan med --plan utan --apply"
            ))
        #expect(try site.tree("content").isEmpty)
        #expect(try site.run("import", "paket.md", "--apply").status == 2)
    }

    @Test("a rehearsal shows how the packet is cut, the unsure parts first")
    func table() throws {
        let site = try site()
        let shown = try site.run("import", "paket.md", "--dry-run")
        #expect(shown.out.contains("  sidor  kind      bilaga  titel"))
        #expect(shown.out.contains("  2–3    arende            Ny hemsida"))
    }
}
