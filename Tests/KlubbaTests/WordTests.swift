import Foundation
import Testing

@Suite("Word, in and out")
struct WordTests {
    private static let matter = """
        ---
        dnr: 2020:14
        titel: Nya cyklar
        fs: 2020-09-18
        bilaga: 6
        handläggare: [Ulrika Nyman, Bo Al]
        insats: Stegvis
        synlighet: ledamöter
        ---

        # Nya cyklar

        ## Förslag till beslut

        Förbundsstyrelsen föreslås besluta

        - **att** köpa åtta cyklar för högst 72 000 kronor
        - **att** låna ut dem till insatserna

        ## Ärendet

        Cyklarna behövs.[^1] Ta *Ulrika* på orden.

        | Post   | Belopp |
        |:-------|-------:|
        | Cyklar | 72 000 |

        [^1]: Enligt offert.

        """

    @Test("an exported ärende comes back as it was, and is the same file each time")
    func roundTrip() throws {
        let site = try Workplace(["content/arenden/cyklar/arende.md": Self.matter])
        #expect(try site.run("export", "2020:14", "--output", "ett.docx", "--today", "2020-10-01").status == 0)
        #expect(try site.run("export", "2020:14", "--output", "två.docx", "--today", "2020-10-01").status == 0)
        let first = try Data(contentsOf: site.root.appendingPathComponent("ett.docx"))
        #expect(try Data(contentsOf: site.root.appendingPathComponent("två.docx")) == first)
        let again = try site.run("export", "2020:14", "--output", "ett.docx")
        #expect(again.status == 1)
        #expect(again.err.contains("ett.docx finns redan och lämnades"))
        let empty = try Workplace()
        try empty.write("ett.docx", first)
        #expect(try empty.run("import", "ett.docx").status == 0)
        #expect(try empty.read("content/arenden/cyklar/arende.md") == Self.matter)
        let same = try site.run("import", "ett.docx", "--update")
        #expect(same.status == 0)
        #expect(same.out.contains("exporterad härifrån och inte ändrad i Word"))
        #expect(try site.read("content/arenden/cyklar/arende.md") == Self.matter)
    }

    @Test("what does not exist is named, and nothing is written")
    func unknown() throws {
        let site = try Workplace(["content/arenden/cyklar/arende.md": Self.matter])
        let result = try site.run("export", "2099:1")
        #expect(result.status == 1)
        #expect(result.err.contains("2099:1 finns inte: det är varken ett dnr, ett möte eller en fil under content/."))
        try site.write("klubba.yml", Workplace.profile + "mall: vår mall.docx\n")
        let template = try site.run("export", "2020:14")
        #expect(template.status == 1)
        #expect(template.err.contains("Mallen vår mall.docx i klubba.yml finns inte"))
        #expect(!site.exists("cyklar.docx"))
    }

    @Test("a secret paper says so on each page, with its ground, and is secret when it comes back from elsewhere")
    func secret() throws {
        let text = Self.matter.replacingOccurrences(
            of: "synlighet: ledamöter", with: "synlighet: sekretess\nsekretess: 26 kap. 1 § OSL")
        let site = try Workplace(["content/arenden/cyklar/arende.md": text])
        #expect(try site.run("export", "2020:14", "--output", "ut.docx").status == 0)
        #expect(
            try WordFile.part("word/klubba-sidhuvud.xml", of: site, "ut.docx").contains("SEKRETESS: 26 kap. 1 § OSL"))
        #expect(
            try WordFile.part("word/document.xml", of: site, "ut.docx").contains(
                "<w:headerReference w:type=\"default\" r:id=\"klubbaSidhuvud\"/>"))
        let other = try Workplace()
        try other.write(
            "ut.docx",
            WordFile.make(
                WordFile.paragraph("SEKRETESS: 26 kap. 1 § OSL") + WordFile.paragraph("Dnr 2020:14")
                    + WordFile.paragraph("Nya cyklar", style: "Rubrik1")
                    + WordFile.paragraph("Förslag till beslut", style: "Rubrik2")
                    + WordFile.paragraph("Förbundsstyrelsen beviljar 72 000 kronor.")))
        #expect(try other.run("import", "ut.docx").status == 0)
        let back = try other.read("content/arenden/2020-14/arende.md")
        #expect(back.contains("synlighet: sekretess\nsekretess: 26 kap. 1 § OSL\n"), "\(back)")
    }

    @Test("what a Word file hides is told and not written; a text box stands after its paragraph")
    func hidden() throws {
        let box = "<w:txbxContent>\(WordFile.paragraph("I rutan."))</w:txbxContent>"
        let body =
            WordFile.paragraph("Dnr 2020:14") + WordFile.paragraph("Nya cyklar", style: "Rubrik1")
            + WordFile.paragraph("Förslag till beslut", style: "Rubrik2")
            + WordFile.paragraph("Förbundsstyrelsen beviljar 72 000 kronor.")
            + WordFile.paragraph("Ärendet", style: "Rubrik2")
            + "<w:p><w:r><w:t xml:space=\"preserve\">Det syns. </w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hemligheten.</w:t></w:r></w:p>"
            + "<w:p><w:r><w:t>Före.</w:t></w:r><w:r><w:pict>\(box)</w:pict></w:r></w:p>"
            + "<w:p><w:del w:id=\"1\" w:author=\"x\"><w:r><w:delText>Struket.</w:delText></w:r></w:del><w:ins w:id=\"2\" w:author=\"x\"><w:r><w:t>Tillagt.</w:t></w:r></w:ins></w:p>"
        let site = try Workplace()
        try site.write("cyklar.docx", WordFile.make(body))
        let result = try site.run("import", "cyklar.docx")
        #expect(result.status == 0, "\(result.out)")
        let text = try site.read("content/arenden/2020-14/arende.md")
        #expect(!text.contains("Hemligheten") && !text.contains("Struket"))
        #expect(text.contains("Det syns.") && text.contains("Före.\n\nI rutan.") && text.contains("Tillagt."))
        #expect(result.out.contains("togs bort som dold text: Hemligheten."))
        #expect(result.out.contains("togs bort som struken med ändringsmarkering: Struket."))
        #expect(result.out.contains("en textruta står efter sitt stycke: I rutan."))
        #expect(result.out.contains("1 tillägg är gjort med ändringsmarkering och togs med"))
    }

    @Test("a title, a subtitle and a day in Word's own styles are the paper's first lines")
    func titleStyles() throws {
        let body =
            WordFile.paragraph("Nya cyklar", style: "Rubrik")
            + WordFile.paragraph("Till insatserna", style: "Underrubrik")
            + WordFile.paragraph("2020-08-12", style: "Datum") + WordFile.paragraph("Dnr 2020:14")
            + WordFile.paragraph("Förslag till beslut", style: "Rubrik1")
            + WordFile.paragraph("Förbundsstyrelsen beviljar 72 000 kronor.")
        let site = try Workplace()
        try site.write("cyklar.docx", WordFile.make(body))
        let result = try site.run("import", "cyklar.docx")
        #expect(result.status == 0, "\(result.out)")
        let text = try site.read("content/arenden/2020-14/arende.md")
        #expect(text.contains("titel: Nya cyklar\n") && text.contains("beviljar 72 000 kronor"))
        #expect((text + result.out).contains("Till insatserna") && text.contains("2020-08-12"))
        #expect(
            result.out.contains(" 0 i listan") || result.out.contains("ur brevhuvudet: Till insatserna"),
            "\(result.out)")
    }

    @Test("a note whose part has a name of its own is read, with all its paragraphs")
    func notes() throws {
        let body =
            WordFile.paragraph("Nya cyklar", style: "Rubrik1")
            + "<w:p><w:r><w:t>Cyklarna behövs.</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
        let notes =
            "<w:footnote w:id=\"2\">\(WordFile.paragraph("Enligt offert."))\(WordFile.paragraph("Och enligt hjälmen."))</w:footnote>"
        let site = try Workplace()
        try site.write("cyklar.docx", WordFile.make(body, notes: notes, part: "noter7.xml"))
        #expect(try site.run("import", "cyklar.docx").status == 0)
        let text = try site.read("content/arenden/nya-cyklar/arende.md")
        #expect(
            text.contains("Cyklarna behövs.[^1]") && text.contains("[^1]: Enligt offert. Och enligt hjälmen."),
            "\(text)")
    }

    @Test("what a colleague has changed in Word is shown and taken in, block by block; a sealed text is left")
    func update() throws {
        let site = try Workplace(["content/arenden/cyklar/arende.md": Self.matter])
        #expect(try site.run("export", "2020:14", "--output", "ut.docx").status == 0)
        try WordFile.replace("köpa åtta cyklar", with: "köpa nio cyklar", in: site, "ut.docx")
        let shown = try site.run("import", "ut.docx", "--dry-run")
        #expect(shown.out.contains("ändrat i Word, att-sats 1:") && shown.out.contains("köpa nio cyklar"))
        #expect(try site.read("content/arenden/cyklar/arende.md") == Self.matter)
        #expect(try site.run("import", "ut.docx").status == 1)
        #expect(try site.run("import", "ut.docx", "--update").status == 0)
        let text = try site.read("content/arenden/cyklar/arende.md")
        #expect(text.contains("köpa nio cyklar") && !text.contains("köpa åtta cyklar"))
        #expect(text.contains("insats: Stegvis\nsynlighet: ledamöter\n"))
        #expect(text.contains("|:-------|-------:|"))
    }

    @Test("has Word's own styles, its title, and a head on each table")
    func styles() throws {
        let site = try Workplace(["content/arenden/cyklar/arende.md": Self.matter])
        #expect(try site.run("export", "2020:14", "--output", "ut.docx").status == 0)
        let document = try WordFile.part("word/document.xml", of: site, "ut.docx")
        #expect(document.contains("<w:tblStyle w:val=\"TableGrid\""))
        #expect(document.contains("<w:pStyle w:val=\"ListNumber\"/>"))
        #expect(document.contains("<w:tblHeader"))
        let styles = try WordFile.part("word/styles.xml", of: site, "ut.docx")
        #expect(styles.contains("<w:name w:val=\"Table Grid\"/>") && styles.contains("<w:name w:val=\"List Number\"/>"))
        #expect(styles.contains("w:val=\"sv-SE\""))
        #expect(try WordFile.part("docProps/core.xml", of: site, "ut.docx").contains("<dc:title>Nya cyklar</dc:title>"))
    }

    @Test("a record's decisions, and one § of it")
    func parts() throws {
        let record = """
            ---
            justerat: 2020-09-25
            ---

            ## § 44 Mötets öppnande

            Ordföranden öppnar mötet.

            ## § 45 2020:14

            ### Yrkanden

            Bo yrkar avslag.

            ### Beslut

            - **att** köpa nio cyklar

            ### Reservation

            Bo reserverar sig.

            """
        let site = try Workplace([
            "content/arenden/cyklar/arende.md": Self.matter, "content/moten/fs-2020-09-18.protokoll.md": record,
            "content/moten/fs-2020-09-18.md": "---\norgan: FS\ndatum: 2020-09-18\n---\n",
        ])
        #expect(
            try site.run("export", "fs-2020-09-18", "--kind", "beslut").out == "fs-2020-09-18.protokoll-beslut.docx\n")
        let list = try WordFile.part("word/document.xml", of: site, "fs-2020-09-18.protokoll-beslut.docx")
        #expect(list.contains("Beslutslista") && list.contains("köpa nio cyklar"))
        #expect(!list.contains("yrkar") && !list.contains("reserverar") && !list.contains("öppnar"))
        let extract = try site.run("export", "fs-2020-09-18", "--kind", "utdrag", "--paragraf", "45")
        #expect(extract.out == "fs-2020-09-18.protokoll-paragraf-45.docx\n")
        #expect(try site.run("export", "fs-2020-09-18", "--kind", "utdrag").status == 2)
        #expect(try site.run("export", "fs-2020-09-18", "--paragraf", "99").status == 1)
    }

    @Test("a head that is a table of two columns is read as its rows")
    func headTable() throws {
        let body =
            WordFile.table([["Dnr", "2020:14"], ["AU", "200820"], ["FS", "200918"], ["Bilaga", "6 - 6.1"]])
            + WordFile.paragraph("Nya cyklar", style: "Rubrik1")
            + WordFile.paragraph("Förslag till beslut", style: "Rubrik2")
            + WordFile.paragraph("Förbundsstyrelsen beviljar 72 000 kronor.")
        let site = try Workplace()
        try site.write("cyklar.docx", WordFile.make(body))
        #expect(try site.run("import", "cyklar.docx").status == 0)
        #expect(
            try site.read("content/arenden/2020-14/arende.md").hasPrefix(
                "---\ndnr: 2020:14\ntitel: Nya cyklar\nau: 2020-08-20\nfs: 2020-09-18\nbilaga: 6 - 6.1\n"))
    }
}
