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
