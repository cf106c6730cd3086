import Foundation
import Testing

@Suite("A meeting's life after the gavel")
struct MeetingLifeTests {
    private let record = "content/moten/fs-2020-09-18.protokoll.md"

    private func site(
        _ text: String, head: String = "justerat: 2020-09-25\nanslaget: 2020-09-26", _ more: [String: String] = [:]
    ) throws -> Workplace {
        var files = [
            "content/arenden/2020-1.md": matter(
                "dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18\nbilaga: 1\ninsats: Bron\nbelopp: 300 000 kr\nperiod: 2020",
                "## Förslag till beslut\n\n- **att** bevilja 300 000 kronor\n"),
            "content/moten/fs-2020-09-18.md": "---\nkallelse: 2020-09-11\n---\n",
            record: "---\n\(head)\n---\n\n\(text)",
        ]
        files.merge(more) { $1 }
        return try Workplace(files)
    }

    private func messages(_ site: Workplace, today: String = "2020-10-01") throws -> [String] {
        try site.run("check", "--today", today).err.split(separator: "\n").dropLast().map(String.init)
    }

    // Votes

    @Test("votes that do not add up, a member on both sides, more votes than people and a recused voter are told")
    func votes() throws {
        let site = try site(
            "## § 1 2020:1\n\nBeslut: bifall\n\n### Jäv\n\nCia Lind anmäler jäv.\n\n### Omröstning\n\n"
                + "Ja (2): Anna Alm\nNej: anna alm, Cia Lind\n",
            head: "närvarande: [Anna Alm, Bo Ek]\njusterat: 2020-09-25\nanslaget: 2020-09-26")
        #expect(
            try messages(site) == [
                "\(record):7:1: error[K141]: omröstningen går inte ihop: 1 röster för ja, men summan säger 2. Rätta det ena",
                "\(record):7:1: error[K142]: anna alm står två gånger i omröstningen. Ta bort den ena",
                "\(record):7:1: error[K143]: omröstningen har 4 röster, men bara 2 var med. Rätta rösterna eller närvaron",
                "\(record):7:1: warning[K144]: Cia Lind nämns under Jäv eller Deltar inte i beslutet men står i omröstningen. Kontrollera",
            ])
    }

    @Test("a vote is a table of its own on the record and the extract")
    func voteTable() throws {
        let site = try site("## § 1 2020:1\n\nBeslut: bifall\n\n### Omröstning\n\nJa: Anna Alm, Bo Ek\nNej: Cia Lind\n")
        try site.build("--strict")
        for page in ["protokoll", "protokoll/1"] {
            let html = try site.read("public/moten/fs-2020-09-18/\(page)/index.html")
            #expect(html.contains("<tr><td><strong>2</strong></td><td><strong>1</strong></td></tr>"))
        }
    }

    @Test("too few members are told, where klubba.yml or the record says how many there are")
    func quorum() throws {
        let text = "## § 1 2020:1\n\nBeslut: bifall\n"
        let told =
            "\(record):1:1: warning[K145]: 2 av 4 ledamöter var närvarande. Det är inte mer än hälften: kontrollera att organet var beslutsfört"
        let dates = "justerat: 2020-09-25\nanslaget: 2020-09-26"
        let absent = try site(text, head: "närvarande: [A, B]\nfrånvarande: [C, D]\n\(dates)")
        #expect(try messages(absent) == [told])
        let counted = try site(
            text, head: "närvarande: [A, B]\n\(dates)",
            [
                "klubba.yml":
                    "organisation: F\nadress: https://f.example.se\norgan:\n  - {kod: FS, namn: Styrelsen, roll: beslutande, ledamöter: 4}\n"
            ])
        #expect(try messages(counted) == [told])
        #expect(try messages(site(text, head: "närvarande: [A, B]\n\(dates)")) == [])
    }

    @Test("a clause that is decided twice on one line is an error")
    func twice() throws {
        let site = try site("## § 1 2020:1\n\nBeslut: 1 bifall, 1 avslag\n")
        #expect(
            try messages(site)
                == [
                    "\(record):8:11: error[K140]: att-sats 1 har två beslut på raden. Behåll ett"
                ].map { $0.replacingOccurrences(of: ":8:11:", with: ":8:1:") })
    }

    @Test("a § about an ärende in which no decision is found is told, and is no decision")
    func undecided() throws {
        let site = try site("## § 1 2020:1\n\nFöredras.\n")
        #expect(
            try messages(site) == [
                "\(record):6:1: warning[K221]: § 1 är om 2020:1, men där står inget beslut. Skriv till exempel \"Beslut: bifall\""
            ])
        try site.build()
        let page = try site.read("public/beslut/index.html")
        #expect(page.contains("Det finns inga beslut än.") && !page.contains("Lokaler"))
    }

    // Coming back

    @Test("an ärende that is tabled till a day is on that agenda by itself, with what was decided before")
    func tabled() throws {
        let site = try site(
            "## § 1 2020:1\n\nBeslut: bordläggning till 2020-10-23\n",
            ["content/moten/fs-2020-10-23.md": "---\ntid: 13.00\ndagordning: [Öppnande, Övriga frågor]\n---\n"])
        try site.build("--strict")
        let agenda = try site.read("public/moten/fs-2020-10-23/index.html")
        #expect(agenda.contains("arenden/2020-1/"))
        #expect(
            agenda.contains("moten/fs-2020-09-18/protokoll/1/") && agenda.contains("Bordläggning till 23 oktober 2020"))
        #expect(!(try site.read("public/moten/fs-2020-09-18/index.html")).contains("Tidigare:"))
    }

    @Test("an ärende that is remitted to a body till a day is on that body's agenda")
    func remitted() throws {
        let site = try site(
            "## § 1 2020:1\n\nBeslut: återremiss till AU 2020-10-08\n",
            ["content/moten/au-2020-10-08.md": "---\nkallelse: 2020-10-01\n---\n"])
        try site.build()
        #expect(try site.read("public/moten/au-2020-10-08/index.html").contains("arenden/2020-1/"))
        #expect(try site.read("public/beslut/index.html").contains("Återremiss till AU 8 oktober 2020"))
    }

    @Test("an ärende that comes back keeps its number: another that has it is an error, until it is for one meeting")
    func number() throws {
        let site = try site(
            "## § 1 2020:1\n\nBeslut: bordläggning till 2020-10-23\n",
            [
                "content/moten/fs-2020-10-23.md": "---\nkallelse: 2020-10-16\n---\n",
                "content/arenden/2020-2.md": matter("dnr: 2020:2\ntitel: Budget\nfs: 2020-10-23\nbilaga: 1"),
            ])
        let result = try site.run("build", "--today", "2020-10-01")
        #expect(result.status == 1)
        #expect(
            result.err.hasPrefix(
                "content/arenden/2020-2.md:5:9: error[K054]: bilaga 1 på FS 2020-10-23 används redan av content/arenden/2020-1.md. "
            ))
        let text = try site.read("content/arenden/2020-1.md")
        try site.write(
            "content/arenden/2020-1.md", text.replacingOccurrences(of: "bilaga: 1", with: "bilaga: {fs-2020-09-18: 1}"))
        try site.build()
        let agenda = try site.read("public/moten/fs-2020-10-23/index.html")
        #expect(agenda.contains("arenden/2020-1/") && agenda.components(separatedBy: "Bilaga 1<").count == 2)
    }

    @Test("a hidden ärende's § moves nothing on the public agenda, whatever its heading mentions")
    func hiddenReturn() throws {
        let site = try site(
            "## § 1 2020:1\n\nBeslut: bifall\n\n## § 2 2020:9 om 2020:1\n\nBeslut: bordläggning till 2020-10-23\n",
            [
                "content/moten/fs-2020-10-23.md": "---\nkallelse: 2020-10-16\n---\n",
                "content/arenden/2020-9.md": matter(
                    "dnr: 2020:9\ntitel: Hemligt\nfs: 2020-09-18\nbilaga: 2\nsynlighet: ledamöter"),
            ])
        try site.build()
        let agenda = try site.read("public/moten/fs-2020-10-23/index.html")
        #expect(!agenda.contains("2020:1") && !agenda.contains("2020:9"))
    }

    // Follow-up

    @Test("a decision to follow up is open until the same body takes the ärende up again, and overdue after its day")
    func followUp() throws {
        let site = try site(
            "## § 1 2020:1\n\nBeslut: bifall\nFöljs upp: 2020-09-30 Kommunen redovisar\n\n### Beslutet skickas till\n\n- Kommunen\n"
        )
        try site.build("--strict")
        let open = try site.read("public/uppfoljning/index.html")
        #expect(open.contains("Att följa upp") && open.contains("Kommunen redovisar") && open.contains("Försenad"))
        #expect(try site.read("public/arenden/2020-1/index.html").contains("Kommunen redovisar"))
        #expect(try site.read("public/moten/fs-2020-09-18/protokoll/1/index.html").contains("Följs upp"))

        try site.write("content/moten/fs-2020-09-30.md", "---\nkallelse: 2020-09-23\ndagordning: [Rapport]\n---\n")
        try site.write(
            "content/moten/fs-2020-09-30.protokoll.md",
            "---\nordförande: N\n---\n\n## § 2 Rapport\n\nBesvarar: § 1 2020-09-18\n")
        try site.build()
        let answered = try site.read("public/uppfoljning/index.html")
        #expect(!answered.contains("Att följa upp") && answered.contains("fs-2020-09-30/protokoll/2/"))
    }

    @Test("a day that cannot be read, and an answer to nothing, are told on their lines")
    func followUpFaults() throws {
        let site = try site("## § 1 2020:1\n\nBeslut: bifall\nFöljs upp: snart\n\nBesvarar: § 99\n")
        #expect(
            try messages(site) == [
                "\(record):9:1: error[K031]: \"snart\" kan inte läsas som ett datum. Skriv som 2020-09-18",
                "\(record):11:1: error[K146]: \"Besvarar: § 99\" leder inte till något tidigare beslut. Skriv till exempel \"Besvarar: § 45 2020-09-18\" eller ärendets dnr",
            ])
    }

    // Notices

    @Test("the text of a notice is ready to copy, on the board and with the record")
    func noticeText() throws {
        let site = try site("## § 1 2020:1\n\nBeslut: bifall\n")
        try site.build("--strict")
        for page in ["anslagstavla", "moten/fs-2020-09-18/protokoll"] {
            let html = try site.read("public/\(page)/index.html")
            #expect(
                html.contains(
                    """
                    TILLKÄNNAGIVANDE
                    Protokollet från sammanträdet är justerat.

                    Organ: Förbundsstyrelsen
                    Sammanträdesdatum: 18 september 2020
                    Justerat: 25 september 2020
                    Anslaget: 26 september 2020
                    Sista dag att överklaga: 19 oktober 2020
                    Tas ned tidigast: 20 oktober 2020
                    Protokoll: https://handlingar.example.se/moten/fs-2020-09-18/protokoll/

                    """))
        }
    }

    @Test("a notice that has come down is in the archive of its year, and only there")
    func archived() throws {
        let site = try site("## § 1 2020:1\n\nBeslut: bifall\n")
        #expect(try site.run("build", "--today", "2020-10-19").status == 0)
        #expect(!(try site.read("public/arkiv/2020/index.html")).contains("Anslag som har suttit uppe"))
        #expect(try site.run("build", "--today", "2020-10-20").status == 0)
        #expect(try site.read("public/arkiv/2020/index.html").contains("Anslag som har suttit uppe"))
        #expect(!(try site.read("public/anslagstavla/index.html")).contains("TILLKÄNNAGIVANDE"))
    }

    @Test("a build that would take a live notice down is an error, unless it is asked to")
    func takenDown() throws {
        let site = try site("## § 1 2020:1\n\nBeslut: bifall\n")
        try site.build()
        let board = try site.read("public/anslagstavla/index.html")
        try site.write(record, "---\njusterat: 2020-09-25\n---\n\n## § 1 2020:1\n\nBeslut: bifall\n")
        let refused = try site.run("build", "--today", "2020-10-19")
        #expect(refused.status == 1)
        #expect(
            refused.err.contains(
                "\(record):1:1: error[K147]: anslaget för fs-2020-09-18 ska sitta uppe till och med 2020-10-19, men det här bygget skulle ta ned det."
            ))
        #expect(try site.read("public/anslagstavla/index.html") == board)
        #expect(try site.run("build", "--today", "2020-10-19", "--take-down", "fs-2020-09-18").status == 0)
    }

    @Test("a live notice stays up when its record's file is gone; when its time is out it may go")
    func recordGone() throws {
        let site = try site("## § 1 2020:1\n\nBeslut: bifall\n")
        try site.build()
        try site.remove(record)
        #expect(try site.run("build", "--today", "2020-10-05").err.contains("K147"))
        #expect(try site.run("build", "--today", "2020-10-20").status == 0)
    }

    // Grants

    @Test("what is proposed stands beside what was granted, extensions and overlaps are marked, sums are drawn")
    func grants() throws {
        let site = try site(
            "## § 1 2020:1\n\nBeslut: enligt nedan\n\n- **att** bevilja 250 000 kronor\n\n## § 2 2020:2\n\nBeslut: bifall\n\n## § 3 2020:3\n\nBeslut: bifall\n",
            [
                "content/arenden/2020-2.md": matter(
                    "dnr: 2020:2\ntitel: Mer\nfs: 2020-09-18\nbilaga: 2\ninsats: Bron\nbelopp: 100 000 kr\nperiod: 2020-06-01 – 2020-12-31",
                    "## Förslag till beslut\n\n- **att** bevilja 100 000 kronor\n"),
                "content/arenden/2020-3.md": matter(
                    "dnr: 2020:3\ntitel: Längre\nfs: 2020-09-18\nbilaga: 3\ninsats: Bron\nbelopp: 200 000 kr\nperiod: 2021",
                    "## Förslag till beslut\n\n- **att** bevilja 200 000 kronor\n"),
            ])
        try site.build("--strict")
        let page = try site.read("public/insatser/bron/index.html")
        let space = "\u{A0}"
        #expect(page.contains("300\(space)000</a>") && page.contains("250\(space)000</a>"))
        #expect(page.contains("href=\"../../moten/fs-2020-09-18/protokoll/1/\">250"))
        #expect(page.contains("Överlappar 2020:1") && page.components(separatedBy: "Förlängning").count == 2)
        let all = try site.read("public/insatser/index.html")
        #expect(all.contains("<svg") && all.contains("href=\"../insatser/bron/\"") && page.contains("600\(space)000") && page.contains("550\(space)000"))
    }
}
