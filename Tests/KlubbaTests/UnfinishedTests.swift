import Foundation
import Testing

@Suite("Unfinished is not sealed as finished, and what is sealed too soon can be taken back")
struct UnfinishedTests {
    private let record = """
        ---
        justerat: 2020-09-25
        ---

        ## § 1 2020:1

        Beslut: bifall

        """

    private func site(proposal: String = "- **att** hyra lokalen") throws -> Workplace {
        try Workplace([
            "content/arenden/a.md": matter(
                "dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18",
                "## Förslag till beslut\n\n\(proposal)\n\n## Ärendet\n\nText.\n"),
            "content/moten/fs-2020-09-18.md": "---\nkallelse: 2020-09-11\n---\n",
        ])
    }

    @Test("a placeholder is a warning, and no seal")
    func placeholder() throws {
        let site = try site(proposal: "- **att** …")
        let message =
            "content/arenden/a.md:9:11: warning[K223]: \"- **att** …\" är inte ifyllt, och kan inte förseglas så. Skriv det som ska stå där, eller ta bort raden\n"
        #expect(try site.run("check", "--today", "2020-09-11").err.contains(message))
        let sealed = try site.run("seal", "fs-2020-09-18", "--today", "2020-09-11")
        #expect(sealed.status == 1)
        #expect(sealed.err == message + "Det är inte färdigt. Inget förseglades.\n")
        #expect(throws: (any Error).self) { try site.read(SealedSite.log) }
    }

    @Test("a kallelse without a day is no kallelse")
    func withoutDay() throws {
        let site = try site()
        try site.write("content/moten/fs-2020-09-18.md", "---\ntid: 13.00\n---\n")
        let sealed = try site.run("seal", "fs-2020-09-18", "--today", "2020-09-11")
        #expect(sealed.status == 1)
        #expect(
            sealed.err
                == "Kallelsen till FS 2020-09-18 har ingen dag. Skriv \"kallelse:\" och dagen i huvudet på content/moten/fs-2020-09-18.md. Inget skrevs.\n"
        )
    }

    @Test("an approved record with an ärende that is not decided can't be sealed")
    func undecided() throws {
        let site = try site()
        let record = record.replacing("Beslut: bifall", with: "Utredaren föredrar ärendet.")
        try site.write(SealedSite.record, record)
        let sealed = try site.run("seal", "fs-2020-09-18", "--today", "2020-09-25")
        #expect(sealed.status == 1)
        #expect(
            sealed.err
                == "content/moten/fs-2020-09-18.protokoll.md:5:1: warning[K221]: § 1 är om 2020:1, men där står inget beslut. Skriv till exempel \"Beslut: bifall\"\nDet är inte färdigt. Inget förseglades.\n"
        )
    }

    @Test("an approved record that says \"enligt nedan\" with nothing below can't be sealed")
    func nothingBelow() throws {
        let site = try site()
        try site.write(SealedSite.record, record.replacing("Beslut: bifall", with: "Beslut: enligt nedan"))
        let sealed = try site.run("seal", "fs-2020-09-18", "--today", "2020-09-25")
        #expect(sealed.status == 1)
        #expect(
            sealed.err.contains("warning[K431]: § 1 säger") && sealed.err.hasSuffix("Inget förseglades.\n"),
            "\(sealed.err)")
        #expect(throws: (any Error).self) { try site.read(SealedSite.log) }
    }

    @Test("bifall to an ärende without a proposal can't be sealed")
    func withoutProposal() throws {
        let site = try site()
        try site.write("content/arenden/a.md", matter("dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18", "Text.\n"))
        try site.write(SealedSite.record, record)
        let sealed = try site.run("seal", "fs-2020-09-18", "--today", "2020-09-25")
        #expect(
            sealed.status == 1 && sealed.err.contains("warning[K222]: \"bifall\" till vad? 2020:1 har inget förslag"))
        try site.write(SealedSite.record, record.replacing("Beslut: bifall", with: "Beslut: att hyra lokalen"))
        #expect(try site.run("seal", "fs-2020-09-18", "--today", "2020-09-25").status == 0)
    }

    @Test("--dry-run shows what would be sealed, and writes nothing")
    func dryRun() throws {
        let site = try site()
        let planned = try site.run("seal", "fs-2020-09-18", "--dry-run", "--today", "2020-09-11")
        #expect(planned.status == 0)
        #expect(
            planned.out == """
                Det här skulle förseglas: kallelsen till FS 2020-09-18, 2 handlingar.
                  Kallelse  content/moten/fs-2020-09-18.md
                  2020:1 Lokaler  content/arenden/a.md
                Inget skrevs. Kör utan --dry-run för att försegla.

                """)
        #expect(throws: (any Error).self) { try site.read(SealedSite.log) }
    }

    @Test("--withdraw takes a kallelse's seal back until the meeting's day, with a line in the log")
    func withdraw() throws {
        let site = try site()
        try SealedSite.seal(site, "2020-09-11")
        try site.write(
            "content/arenden/a.md", try site.read("content/arenden/a.md").replacing("Text.", with: "Ny text."))
        #expect(try site.run("build", "--today", "2020-09-12").err.contains("error[K134]"))
        let missing = try site.run("seal", "fs-2020-09-18", "--withdraw", "--today", "2020-09-12")
        #expect(missing.status == 2 && missing.err.contains("Skriv varför det tas tillbaka"))
        let back = try site.run(
            "seal", "fs-2020-09-18", "--withdraw", "--reason", "fel handlingar", "--today", "2020-09-12")
        #expect(back.status == 0, "\(back.err)")
        #expect(
            back.out.hasPrefix(
                "Förseglade att kallelsen till FS 2020-09-18 togs tillbaka, 2020-09-12: 0 handlingar, 2 utgick.\n"))
        #expect(
            try site.read(SealedSite.log).contains(
                #""slag":"återtagande","skal":"fel handlingar","#))
        #expect(try site.run("build", "--today", "2020-09-12").status == 0)
        try SealedSite.seal(site, "2020-09-12")
        #expect(try site.read(SealedSite.log).split(separator: "\n").last?.contains(#""slag":"kallelse""#) == true)
        let late = try site.run("seal", "fs-2020-09-18", "--withdraw", "--reason", "x", "--today", "2020-09-18")
        #expect(late.status == 1 && late.err.hasPrefix("Mötet FS 2020-09-18 är i dag eller har varit."))
        #expect(try site.run("verify", "--today", "2020-09-12").status == 0)
    }

    @Test("a § approved at once is sealed by itself, and the rest may still change")
    func paragraph() throws {
        let site = try site()
        try SealedSite.seal(site, "2020-09-11")
        let open = """
            ## § 1 2020:1

            Beslut: bifall

            Justerat: 2020-09-18

            ## § 2 Mötets avslutande

            Ordföranden avslutar mötet.

            """
        try site.write(SealedSite.record, open)
        let sealed = try site.run("seal", "fs-2020-09-18", "--today", "2020-09-18")
        #expect(sealed.status == 0, "\(sealed.err)")
        #expect(
            sealed.out.hasPrefix(
                "Förseglade omedelbart justerade paragrafer från FS 2020-09-18, 2020-09-18: 1 handling.\n  § 1  content/moten/fs-2020-09-18.protokoll.md#p-1\n"
            ), "\(sealed.out)")
        let posted = open.replacing("Justerat: 2020-09-18", with: "Justerat: 2020-09-18\nAnslaget: 2020-09-18")
            .replacing("avslutar mötet.", with: "avslutar mötet klockan 15.")
        try site.write(SealedSite.record, posted)
        #expect(try site.run("build", "--today", "2020-09-19").status == 0)
        let notice = try site.run("seal", "fs-2020-09-18", "--today", "2020-09-19")
        #expect(
            notice.out.hasPrefix("Förseglade anslaget för protokollet från FS 2020-09-18"), "\(notice.out)\(notice.err)"
        )
        #expect(try site.run("seal", "fs-2020-09-18", "--today", "2020-09-19").out.hasPrefix("Inget nytt att försegla"))
        try site.write(SealedSite.record, posted.replacing("Beslut: bifall", with: "Beslut: avslag"))
        let changed = try site.run("build", "--today", "2020-09-19")
        #expect(changed.status == 1)
        #expect(
            changed.err.contains("error[K134]: texten under \"§ 1\" är ändrad sedan den förseglades 2020-09-18"),
            "\(changed.err)")
        try site.write(SealedSite.record, "---\njusterat: 2020-09-25\n---\n\n" + posted)
        #expect(try site.run("seal", "fs-2020-09-18", "--today", "2020-09-25").status == 0)
        #expect(try site.run("build", "--today", "2020-09-25").status == 0)
        let (status, lines) = try SealedSite.verify(site, "public")
        #expect(status == 0 && lines == [], "\(lines)")
    }
}
