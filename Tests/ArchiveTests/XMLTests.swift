import Foundation
import Testing

@testable import Archive

@Suite("XML, written and read")
struct XMLTests {
    private func written(_ body: (XMLWriter) -> Void) throws -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.path + "/klubba-xml-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let xml = XMLWriter(try FileWriter(path))
        body(xml)
        _ = try xml.finish()
        return try PackageBytes.whole(path)
    }

    @Test("what is written is read again, whatever characters it has")
    func roundTrip() throws {
        let text = "a < b & \"c\" > 'd' å\u{A0}ö\nny rad\ttab"
        let bytes = try written { xml in
            xml.element("rot", [("namn", text), ("inget", nil)]) {
                xml.text("ord", text)
                xml.text("tomt", "")
                xml.empty("punkt", [("a", "1")])
            }
        }
        var found: [String] = []
        var reader = XMLReader(bytes)
        try reader.read(
            begin: { found.append($0.name + ($0.attributes["namn"].map { "=\($0)" } ?? "")) },
            text: { parents, name, text in if name == "ord" { found.append("\(parents) \(text)") } })
        #expect(found == ["rot=\(text)", "ord", "[\"rot\"] \(text)", "punkt"])
    }

    @Test("a document of any size is read from its file a part at a time, and its texts are whole wherever a part ends")
    func parts() throws {
        let path = FileManager.default.temporaryDirectory.path + "/klubba-xml-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        // Longer than any part, with signs of two bytes and what looks like an element's end.
        let long = String(repeating: "å > 'ö' ", count: 100_000)
        let xml = XMLWriter(try FileWriter(path))
        xml.element("rot", []) {
            for number in 0..<20_000 { xml.text("tal", String(number), [("namn", "ä \(number)")]) }
            xml.text("ord", long, [("namn", long)])
        }
        _ = try xml.finish()
        var (numbers, names, texts): ([String], Int, [String]) = ([], 0, [])
        var reader = try XMLReader(file: path)
        try reader.read(
            begin: { element in
                if element.attributes["namn"] == "ä \(names)" { names += 1 }
                if element.name == "ord" { texts += [element.attributes["namn"] ?? ""] }
            },
            text: { _, name, text in
                if name == "tal" { numbers.append(text) } else if name == "ord" { texts.append(text) }
            })
        #expect(numbers == (0..<20_000).map(String.init) && names == 20_000)
        #expect(texts == [long, long])
        let bytes = try PackageBytes.whole(path)
        try Data(bytes.dropLast(8)).write(to: URL(fileURLWithPath: path))
        var broken = try XMLReader(file: path)
        #expect(throws: XMLReader.Fault.self) { try broken.read(begin: { _ in }, text: { _, _, _ in }) }
    }

    @Test("comments, instructions and CDATA are read from a file as from bytes")
    func marks() throws {
        let path = FileManager.default.temporaryDirectory.path + "/klubba-xml-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let filling = String(repeating: "<x a=\"'>\"/>", count: 30_000)
        let text =
            "\u{FEFF}<?xml version=\"1.0\"?><!-- > --><rot>\(filling)<ord>a<![CDATA[<b>]]>c</ord></rot>\n<!-- slut -->"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        var (words, others): ([String], Int) = ([], 0)
        var reader = try XMLReader(file: path)
        try reader.read(
            begin: { if $0.attributes["a"] == "'>" { others += 1 } },
            text: { _, name, text in if name == "ord" { words.append(text) } })
        #expect(words == ["a<b>c"] && others == 30_000)
    }

    @Test("what XML has no way to write is left out")
    func control() {
        #expect(XMLWriter.escaped("a\u{0}b\u{1B}c\u{FFFE}") == Array("abc".utf8))
    }

    @Test(
        "what is no XML is refused",
        arguments: [
            "", "<a>", "<a></b>", "<a x=1/>", "<a x='1' x='2'/>", "<a>&b;</a>", "<!DOCTYPE a><a/>", "<a/><b/>", "text",
        ])
    func faults(text: String) {
        var reader = XMLReader(Array(text.utf8))
        #expect(throws: XMLReader.Fault.self) { try reader.read(begin: { _ in }, text: { _, _, _ in }) }
    }
}
