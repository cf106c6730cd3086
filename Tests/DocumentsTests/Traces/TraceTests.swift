import Testing
import System

@testable import Documents

@Suite("Copies without traces")
struct TraceTests {
    private func text(_ bytes: [UInt8]?) -> String { String(decoding: bytes ?? [], as: UTF8.self) }

    private func segment(_ mark: UInt8, _ data: [UInt8]) -> [UInt8] {
        [0xFF, mark, UInt8((data.count + 2) >> 8), UInt8((data.count + 2) & 0xFF)] + data
    }

    @Test("a JPEG loses Exif, XMP, IPTC, comments and what follows its end; its scan, colours and turn stay")
    func jpeg() throws {
        // Orientation 6 in an Exif of the large end first
        let turn: [UInt8] = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]
        let exif = Array("Exif\0\0MM".utf8) + [0, 42, 0, 0, 0, 8] + turn + Array("GPS Anna Ek".utf8)
        let scan: [UInt8] = [0xFF, 0xDA, 0, 4, 1, 2, 9, 9, 9, 0xFF, 0xD9]
        let colours = segment(0xE2, Array("ICC_PROFILE\0x".utf8))
        let picture =
            [0xFF, 0xD8] + segment(0xE0, Array("JFIF\0".utf8)) + segment(0xE1, exif) + segment(0xED, Array("Anna".utf8))
            + colours + segment(0xFE, Array("Anna".utf8)) + scan + Array("Anna".utf8)
        let copy = try #require(PictureCleaning.cleaned(picture))
        #expect(!text(copy).contains("Anna"))
        #expect(copy.suffix(scan.count).elementsEqual(scan))
        #expect(copy.firstPlace(of: colours) != nil)
        #expect(copy.firstPlace(of: [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]) != nil)
        #expect(PictureCleaning.cleaned([0xFF, 0xD8] + segment(0xE0, Array("JFIF\0".utf8)) + scan) == nil)
    }

    @Test("a PNG loses its words and times, and keeps all that is seen")
    func png() throws {
        func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
            [0, 0, 0, UInt8(data.count)] + Array(type.utf8) + data + [1, 2, 3, 4]
        }
        let head: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let seen = chunk("IHDR", [1]) + chunk("IDAT", [7, 7])
        let words = chunk("tEXt", Array("Author\0Anna".utf8)) + chunk("eXIf", [1]) + chunk("tIME", [1])
        let end = chunk("IEND", [])
        #expect(PictureCleaning.cleaned(head + seen + words + end + Array("Anna".utf8)) == head + seen + end)
        #expect(PictureCleaning.cleaned(head + seen + end) == nil)
    }

    private func part(_ name: String, of files: [(name: String, text: String)]) -> String? {
        guard case .cleaned(let copy) = OfficeCleaning.cleaned(Made.zip(files)), let archive = ZipArchive(copy),
            let entry = archive.entries.first(where: { $0.name == name })
        else { return nil }
        return text(archive.unpacked(entry, limit: 1 << 20))
    }

    @Test("Word: changes are accepted, comments, hidden text and the author go, the title stays")
    func word() {
        let document =
            "<w:p w:rsidR=\"00A\"><w:ins w:author=\"Anna\"><w:r><w:t>ny</w:t></w:r></w:ins><w:del><w:r><w:delText>gammal</w:delText></w:r></w:del>"
            + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>dold</w:t></w:r><w:commentRangeStart w:id=\"1\"/><w:r><w:t>kvar</w:t></w:r></w:p>"
        let files = [
            ("[Content_Types].xml", "<Types/>"), ("word/document.xml", document),
            ("word/comments.xml", "<w:comments><w:comment w:author=\"Anna\"><w:t>x</w:t></w:comment></w:comments>"),
            ("docProps/core.xml", "<cp><dc:title>Avtal</dc:title><dc:creator>Anna</dc:creator></cp>"),
        ]
        #expect(part("word/document.xml", of: files) == "<w:p><w:r><w:t>ny</w:t></w:r><w:r><w:t>kvar</w:t></w:r></w:p>")
        #expect(part("word/comments.xml", of: files) == "<w:comments></w:comments>")
        #expect(part("docProps/core.xml", of: files) == "<cp><dc:title>Avtal</dc:title></cp>")
        #expect(OfficeCleaning.cleaned(Made.zip(files)) == OfficeCleaning.cleaned(Made.zip(files)))
    }

    @Test("one without traces is published as it is; hidden sheets and rows are not taken away")
    func others() {
        let plain = [("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w:p><w:r><w:t>x</w:t></w:r></w:p>")]
        #expect(OfficeCleaning.cleaned(Made.zip(plain)) == .nothingToDo)
        let sheets = [("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<sheet name=\"x\" state=\"hidden\"/>")]
        #expect(OfficeCleaning.cleaned(Made.zip(sheets)) == .stillHides("dolda blad"))
        let rows = [("[Content_Types].xml", "<Types/>"), ("xl/worksheets/sheet1.xml", "<row r=\"2\" hidden=\"1\"/>")]
        #expect(OfficeCleaning.cleaned(Made.zip(rows)) == .stillHides("dolda rader eller kolumner"))
        #expect(OfficeCleaning.cleaned(Made.zip([("a.txt", "x")])) == .nothingToDo)
    }

    @Test("OpenDocument: annotations, deleted text and the author go")
    func openDocument() {
        let files = [
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            (
                "content.xml",
                "<text:p>a<office:annotation><dc:creator>Anna</dc:creator></office:annotation>b</text:p><text:tracked-changes><text:p>x</text:p></text:tracked-changes>"
            ),
            ("meta.xml", "<m><dc:title>T</dc:title><meta:initial-creator>Anna</meta:initial-creator></m>"),
        ]
        #expect(part("content.xml", of: files) == "<text:p>ab</text:p>")
        #expect(part("meta.xml", of: files) == "<m><dc:title>T</dc:title></m>")
    }

    @Test("what only the original has is told as that; what is read is the copy")
    func gone() throws {
        let folder = try TemporaryFolder()
        let files = [
            ("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w:p><w:r><w:t>x</w:t></w:r></w:p>"),
            (
                "word/comments.xml",
                "<w:comments><w:comment><w:p><w:r><w:t>811218-9876</w:t></w:r></w:p></w:comment></w:comments>"
            ),
        ]
        try folder.write(Made.zip(files), to: "a.docx")
        let report = DocumentWorker.read(
            folder.path + "/a.docx", name: "a.docx", tools: DocumentTools(),
            copy: CopyOrder(target: folder.path + "/kopia", rules: TraceRules()))
        #expect(report.findings.isEmpty && report.hasCopy)
        #expect(report.gone.map(\.place) == [.part("word/comments.xml")])
        #expect(DocumentWorker.report(of: DocumentWorker.text(of: report)) == report)
        let kept = DocumentWorker.read(
            folder.path + "/a.docx", name: "a.docx", tools: DocumentTools(),
            copy: CopyOrder(target: folder.path + "/kopia", rules: TraceRules(office: false)))
        #expect(!kept.hasCopy && kept.findings.count == 1)
    }

    @Test("a PDF with an author and no klubba-pdf keeps its traces, and says so")
    func pdf() throws {
        let folder = try TemporaryFolder()
        let bytes = Made.pdf(content: "BT (x) Tj ET", more: ["<< /Author (Anna) >>"], after: "/Info 6 0 R")
        #expect(
            TraceCleaning.clean(bytes, location: folder.path, rules: TraceRules(), tools: DocumentTools())
                == .kept(.toolMissing))
        #expect(
            TraceCleaning.clean(bytes, location: "", rules: TraceRules(pdf: false), tools: DocumentTools())
                == .nothingToDo)
        let plain = Made.pdf(content: "BT (x) Tj ET")
        #expect(TraceCleaning.clean(plain, location: "", rules: TraceRules(), tools: DocumentTools()) == .nothingToDo)
    }
}
