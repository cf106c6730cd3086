import Foundation
import Testing

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
