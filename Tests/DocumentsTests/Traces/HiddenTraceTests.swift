import Testing
import System

@testable import Documents

@Suite("Traces that lie deep")
struct HiddenTraceTests {
    private func text(_ bytes: [UInt8]?) -> String { String(decoding: bytes ?? [], as: UTF8.self) }

    private func copy(_ bytes: [UInt8]) -> TraceCleaning.Answer {
        TraceCleaning.clean(bytes, location: "", rules: TraceRules(), tools: DocumentTools())
    }

    private func part(_ name: String, of bytes: [UInt8]) -> String? {
        guard case .copy(let copy) = copy(bytes), let archive = ZipArchive(copy), let part = archive.part(name) else {
            return nil
        }
        return text(part)
    }

    private func word(_ document: String, styles: String = "") -> [UInt8] {
        Made.zip([("[Content_Types].xml", "<Types/>"), ("word/document.xml", document), ("word/styles.xml", styles)])
    }

    @Test("Word: text that a style hides goes, and a hidden run with the box in it; one that is shown again stays")
    func hiddenText() {
        let styles = "<w:style w:styleId=\"Dold\"><w:rPr><w:vanish/></w:rPr></w:style>"
        let document =
            "<w:p><w:pPr><w:pStyle w:val=\"Dold\"/></w:pPr><w:r><w:t>ett</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>syns</w:t></w:r></w:p>"
            + "<w:p><w:r><w:rPr><w:rStyle w:val=\"Dold\"/></w:rPr><w:t>två</w:t></w:r><w:r><w:t>kvar</w:t></w:r></w:p>"
        let shown = part("word/document.xml", of: word(document, styles: styles)) ?? ""
        #expect(shown.contains("syns") && shown.contains("kvar"))
        #expect(!shown.contains("ett<") && !shown.contains("två"))
        let box = "<w:txbxContent><w:p><w:r><w:t>ruta</w:t></w:r></w:p></w:txbxContent>"
        let boxed =
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr>\(box)</w:r><w:r>\(box.replacing("ruta", with: "synlig"))</w:r></w:p>"
        let kept = part("word/document.xml", of: word(boxed)) ?? ""
        #expect(kept == "<w:p><w:r><w:txbxContent><w:p><w:r><w:t>synlig</w:t></w:r></w:p></w:txbxContent></w:r></w:p>")
    }

    @Test(
        "what lies in an Office file or an archive is freed too: a photo, a workbook, a letter; small pictures of it go"
    )
    func inner() throws {
        let photo = [UInt8]("GIF89a".utf8) + [1, 0, 1, 0, 0, 0, 0, 0x21, 0xFE, 4] + Array("Anna".utf8) + [0, 0x3B]
        let texts = [
            ("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w:p/>"),
            (
                "_rels/.rels",
                "<Relationships><Relationship Id=\"a\" Target=\"docProps/thumbnail.jpeg\"/><Relationship Id=\"b\" Target=\"word/document.xml\"/></Relationships>"
            ),
            ("docProps/thumbnail.jpeg", "Anna"),
        ]
        let letter = Made.archive(texts.map { ($0.0, Array($0.1.utf8)) } + [("word/media/a.gif", photo)])
        guard case .copy(let own) = copy(letter) else {
            Issue.record("no copy")
            return
        }
        #expect(!text(own).contains("Anna"))
        #expect(
            text(ZipArchive(own)?.part("_rels/.rels"))
                == "<Relationships><Relationship Id=\"b\" Target=\"word/document.xml\"/></Relationships>")
        guard case .copy(let outer) = copy(Made.archive([("brev.docx", letter)])) else {
            Issue.record("no copy of the archive")
            return
        }
        #expect(!text(outer).contains("Anna"))
        let book = Made.zip([("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<sheet state='hidden'/>")])
        let behind = Made.archive([("[Content_Types].xml", Array("<Types/>".utf8)), ("ppt/embeddings/a.xlsx", book)])
        #expect(copy(behind) == .kept(.hides("dolda blad")))
    }

    @Test(
        "what a file hides and its copy cannot be freed from keeps it back",
        arguments: [
            (
                "xl/pivotCache/pivotCacheRecords1.xml", "<pivotCacheRecords><r><s v=\"x\"/></r></pivotCacheRecords>",
                "underlaget till en pivottabell"
            ),
            (
                "xl/externalLinks/externalLink1.xml",
                "<sheetData><row><cell r=\"A1\"><v>1</v></cell></row></sheetData>", "värden ur en annan arbetsbok"
            ),
            ("xl/worksheets/sheet1.xml", "<cols><col min='1' hidden = 'true'/></cols>", "dolda rader eller kolumner"),
            ("ppt/slides/slide2.xml", "<p:sld show=\"0\"/>", "dolda bilder"),
            ("xl/worksheets/sheet1.xml", "<row r=\"1\" ht=\"0\"/>", "dolda rader eller kolumner"),
            ("xl/worksheets/sheet1.xml", "<col width='0'/>", "dolda rader eller kolumner"),
            ("xl/worksheets/sheet1.xml", "<sheetFormatPr zeroHeight=\"1\"/>", "dolda rader eller kolumner"),
            ("xl/drawings/drawing1.xml", "<xdr:cNvPr hidden=\"1\"/>", "dolda figurer"),
            (
                "xl/pivotCache/pivotCacheDefinition1.xml", "<sharedItems><s v=\"x\"/></sharedItems>",
                "underlaget till en pivottabell"
            ),
            ("word/document.xml", "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr></w:tr>", "dold eller struken text"),
            ("word/document.xml", "<w:tc><w:tcPr><w:cellDel w:id=\"1\"/></w:tcPr></w:tc>", "dold eller struken text"),
            ("word/document.xml", "<wp:docPr id=\"1\" hidden=\"1\"/>", "dold eller struken text"),
            (
                "word/styles.xml", "<w:styles><w:docDefaults><w:rPr><w:vanish/></w:rPr></w:docDefaults></w:styles>",
                "dold eller struken text"
            ),
            ("xl/model/item.data", "x", "en del som ingen läsare ser (xl/model/item.data)"),
            ("brev/text.xml", "<w:t>x</w:t>", "en del som ingen läsare ser (brev/text.xml)"),
            (
                "word/document.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><w:t>&a;</w:t>",
                "en del i en ovanlig form (word/document.xml)"
            ),
        ])
    func hides(part: String, text: String, what: String) {
        #expect(copy(Made.office(part, text)) == .kept(.hides(what)))
    }

    @Test(
        "what servers and programs keep beside an Office file goes, and the lists that name it",
        arguments: [
            "customXml/item1.xml", "word/documenttasks/tasks1.xml", "xl/revisions/userNames.xml",
            "ppt/changesInfos/changesInfo1.xml", "docMetadata/LabelInfo.xml",
            "package/services/metadata/core-properties/a.psmdcp",
        ])
    func dropped(name: String) {
        let last = name.split(separator: "/").last ?? ""
        let package = Made.zip([
            ("[Content_Types].xml", "<Types><Override PartName=\"/\(name)\"/></Types>"),
            ("_rels/.rels", "<Relationships><Relationship Target=\"x/\(last)\"/></Relationships>"),
            ("word/document.xml", "<w:t>Text</w:t>"), (name, "<x>Anna Alm</x>"),
        ])
        guard case .copy(let own) = copy(package) else {
            Issue.record("no copy")
            return
        }
        #expect(!text(own).contains("Anna") && !text(own).contains(String(last)))
        #expect(text(ZipArchive(own)?.part("[Content_Types].xml")) == "<Types></Types>")
    }

    @Test("text that is not hidden stays: \"off\" is no, whatever signs are around it")
    func vanishOff() {
        for value in ["\"off\"", "'0'", "\"false\""] {
            let text = "<w:p><w:r><w:rPr><w:vanish w:val=\(value)/></w:rPr><w:t>Syns</w:t></w:r></w:p>"
            #expect(copy(Made.office("word/document.xml", text)) == .nothingToDo, "\(value)")
        }
    }

    @Test("a drawing loses who made it, and is kept back where a part of it does not show")
    func drawings() {
        let drawing = Array(
            "<svg xmlns='http://www.w3.org/2000/svg'><metadata>Anna</metadata><text>hej</text></svg>".utf8)
        #expect(!DocumentReader.isPlain(drawing, name: "a.svg"))
        guard case .copy(let own) = copy(drawing) else {
            Issue.record("no copy")
            return
        }
        #expect(text(own) == "<svg xmlns='http://www.w3.org/2000/svg'><text>hej</text></svg>")
        let hidden = Array("<svg><g style=\"display: none\"><text>Anna</text></g></svg>".utf8)
        #expect(copy(hidden) == .kept(.hides("dolda delar av en teckning")))
    }

    @Test("what no reader of an RTF text sees goes, and a photo's own words keep it back")
    func richText() {
        let letter = Array("{\\rtf1{\\*\\docvar {a}{Anna}}{\\*\\listtable{x}}Hej}".utf8)
        guard case .copy(let own) = copy(letter) else {
            Issue.record("no copy")
            return
        }
        #expect(text(own) == "{\\rtf1{\\*\\listtable{x}}Hej}")
        let photo = "{\\rtf1{\\pict\\jpegblip ffd8fffe0006416e6e61ffd9}}"
        #expect(copy(Array(photo.utf8)) == .kept(.hides("dold eller struken text")))
    }

    @Test(
        "OpenDocument: the same",
        arguments: [
            (
                "<style:style style:name=\"T1\"><style:text-properties text:display=\"none\"/></style:style><text:span text:style-name=\"T1\">x</text:span>",
                "dold text"
            ),
            ("<text:hidden-text text:string-value=\"x\"/>", "dold text"),
            ("<table:table-row table:visibility=\"filter\"/>", "dolda rader eller blad"),
            ("<style:drawing-page-properties presentation:visibility=\"hidden\"/>", "dolda bilder"),
            ("<draw:layer draw:name=\"x\" draw:display=\"none\"/>", "dolda lager"),
        ])
    func hidesOpenDocument(text: String, what: String) {
        #expect(copy(Made.zip([("mimetype", "x"), ("content.xml", text)])) == .kept(.hides(what)))
    }

    @Test(
        "pictures: a second picture after the first, programs' own chunks, a GIF's comments; what is out of reach is kept back"
    )
    func pictures() {
        let scan: [UInt8] = [0xFF, 0xDA, 0, 4, 1, 2, 9, 0xFF, 0, 9, 0xFF, 0xD9]
        let first: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2] + scan
        let second: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE1, 0, 6] + Array("Anna".utf8) + scan
        #expect(PictureCleaning.cleaned(first + second) == first)
        let gif: [UInt8] = Array("GIF89a".utf8) + [1, 0, 1, 0, 0, 0, 0]
        let playing: [UInt8] = [0x21, 0xFF, 11] + Array("NETSCAPE2.0".utf8) + [3, 1, 0, 0, 0]
        let image: [UInt8] = [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]
        let remark: [UInt8] = [0x21, 0xFE, 4] + Array("Anna".utf8) + [0]
        #expect(
            PictureCleaning.cleaned(gif + playing + remark + image + [0x3B] + Array("Anna".utf8)) == gif + playing
                + image + [0x3B])
        #expect(PictureCleaning.cleaned(gif + playing + image + [0x3B]) == nil)
        guard case .kept(.hides) = copy(Array("II*\0".utf8) + [8, 0, 0, 0]),
            case .kept(.hides) = copy([0, 0, 0, 20] + Array("ftypheic".utf8))
        else {
            Issue.record("a TIFF or a HEIC was let through")
            return
        }
    }

    @Test("a PDF's pictures lose what a camera wrote, and no byte moves")
    func blanked() throws {
        let photo: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE1, 0, 6] + Array("Anna".utf8) + [0xFF, 0xDA, 0, 2, 0xFF, 0xD9]
        let bytes =
            Array("%PDF-1.7\n1 0 obj\n<< /Filter /DCTDecode >>\nstream\n".utf8) + photo
            + Array("\nendstream\nendobj\n".utf8)
        let copy = try #require(PictureCleaning.blanked(inPDF: bytes))
        #expect(copy.count == bytes.count && !text(copy).contains("Anna"))
        #expect(PictureCleaning.blanked(inPDF: copy) == nil)
    }

    @Test("RTF loses who wrote it and remarks; hidden or struck text keeps it back. A drawing loses the same")
    func texts() {
        let letter =
            "{\\rtf1{\\info{\\author Anna \\}}{\\title T}}{\\*\\generator X;}Hej{\\*\\atnauthor Anna}{\\*\\annotation Anna {x}}!}"
        #expect(copy(Array(letter.utf8)) == .copy(Array("{\\rtf1Hej!}".utf8)))
        #expect(copy(Array("{\\rtf1\\viewkind4 Hej}".utf8)) == .nothingToDo)
        #expect(copy(Array("{\\rtf1 Hej {\\v dolt}}".utf8)) == .kept(.hides("dold eller struken text")))
        let drawing =
            "<svg xmlns=\"x\" sodipodi:docname=\"Anna.svg\"><!-- Anna's --><metadata><dc:creator>Anna</dc:creator></metadata><text>Hej</text></svg>"
        #expect(copy(Array(drawing.utf8)) == .copy(Array("<svg xmlns=\"x\"><text>Hej</text></svg>".utf8)))
    }

    @Test("OpenDocument: a style that hides, and that nothing has, hides nothing")
    func unusedStyle() {
        let style = "<style:style style:name=\"T1\"><style:text-properties text:display=\"none\"/></style:style>"
        #expect(copy(Made.zip([("mimetype", "x"), ("content.xml", style + "<text:p>x</text:p>")])) == .nothingToDo)
    }
}
