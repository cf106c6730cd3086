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
