import Testing

@testable import Site

@Suite("Files for machines, byte by byte")
struct WriterTests {
    private func csv(_ texts: String...) -> String {
        var (writer, page) = (CSVWriter(), [UInt8]())
        for text in texts { writer.text(text, &page) }
        writer.endLine(&page)
        return String(decoding: page, as: UTF8.self)
    }

    @Test("a CSV field is in quotation marks where it has a comma, a line end or a quotation mark")
    func quotes() {
        #expect(csv("a", "b, c", "d \"e\"", "f\ng", "åäö", "") == "a,\"b, c\",\"d \"\"e\"\"\",\"f\ng\",åäö,\r\n")
    }

    @Test("a text that a spreadsheet would run as a formula is made a text", arguments: ["=", "+", "-", "@", "\t"])
    func formulas(sign: String) {
        #expect(csv("\(sign)SUM(A1)") == "'\(sign)SUM(A1)\r\n")
        #expect(csv("\(sign)HYPERLINK(\"x\",1)") == "\"'\(sign)HYPERLINK(\"\"x\"\",1)\"\r\n")
        #expect(csv("a\(sign)b") == "a\(sign)b\r\n")
    }

    @Test("a JSON text ends neither itself nor the script element around it")
    func json() {
        var page: [UInt8] = []
        page.appendJSON("a\"b\\c\n\t\u{1}\u{7F}</script><!-- å")
        #expect(
            String(decoding: page, as: UTF8.self)
                == #""a\"b\\c\n\u0009\u0001\u007f\u003c/script>\u003c!-- å""#)
    }

    @Test("members, lists and objects are separated by commas alone")
    func nesting() {
        var (json, page) = (JSONWriter(), [UInt8]())
        json.object(&page) { json, page in
            json.member("a", 1, &page)
            json.member("b", nil, &page)
            json.member("c", ["x", "y"], &page)
            json.key("d", &page)
            json.object(&page) { _, _ in }
            json.key("e", &page)
            json.null(&page)
            json.member("f", true, &page)
        }
        #expect(String(decoding: page, as: UTF8.self) == #"{"a":1,"c":["x","y"],"d":{},"e":null,"f":true}"#)
    }

    @Test("XML has no character that XML cannot write")
    func xml() {
        var page: [UInt8] = []
        page.appendElement("t", "a<b>&\"\u{B}\u{0}\u{FFFE}\u{FFFF}å\u{FFFD}")
        #expect(String(decoding: page, as: UTF8.self) == "<t>a&lt;b&gt;&amp;&quot;å\u{FFFD}</t>\n")
    }

    @Test("a calendar line is folded at 75 octets, never inside a character")
    func folding() {
        var page: [UInt8] = []
        let text = String(repeating: "å", count: 100) + "\u{1F528}"
        page.appendCalendarLine("SUMMARY", text)
        let lines = String(decoding: page, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.last == "")
        for line in lines.dropLast() { #expect(line.utf8.count <= 75) }
        let unfolded = lines.dropLast().enumerated().map { $0 == 0 ? $1 : $1.dropFirst() }.joined()
        #expect(unfolded == "SUMMARY:" + text)
    }

    @Test("a calendar text has its commas, semicolons, backslashes and line ends escaped, and no control characters")
    func calendarText() {
        var page: [UInt8] = []
        page.appendCalendarLine("LOCATION", "a,b;c\\d\ne\u{7}".calendarText)
        #expect(String(decoding: page, as: UTF8.self) == "LOCATION:a\\,b\\;c\\\\d\\ne\r\n")
    }

    @Test(
        "the host of an address, for ids",
        arguments: [
            ("https://Handlingar.example.se", "handlingar.example.se", ""),
            ("https://example.se:8443/a/b", "example.se", "a/b/"),
        ])
    func host(address: String, name: String, path: String) {
        #expect(SiteHost(address) == SiteHost(name: name, path: path))
    }
}
