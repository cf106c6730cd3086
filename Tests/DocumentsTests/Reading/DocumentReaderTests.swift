import Foundation
import Testing
import System

@testable import Documents

@Suite("Files that are published as they are, read through")
struct DocumentReaderTests {
    private func read(_ bytes: [UInt8], _ name: String) throws -> DocumentReport {
        let folder = try TemporaryFolder()
        try folder.write(bytes, to: "fil")
        return DocumentReader.read(bytes, location: folder.path + "/fil", name: name, tools: DocumentTools(site: nil))
    }

    private func isFound(_ bytes: [UInt8], _ name: String) throws -> Bool {
        try read(bytes, name).findings.contains { $0.number?.digits == 8_112_189_876 }
    }

    @Test(
        "Word, Excel, PowerPoint and OpenDocument: the text in pieces, headers, comments, what was deleted, properties, hidden sheets, notes",
        arguments: [
            ("word/document.xml", "<w:p><w:r><w:t>811218</w:t></w:r><w:r><w:t>-9876</w:t></w:r></w:p>"),
            ("word/header1.xml", "<w:p><w:r><w:t>811218-9876</w:t></w:r></w:p>"),
            ("word/comments.xml", "<w:comment w:author=\"x\"><w:p><w:r><w:t>811218-9876</w:t></w:r></w:p></w:comment>"),
            ("word/comments.xml", "<w:comment w:author=\"811218-9876\"/>"),
            ("word/document.xml", "<w:p><w:del><w:r><w:delText>811218-9876</w:delText></w:r></w:del></w:p>"),
            (
                "word/document.xml",
                "<w:p><w:r><w:t>811218</w:t></w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:r><w:t>-9876</w:t></w:r></w:p>"
            ),
            ("word/document.xml", "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>811218&#8211;9876</w:t></w:r></w:p>"),
            ("word/document.xml", "<w:p><w:r><w:t>811218</w:t><w:noBreakHyphen/><w:t>9876</w:t></w:r></w:p>"),
            ("docProps/core.xml", "<dc:creator>811218-9876</dc:creator>"),
            ("docProps/custom.xml", "<property><vt:lpwstr>198112189876</vt:lpwstr></property>"),
            ("xl/sharedStrings.xml", "<si><t>811218-9876</t></si>"),
            ("xl/worksheets/sheet2.xml", "<row><c><v>198112189876</v></c></row>"),
            ("xl/comments1.xml", "<comment><text><t>811218-9876</t></text></comment>"),
            (
                "xl/worksheets/sheet1.xml",
                "<row><c><is><t>Personnummer</t></is></c></row><row><c><v>8112189876</v></c></row>"
            ),
            ("ppt/slides/slide1.xml", "<a:p><a:r><a:t>811218-</a:t></a:r><a:r><a:t>9876</a:t></a:r></a:p>"),
            ("ppt/notesSlides/notesSlide1.xml", "<a:p><a:t>811218-9876</a:t></a:p>"),
            ("word/embeddings/fil.txt", "811218-9876"), ("word/811218-9876.xml", "<x/>"),
        ])
    func office(part: String, text: String) throws {
        #expect(try isFound(Made.office(part, text), "a.docx"))
        #expect(try read(Made.office(part, text), "a.docx").unread == nil)
    }

    @Test("OpenDocument: text, annotations, what was deleted, metadata; one with a password is not read")
    func openDocument() throws {
        for (part, text) in [
            ("content.xml", "<text:p>811218<text:span>-9876</text:span></text:p>"),
            (
                "content.xml",
                "<text:p>x<office:annotation><dc:creator>A</dc:creator><text:p>811218-9876</text:p></office:annotation></text:p>"
            ),
            ("content.xml", "<text:tracked-changes><text:p>811218-9876</text:p></text:tracked-changes>"),
            ("meta.xml", "<dc:creator>811218-9876</dc:creator>"),
        ] {
            #expect(
                try isFound(Made.zip([("mimetype", "application/vnd.oasis.opendocument.text"), (part, text)]), "a.odt"))
        }
        let locked = Made.zip([("mimetype", "x"), ("META-INF/manifest.xml", "<manifest:encryption-data/>")])
        #expect(try read(locked, "a.odt").unread == .locked)
    }

    @Test("cells beside each other are no number")
    func cells() throws {
        let text =
            "<w:tr><w:tc><w:p><w:r><w:t>811218</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>9876</w:t></w:r></w:p></w:tc></w:tr>"
        #expect(try read(Made.office("word/document.xml", text), "a.docx").findings.isEmpty)
    }

    @Test("an archive in an archive; a part of no known kind leaves it unread, and what shows in it is found")
    func archives() throws {
        #expect(try isFound(Made.zip([("a.txt", "811218-9876")]), "a.zip"))
        #expect(try isFound(Made.zip([("mapp/b.html", "<b>811218</b>-9876")]), "a.zip"))
        let strange = try read([1, 0, 0, 2] + Array("811218-9876".utf8) + [0, 1, 2, 3, 0, 0, 0], "a.bin")
        #expect(strange.unread == .unknown && strange.findings.count == 1)
        #expect(try read([0x50, 0x4B, 3, 4, 1, 2, 3], "a.zip").unread == .damaged)
    }

    @Test(
        "PDF: text in pieces, under a box, outside the page, in an annotation, a form, a bookmark, its properties",
        arguments: [
            Made.pdf(content: "BT /F 12 Tf 100 700 Td (811218-9876) Tj ET 0 g 90 690 200 25 re f"),
            Made.pdf(content: "BT /F 12 Tf 100 700 Td [(8112) -20 (18-98) 5 (76)] TJ ET"),
            Made.pdf(content: "BT /F 12 Tf 100 700 Td <3831313231382D39383736> Tj ET"),
            Made.pdf(content: "BT /F 12 Tf 5000 700 Td (811218-9876) Tj ET"),
            Made.pdf(content: "BT /F 12 Tf 100 700 Td (811218-) Tj 0 -14 Td (9876) Tj ET"),
            Made.pdf(
                content: "", page: "/Annots [6 0 R]",
                more: ["<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (811218-9876) >>"]),
            Made.pdf(
                content: "", catalogue: "/AcroForm << /Fields [6 0 R] >>",
                more: ["<< /FT /Tx /T (x) /V (811218-9876) >>"]),
            Made.pdf(content: "", more: ["<< /Title <FEFF003800310031003200310038002D0039003800370036> >>"]),
            Made.pdf(content: "", more: ["<< /Author (811218\\2059876) >>"], after: "/Info 6 0 R"),
            Made.pdf(
                content: "",
                more: [
                    "<< /Type /Metadata /Length 62 >>\nstream\n<?xpacket begin=''?><dc:creator>811218-9876</dc:creator>\nendstream"
                ]),
            Made.pdf(content: "", more: ["<< /Type /EmbeddedFile /Length 11 >>\nstream\n811218-9876\nendstream"]),
            Made.pdf(content: "BT /F 12 Tf 100 700 Td (811218-9876) Tj ET") + Made.pdf(content: "BT (x) Tj ET"),
        ])
    func pdf(bytes: [UInt8]) throws {
        #expect(try isFound(bytes, "a.pdf"))
    }

    @Test("a PDF that was read to its end says so; a page's number is told")
    func page() throws {
        let report = try read(Made.pdf(content: "BT /F 12 Tf 100 700 Td (811218-9876 och mer text) Tj ET"), "a.pdf")
        #expect(report.unread == nil)
        #expect(report.findings.contains { $0.place == .page(1) })
    }

    @Test("a page that is a picture leaves it unread")
    func scanned() throws {
        let picture =
            "<< /Type /XObject /Subtype /Image /Width 800 /Height 600 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 480000 >>\nstream\n\(String(repeating: "x", count: 480_000))\nendstream"
        let bytes = Made.pdf(content: "q 500 0 0 700 0 0 cm /I Do Q", more: [picture])
        let text = String(decoding: bytes, as: UTF8.self).replacing(
            "/Font << /F 5 0 R >>", with: "/XObject << /I 6 0 R >>")
        #expect(try read(Array(text.utf8), "a.pdf").unread == .scanned(page: 1))
    }

    @Test("without poppler a PDF is not read, and the package is named")
    func withoutTools() throws {
        let bytes = Made.pdf(content: "BT /F 12 Tf 100 700 Td (hej) Tj ET")
        let report = DocumentReader.read(bytes, location: "/x", name: "a.pdf", tools: DocumentTools())
        #expect(report.unread == .toolMissing("poppler-utils"))
    }

    @Test("texts in other alphabets, cards, calendars, tables and RTF")
    func texts() throws {
        let number = "811218–9876"
        let wide: [UInt8] = [0xFF, 0xFE] + number.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try isFound(wide, "a.log"))
        #expect(try isFound(Array(wide.dropFirst(2)) + [0x0A, 0] + Array(wide.dropFirst(2)), "a"))
        #expect(
            try isFound(
                Array("åäö".utf16.map { UInt8($0) }) + Array("811218".utf8) + [0x96] + Array("9876".utf8), "a.txt"))
        #expect(try isFound(Array("BEGIN:VCARD\r\nNOTE:811218-98\r\n 76\r\nEND:VCARD\r\n".utf8), "a.vcf"))
        #expect(try isFound(Array("namn;personnummer\nAnna;8112189876\n".utf8), "a.csv"))
        #expect(try isFound(Array("{\\rtf1 811218{\\b -9876}}".utf8), "a.rtf"))
        #expect(try isFound(Array("{\\rtf1 811218\\u8211?9876}".utf8), "a.rtf"))
        #expect(try read(Array("namn;belopp\nAnna;8112189876\n".utf8), "a.csv").findings.isEmpty)
    }

    @Test("mail: the head, quoted parts, packed parts and what is attached")
    func mail() throws {
        let packed = Data(Made.zip([("b.txt", Made.number)])).base64EncodedString()
        for part in [
            "Content-Type: text/plain\n\n811218-9876",
            "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nODExMjE4LTk4NzY=",
            "Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n811218=2D98=\n76",
            "Content-Type: application/zip; name=\"a.zip\"\nContent-Transfer-Encoding: base64\n\n\(packed)",
        ] {
            let mail =
                "From: a@example.se\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"x\"\n\n--x\n\(part)\n--x--\n"
            #expect(try isFound(Array(mail.utf8), "a.eml"))
        }
        #expect(
            try isFound(
                Array("From: a@example.se\nMIME-Version: 1.0\nSubject: =?utf-8?B?ODExMjE4LTk4NzY=?=\n\nx".utf8), "a.eml"
            ))
    }

    @Test("pictures: what stands in their metadata, in one byte a letter or two")
    func pictures() throws {
        let head: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE1, 0, 40]
        #expect(try isFound(head + Array(Made.number.utf8) + [0xFF, 0xD9], "a.jpg"))
        #expect(try isFound(head + Made.number.utf8.flatMap { [$0, 0] } + [0xFF, 0xD9], "a.jpg"))
        #expect(try read(head + [0xFF, 0xD9], "a.jpg") == DocumentReport())
    }

    @Test("what a process says of a file is read back as it was")
    func words() {
        var report = DocumentReport()
        report.findings = [
            .init(kind: .identityNumber(IdentityNumber(digits: 8_112_189_876)), place: .page(3)),
            .init(kind: .email, place: .part("word/a\tb.xml")), .init(kind: .phone, place: .line(7, column: 3)),
        ]
        for unread in [
            nil, Unread.locked, .scanned(page: 4), .signsWithoutLetters, .unknown, .tooLarge, .damaged, .part("x"),
            .toolMissing("y"), .tooHeavy, .unreadable(SystemReason(5)),
        ] {
            report.unread = unread
            let back = DocumentWorker.report(of: DocumentWorker.text(of: report))
            #expect(back?.unread == unread)
            #expect(back?.findings.map(\.kind) == report.findings.map(\.kind))
        }
        #expect(DocumentWorker.report(of: "personnummer\t1\tsida\t3") == nil)
    }

    @Test("what the machine could not read is told in its own words, and read again the next time")
    func unreadable() {
        let tools = DocumentTools(site: nil)
        let report = DocumentWorker.read("/borta/plan.pdf", name: "plan.pdf", tools: tools)
        #expect(report.unread == .unreadable(SystemReason(2)))
        let worker = DocumentWorker.read("/borta/plan.pdf", name: "plan.pdf", tools: tools, program: "/bin/false")
        #expect(worker.unread == .unreadable(SystemReason(endedBy: "klubba --read-document", status: 1)))
        let none = DocumentWorker.read("/borta/plan.pdf", name: "plan.pdf", tools: tools, program: "/borta/klubba")
        #expect(none.unread == .unreadable(SystemReason(2).of("/borta/klubba")))
        let full = DocumentWorker.read(#filePath, name: "a.txt", tools: tools, text: "/borta/text")
        guard case .unreadable(let said) = full.unread else {
            Issue.record("\(full)")
            return
        }
        #expect(said.swedish.hasPrefix("/borta/text") && said.swedish.hasSuffix(": finns inte"))
        #expect(said.english.hasSuffix(": does not exist"))
        let memory = DocumentMemory(file: nil)
        #expect(memory.report(of: "plan.pdf", stamp: "1") { report } == report)
        #expect(memory.report(of: "plan.pdf", stamp: "1") { DocumentReport() } == DocumentReport())
        #expect(memory.report(of: "plan.pdf", stamp: "1") { report } == DocumentReport())
    }

    @Test("bytes of every kind are read without a fault")
    func noise() throws {
        var dice = Corpus.Dice()
        let seeds = [
            Made.office("word/document.xml", "<w:p><w:t>811218-9876</w:t></w:p>"), Made.pdf(content: "BT (x) Tj ET"),
            Array("{\\rtf1 \\u8211?x}".utf8),
            Array("From: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n".utf8),
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 4] + Array("zTXta\0\0x1234".utf8),
            [0x1F, 0x8B, 8, 31] + [UInt8](repeating: 7, count: 40),
        ]
        for round in 0..<600 {
            var bytes = seeds[round % seeds.count]
            for _ in 0..<Int.random(in: 1...8, using: &dice) {
                let place = Int.random(in: 0..<bytes.count, using: &dice)
                bytes[place] = UInt8.random(in: 0...255, using: &dice)
            }
            if round % 3 == 0 { bytes = Array(bytes.prefix(Int.random(in: 1...bytes.count, using: &dice))) }
            _ = DocumentReader.read(bytes, location: "/finns/inte", name: "a", tools: DocumentTools())
        }
    }
}
