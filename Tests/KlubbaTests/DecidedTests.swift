import Foundation
import Testing

@Suite("What was decided is seen first, and apart from what was proposed")
struct DecidedTests {
    private static let space = "\u{A0}"

    private func site(_ record: String?, head: String = "justerat: 2020-09-25\nanslaget: 2020-09-26") throws
        -> Workplace
    {
        var files = [
            "klubba.yml": Workplace.profile + "anslag: {överklagan: sidor/overklaga.md}\n",
            "content/sidor/overklaga.md": "# Så överklagar du\n\nSkriv till förvaltningsrätten.\n",
            "content/arenden/lotsen.md": matter(
                "dnr: 2020:1\ntitel: Lotsen\nau: 2020-08-20\nfs: 2020-09-18\nbilaga: 1\ninsats: Lotsen\nbelopp: 1 350 000 kr\nperiod: 2021",
                "## Förslag till beslut\n\n- **att** bevilja 1 350 000 kronor för 2021\n\n## Ärendet\n\nLotsen har sökt medel.\n"
            ),
        ]
        if let record {
            files["content/moten/fs-2020-09-18.protokoll.md"] = "---\n\(head)\n---\n\n\(record)"
        }
        return try Workplace(files)
    }

    private let less = "## § 7 2020:1\n\nBeslut: enligt nedan\n\n- **att** bevilja 1 200 000 kronor för 2021\n"

    @Test(
        "a decided ärende begins with day, §, what was granted of what was asked for, and how long it can be appealed")
    func beginning() throws {
        let site = try site(less)
        try site.build()
        let page = try site.read("public/arenden/2020-1/index.html")
        let title = try #require(page.range(of: "<h1"))
        let decided = try #require(page.range(of: "class=\"avgjort\""))
        let facts = try #require(page.range(of: "<dl"))
        #expect(title.lowerBound < decided.lowerBound && decided.lowerBound < facts.lowerBound)
        #expect(page.contains("protokoll/7/\">§&nbsp;7</a>: 1\(Self.space)200\(Self.space)000\(Self.space)kr</strong>"))
        #expect(
            page.contains(
                "(föreslaget 1\(Self.space)350\(Self.space)000\(Self.space)kr). Kan överklagas till <strong class=\"dag\">19 oktober 2020</strong>."
            ))
        #expect(page.contains("<a href=\"../../sidor/overklaga/\">Så överklagar du</a>"))
        #expect(
            page.contains(
                "content=\"Lotsen. Beslutat 18 september 2020, §\(Self.space)7: 1\(Self.space)200\(Self.space)000\(Self.space)kr (föreslaget 1\(Self.space)350\(Self.space)000\(Self.space)kr).\""
            ))
    }

    @Test("a proposal that was changed is folded below the decision, one that was approved stands open")
    func folded() throws {
        let changed = try site(less)
        try changed.build()
        #expect(
            try changed.read("public/arenden/2020-1/index.html").contains(
                "<details class=\"vikt\">\n<summary><h2 id=\"del_forslag\">"))
        let approved = try site("## § 7 2020:1\n\nBeslut: bifall\n")
        try approved.build()
        let page = try approved.read("public/arenden/2020-1/index.html")
        #expect(!page.contains("class=\"vikt\"") && !page.contains("(föreslaget"))
    }

    @Test("what is said of the time to appeal follows the record: not approved, not posted, running, over")
    func appeal() throws {
        for (head, today, said) in [
            ("", "2020-10-01", "Protokollet är inte justerat än."),
            ("justerat: 2020-09-25", "2020-09-26", "inte anslaget än"),
            (
                "justerat: 2020-09-25\nanslaget: 2020-09-26", "2020-10-19",
                "Kan överklagas till <strong class=\"dag\">19 oktober 2020"
            ),
            ("justerat: 2020-09-25\nanslaget: 2020-09-26", "2020-10-20", "gick ut 19 oktober 2020."),
        ] {
            let site = try site(less, head: head)
            #expect(try site.run("build", "--today", today).status == 0)
            #expect(try site.read("public/arenden/2020-1/index.html").contains(said), "\(head) \(today)")
        }
    }

    @Test("no list shows a proposed amount as if it were granted")
    func lists() throws {
        let asked = "1\(Self.space)350\(Self.space)000 <span class=\"lugn\">föreslaget</span>"
        let granted = "1\(Self.space)200\(Self.space)000 <span class=\"lugn\">beviljat</span>"
        let waiting = try site(nil)
        try waiting.build()
        let diary = try waiting.read("public/diarium/index.html")
        #expect(diary.contains(asked) && !diary.contains("beviljat"))
        #expect(!(try waiting.read("public/beslut/index.html").contains("Lotsen")))
        #expect(try waiting.read("public/data/arenden.csv").contains(",1350000,,2021-01-01"))
        let decided = try site(less)
        try decided.build()
        for list in ["diarium/", "beslut/", ""] {
            let page = try decided.read("public/\(list)index.html")
            #expect(page.contains(asked) && page.contains(granted), "\(list)")
        }
        #expect(try decided.read("public/data/arenden.csv").contains(",1350000,1200000,2021-01-01"))
        #expect(try decided.read("public/data/beslut.csv").contains(",1350000,1200000,1. att bevilja"))
    }

    @Test("from every decision, record, extract and notice there is a way to how one appeals")
    func ways() throws {
        let site = try site(less)
        try site.build()
        for page in [
            "", "beslut/", "anslagstavla/", "arenden/2020-1/", "moten/fs-2020-09-18/beslut/",
            "moten/fs-2020-09-18/protokoll/",
            "moten/fs-2020-09-18/protokoll/7/",
        ] {
            #expect(
                try site.read("public/\(page)index.html").contains("sidor/overklaga/\">Så överklagar du</a>"), "\(page)"
            )
        }
    }

    @Test("the front page has the next meeting, then what can be appealed now, then the latest decisions")
    func front() throws {
        let site = try site(less)
        try site.write("content/moten/fs-2020-10-23.md", "---\ntid: 13.00\nkallelse: 2020-09-30\n---\n")
        try site.build()
        let page = try site.read("public/index.html")
        let places = ["id=\"del_nasta\"", "id=\"del_overklaga\"", "Till och med 19 oktober 2020", "id=\"del_beslut\""]
            .map {
                page.range(of: $0)?.lowerBound
            }
        #expect(!places.contains(nil) && places.compactMap(\.self) == places.compactMap(\.self).sorted())
        #expect(try site.run("build", "--today", "2020-10-20").status == 0)
        #expect(!(try site.read("public/index.html").contains("Kan överklagas nu")))
    }

    @Test("the archive counts an ärende in the years it was decided")
    func archive() throws {
        let site = try site(nil)
        try site.write(
            "content/arenden/aldre.md", matter("dnr: 2018:4\ntitel: Äldre\nfs: 2020-09-18\nbilaga: 2"))
        try site.write(
            "content/moten/fs-2020-09-18.protokoll.md",
            "---\njusterat: 2020-09-25\nanslaget: 2020-09-26\n---\n\n## § 7 2020:1\n\nBeslut: bifall\n\n## § 8 2018:4\n\nBeslut: att ta bort skylten\n"
        )
        try site.build()
        #expect(try site.read("public/arkiv/2020/index.html").contains("2018:4"))
        #expect(!site.exists("public/arkiv/2018/index.html"))
    }

    @Test("a heading with a bilaga's name, and another ärende's, have ids of their own on the page of all papers")
    func ids() throws {
        let site = try site(nil)
        try site.write(
            "content/arenden/a/arende.md",
            matter("dnr: 2020:2\ntitel: A\nfs: 2020-09-18\nbilaga: 2 - 2.1", "## Ansökan\n\nText.\n\n## B\n\nText.\n"))
        try site.write("content/arenden/a/2.1 Ansökan.md", "# Ansökan\n\nText.\n")
        try site.write("content/arenden/b.md", matter("dnr: 2020:2-b\ntitel: B\nfs: 2020-09-18\nbilaga: 3"))
        try site.build()
        let page = try site.read("public/moten/fs-2020-09-18/alla/index.html")
        let ids = page.matches(of: /\ id="([^"]+)"/).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count)
        #expect(ids.contains("2020-2--ansokan") && ids.contains("2020-2_ansokan"))
        #expect(!page.contains("<section class=\"bilagor\" aria-labelledby"))
    }

    @Test("an extract's headings come in order: the §, then its parts")
    func headings() throws {
        let site = try site("## § 7 2020:1\n\nBeslut: bifall\n\n### Reservation\n\nAsta Lindvik reserverar sig.\n")
        try site.build()
        #expect(try site.read("public/moten/fs-2020-09-18/protokoll/7/index.html").contains("<h2>Reservation</h2>"))
        #expect(try site.read("public/moten/fs-2020-09-18/protokoll/index.html").contains("<h3>Reservation</h3>"))
    }
}
