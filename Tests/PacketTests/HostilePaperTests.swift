import Foundation
import PDFWork
import Testing

@Suite("A hostile or broken PDF is read by a process of its own, and what it would do is left out")
struct HostilePaperTests {
    private func report(_ pdf: Data) throws -> PaperReport {
        let bench = try Bench()
        let result = try bench.prepare(pdf)
        #expect(result.status == 0, "\(result.err)")
        #expect(try bench.tool("qpdf", "--check", bench.path("klar.pdf")).status == 0)
        return try #require(PaperReport(text: result.out))
    }

    private func exit(_ pdf: Data, _ environment: [String: String] = [:]) throws -> Exit? {
        Exit(rawValue: try Bench().prepare(pdf, environment: environment).status)
    }

    @Test("one with a password is locked; one that only forbids changes can be read")
    func encrypted() throws {
        let bench = try Bench()
        try bench.write("a.pdf", RawPDF(pages: 2).data)
        try bench.tool("qpdf", "--encrypt", "hemligt", "agare", "256", "--", bench.path("a.pdf"), bench.path("b.pdf"))
        #expect(try exit(bench.data("b.pdf")) == .locked)
        try bench.tool("qpdf", "--encrypt", "", "agare", "256", "--", bench.path("a.pdf"), bench.path("c.pdf"))
        let open = try report(bench.data("c.pdf"))
        #expect(open.pages.count == 2)
        #expect(open.flaws.contains(.encrypted))
    }

    @Test("one that is cut off, empty, of another kind, or has content that cannot be unpacked is damaged")
    func damaged() throws {
        let whole = RawPDF(pages: 3).data
        #expect(try exit(whole.prefix(whole.count - 200)) == .damaged)
        #expect(try exit(whole.prefix(whole.count / 2)) == .damaged)
        #expect(try exit(Data()) == .damaged)
        #expect(try exit(Data("Inte alls någon PDF.".utf8)) == .damaged)
        var broken = RawPDF()
        broken.objects[4] = RawPDF.stream("inget som går att packa upp", "/Filter /FlateDecode")
        #expect(try exit(broken.data) == .damaged)
    }

    @Test("one without pages says so, and a page tree in a ring is damaged")
    func noPages() throws {
        #expect(try exit(RawPDF(pages: 0).data) == .noPages)
        var ring = RawPDF()
        ring.objects[1] = "<< /Type /Pages /Count 2 /Kids [ 2 0 R 4 0 R ] >>"
        #expect(try exit(ring.data) == .damaged)
    }

    @Test("one of 2,000 pages is read whole")
    func manyPages() throws {
        #expect(try report(RawPDF(pages: 2000).data).pages.count == 2000)
    }

    @Test("pages are as large as they are seen: turned, cropped, in units of their own, and never without size")
    func sizes() throws {
        #expect(try report(RawPDF(page: "/Rotate 90").data).pages == [.init(width: 842, height: 595)])
        #expect(try report(RawPDF(page: "/Rotate -180").data).pages == [.init(width: 595, height: 842)])
        #expect(try report(RawPDF(page: "/CropBox [ 100 100 300 200 ]").data).pages == [.init(width: 200, height: 100)])
        #expect(
            try report(RawPDF(size: "0 0 100000 2", page: "/UserUnit 10").data).pages == [
                .init(width: 1_000_000, height: 20)
            ])
        #expect(try report(RawPDF(size: "0 0 0 0").data).pages == [.init(width: 612, height: 792)])
        #expect(try report(RawPDF(size: "842 595 0 0").data).pages == [.init(width: 842, height: 595)])
    }

    @Test("scripts, programs, files, forms and films do not come along, and are told of")
    func active() throws {
        let bench = try Bench()
        var pdf = RawPDF(
            page: "/AA << /O << /S /JavaScript /JS (app.alert\\(1\\)) >> >> /Annots [ 6 0 R 7 0 R 8 0 R 9 0 R ]",
            catalog: "/OpenAction << /S /JavaScript /JS (app.alert\\(2\\)) >> /AcroForm << /Fields [ 9 0 R ] >> "
                + "/Names << /EmbeddedFiles << /Names [ (virus.exe) 10 0 R ] >> /JavaScript << /Names [ (a) "
                + "<< /S /JavaScript /JS (app.alert\\(3\\)) >> ] >> >>")
        pdf.add("<< /Type /Annot /Subtype /Link /Rect [ 0 0 9 9 ] /A << /S /Launch /F (cmd.exe) >> >>")
        pdf.add("<< /Type /Annot /Subtype /Link /Rect [ 0 0 9 9 ] /A << /S /URI /URI (javascript:alert\\(4\\)) >> >>")
        pdf.add("<< /Type /Annot /Subtype /Screen /Rect [ 0 0 9 9 ] >>")
        pdf.add(
            "<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [ 0 0 9 9 ] /T (namn) /AA << /K << /S /SubmitForm >> >> >>")
        pdf.add("<< /Type /Filespec /F (virus.exe) /EF << /F 11 0 R >> >>")
        pdf.add(RawPDF.stream("MZ-VIRUS", "/Type /EmbeddedFile"))
        let result = try bench.prepare(pdf.data)
        let report = try #require(PaperReport(text: result.out))
        #expect(Set(report.removed) == Set(PaperReport.Removal.allCases))
        #expect(report.links == [])
        let left = try FinishedPDF(bench, "klar.pdf").plainText()
        for word in [
            "JavaScript", "app.alert", "Launch", "cmd.exe", "javascript:", "Screen", "Widget", "VIRUS", "virus",
        ] {
            #expect(!left.contains(word), "\(word)")
        }
    }

    @Test("a stream whose data stand in another file has no way to it")
    func externalFile() throws {
        let bench = try Bench()
        var pdf = RawPDF()
        let number = pdf.add(
            RawPDF.stream(
                "", "/Type /XObject /Subtype /Form /BBox [ 0 0 1 1 ] /F (/etc/passwd) /Ref << /F (annan.pdf) >>"))
        pdf.objects[3] = pdf.objects[3].replacingOccurrences(
            of: "/Resources <<", with: "/Resources << /XObject << /Fm1 \(number) 0 R >>")
        #expect(try bench.prepare(pdf.data).status == 0)
        let left = try FinishedPDF(bench, "klar.pdf").plainText()
        #expect(!left.contains("passwd") && !left.contains("annan.pdf"))
    }

    @Test("bookmarks in a ring, or too deep, are each taken once")
    func cyclicOutline() throws {
        var ring = RawPDF(pages: 2, catalog: "/Outlines 8 0 R")
        ring.add("<< /First 9 0 R /Last 10 0 R >>")
        ring.add("<< /Title (Ett) /Next 10 0 R /First 9 0 R /Dest [ 4 0 R /Fit ] /Parent 8 0 R >>")
        ring.add("<< /Title (Tv\\345) /Next 9 0 R /First 8 0 R /Dest [ 6 0 R /Fit ] /Parent 8 0 R >>")
        #expect(try report(ring.data).outline.map(\.title) == ["Ett", "Två"])

        var deep = RawPDF(catalog: "/Outlines 6 0 R")
        deep.add("<< /First 7 0 R >>")
        for number in 7..<3007 { deep.add("<< /Title (x) /First \(number + 1) 0 R /Dest [ 4 0 R /Fit ] >>") }
        deep.add("<< /Title (botten) /Dest [ 4 0 R /Fit ] >>")
        #expect(try report(deep.data).outline.count == 8)
    }

    @Test("links to the web and within the paper come along, with their places on the turned page")
    func links() throws {
        var pdf = RawPDF(pages: 2, size: "0 0 200 100", page: "/Rotate 90 /Annots [ 8 0 R 9 0 R ]")
        pdf.add("<< /Type /Annot /Subtype /Link /Rect [ 0 0 100 50 ] /A << /S /URI /URI (https://example.se/) >> >>")
        pdf.add("<< /Type /Annot /Subtype /Link /Rect [ 100 50 200 100 ] /Dest [ 6 0 R /Fit ] >>")
        let links = try report(pdf.data).links
        #expect(links.count == 4)
        #expect(links[0].target == .web("https://example.se/"))
        #expect(links[0].area == UnitArea(left: 0, bottom: 0.5, right: 0.5, top: 1))
        #expect(links[1].target == .page(1, height: 1))
    }

    @Test("a page that unpacks to more than the memory allowed ends the process and nothing else")
    func memory() throws {
        var bomb = RawPDF()
        let packed = String(repeating: "81 20 ", count: 3_000_000) + "80 >"
        bomb.objects[4] = RawPDF.stream(packed, "/Filter [ /ASCIIHexDecode /RunLengthDecode ]")
        let ending = try Bench().prepare(bomb.data, environment: ["KLUBBA_PDF_MEMORY": "300"])
        #expect(ending.status != 0)
    }

    @Test("a layer that is hidden when the paper is opened is still hidden")
    func layers() throws {
        let bench = try Bench()
        var pdf = RawPDF(catalog: "/OCProperties << /OCGs [ 6 0 R 7 0 R ] /D << /OFF [ 7 0 R ] >> >>")
        pdf.add("<< /Type /OCG /Name (Synligt) >>")
        pdf.add("<< /Type /OCG /Name (Dolt) >>")
        pdf.objects[3] = pdf.objects[3].replacingOccurrences(
            of: "/Resources <<", with: "/Resources << /Properties << /L1 6 0 R /L2 7 0 R >>")
        #expect(try bench.prepare(pdf.data).status == 0)
        let left = try FinishedPDF(bench, "klar.pdf").plainText()
        let hidden = try #require(left.range(of: "/KlubbaHiddenLayers ["))
        #expect(left[hidden.upperBound...].prefix(30).split(separator: "]").first?.contains("0 R") == true)
    }
}
