import Diagnostics
import Testing

@testable import Content

@Suite("Every text file")
struct TextFileTests {
    private func read(_ bytes: [UInt8]) -> (text: TextFile?, messages: [String]) {
        var diagnostics: [Diagnostic] = []
        let text = TextFile(bytes, file: "x.md", &diagnostics)
        return (text, diagnostics.map { $0.line(in: .english) })
    }

    private func body(_ written: String) -> String? {
        let (text, _) = read(Array(written.utf8))
        return text.map { String(decoding: $0.bytes[$0.body], as: UTF8.self) }
    }

    @Test("a front matter is between a first line --- and the next")
    func frontMatter() throws {
        let (read, messages) = read(Array("---\ntitel: x\n---\n# Rubrik\n".utf8))
        let text = try #require(read)
        #expect(messages == [])
        let frontMatter = try #require(text.frontMatter)
        #expect(String(decoding: text.bytes[frontMatter], as: UTF8.self) == "titel: x\n")
        #expect(String(decoding: text.bytes[text.body], as: UTF8.self) == "# Rubrik\n")
        #expect(text.bodyLine == 4)
    }

    @Test("a later --- in the body is Markdown")
    func laterRule() {
        #expect(body("---\ntitel: x\n---\nText\n\n---\n\nMer\n---\n") == "Text\n\n---\n\nMer\n---\n")
        #expect(body("Text\n---\ntitel: x\n---\n") == "Text\n---\ntitel: x\n---\n")
        #expect(body("----\nx\n") == "----\nx\n")
    }

    @Test("an empty front matter, and one with nothing after it")
    func emptyParts() {
        #expect(body("---\n---\nText") == "Text")
        #expect(body("---\ntitel: x\n---") == "")
        #expect(body("") == "")
    }

    @Test("a BOM and CRLF are accepted")
    func windows() throws {
        let (read, messages) = read([0xEF, 0xBB, 0xBF] + Array("---\r\ntitel: x\r\n---\r\nRad 1\r\nRad 2\r\n".utf8))
        let text = try #require(read)
        #expect(messages == [])
        let frontMatter = try #require(text.frontMatter)
        #expect(String(decoding: text.bytes[frontMatter], as: UTF8.self) == "titel: x\n")
        #expect(String(decoding: text.bytes[text.body], as: UTF8.self) == "Rad 1\nRad 2\n")
        #expect(text.bodyLine == 4)
    }

    @Test(
        "a missing end is an error on line 1",
        arguments: [
            "---\ntitel: x\n", "---", "---\n", "---\ntitel: x\n---x\nText", "---\ntitel: x\n ---\n",
        ])
    func missingEnd(text: String) {
        let message =
            "x.md:1:1: error[K020]: the file begins with --- but its front matter never ends. Put a line with only --- after the last key"
        #expect(read(Array(text.utf8)).messages == [message])
    }

    @Test("a front matter is at most 64 KiB")
    func size() {
        let most = "# " + String(repeating: "x", count: 65_533) + "\n"
        #expect(most.utf8.count == 65_536)
        #expect(read(Array("---\n\(most)---\n".utf8)).messages == [])
        #expect(
            read(Array("---\n#\(most)---\n".utf8)).messages == [
                "x.md:1:1: error[K021]: the front matter is larger than 64 kB. Put a line with only --- after the last key"
            ])
    }

    @Test(
        "invalid UTF-8 and a NUL are errors at their place",
        arguments: [
            ([0x61, 0xFF], "x.md:1:2: error[K001]"), ([0xE5], "x.md:1:1: error[K001]"),
            ([0xC3, 0xA5, 0x0A, 0xC3, 0xA5, 0xE5, 0x6B], "x.md:2:2: error[K001]"),
            ([0x61, 0x0A, 0x62, 0x00], "x.md:2:2: error[K002]"), ([0xC0, 0x80], "x.md:1:1: error[K001]"),
            ([0xED, 0xA0, 0x80], "x.md:1:1: error[K001]"),
            ([0xF4, 0x90, 0x80, 0x80], "x.md:1:1: error[K001]"),
            ([0xEF, 0xBB, 0xBF, 0x61, 0x80], "x.md:1:2: error[K001]"),
            ([0x61, 0x0D, 0x0A, 0x0D, 0x0A, 0x62, 0xE2, 0x82], "x.md:3:2: error[K001]"),
            ([0xE0, 0x80, 0x80], "x.md:1:1: error[K001]"),
        ] as [([UInt8], String)])
    func badBytes(bytes: [UInt8], beginning: String) {
        let (text, messages) = read(bytes)
        #expect(text == nil)
        #expect(messages.count == 1)
        #expect(messages.first?.hasPrefix(beginning) == true, "\(messages)")
    }

    @Test("whole texts of any script are UTF-8, wherever they stand among the ASCII", arguments: 0..<20)
    func goodBytes(padding: Int) {
        let text =
            String(repeating: "a", count: padding) + "åäö – 日本 😀\u{FFFF}\u{10FFFF}\u{1}"
            + String(repeating: "b", count: 9)
        #expect(Array(text.utf8).firstFaultOfUTF8() == nil)
        var bytes = Array(text.utf8)
        bytes.insert(0, at: padding)
        #expect(bytes.firstFaultOfUTF8() == padding)
        bytes[padding] = 0xFE
        #expect(bytes.firstFaultOfUTF8() == padding)
    }
}
