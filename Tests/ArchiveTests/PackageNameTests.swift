import Testing

@testable import Archive

@Suite("A package's name and its addresses")
struct PackageNameTests {
    @Test("is a UUID of version 5 in the name space of addresses")
    func version5() {
        // RFC 9562, A.4, has the name space of names; this is Python's uuid5(NAMESPACE_URL, "http://example.com/").
        #expect(PackageName.id(of: "http://example.com/") == "0a300ee9-f9e4-5697-a51a-efc7fafaba67")
    }

    @Test("follows from every file and its place, and from nothing of their order")
    func content() {
        let one = PackageName.contentDigest([("a", "11"), ("b", "22")])
        #expect(one == PackageName.contentDigest([("b", "22"), ("a", "11")]))
        #expect(one != PackageName.contentDigest([("a", "22"), ("b", "11")]))
        #expect(one == Hashing.digest(of: Array("11  a\n22  b\n".utf8)))
    }

    @Test(
        "addresses are percent-encoded, and come back", arguments: ["a/b.md", "6.1 Ansökan.md", "100 %.pdf", "a+b&c#d"])
    func percent(path: String) {
        let encoded = Percent.encoded(path)
        #expect(encoded.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
        #expect(Percent.decoded(encoded) == path)
        #expect(Percent.encoded("6.1 Ansökan.md") == "6.1%20Ans%C3%B6kan.md")
    }

    @Test("a long name or one with å gets a record of its own in tar")
    func tar() {
        #expect(TarHeader.records("a/b", size: 1) == [])
        #expect(String(decoding: TarHeader.records("å", size: 1), as: UTF8.self) == "11 path=å\n")
        #expect(String(decoding: TarHeader.records("a", size: 1 << 33), as: UTF8.self) == "19 size=8589934592\n")
    }

    @Test("a file's kind is told by its bytes before its name")
    func formats() {
        func key(_ path: String, _ text: String) -> String {
            FileFormat(path: path, traits: FileTraits(Array(text.utf8))).key
        }
        #expect(key("a.docx", "%PDF-1.7\n") == "fmt/276")
        #expect(
            key("a.pdf", "%PDF-1.7\n<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>")
                == "fmt/476")
        #expect(key("a.pdf", "%PDF-1.4\n pdfaid:part=\"1\" pdfaid:conformance=\"B\"") == "fmt/354")
        #expect(key("a.md", "# Text") == "fmt/1149")
        #expect(key("a.svg", "<?xml version=\"1.0\"?><svg/>") == "fmt/92")
        #expect(key("las", "text") == "x-fmt/111")
        #expect(key("x", "\u{0}\u{1}") == "fmt/208")
    }
}
