import Testing

@testable import LocalServer
@testable import Preview

@Suite("Reading a request")
struct RequestTests {
    private func head(_ text: String) throws -> RequestHead {
        try RequestHead(Array(text.replacing("\n", with: "\r\n").utf8)[...])
    }

    @Test("the line and its fields")
    func plain() throws {
        let head = try head("GET /arenden/2020-1/?a=1 HTTP/1.1\nHost: localhost:8000\nAccept:  text/html \nX:")
        #expect(head.method == "GET")
        #expect(head.target == "/arenden/2020-1/?a=1")
        #expect(head.only("host") == "localhost:8000")
        #expect(head.only("accept") == "text/html")
        #expect(head.only("x") == "")
        #expect(head.keepsOpen)
        #expect(!head.hasBody)
    }

    @Test(
        "what can be understood in two ways, or not at all, is refused",
        arguments: [
            "GET /\nHost: a", "GET  / HTTP/1.1\nHost: a", "GET / HTTP/1.1 \nHost: a", "GET / HTTP/x\nHost: a",
            " GET / HTTP/1.1\nHost: a", "GET /å HTTP/1.1\nHost: a", "G T / HTTP/1.1\nHost: a", "", "hej",
            "GET / HTTP/1.1", "GET / HTTP/1.1\nHost: a\nHost: b", "GET / HTTP/1.1\nHost : a",
            "GET / HTTP/1.1\nHost: a\n folded: b", "GET / HTTP/1.1\nHost: a\nno colon", "GET / HTTP/1.1\nHost: a\u{0}b",
            "GET / HTTP/1.1\nHost: a\nContent-Length: -1", "GET / HTTP/1.1\nHost: a\nContent-Length: 0x5",
            "GET / HTTP/1.1\nHost: a\nContent-Length: 5\nContent-Length: 5", "GET / HTTP/1.1\nHost: a\nContent-Length:",
            "GET / HTTP/1.1\nHost: a\nContent-Length: 99999999999999999999",
            "GET / HTTP/1.1\nHost: a\nContent-Length: 5\nTransfer-Encoding: chunked",
        ])
    func malformed(text: String) {
        #expect(throws: RequestFault.malformed) { try head(text) }
    }

    @Test("another version of HTTP is not spoken")
    func version() {
        #expect(throws: RequestFault.versionNotSupported) { try head("PRI * HTTP/2.0\nHost: a") }
    }

    @Test("a body is noticed, and who wants the connection kept")
    func framing() throws {
        #expect(try head("GET / HTTP/1.1\nHost: a\nContent-Length: 12").hasBody)
        #expect(try head("GET / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked").hasBody)
        #expect(try !head("GET / HTTP/1.1\nHost: a\nContent-Length: 0").hasBody)
        #expect(try !head("GET / HTTP/1.1\nHost: a\nConnection: TE, Close").keepsOpen)
        #expect(try !head("GET / HTTP/1.0").keepsOpen)
        #expect(try head("GET / HTTP/1.0\nConnection: Keep-Alive").keepsOpen)
    }

    @Test(
        "a path is decoded once",
        arguments: [
            ("/", "/"), ("/bilder/%C3%A5.png", "/bilder/å.png"), ("/a%2Fb", "/a/b"), ("/%2e%2e/x", "/../x"),
            ("/%252e", "/%2e"), ("/a%20b?c=%00", "/a b"), ("http://localhost:8000/x", "/x"), ("HTTP://localhost", "/"),
            ("http://localhost?x", "/"),
        ])
    func target(written: String, path: String) throws {
        #expect(try RequestTarget(written).path == path)
    }

    @Test(
        "a path that is no text, or hides something, is refused",
        arguments: [
            "*", "", "x", "/%", "/%4", "/%zz", "/%ff", "/%00", "/a%0d%0ab", "/..%5c", "/..\\x", "ftp://a/", "/%7F",
        ])
    func badTarget(written: String) {
        #expect(throws: RequestFault.malformed) { try RequestTarget(written) }
    }

    @Test("an address is written so that it can be read again")
    func encoding() throws {
        let path = "/arenden/å b%/?#\"<"
        #expect(RequestTarget.encoded(path) == "/arenden/%C3%A5%20b%25/%3F%23%22%3C")
        #expect(try RequestTarget(RequestTarget.encoded(path)).path == path)
    }

    @Test("the query's values")
    func query() throws {
        let target = try RequestTarget("/__klubba/events?x=1&page=%2Farenden%2F2020-1%2F")
        #expect(target.value(of: "page") == "/arenden/2020-1/")
        #expect(target.value(of: "pag") == nil)
    }

    @Test(
        "only this machine's own names are answered to",
        arguments: [
            ("localhost", true), ("LOCALHOST:8000", true), ("127.0.0.1", true), ("127.0.0.1:65535", true),
            ("[::1]:8000", true), ("localhost.evil.example", false), ("evil.example", false),
            ("127.0.0.1.example", false),
            ("", false), ("localhost:80x", false), ("localhost:800000", false), ("0.0.0.0:8000", false),
        ])
    func host(name: String, isOwn: Bool) {
        #expect(HostRule.isOwn(name) == isOwn)
    }

    @Test(
        "a range of bytes",
        arguments: [
            ("bytes=0-3", ByteRange.part(0..<4)), ("bytes=7-", .part(7..<10)), ("bytes=-3", .part(7..<10)),
            ("bytes=-30", .part(0..<10)), ("bytes=5-500", .part(5..<10)), ("Bytes = 0 - 0", .part(0..<1)),
            ("bytes=10-", .outside), ("bytes=10-12", .outside), ("bytes=-0", .outside), ("bytes=3-1", .whole),
            ("bytes=0-1,3-4", .whole), ("bytes=", .whole), ("bytes=-", .whole), ("rows=0-1", .whole), ("hej", .whole),
            ("bytes=0-9999999999999999999999", .whole),
        ])
    func range(field: String, range: ByteRange) {
        #expect(ByteRange(field, size: 10) == range)
    }

    @Test("no byte of an empty file can be had")
    func emptyRange() {
        #expect(ByteRange("bytes=0-", size: 0) == .outside)
        #expect(ByteRange("bytes=-1", size: 0) == .outside)
        #expect(ByteRange(nil, size: 0) == .whole)
    }
}
