import Foundation

/// Makes .docx files for tests: the few parts that Word's format needs, in an archive that packs nothing.
enum WordFile {
    static func make(_ body: String) -> Data { archive(parts(body)) }

    /// With footnotes in a part of any name.
    static func make(_ body: String, notes: String, part: String) -> Data {
        let links = parts("")[2].text.replacingOccurrences(
            of: "</Relationships>",
            with: relations("footnotes", part).components(separatedBy: "relationships\">").last ?? "")
        return archive(
            parts(body).map { $0.name == "word/_rels/document.xml.rels" ? ($0.name, links) : $0 }
                + [("word/\(part)", head + "<w:footnotes \(space)>\(notes)</w:footnotes>")])
    }

    private static func parts(_ body: String) -> [(name: String, text: String)] {
        [
            ("[Content_Types].xml", types), ("_rels/.rels", relations("officeDocument", "word/document.xml")),
            ("word/_rels/document.xml.rels", relations("styles", "styles.xml")), ("word/styles.xml", styles),
            ("word/document.xml", head + "<w:document \(space)><w:body>\(body)</w:body></w:document>"),
        ]
    }

    static func paragraph(_ text: String, style: String? = nil) -> String {
        let properties = style.map { "<w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr>" } ?? ""
        let runs = text.components(separatedBy: "\t").map { "<w:r><w:t xml:space=\"preserve\">\($0)</w:t></w:r>" }
        return "<w:p>\(properties)\(runs.joined(separator: "<w:r><w:tab/></w:r>"))</w:p>"
    }

    static func table(_ rows: [[String]]) -> String {
        let grid = String(repeating: "<w:gridCol w:w=\"2000\"/>", count: rows.first?.count ?? 0)
        let cells = rows.map { row in
            "<w:tr>" + row.map { "<w:tc>\(paragraph($0))</w:tc>" }.joined() + "</w:tr>"
        }
        return "<w:tbl><w:tblPr/><w:tblGrid>\(grid)</w:tblGrid>\(cells.joined())</w:tbl>"
    }

    /// A list of contents that claims sizes: of a bomb, where they are large.
    static func archive(_ files: [(name: String, text: String)], claiming size: UInt32? = nil) -> Data {
        var (bytes, index) = (Data(), Data())
        for file in files {
            let content = Data(file.text.utf8)
            let start = UInt32(bytes.count)
            var common = Data()
            common.append(UInt16(20), UInt16(0), UInt16(0), UInt16(0), UInt16(0x21))
            common.append(checksum(content), UInt32(content.count), size ?? UInt32(content.count))
            common.append(UInt16(file.name.utf8.count), UInt16(0))
            bytes.append(UInt32(0x0403_4B50))
            bytes += common + Data(file.name.utf8) + content
            index.append(UInt32(0x0201_4B50))
            index.append(UInt16(20))
            index += common
            index.append(UInt16(0), UInt16(0), UInt16(0))
            index.append(UInt32(0), start)
            index += Data(file.name.utf8)
        }
        let place = UInt32(bytes.count)
        bytes += index
        bytes.append(UInt32(0x0605_4B50))
        bytes.append(UInt16(0), UInt16(0), UInt16(files.count), UInt16(files.count))
        bytes.append(UInt32(index.count), place)
        bytes.append(UInt16(0))
        return bytes
    }

    /// CRC-32 (ISO 3309), as the archive's format asks for.
    private static func checksum(_ data: Data) -> UInt32 {
        var value: UInt32 = 0xFFFF_FFFF
        for byte in data {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
        return ~value
    }

    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    private static let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    private static let types =
        head + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" "
        + "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
    private static let styles =
        head + "<w:styles \(space)>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Rubrik1\"><w:name w:val=\"heading 1\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Rubrik2\"><w:name w:val=\"heading 2\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Rubrik\"><w:name w:val=\"Title\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Underrubrik\"><w:name w:val=\"Subtitle\"/><w:basedOn w:val=\"Rubrik\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Datum\"><w:name w:val=\"Date\"/></w:style></w:styles>"

    private static func relations(_ kind: String, _ target: String) -> String {
        head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"\(kind)\" Target=\"\(target)\" "
            + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/\(kind)\"/></Relationships>"
    }
}

extension Data {
    fileprivate mutating func append<Number: FixedWidthInteger>(_ numbers: Number...) {
        for number in numbers { Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) } }
    }
}

extension WordFile {
    private static func python(_ script: String, _ arguments: String...) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A part of a Word file in a workplace, as text.
    static func part(_ name: String, of site: Workplace, _ file: String) throws -> String {
        try python(
            "import sys,zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))",
            site.root.appendingPathComponent(file).path, name)
    }

    /// What a program that does not know a part makes of a file: it is gone.
    static func drop(_ part: String, in site: Workplace, _ file: String) throws {
        _ = try python(
            """
            import sys, zipfile
            path, part = sys.argv[1:]
            with zipfile.ZipFile(path) as file: parts = {n: file.read(n) for n in file.namelist() if n != part}
            with zipfile.ZipFile(path, "w") as file:
                for name, data in parts.items(): file.writestr(name, data)
            """, site.root.appendingPathComponent(file).path, part)
    }

    /// What a person writes in Word: other words in the same places.
    static func replace(_ old: String, with new: String, in site: Workplace, _ file: String) throws {
        _ = try python(
            """
            import sys, zipfile
            path, old, new = sys.argv[1:]
            with zipfile.ZipFile(path) as file: parts = {n: file.read(n) for n in file.namelist()}
            text = parts["word/document.xml"].decode()
            assert old in text
            parts["word/document.xml"] = text.replace(old, new).encode()
            with zipfile.ZipFile(path, "w") as file:
                for name, data in parts.items(): file.writestr(name, data)
            """, site.root.appendingPathComponent(file).path, old, new)
    }
}
