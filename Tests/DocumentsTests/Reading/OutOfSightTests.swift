import Foundation
import Testing
import System

@testable import Documents

@Suite("Places of a file that nobody sees")
struct OutOfSightTests {
    private func read(_ bytes: [UInt8], _ name: String) throws -> DocumentReport {
        let folder = try TemporaryFolder()
        try folder.write(bytes, to: "fil")
        return DocumentReader.read(bytes, location: folder.path + "/fil", name: name, tools: DocumentTools(site: nil))
    }

    private func isFound(_ bytes: [UInt8], _ name: String) throws -> Bool {
        try read(bytes, name).findings.contains { $0.number?.digits == 8_112_189_876 }
    }

    /// 811218-9876 in an alphabet of the file's own, so that only `pdftotext` turns it into letters.
    private let coded = "<0102020302010405010607> Tj"

    private func pdf(_ content: String, page: String = "", catalogue: String = "", more: [String] = []) -> [UInt8] {
        let made = Made.pdf(content: content, page: page, catalogue: catalogue, more: more)
        let alphabet = "/Encoding << /Type /Encoding /Differences [1 /eight /one /two /hyphen /nine /seven /six] >>"
        return Array(
            String(decoding: made, as: UTF8.self).replacing(
                "/BaseFont /Helvetica", with: "/BaseFont /Helvetica \(alphabet)"
            )
            .utf8)
    }

    @Test("PDF: outside the page, in a layer that is off, under a clip, unseen letters, in a typeface of its own")
    func pages() throws {
        let seen = "BT /F 12 Tf 100 700 Td (En sida med vanlig text som syns) Tj ET "
        let layer = "/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>"
        for bytes in [
            pdf(seen + "BT /F 12 Tf 100 600 Td \(coded) ET"), pdf(seen + "BT /F 12 Tf 9000 600 Td \(coded) ET"),
            pdf(seen + "BT /F 12 Tf -400 -600 Td \(coded) ET"),
            pdf(seen + "q 0 0 5 5 re W n BT /F 12 Tf 100 600 Td \(coded) ET Q"),
            pdf(seen + "BT 3 Tr /F 12 Tf 100 600 Td \(coded) ET"),
            pdf(seen + "BT /F 12 Tf 100 600 Td \(coded) ET", page: "/CropBox [0 650 595 842]"),
        ] {
            #expect(try isFound(bytes, "a.pdf"))
            #expect(try read(bytes, "a.pdf").unread == nil)
        }
        let hidden = pdf(
            seen + "/OC /L BDC BT /F 12 Tf 100 600 Td \(coded) ET EMC", catalogue: layer,
            more: ["<< /Type /OCG /Name (Lager) >>"])
        let named = String(decoding: hidden, as: UTF8.self).replacing(
            "/Resources << ", with: "/Resources << /Properties << /L 6 0 R >> ")
        #expect(try isFound(Array(named.utf8), "a.pdf"))
    }

    @Test("PDF: a number with the mark of a footnote beside it")
    func marks() {
        func numbers(_ text: String) -> Int {
            PersonalDataMark.identityNumbers(in: PDFMarks.parted(Array(text.utf8)), form: .plain).count
        }
        #expect(numbers("Anna 811218-98761 har") == 1)
        #expect(numbers("1811218-9876 se ovan") == 1)
        #expect(numbers("19811218–987612") == 1)
        #expect(numbers("811218-9876 är för den andra läsningen") == 0)
        #expect(numbers("556677-889912, 1234567-8901") == 0)
    }

    private func picture(_ width: Int, _ height: Int) -> String {
        "<< /Type /XObject /Subtype /Image /Width \(width) /Height \(height) /ColorSpace /DeviceGray /BitsPerComponent 8 /Length \(width * height) >>\nstream\n\(String(repeating: "x", count: width * height))\nendstream"
    }

    private func withPicture(_ content: String) -> [UInt8] {
        let bytes = Made.pdf(content: content, more: [picture(300, 400)])
        return Array(
            String(decoding: bytes, as: UTF8.self).replacing(
                "/Font << /F 5 0 R >>", with: "/Font << /F 5 0 R >> /XObject << /I 6 0 R >>"
            ).utf8)
    }

    @Test("PDF: a scan with a stamp, or with letters that a machine has guessed, is for a person to look at")
    func scans() throws {
        let stamp = "BT /F 12 Tf 100 800 Td (Inkom 2026-09-18, dnr 2026:30, bilaga 6) Tj ET "
        let long = "BT /F 2 Tf 20 700 Td (\(String(repeating: "Det h r en text som lagts dit. ", count: 12))) Tj ET "
        let whole = "q 595 0 0 842 0 0 cm /I Do Q "
        #expect(try read(withPicture(whole + stamp), "a.pdf").unread == .scanned(page: 1))
        #expect(
            try read(withPicture(whole + long.replacing("BT ", with: "BT 3 Tr ")), "a.pdf").unread == .scanned(page: 1))
        #expect(try read(withPicture(whole + long), "a.pdf").unread == nil)
        #expect(try read(withPicture("q 150 0 0 200 0 0 cm /I Do Q " + stamp), "a.pdf").unread == nil)
    }

    @Test("PDF: what a camera wrote into its pictures, what follows its end, objects that are packed otherwise")
    func surface() throws {
        let exif: [UInt8] =
            [0xFF, 0xD8, 0xFF, 0xE1, 0, 15] + Array("\0\u{1}811218-9876".utf8.filter { $0 > 1 }) + [0, 0, 0xFF, 0xD9]
        let object = "<< /Type /XObject /Subtype /Image /Filter /DCTDecode /Length \(exif.count) >>\nstream\n"
        let made = Made.pdf(content: "BT (x) Tj ET", more: [object + "BILD\nendstream"])
        let place = try #require(made.firstPlace(of: Array("BILD".utf8)))
        #expect(try isFound(Array(made[..<place]) + exif + made[(place + 4)...], "a.pdf"))
        let more = Made.pdf(content: "BT (x) Tj ET") + Array(String(repeating: "något annat ", count: 200).utf8)
        #expect(try read(more, "a.pdf").unread == .part("efter slutet"))
        let packed = Made.pdf(
            content: "BT (x) Tj ET", more: ["<< /Type /ObjStm /Filter /LZWDecode /Length 1 >>\nstream\nx\nendstream"])
        #expect(try read(packed, "a.pdf").unread != nil)
    }

    @Test("OpenDocument: a footnote beside its mark, a box, a remark")
    func openDocument() throws {
        for text in [
            "<text:p>Not<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>811218-9876</text:p></text:note-body></text:note></text:p>",
            "<text:p>811218-9876<text:note><text:note-citation>1</text:note-citation></text:note></text:p>",
            "<text:p>12<draw:text-box><text:p>811218-9876</text:p></draw:text-box></text:p>",
        ] {
            #expect(try isFound(Made.zip([("mimetype", "x"), ("content.xml", text)]), "a.odt"))
        }
        let raised = "<w:p><w:r><w:t>811218-9876</w:t></w:r><w:r><w:t>1</w:t></w:r></w:p>"
        #expect(try isFound(Made.office("word/document.xml", raised), "a.docx"))
    }

    @Test("an archive: its own comment, a file's, bytes that no file has, a PDF that lies first in it")
    func archives() throws {
        let archive = Made.zip([("a.txt", "x")])
        let comment = Array("811218-9876".utf8)
        #expect(try isFound(Array(archive.dropLast(2)) + [UInt8(comment.count), 0] + comment, "a.zip"))
        #expect(try read(archive, "a.zip").unread == nil)
        let list = try #require(archive.firstPlace(of: [0x50, 0x4B, 1, 2]))
        var stray = Array(archive[..<list]) + Array(String(repeating: "x", count: 60).utf8) + archive[list...]
        stray[stray.count - 6] += 60
        #expect(try read(stray, "a.zip").unread == .part("mellan filerna"))
        let inner = Made.zip([
            ("b.pdf", String(decoding: Made.pdf(content: "BT (x) Tj ET"), as: UTF8.self)), ("c.txt", Made.number),
        ])
        #expect(try isFound(inner, "a.zip"))
        let named: [UInt8] = [0x1F, 0x8B, 8, 8, 0, 0, 0, 0, 0, 3] + comment + [0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]
        #expect(try isFound(named, "a.gz"))
    }

    @Test("a text: a file that is written into a page; Office files as one text are for a person to look at")
    func texts() throws {
        let packed = Data(Made.zip([("b.txt", Made.number)])).base64EncodedString()
        #expect(try isFound(Array("<p><img src=\"data:application/zip;base64,\(packed)\"></p>".utf8), "a.html"))
        let flat =
            "<?xml version=\"1.0\"?>\n<office:document office:version=\"1.3\"><text:p>x</text:p></office:document>"
        #expect(try read(Array(flat.utf8), "a.fodt").unread == .unknown)
        #expect(try isFound(Array("<?xml version=\"1.0\"?><p>811218<b>-9876</b></p>".utf8), "a.data"))
    }
}
