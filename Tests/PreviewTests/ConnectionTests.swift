import Foundation
import Testing

@testable import LocalServer
@testable import Preview

@Suite("A connection's time")
struct ConnectionTests {
    private let connection: Connection
    private let browser: Int32
    private let responder: Responder

    init() throws {
        var ends: [Int32] = [0, 0]
        try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
        connection = Connection(ends[0], now: 0, limits: Limits())
        browser = ends[1]
        let page = PreviewFile(
            path: "index.html", content: .bytes { $0 += [UInt8](repeating: UInt8(ascii: "x"), count: 8 << 20) })
        let site = PreviewSite(files: [page], home: "/", address: nil)
        responder = Responder(PreviewBuild(site: site, messages: [], language: .swedish))
    }

    private func send(_ text: String, at now: Int) {
        _ = text.withCString { write(browser, $0, strlen($0)) }
        connection.proceed(Int16(POLLIN), now: now, responder: responder)
    }

    private func received() -> String {
        var bytes = [UInt8](repeating: 0, count: 64 << 10)
        let count = recv(browser, &bytes, bytes.count, Int32(MSG_DONTWAIT))
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }

    @Test("a head has ten seconds from its first byte, however steadily it drips, and is told when they are over")
    func slowHead() {
        #expect(connection.deadline == 10_000)
        for (index, byte) in "GET / HTTP".enumerated() { send(String(byte), at: 5000 + index * 500) }
        #expect(connection.deadline == 15_000)
        connection.expire(now: 15_000, language: .swedish)
        let answer = received()
        #expect(answer.hasPrefix("HTTP/1.1 408 Request Timeout\r\n"))
        #expect(answer.hasSuffix("\r\n\r\nBegäran dröjde för länge.\n"))
        #expect(connection.state == .leaving)
        connection.expire(now: connection.deadline, language: .swedish)
        #expect(connection.state == .over)
        close(browser)
    }

    @Test("a browser that sends nothing at all is let go without a word")
    func silent() {
        connection.expire(now: 10_000, language: .swedish)
        #expect(connection.state == .over)
        #expect(received() == "")
        close(browser)
    }

    @Test("a page that is not fetched is not kept for ever, and no other request is read meanwhile")
    func slowReader() {
        send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\nGET / HTTP/1.1\r\n", at: 1000)
        #expect(connection.state == .sending)
        #expect(connection.wishes == Int16(POLLOUT))
        #expect((21_000...200_000).contains(connection.deadline))
        connection.expire(now: connection.deadline, language: .swedish)
        #expect(connection.state == .over)
        close(browser)
    }

    @Test("what goes on sending after a refusal is heard for two seconds, and not for more than so many bytes")
    func farewell() {
        send("nonsense\r\n\r\n", at: 1000)
        #expect(connection.state == .leaving)
        #expect(connection.deadline == 3000)
        for _ in 0..<((16 << 20) / (16 << 10) + 1) { send(String(repeating: "x", count: 16 << 10), at: 1500) }
        #expect(connection.state == .over)
        close(browser)
    }

    @Test("a page that listens is told the news; one that does not take them in is let go")
    func listener() {
        send("GET /__klubba/events?page=%2F HTTP/1.1\r\nHost: localhost\r\n\r\n", at: 1000)
        #expect(connection.state == .listening(page: "/"))
        #expect(connection.deadline == .max)
        #expect(received().contains("\r\n\r\nretry: 1000\n\nevent: state\ndata: {\"page\":\""))
        connection.tell(Array("data: news\n\n".utf8), now: 2000)
        #expect(received() == "data: news\n\n")
        let large = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
        for _ in 0..<3 { connection.tell(large, now: 3000) }
        #expect(connection.deadline == 23_000)
        for _ in 0..<3 { connection.tell(large, now: 3000) }
        #expect(connection.state == .over)
        close(browser)
    }

    @Test("a browser that has gone is noticed")
    func gone() {
        close(browser)
        connection.proceed(Int16(POLLIN | POLLHUP), now: 1, responder: responder)
        #expect(connection.state == .over)
    }
}
