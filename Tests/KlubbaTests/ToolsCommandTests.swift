import Testing

@Suite("klubba tools")
struct ToolsCommandTests {
    @Test("shows all parts, and each program that is missing")
    func all() throws {
        let site = try Workplace()
        let shown = try site.run("tools", environment: ["KLUBBA_PANDOC": ""])
        #expect(shown.status == 0, "\(shown.err)")
        for title in ["packet: PDF-filer", "import: Word", "documents: läsa bilagor", "archive: pröva"] {
            #expect(shown.out.contains(title))
        }
        #expect(shown.out.contains("  saknas  pandoc "))
        #expect(
            shown.out.hasSuffix(
                "Mer om en del, och installera: klubba tools packet (eller import, documents, archive).\n"))
    }

    @Test("of one part: what is missing, the exact command, and exit status 3")
    func one() throws {
        let site = try Workplace()
        let missing = try site.run(
            "tools", "documents", environment: ["KLUBBA_QPDF": "", "KLUBBA_PDFTOTEXT": "/finns/inte"])
        #expect(missing.status == 3)
        #expect(missing.out.contains("  sudo apt-get install poppler-utils qpdf\n"), "\(missing.out)")
        #expect(
            missing.err.hasSuffix("Det här saknas: poppler-utils, qpdf.\n") || missing.err.contains("klubba-pdf"),
            "\(missing.err)")
        #expect(try site.run("tools", "--yes").status == 2)
        #expect(try site.run("tools", "allt").status == 2)
    }
}
