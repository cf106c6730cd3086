import Foundation
import Testing

@Suite("An ärende in several §§, a § for several ärenden, and a § approved at once (FORMAT §6)")
struct SeveralParagraphsTests {
    private static let proposal =
        "## Förslag till beslut\n\nStyrelsen föreslås besluta\n\n- **att** anta planen\n- **att** ge 40 000 kronor till bussen\n"

    private func site(_ record: String, _ more: [String: String] = [:]) throws -> Workplace {
        var files = [
            "content/arenden/plan.md": matter(
                "dnr: 2020:1\ntitel: Resplanen\nfs: 2020-09-18\ninsats: Bussen\nbelopp: 40 000 kr", Self.proposal),
            "content/arenden/hall.md": matter("dnr: 2020:2\ntitel: Hållplatsen\nfs: 2020-09-18", Self.proposal),
            "content/moten/fs-2020-09-18.md": "---\nkallelse: 2020-09-11\n---\n",
            SealedSite.record: record,
        ]
        files.merge(more) { $1 }
        return try Workplace(files)
    }

    @Test("every place that shows an ärende's outcome shows each § that decided it, in order")
    func severalParagraphs() throws {
        let site = try site(
            "---\njusterat: 2020-09-25\nanslaget: 2020-09-26\n---\n\n## § 1 2020:1\n\nBeslut: 1 bifall\n\n## § 2 2020:2\n\nBeslut: bifall\n\n## § 3 2020:1\n\nBussen tas upp igen.\n\nBeslut: 2 avslag\n"
        )
        try site.build("--strict")
        let both = "§ 1: 1 bifall; § 3: 2 avslag"
        let page = try site.read("public/arenden/2020-1/index.html")
        #expect(page.contains(both))
        #expect(page.contains("protokoll/1/\">§&nbsp;1</a>") && page.contains("protokoll/3/\">§&nbsp;3</a>"))
        #expect(page.contains("<strong>1 bifall</strong>") && page.contains("<strong>2 avslag</strong>"))
        #expect(try site.read("public/moten/fs-2020-09-18/index.html").contains("Beslut: \(both)"))
        let list = try site.read("public/moten/fs-2020-09-18/beslut/index.html")
        #expect(list.contains("<strong>1 bifall</strong>") && list.contains("<strong>2 avslag</strong>"))
        let all = try site.read("public/beslut/index.html")
        #expect(!all.contains("Delat beslut"))
        #expect(all.contains(">1 bifall <a href=\"../moten/fs-2020-09-18/protokoll/1/\">§&nbsp;1</a>"))
        #expect(all.contains(">2 avslag <a href=\"../moten/fs-2020-09-18/protokoll/3/\">§&nbsp;3</a>"))
        #expect(try site.read("public/data/arenden.csv").contains(",delat,\(both),"))
        #expect(try site.read("public/data/beslut.csv").components(separatedBy: "Resplanen").count == 3)
        let funds = try site.read("public/insatser/bussen/index.html")
        #expect(funds.contains(both) && funds.contains("40\u{A0}000") && funds.contains(">0<"))
        let feed = try site.read("public/atom.xml")
        #expect(
            feed.contains("1 bifall: 2020:1 Resplanen (FS § 1)") && feed.contains("2 avslag: 2020:1 Resplanen (FS § 3)")
        )
    }

    @Test("a § may decide several ärenden, and each of them shows it")
    func severalMatters() throws {
        let site = try site(
            "---\njusterat: 2020-09-25\nanslaget: 2020-09-26\n---\n\n## § 1 2020:1, 2020:2\n\nBeslut: bifall\nFöljs upp: 2020-12-01 Bussen\n"
        )
        try site.build("--strict")
        for dnr in ["2020-1", "2020-2"] {
            let page = try site.read("public/arenden/\(dnr)/index.html")
            #expect(page.contains("<strong>Bifall</strong>") && page.contains("protokoll/1/\">§&nbsp;1</a>"))
            #expect(page.contains("Följs upp"))
        }
        let record = try site.read("public/moten/fs-2020-09-18/protokoll/index.html")
        #expect(record.contains("Resplanen") && record.contains("Hållplatsen"))
        let rows = try site.read("public/data/beslut.csv")
        #expect(rows.contains("2020:1,Resplanen,bifall") && rows.contains("2020:2,Hållplatsen,bifall"))
        let decisions = try site.read("public/beslut/index.html")
        #expect(decisions.components(separatedBy: "Bifall <a href=\"../moten/fs-2020-09-18/protokoll/1/\"").count == 3)
    }

    @Test("a clause that no § of the record speaks of is told, and keeps the record from its seal")
    func undecidedClause() throws {
        let site = try site(
            "---\njusterat: 2020-09-25\n---\n\n## § 1 2020:1\n\nBeslut: 1 bifall\n\n## § 2 2020:2\n\nBeslut: bifall\n")
        let told = "fs-2020-09-18.protokoll.md:7:1: warning[K441]: inget sägs om att-sats 2 i förslaget till 2020:1."
        #expect(try site.run("check", "--today", "2020-10-01").err.contains(told))
        let sealed = try site.run("seal", "fs-2020-09-18", "--today", "2020-10-01")
        #expect(
            sealed.status == 1 && sealed.err.hasSuffix("Det är inte färdigt. Inget förseglades.\n"), "\(sealed.err)")
    }

    @Test("a § approved at once is sealed with the clauses that its bifall decides")
    func sealedClauses() throws {
        let site = try site(
            "## § 1 2020:1\n\nBeslut: bifall\n\nJusterat: 2020-09-18\nAnslaget: 2020-09-19\n\n## § 2 2020:2\n\nBeslut: bifall\n"
        )
        #expect(try site.run("seal", "fs-2020-09-18", "--today", "2020-09-20").status == 0)
        let plan = try site.read("content/arenden/plan.md")
        try site.write("content/arenden/plan.md", plan.replacing("40 000 kronor", with: "90 000 kronor"))
        let changed = try site.run("check", "--today", "2020-09-20")
        #expect(
            changed.status == 1 && changed.err.contains("content/arenden/plan.md") && changed.err.contains("K134"),
            "\(changed.err)")
    }

    @Test("an ärende that was raised at the table is told at its §, and is no change of the kallelse that was sent")
    func raised() throws {
        let site = try site(
            "", ["content/arenden/extra.md": matter("dnr: 2020:3\ntitel: Extra", Self.proposal)])
        #expect(try site.run("seal", "fs-2020-09-18", "--today", "2020-09-12").status == 0)
        try site.write(
            SealedSite.record,
            "---\njusterat: 2020-09-25\n---\n\n## § 1 2020:1\n\nBeslut: bifall\n\n## § 2 2020:2\n\nBeslut: bifall\n\n## § 3 2020:3\n\nBeslut: bifall\n"
        )
        let check = try site.run("check", "--today", "2020-09-26")
        #expect(check.status == 0 && check.err.contains("K440") && !check.err.contains("K307"), "\(check.err)")
        #expect(try site.run("seal", "fs-2020-09-18", "--today", "2020-09-26").status == 0)
        #expect(try site.run("check", "--today", "2020-09-27").status == 0)
        try site.write(
            "content/arenden/smyg.md", matter("dnr: 2020:4\ntitel: Smyg\nfs: 2020-09-18", Self.proposal))
        #expect(try site.run("check", "--today", "2020-09-27").err.contains("error[K307]"))
    }

    @Test("what waits for its day is sealed as its head says, with its number, and keeps it")
    func embargo() throws {
        let site = try site(
            "",
            [
                "content/arenden/hall.md": matter(
                    "dnr: 2020:2\ntitel: Hållplatsen\nfs: 2020-09-18\npubliceras: 2020-09-15", Self.proposal)
            ])
        #expect(try site.run("seal", "fs-2020-09-18", "--today", "2020-09-12").status == 0)
        #expect(!(try site.read(SealedSite.log)).contains("utkast"))
        try site.build()
        let page = try site.read("public/moten/fs-2020-09-18/index.html")
        #expect(page.contains("Bilaga 1") && page.contains("Bilaga 2"))
    }

    @Test("a dnr among several that nobody knows is an error")
    func unknown() throws {
        let site = try site("## § 1 2020:1, 2020:7\n\nBeslut: bifall\n\n## § 2 2020:2\n\nBeslut: bifall\n")
        #expect(
            try site.run("check", "--today", "2020-10-01").err.contains("error[K123]: inget ärende har dnr 2020:7."))
    }

    @Test("a § for two ärenden of which one is hidden is hidden, and the seen ärende's page says so")
    func hidden() throws {
        let site = try site(
            "---\njusterat: 2020-09-25\nanslaget: 2020-09-26\n---\n\n## § 1 2020:1 och 2020:2\n\nKANARIE\n\nBeslut: avslag\n",
            [
                "content/arenden/hall.md": matter(
                    "dnr: 2020:2\ntitel: KANARIE\nfs: 2020-09-18\nsynlighet: ledamöter", Self.proposal)
            ])
        try site.build()
        let page = try site.read("public/arenden/2020-1/index.html")
        #expect(page.contains("§ 1 visas inte, för den rör också ett ärende som inte är offentligt"))
        #expect(!page.contains("Avslag") && page.contains("Behandlat"))
        for (path, bytes) in try site.tree("public") {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("KANARIE"), "\(path)")
        }
        #expect(!site.exists("public/moten/fs-2020-09-18/protokoll/1/index.html"))
        try site.build("--audience", "members", "--output", "../\(site.root.lastPathComponent)-m")
        let members = site.root.deletingLastPathComponent().appendingPathComponent("\(site.root.lastPathComponent)-m")
        defer { try? FileManager.default.removeItem(at: members) }
        let seen = try String(contentsOf: members.appendingPathComponent("arenden/2020-1/index.html"), encoding: .utf8)
        #expect(seen.contains("<strong>Avslag</strong>") && !seen.contains("visas inte"))
    }

    private let atOnce = """
        ---
        ordförande: NN
        ---

        ## § 1 2020:1

        Beslut: bifall

        Justerat: 2020-09-18
        Anslaget: 2020-09-18

        ## § 2 2020:2

        Beslut: bifall

        """

    @Test("a § approved at once has its own extract, notice and last day of appeal")
    func approvedAtOnce() throws {
        let site = try site(atOnce)
        #expect(try site.run("build", "--today", "2020-09-20").status == 0)
        let own = try site.read("public/moten/fs-2020-09-18/protokoll/1/index.html")
        #expect(!own.contains("Ojusterat") && own.contains("18 september 2020") && own.contains("9 oktober 2020"))
        #expect(try site.read("public/moten/fs-2020-09-18/protokoll/2/index.html").contains("Ojusterat"))
        let record = try site.read("public/moten/fs-2020-09-18/protokoll/index.html")
        #expect(record.contains("Ojusterat") && record.contains("Omedelbart justerad 18 september 2020"))
        #expect(!record.contains("Anslaget: 2020"))
        #expect(!(try site.read("public/arenden/2020-1/index.html")).contains("Ojusterat"))
        #expect(try site.read("public/arenden/2020-2/index.html").contains("Ojusterat"))
        let board = try site.read("public/anslagstavla/index.html")
        #expect(board.contains("Anslag om justerad §&nbsp;1") && board.contains("9 oktober 2020"))
        #expect(board.contains("moten/fs-2020-09-18/protokoll/1/"))
        #expect(
            try site.read("public/data/anslag.csv").contains(
                "fs-2020-09-18,fs,2020-09-18,2020-09-18,2020-09-18,2020-10-09,2020-10-10,moten/fs-2020-09-18/protokoll/1/,1\r\n"
            ))
        #expect(try site.read("public/atom.xml").contains("§ 1"))
        #expect(
            try site.read("public/data/beslut.csv").contains(
                ",2020-09-18,https://handlingar.example.se/moten/fs-2020-09-18/protokoll/1/"))
    }

    @Test("the record's later notice leaves it out, and its own stays up until its time is out")
    func later() throws {
        let site = try site(atOnce)
        #expect(try site.run("build", "--today", "2020-09-20").status == 0)
        try site.replace("ordförande: NN", with: "justerat: 2020-09-25\nanslaget: 2020-09-26", in: SealedSite.record)
        #expect(try site.run("build", "--today", "2020-09-27").status == 0)
        let board = try site.read("public/anslagstavla/index.html")
        #expect(board.contains("Har egna anslag: §\u{A0}1") && board.contains("Anslag om justerad §&nbsp;1"))
        #expect(try site.read("public/data/anslag.csv").split(separator: "\r\n").count == 3)
        try site.replace("Anslaget: 2020-09-18\n", with: "", in: SealedSite.record)
        let down = try site.run("build", "--today", "2020-09-28")
        #expect(down.status == 1)
        #expect(
            down.err.contains(
                "error[K147]: anslaget för § 1 i fs-2020-09-18 ska sitta uppe till och med 2020-10-09"), "\(down.err)")
    }

    @Test("one that should have been posted is a warning at its own line")
    func overdue() throws {
        let site = try site(atOnce.replacing("Anslaget: 2020-09-18\n", with: ""))
        #expect(
            try site.run("check", "--today", "2020-09-21").err.hasPrefix(
                "content/moten/fs-2020-09-18.protokoll.md:9:1: warning[K129]: § 1 skulle ha anslagits senast 2020-09-20. Anslå det och skriv \"Anslaget:\" under \"Justerat:\"\n"
            ))
    }

    @Test("an outcome reads as Swedish")
    func swedish() throws {
        let three = Self.proposal + "- **att** följa upp i maj\n"
        let site = try site(
            "---\njusterat: 2020-09-25\nanslaget: 2020-09-26\n---\n\n## § 1 2020:1\n\nBeslut: 1 bifall, 2 avslag, 3 bifall\n\n## § 2 2020:2\n\nBeslut: enligt nedan\n\n- **att** anta planen\n- **att** ge 30 000 kronor till bussen\n\n## § 3 2020:3\n\nBeslut: att köpa en cykel\n",
            [
                "content/arenden/plan.md": matter("dnr: 2020:1\ntitel: Resplanen\nfs: 2020-09-18", three),
                "content/arenden/cykel.md": matter("dnr: 2020:3\ntitel: Cykeln\nfs: 2020-09-18", "Text.\n"),
            ])
        try site.build("--strict")
        #expect(try site.read("public/arenden/2020-1/index.html").contains("<strong>Bifall utom punkt 2</strong>"))
        let changed = try site.read("public/arenden/2020-2/index.html").replacing(/\s+/, with: " ")
        #expect(changed.contains("<strong>Ändrat beslut</strong>"))
        #expect(changed.contains("att ge <del>40 000 kronor</del>") && changed.contains("<ins>30 000 kronor</ins>"))
        let record = try site.read("public/moten/fs-2020-09-18/protokoll/index.html")
        #expect(record.contains(">ändrat mot förslaget</data>") && !record.contains("Beslut med ändring"))
        #expect(try site.read("public/arenden/2020-3/index.html").contains("<strong>Beslutat</strong>"))
        #expect(try site.read("public/data/beslut.csv").contains(",beslutat,Beslutat,,,1. att köpa en cykel,"))
    }
}
