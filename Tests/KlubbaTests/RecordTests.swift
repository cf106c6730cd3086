import Foundation
import Testing

@Suite("The record of a meeting")
struct RecordTests {
    private let files = [
        "content/arenden/2020-1.md": matter(
            "dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18\nbilaga: 1",
            "## Förslag till beslut\n\n- **att** hyra lokalen\n- **att** köpa möbler\n"),
        "content/arenden/2020-2.md": matter(
            "dnr: 2020:2\ntitel: Budget\nfs: 2020-09-18\nbilaga: 2",
            "## Förslag till beslut\n\n- **att** anta budgeten\n"),
        "content/moten/fs-2020-09-18.md": "---\nkallelse: 2020-09-11\n---\n",
    ]

    private func site(_ record: String, head: String = "justerat: 2020-09-25\nanslaget: 2020-09-26") throws -> Workplace
    {
        var files = files
        files["content/moten/fs-2020-09-18.protokoll.md"] = "---\n\(head)\n---\n\n\(record)"
        return try Workplace(files)
    }

    @Test("each § has its extract, and the ärende shows what was decided and where")
    func pages() throws {
        let site = try site(
            "## § 7 2020:1\n\nBeslut: bifall\n\n### Beslutet skickas till\n\n- Kommunen\n\n## § 8 2020:2\n\nBeslut: bordläggning till 2020-10-23\n"
        )
        try site.write("content/moten/fs-2020-10-23.md", "---\nkallelse: 2020-10-16\n---\n")
        try site.build("--strict")
        let minutes = try site.read("public/moten/fs-2020-09-18/protokoll/index.html")
        #expect(minutes.contains("§ 7") && minutes.contains("hyra lokalen") && !minutes.contains("Ojusterat"))
        let extract = try site.read("public/moten/fs-2020-09-18/protokoll/7/index.html")
        #expect(extract.contains("Bifall") && extract.contains("köpa möbler") && extract.contains("Kommunen"))
        let matter = try site.read("public/arenden/2020-1/index.html")
        #expect(matter.contains("href=\"../../moten/fs-2020-09-18/protokoll/7/\"") && matter.contains("Bifall"))
        let decisions = try site.read("public/beslut/index.html")
        #expect(decisions.contains("Bordläggning till 23 oktober 2020"))
    }

    @Test("until it is approved the record is marked on its page and on every extract")
    func unapproved() throws {
        let site = try site(
            "## § 7 2020:1\n\nBeslut: bifall\n\n## § 8 2020:2\n\nBeslut: bifall\n", head: "ordförande: NN")
        try site.build()
        for page in ["", "7/", "8/"] {
            #expect(try site.read("public/moten/fs-2020-09-18/protokoll/\(page)index.html").contains("Ojusterat"))
        }
    }

    @Test("what does not agree between record, agenda and proposals is told")
    func faults() throws {
        let site = try site(
            "## § 7 2020:1\n\nBeslut: 1 bifall, 3 avslag\n\n## § 7 2020:2\n\nBeslut: bifal\n\n## § 5 2020:9\n\nBeslut: avslag\n\n## Paus\n",
            head: "justerat: 2020-09-10\nanslaget: 2020-09-09")
        let result = try site.run("check", "--today", "2020-10-01")
        let file = "content/moten/fs-2020-09-18.protokoll.md"
        #expect(
            result.err == """
                \(file):2:11: error[K127]: protokollet kan inte vara justerat 2020-09-10, före mötet. Rätta datumet
                \(file):3:11: error[K128]: protokollet kan inte vara anslaget 2020-09-09, innan det är justerat. Rätta datumet
                \(file):8:1: error[K121]: det finns ingen att-sats 3. Förslaget har 2. Rätta numret
                \(file):8:1: warning[K441]: inget sägs om att-sats 2 i förslaget till 2020:1. Skriv "2 bifall", "2 avslag" eller "2 utgår" också
                \(file):10:1: error[K122]: § 7 används redan i \(file):6. Ge den ena ett annat nummer
                \(file):12:1: error[K120]: "bifal" är inget känt beslut. Menade du "bifall"?
                \(file):14:1: error[K123]: inget ärende har dnr 2020:9. Menade du 2020:1?
                \(file):14:1: warning[K125]: § 5 kommer efter § 7. Kontrollera ordningen
                \(file):18:1: warning[K126]: "Paus" är ingen paragraf. Skriv rubriken som "## § 45 Ärendet"
                2 ärenden och 1 möte: 6 fel, 3 varningar.

                """)
    }

    @Test("a new record's §§ go on from the year's last, and begin anew where the body's records do")
    func newRecord() throws {
        let site = try site("## § 7 2020:1\n\nBeslut: bifall\n")
        let made = "content/moten/fs-2020-12-11.protokoll.md"
        try site.write("content/moten/fs-2020-12-11.md", "---\ndagordning:\n  - Öppnande\n---\n")
        let first = { () throws -> String? in
            try site.run("new", "protokoll", "fs-2020-12-11", "--today", "2020-12-12").expectFine()
            let text = try site.read(made)
            try site.remove(made)
            return text.split(separator: "\n").first { $0.hasPrefix("## ") }.map(String.init)
        }
        #expect(try first() == "## § 8 Öppnande")
        for day in ["2020-10-01", "2020-11-01"] {
            try site.write("content/moten/fs-\(day).md", "---\norgan: FS\n---\n")
            try site.write("content/moten/fs-\(day).protokoll.md", "---\nordförande: NN\n---\n\n## § 1 Öppnande\n")
        }
        #expect(try first() == "## § 1 Öppnande")
    }

    @Test("an empty \"enligt nedan\" and a day that has been are told")
    func nothingBelow() throws {
        let site = try site(
            "## § 7 2020:1\n\nBeslut: enligt nedan\n\n## § 8 2020:2\n\nBeslut: bordläggning till 2020-09-01\n")
        let file = "content/moten/fs-2020-09-18.protokoll.md"
        let told = try site.run("check", "--today", "2020-10-01").err
        #expect(
            told.contains(
                "warning[K431]: § 7 säger \"enligt nedan\", men där står inget beslut under. Skriv att-satserna på raderna efter\n\(file):"
            ), "\(told)")
        #expect(
            told.contains(
                "warning[K433]: ärendet skjuts upp till 2020-09-01, men beslutet är från FS 2020-09-18. Rätta dagen"))
    }

    @Test("bifall to a proposal to say no is no contradiction of a sentence that says no")
    func proposalToSayNo() throws {
        let site = try site(
            "## § 7 2020:1\n\nBeslut: bifall\n\nStyrelsen avslår ansökan.\n\n## § 8 2020:2\n\nBeslut: bifall\n")
        #expect(try site.run("check", "--today", "2020-10-01").err.contains("error[K220]"))
        let matter = "content/arenden/2020-1.md"
        try site.write(matter, site.read(matter).replacing("**att** hyra lokalen", with: "**att** avslå ansökan"))
        #expect(try !site.run("check", "--today", "2020-10-01").err.contains("error[K220]"))
    }

    @Test("numbers run through a body's year, but where records begin with § 1 each time")
    func numberRuns() throws {
        let site = try site("## § 1 2020:1\n\nBeslut: bifall\n\n## § 2 2020:2\n\nBeslut: bifall\n")
        let second = "content/moten/fs-2020-11-18.protokoll.md"
        try site.write("content/moten/fs-2020-11-18.md", "---\nkallelse: 2020-11-10\n---\n")
        try site.write(second, "---\njusterat: 2020-11-25\n---\n\n## § 1 Öppnande\n\n## § 2 Avslutning\n")
        #expect(!(try site.run("check", "--today", "2020-12-01").err.contains("K122")))
        try site.write(second, "---\njusterat: 2020-11-25\n---\n\n## § 2 Öppnande\n\n## § 3 Avslutning\n")
        #expect(try site.run("check", "--today", "2020-12-01").err.contains("\(second):5:1: error[K122]: § 2"))
    }

    @Test("an ärende on the agenda without a § is a warning; a record of a meeting that nobody knows an error")
    func missing() throws {
        let site = try site("## § 7 2020:1\n\nBeslut: bifall\n")
        try site.write("content/moten/fs-2020-11-18.protokoll.md", "## § 9 Öppnande\n")
        let result = try site.run("check", "--today", "2020-10-01")
        #expect(
            result.err == """
                content/moten/fs-2020-09-18.protokoll.md:1:1: warning[K124]: 2020:2 står på dagordningen men har ingen paragraf i protokollet. Lägg till den
                content/moten/fs-2020-11-18.protokoll.md:1:1: error[K076]: protokollet hör till FS 2020-11-18, ett möte som inte finns. Rätta filnamnet, eller skapa mötet
                2 ärenden och 1 möte: 1 fel, 1 varning.

                """)
    }

    @Test("what a decision grants in its own words is what /insatser/ shows")
    func granted() throws {
        var files = files
        files["content/arenden/2020-1.md"] = matter(
            "dnr: 2020:1\ntitel: Bron\nfs: 2020-09-18\nbilaga: 1\ninsats: Bron\nbelopp: 300 000 kr\nperiod: 2021",
            "## Förslag till beslut\n\n- **att** bevilja 300 000 kronor\n")
        files["content/moten/fs-2020-09-18.protokoll.md"] =
            "---\njusterat: 2020-09-25\nanslaget: 2020-09-26\n---\n\n## § 7 2020:1\n\nBeslut: enligt nedan\n\n- **att** bevilja 250 000 kronor\n\n## § 8 2020:2\n"
        let site = try Workplace(files)
        try site.build()
        let page = try site.read("public/insatser/bron/index.html")
        #expect(page.contains("../../arenden/2020-1/#att-1\">300\u{A0}000</a>"))
        #expect(page.contains("../../moten/fs-2020-09-18/protokoll/7/\">250\u{A0}000</a>"))
    }

    @Test("a notice hangs on the board until the time to appeal has run out, and the record's page keeps its days")
    func noticeBoard() throws {
        let site = try site("## § 7 2020:1\n\nBeslut: bifall\n\n## § 8 2020:2\n\nBeslut: bifall\n")
        for (today, hangs) in [("2020-09-26", true), ("2020-10-19", true), ("2020-10-20", false)] {
            #expect(try site.run("build", "--today", today).status == 0)
            let board = try site.read("public/anslagstavla/index.html")
            #expect(board.contains("moten/fs-2020-09-18/protokoll/") == hangs, "\(today)")
            #expect(board.contains("19 oktober 2020") == hangs && board.contains("20 oktober 2020") == hangs)
            #expect(try site.read("public/moten/fs-2020-09-18/protokoll/index.html").contains("19 oktober 2020"))
        }
    }

    @Test("a record that should have been posted is a warning")
    func overdue() throws {
        let site = try site(
            "## § 7 2020:1\n\nBeslut: bifall\n\n## § 8 2020:2\n\nBeslut: bifall\n", head: "justerat: 2020-09-25")
        #expect(try site.run("check", "--today", "2020-09-27").err.contains("0 varningar"))
        #expect(
            try site.run("check", "--today", "2020-09-28").err.hasPrefix(
                "content/moten/fs-2020-09-18.protokoll.md:1:1: warning[K129]: protokollet skulle ha anslagits senast "
                    + "2020-09-27. Anslå det och skriv \"anslaget:\" i huvudet\n"))
    }

    @Test("a notice that came down while one could still appeal, or before it went up, is a warning")
    func downTooEarly() throws {
        func told(_ down: String) throws -> [String] {
            let site = try site(
                "## § 7 2020:1\n\nBeslut: bifall\n\n## § 8 2020:2\n\nBeslut: bifall\n",
                head: "justerat: 2020-09-25\nanslaget: 2020-09-26\nnedtaget: \(down)")
            return try site.run("check", "--today", "2020-11-01").err.split(separator: "\n").map(String.init)
                .filter { $0.contains("[K") }
        }
        let place = "content/moten/fs-2020-09-18.protokoll.md:4:1: warning[K439]: anslaget "
        #expect(
            try told("2020-10-19") == [
                place
                    + "togs ned 2020-10-19, men skulle ha suttit uppe till och med 2020-10-19, sista dagen att överklaga. Sätt upp det igen, eller rätta datumet"
            ])
        #expect(try told("2020-10-20") == [])
        #expect(
            try told("2020-09-25") == [place + "kan inte vara nedtaget 2020-09-25, innan det sattes upp. Rätta datumet"]
        )
    }

    @Test("a decision in other words shows what was added and what fell, word by word")
    func changes() throws {
        let site = try site(
            "## § 7 2020:1\n\nBeslut: enligt nedan\n\n- **att** hyra lokalen på prov\n- **att** rapportera i mars\n\n"
                + "## § 8 2020:2\n\nBeslut: bifall\n")
        try site.build()
        let page = try site.read("public/arenden/2020-1/index.html").replacing(/\s+/, with: " ")
        #expect(page.contains("att hyra lokalen <ins>på prov</ins>"))
        #expect(page.contains("att <ins>rapportera i mars</ins>") && page.contains("att <del>köpa möbler</del>"))
    }

    @Test("a hidden matter named by its title, or after other words, takes its § with it")
    func hiddenByName() throws {
        let site = try site(
            "## § 7 2020:1\n\nBeslut: bifall\n\n## § 8 2020:2\n\n## § 9 Om ärende 2020:9 igen\n\nKANARIE\n\n"
                + "## § 10 Varsel vid kansliet\n\nKANARIE\n\n## § 11 Dnr 2020 : 9\n\nKANARIE\n")
        try site.write(
            "content/arenden/2020-9.md", matter("dnr: 2020:9\ntitel: Varsel vid kansliet\nsynlighet: ledamöter"))
        try site.build()
        let minutes = try site.read("public/moten/fs-2020-09-18/protokoll/index.html")
        #expect(!minutes.contains("KANARIE") && !minutes.contains("Varsel") && !minutes.contains("2020:9"))
        #expect(minutes.components(separatedBy: "Visas endast för ledamöter").count == 4)
        #expect(!site.exists("public/moten/fs-2020-09-18/protokoll/9"))
    }

    @Test("the record of a members-only meeting is not public, though a public ärende was handled there")
    func hiddenMeeting() throws {
        let site = try site(
            "## § 7 2020:1\n\nKANARIE\n\n## § 8 2020:2\n", head: "justerat: 2020-09-25\nanslaget: 2020-09-26")
        try site.write("content/moten/fs-2020-09-18.md", "---\nsynlighet: ledamöter\nplats: KANARIE\n---\n")
        try site.build()
        #expect(try site.tree("public").allSatisfy { $0.value.range(of: Data("KANARIE".utf8)) == nil })
        #expect(!site.exists("public/moten/fs-2020-09-18/protokoll"))
    }

    @Test("no word of a record is lost, wherever it stands")
    func words() throws {
        let site = try site(
            "# Protokoll\n\nORD-ETT\n\n## § 7 2020:1\n\nORD-TVÅ\n\nBeslut: bifall\nORD-TRE\n\nORD-FYRA\n\n"
                + "## Ajournering\n\nORD-FEM\n\n## § 8 2020:2\n\nBeslut: enligt nedan\n\nFöre ORD-SEX:\n\n"
                + "- **att** ORD-SJU\n\nEfter ORD-ÅTTA.\n\n### Annat\n\nORD-NIO\n")
        try site.build()
        let minutes = try site.read("public/moten/fs-2020-09-18/protokoll/index.html")
        for word in ["ETT", "TVÅ", "TRE", "FYRA", "FEM", "SEX", "SJU", "ÅTTA", "NIO"] {
            #expect(minutes.contains("ORD-\(word)"))
        }
        #expect(minutes.contains("hyra lokalen"))
    }
}
