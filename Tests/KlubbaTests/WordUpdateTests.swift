import Foundation
import Testing

@Suite("A Word file that comes back to its site")
struct WordUpdateTests {
    private static let path = "content/arenden/cyklar/arende.md"
    private static let matter = """
        ---
        dnr: 2020:14
        titel: Nya cyklar
        fs: 2020-09-18
        handläggare: [Ulrika Nyman, Bo Al]
        ---

        # Nya cyklar

        ## Förslag till beslut

        Förbundsstyrelsen föreslås besluta

        - **att** köpa åtta cyklar för högst 72 000 kronor
        - **att** låna ut dem till insatserna

        ## Ärendet

        Cyklarna behövs.

        """

    /// The site with the ärende, and its Word file in which words have been changed.
    private func site(_ changes: (old: String, new: String)...) throws -> Workplace {
        let site = try Workplace([Self.path: Self.matter])
        #expect(try site.run("export", "2020:14", "--output", "ut.docx").status == 0)
        for change in changes { try WordFile.replace(change.old, with: change.new, in: site, "ut.docx") }
        return site
    }

    @Test("with nothing changed in it leaves what the site has now, head and text")
    func untouched() throws {
        let site = try site()
        let now =
            Self.matter.replacing("handläggare: ", with: "synlighet: ledamöter\nhandläggare: ") + "\nEtt nytt stycke.\n"
        try site.write(Self.path, now)
        let result = try site.run("import", "ut.docx", "--update")
        #expect(result.status == 0, "\(result.out)")
        #expect(result.out.contains("exporterad härifrån och inte ändrad i Word"))
        #expect(try site.read(Self.path) == now)
        // Without --update too there is nothing to write.
        #expect(try site.run("import", "ut.docx").status == 0)
    }

    @Test("brings its clause into the text that the site has now, and tells which clause it is")
    func clause() throws {
        let site = try site(("köpa åtta cyklar", "köpa nio cyklar"))
        let now =
            Self.matter.replacing("handläggare: ", with: "synlighet: ledamöter\nhandläggare: ") + "\nEtt nytt stycke.\n"
        try site.write(Self.path, now)
        let result = try site.run("import", "ut.docx", "--update")
        #expect(result.status == 0, "\(result.out)")
        #expect(
            result.out.contains(
                "ändrat i Word, att-sats 1: **att** köpa åtta cyklar för högst 72 000 kronor → **att** köpa nio cyklar för högst 72 000 kronor"
            ))
        #expect(result.out.components(separatedBy: "ändrat i Word").count == 2)
        #expect(try site.read(Self.path) == now.replacing("köpa åtta", with: "köpa nio"))
        // Once more changes nothing.
        #expect(try site.run("import", "ut.docx", "--update").status == 0)
        #expect(try site.read(Self.path) == now.replacing("köpa åtta", with: "köpa nio"))
    }

    @Test("does not write what both have changed, and says so; its other changes are written")
    func both() throws {
        let site = try site(("köpa åtta cyklar", "köpa nio cyklar"), ("Cyklarna behövs", "Cyklarna behövs nu"))
        try site.write(Self.path, Self.matter.replacing("köpa åtta", with: "hyra åtta"))
        let result = try site.run("import", "ut.docx", "--update")
        #expect(result.status == 1)
        #expect(
            result.out.contains(
                "skrevs inte, för texten här är ändrad på samma ställe sedan den exporterades. I Word, att-sats 1:"))
        let text = try site.read(Self.path)
        #expect(text.contains("hyra åtta cyklar") && text.contains("Cyklarna behövs nu."))
    }

    @Test("brings a changed row of its head's table as a change of its key")
    func head() throws {
        let site = try site(("Bo Al", "Cia Ek"))
        let result = try site.run("import", "ut.docx", "--update")
        #expect(result.status == 0, "\(result.out)")
        #expect(
            result.out.contains("ändrat i Word, handläggare: Ulrika Nyman, Bo Al → Ulrika Nyman, Cia Ek"),
            "\(result.out)")
        #expect(try site.read(Self.path) == Self.matter.replacing("Bo Al", with: "Cia Ek"))
    }

    @Test("keeps a clause that a person has moved, in its new place and once")
    func moved() throws {
        let clauses = ["köpa åtta cyklar", "låna ut dem", "tvätta dem"]
        let list = clauses.map { "- **att** \($0)\n" }.joined()
        let text = Self.matter.replacing(
            "- **att** köpa åtta cyklar för högst 72 000 kronor\n- **att** låna ut dem till insatserna\n", with: list)
        let site = try Workplace([Self.path: text])
        #expect(try site.run("export", "2020:14", "--output", "ut.docx").status == 0)
        try WordFile.replace("köpa åtta cyklar", with: "#", in: site, "ut.docx")
        try WordFile.replace("låna ut dem", with: "köpa åtta cyklar", in: site, "ut.docx")
        try WordFile.replace("tvätta dem", with: "låna ut dem", in: site, "ut.docx")
        try WordFile.replace("#", with: "tvätta dem", in: site, "ut.docx")
        let result = try site.run("import", "ut.docx", "--update")
        #expect(result.status == 0, "\(result.out)")
        #expect(result.out.contains("ändrat i Word, att-sats 3, flyttat: **att** tvätta dem"), "\(result.out)")
        let order = [2, 0, 1].map { "- **att** \(clauses[$0])\n" }.joined()
        #expect(try site.read(Self.path) == text.replacing(list, with: order))
        #expect(try site.run("import", "ut.docx", "--update").status == 0)
        #expect(try site.read(Self.path) == text.replacing(list, with: order))
    }

    @Test("does not write a value that the site cannot read")
    func unreadable() throws {
        let site = try site((">2020-09-18<", ">ej bestämt<"), (">2020:14<", "><"))
        let result = try site.run("import", "ut.docx", "--update")
        #expect(result.status == 1)
        #expect(
            result.out.contains(
                "skrevs inte, för så kan det inte stå här. I Word, fs: 2020-09-18 → ej bestämt. Rätta det i Word, eller skriv in det själv"
            ), "\(result.out)")
        #expect(result.out.contains("I Word, dnr, borttaget: 2020:14."), "\(result.out)")
        #expect(try site.read(Self.path) == Self.matter)
    }

    @Test("keeps the value below a label that has been changed to one that means nothing here")
    func label() throws {
        let site = try site((">Handläggare<", ">Föredragande<"))
        let result = try site.run("import", "ut.docx", "--update")
        #expect(result.status == 1)
        #expect(
            result.out.contains(
                "skrevs inte, för huvudet har ingen uppgift med det namnet. I Word, Handläggare: Handläggare → Föredragande."
            ), "\(result.out)")
        #expect(try site.read(Self.path) == Self.matter)
    }

    @Test("tells what has been hidden, struck and added in it")
    func hidden() throws {
        let site = try site(
            (
                "Cyklarna behövs.",
                "Cyklarna behövs.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hemligheten.</w:t></w:r><w:r><w:t>"
            ))
        let result = try site.run("import", "ut.docx", "--update")
        #expect(result.status == 0, "\(result.out)")
        #expect(result.out.contains("togs bort som dold text: Hemligheten."), "\(result.out)")
        #expect(try site.read(Self.path) == Self.matter)
    }

    @Test("says whom it is for on each page, and is for them alone when another program has dropped what klubba put in")
    func members() throws {
        let text = Self.matter.replacing("titel: ", with: "synlighet: ledamöter\ntitel: ")
        let site = try Workplace([Self.path: text])
        #expect(try site.run("export", "2020:14", "--output", "ut.docx").status == 0)
        #expect(try WordFile.part("word/klubba-sidhuvud.xml", of: site, "ut.docx").contains("Endast för ledamöter"))
        try WordFile.drop("customXml/item9.xml", in: site, "ut.docx")
        let other = try Workplace()
        try other.write("ut.docx", Data(contentsOf: site.root.appendingPathComponent("ut.docx")))
        let result = try other.run("import", "ut.docx")
        #expect(result.out.contains("exporterad med klubba, men det som klubba lade i filen är borta"), "\(result.out)")
        #expect(try other.read("content/arenden/2020-14/arende.md").contains("synlighet: ledamöter\n"))
    }

    @Test("is refused where its text is sealed, changed or not")
    func sealed() throws {
        let site = try SealedSite.sealed()
        #expect(try site.run("export", "2020:1", "--output", "ut.docx").status == 0)
        let result = try site.run("import", "ut.docx", "--update")
        #expect(result.status == 1)
        #expect(result.out.contains("content/arenden/2020-1/arende.md är förseglad."))
    }

    @Test("has its pictures back under the names that the text has for them")
    func pictures() throws {
        let picture = try #require(
            Data(
                base64Encoded:
                    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="))
        let text = Self.matter + "\n![En röd cykel](cykel.png)\n"
        let site = try Workplace([Self.path: text])
        try site.write("content/arenden/cyklar/cykel.png", picture)
        #expect(try site.run("export", "2020:14", "--output", "ut.docx").status == 0)
        let empty = try Workplace()
        try empty.write("ut.docx", Data(contentsOf: site.root.appendingPathComponent("ut.docx")))
        #expect(try empty.run("import", "ut.docx").status == 0)
        #expect(try empty.read(Self.path) == text)
        #expect(try empty.tree("content")["arenden/cyklar/cykel.png"] == picture)
    }
}

@Suite("klubba export, for meetings")
struct MeetingExportTests {
    private static let record = """
        ---
        justerat: 2020-09-25
        förvaras: Kansliet
        ---

        ## § 44 Mötets öppnande

        Ordföranden öppnar mötet.

        ## § 45 2020:14

        Beslut: bifall

        ### Beslut

        - **att** köpa nio cyklar

        """

    private func site() throws -> Workplace {
        try Workplace([
            "content/arenden/cyklar/arende.md":
                "---\ndnr: 2020:14\ntitel: Nya cyklar\nau: 2020-08-20\nfs: 2020-09-18\n---\n\n## Ärendet\n\nCyklar.\n",
            "content/moten/fs-2020-09-18.protokoll.md": Self.record,
        ])
    }

    @Test("an extract and a list of decisions come back as bilagor, and never as the meeting's record")
    func extracts() throws {
        let site = try site()
        #expect(
            try site.run("export", "fs-2020-09-18", "--kind", "utdrag", "--paragraf", "45", "--output", "u.docx").status
                == 0)
        #expect(try site.run("export", "fs-2020-09-18", "--kind", "beslut", "--output", "b.docx").status == 0)
        for name in ["u.docx", "b.docx"] {
            let other = try Workplace()
            try other.write(name, Data(contentsOf: site.root.appendingPathComponent(name)))
            let result = try other.run("import", name)
            #expect(result.status == 0, "\(result.out)")
            let files = try other.tree("content").keys
            #expect(!files.contains { $0.hasPrefix("moten/") }, "\(files.sorted())")
            #expect(files.contains { $0.hasPrefix("arenden/2020-14/") && $0.hasSuffix(".md") }, "\(files.sorted())")
            // Into its own site it goes beside the ärende, whose text is left.
            let before = try site.tree("content")
            #expect(try site.run("import", name).status == 0)
            let after = try site.tree("content")
            #expect(before.allSatisfy { after[$0.key] == $0.value })
            #expect(after.count == before.count + 1)
        }
    }

    @Test("a record says whose it is and when, in its title and its table, and comes back as it was")
    func record() throws {
        let site = try site()
        #expect(try site.run("export", "fs-2020-09-18", "--output", "p.docx").status == 0)
        let text = try WordFile.part("word/document.xml", of: site, "p.docx")
        #expect(text.contains("Protokoll, ") && text.contains(" 2020-09-18"))
        #expect(text.contains(">Organ<") && text.contains(">Datum<") && text.contains(">Förvaras<"))
        #expect(try WordFile.part("docProps/core.xml", of: site, "p.docx").contains("<dc:title>Protokoll, "))
        let empty = try Workplace()
        try empty.write("p.docx", Data(contentsOf: site.root.appendingPathComponent("p.docx")))
        #expect(try empty.run("import", "p.docx").status == 0)
        #expect(try empty.read("content/moten/fs-2020-09-18.protokoll.md") == Self.record)
        let same = try site.run("import", "p.docx", "--update")
        #expect(same.status == 0)
        #expect(same.out.contains("inte ändrad i Word"), "\(same.out)")
    }

    @Test("shows what each § is about and each fact on a line, and tells an extract's reader what was approved")
    func matters() throws {
        let record = Self.record.replacing("Beslut: bifall\n", with: "Beslut: bifall\nFöljs upp: 2021-05-31 Kansliet\n")
            .replacing("### Beslut\n\n- **att** köpa nio cyklar\n", with: "")
        let site = try Workplace([
            "content/arenden/cyklar/arende.md":
                "---\ndnr: 2020:14\ntitel: Nya cyklar\nfs: 2020-09-18\n---\n\n## Förslag till beslut\n\n- **att** köpa åtta cyklar\n",
            "content/moten/fs-2020-09-18.protokoll.md": record,
        ])
        #expect(try site.run("export", "fs-2020-09-18", "--kind", "protokoll", "--output", "p.docx").status == 0)
        let whole = try WordFile.part("word/document.xml", of: site, "p.docx")
        #expect(whole.contains("Nya cyklar (dnr 2020:14)") && whole.contains("<w:br"))
        #expect(!whole.contains("köpa åtta cyklar"))
        #expect(
            try site.run("export", "fs-2020-09-18", "--kind", "utdrag", "--paragraf", "45", "--output", "u.docx").status
                == 0)
        #expect(try WordFile.part("word/document.xml", of: site, "u.docx").contains("köpa åtta cyklar"))
        #expect(try site.run("import", "p.docx", "--update").out.contains("inte ändrad i Word"))
    }

    @Test("a record that comes alone to an empty site has its meeting and its ärenden with it, and builds")
    func alone() throws {
        let site = try site()
        #expect(try site.run("export", "fs-2020-09-18", "--output", "p.docx").status == 0)
        let empty = try Workplace()
        try empty.write("p.docx", Data(contentsOf: site.root.appendingPathComponent("p.docx")))
        #expect(try empty.run("import", "p.docx").status == 0)
        #expect(try empty.read("content/moten/fs-2020-09-18.md").contains("organ: FS\ndatum: 2020-09-18\n"))
        #expect(try empty.read("content/arenden/2020-14/arende.md").contains("titel: Nya cyklar\n"))
        let check = try empty.run("check")
        #expect(check.status == 0, "\(check.out)\(check.err)")
    }

    @Test("a kallelse that another program has saved keeps its day, its hours and its agenda")
    func kallelse() throws {
        let site = try Workplace([
            "content/moten/fs-2020-09-18.md":
                "---\norgan: FS\ndatum: 2020-09-18\ntid: 13.00–16.00\nplats: Fyren\nkallelse: 2020-09-04\ndagordning:\n  - Öppnande\n  - Övriga frågor\n---\n\nAnmäl förhinder till kansliet.\n"
        ])
        #expect(try site.run("export", "fs-2020-09-18", "--output", "k.docx").status == 0)
        try WordFile.drop("customXml/item9.xml", in: site, "k.docx")
        let other = try Workplace()
        try other.write("k.docx", Data(contentsOf: site.root.appendingPathComponent("k.docx")))
        #expect(try other.run("import", "k.docx").status == 0)
        let text = try other.read("content/moten/fs-2020-09-18.md")
        #expect(
            text.contains(
                "datum: 2020-09-18\ntid: 13.00–16.00\nplats: Fyren\nkallelse: 2020-09-04\ndagordning:\n  - Öppnande\n  - Övriga frågor\n"
            ), "\(text)")
    }

    @Test("what cannot be meant is told, and nothing is written")
    func usage() throws {
        let site = try site()
        #expect(try site.run("export").status == 2)
        let matter = try site.run("export", "2020:14", "--kind", "protokoll")
        #expect(matter.status == 2)
        #expect(matter.err.contains("2020:14 är ett ärende. --kind och --paragraf gäller möten"))
        let inside = try site.run("export", "2020:14", "--output", "content/arenden/cyklar/ut.docx")
        #expect(inside.status == 1)
        #expect(inside.err.contains("ligger i content/"))
        let none = try site.run("export", "au-2020-08-20", "--kind", "protokoll")
        #expect(none.status == 1)
        #expect(none.err.contains("au-2020-08-20 har inget protokoll att exportera."))
        #expect(try site.tree("content").count == 2)
    }

    @Test("a meeting that only its ärenden name has them as its agenda")
    func made() throws {
        let site = try site()
        let result = try site.run("export", "au-2020-08-20")
        #expect(result.status == 0, "\(result.err)")
        let text = try WordFile.part("word/document.xml", of: site, "au-2020-08-20.docx")
        #expect(text.contains("AU") && text.contains("2020-08-20") && text.contains("2020:14"))
    }
}
