import Foundation
import Testing

@testable import LocalServer
@testable import Preview

@Suite("Answers")
struct AnswerTests {
    private let folder: Folder
    private let responder: Responder

    init() throws {
        folder = try Folder()
        try folder.write("content/budget.pdf", "0123456789")
        try folder.write("hemligt.txt", "hemligt")
        try folder.link("content/ut.pdf", to: "../hemligt.txt")
        let page = { (text: String) in
            PreviewFile.Content.bytes { $0 += Array("<html><body><p>\(text)</p></body></html>".utf8) }
        }
        let site = PreviewSite(
            files: [
                PreviewFile(path: "index.html", content: page("Start")),
                PreviewFile(path: "404.html", content: page("Finns inte")),
                PreviewFile(path: "arenden/2020-1/index.html", content: page("Lokaler")),
                PreviewFile(path: "tema/stil.css", content: .bytes { $0 += Array("p { color: red }".utf8) }),
                PreviewFile(path: "arenden/2020-1/budget.pdf", content: .copy(of: folder.path("content/budget.pdf"))),
                PreviewFile(path: "tema/stil.924b7fed.css", content: .bytes { $0 += Array("p {}".utf8) }),
                PreviewFile(path: "ut.pdf", content: .copy(of: folder.path("content/ut.pdf"))),
            ], home: folder.path("content"), address: "https://example.se/bygden")
        responder = Responder(PreviewBuild(site: site, messages: [], language: .swedish))
    }

    private func ask(_ target: String, _ method: String = "GET", _ fields: [String: String] = [:]) -> Answer {
        var all = [RequestHead.Field(name: "host", value: fields["host"] ?? "localhost:8000")]
        for (name, value) in fields where name != "host" { all.append(RequestHead.Field(name: name, value: value)) }
        return responder.answer(to: RequestHead(method: method, target: target, isCurrent: true, fields: all))
    }

    private func text(_ answer: Answer) -> String {
        switch answer.body {
        case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
        case .file(let file, let range):
            String(decoding: file.bytes(from: range.lowerBound, count: range.count), as: UTF8.self)
        case .nothing, .events, .pending: ""
        }
    }

    @Test("a folder's page is its index, with the script last in its body")
    func page() {
        let answer = ask("/arenden/2020-1/")
        #expect(answer.status == .ok)
        #expect(answer.field("Content-Type") == "text/html; charset=utf-8")
        #expect(text(answer).hasPrefix("<html><body><p>Lokaler</p><script src=\"/__klubba/preview.js?"))
        #expect(text(answer).hasSuffix("\"></script>\n</body></html>"))
    }

    @Test("the tag in a page is the one that its browser is told of")
    func pageTag() {
        for address in ["/", "/arenden/2020-1/", "/finns/inte/", "/bygden/", "/arenden/2020-1/index.html"] {
            #expect(text(ask(address)).contains("data-page=\"\(responder.pageTag(at: address).text)\""))
        }
    }

    @Test("a folder without its slash leads to the one with it")
    func folderWithoutSlash() {
        let answer = ask("/arenden/2020-1?x=1")
        #expect(answer.status == .found)
        #expect(answer.field("Location") == "/arenden/2020-1/?x=1")
        #expect(ask("//example.org/arenden").status == .notFound)
    }

    @Test("what is not found gets the site's own page for that")
    func notFound() {
        for target in ["/finns-inte", "/arenden/", "/%2e%2e/hemligt.txt", "/content/budget.pdf", "/arenden//2020-1/"] {
            let answer = ask(target)
            #expect(answer.status == .notFound)
            #expect(text(answer).contains("Finns inte"))
        }
    }

    @Test("the site is found below the path of its real address too")
    func basePath() {
        #expect(text(ask("/bygden/arenden/2020-1/")).contains("Lokaler"))
        #expect(ask("/bygden/arenden/2020-1").field("Location") == "/bygden/arenden/2020-1/")
    }

    @Test("an unchanged file is not sent again")
    func conditional() throws {
        for target in ["/", "/tema/stil.css", "/arenden/2020-1/budget.pdf"] {
            let tag = try #require(ask(target).field("ETag"))
            for known in [tag, "W/" + tag, "\"x\", \(tag)", "*"] {
                let answer = ask(target, "GET", ["if-none-match": known])
                #expect(answer.status == .notModified)
                #expect(answer.field("ETag") == tag)
                #expect(text(answer) == "")
                #expect(!String(decoding: answer.head(keepsOpen: true), as: UTF8.self).contains("Content-Length"))
            }
            #expect(ask(target, "GET", ["if-none-match": "\"x\""]).status == .ok)
        }
    }

    @Test("only what has its fingerprint in its name may be kept without asking")
    func caching() {
        let caching = { (target: String) in
            String(decoding: ask(target).head(keepsOpen: true), as: UTF8.self).matches(of: /Cache-Control: ([^\r]*)/)
                .map { String($0.1) }
        }
        #expect(caching("/tema/stil.924b7fed.css") == ["max-age=86400, immutable"])
        for target in ["/", "/tema/stil.css", "/arenden/2020-1/budget.pdf", "/finns-inte", "/arenden/2020-1"] {
            #expect(caching(target) == ["no-cache"])
        }
        #expect(caching("/__klubba/events") == ["no-store"])
    }

    @Test("a part of a file is sent when a part is asked for")
    func ranges() throws {
        let target = "/arenden/2020-1/budget.pdf"
        let part = ask(target, "GET", ["range": "bytes=2-4"])
        #expect(part.status == .partialContent)
        #expect(part.field("Content-Range") == "bytes 2-4/10")
        #expect(text(part) == "234")
        let outside = ask(target, "GET", ["range": "bytes=10-"])
        #expect(outside.status == .rangeNotSatisfiable)
        #expect(outside.field("Content-Range") == "bytes */10")
        let tag = try #require(part.field("ETag"))
        #expect(ask(target, "GET", ["range": "bytes=2-4", "if-range": tag]).status == .partialContent)
        #expect(text(ask(target, "GET", ["range": "bytes=2-4", "if-range": "\"x\""])) == "0123456789")
        #expect(text(ask("/tema/stil.css", "GET", ["range": "bytes=-5"])) == "red }")
    }

    @Test("HEAD says what GET would, and sends nothing")
    func head() {
        for target in ["/", "/arenden/2020-1/budget.pdf", "/finns-inte", "/__klubba/preview.js"] {
            let (get, head) = (ask(target), ask(target, "HEAD"))
            #expect(head.status == get.status)
            #expect(head.field("ETag") == get.field("ETag"))
            #expect(head.field("Content-Length") == "\(get.length ?? -1)")
            #expect(head.length == 0)
        }
    }

    @Test(
        "nothing but reading is allowed",
        arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "BREW", "get"])
    func methods(method: String) {
        let answer = ask("/", method)
        #expect(answer.status == .methodNotAllowed)
        #expect(answer.field("Allow") == "GET, HEAD")
        #expect(text(answer) == "Här kan man bara läsa.\n")
    }

    @Test("a name that is not this machine's own is not answered to")
    func foreignHost() {
        for (target, host) in [("/", "evil.example"), ("http://evil.example/", "localhost")] {
            let answer = ask(target, "GET", ["host": host])
            #expect(answer.status == .forbidden)
            #expect(text(answer) == "Förhandsgranskningen visas bara på localhost och 127.0.0.1.\n")
        }
    }

    @Test("what another site's page asks for is not answered; that a person follows a link from there is")
    func foreignSite() {
        for (site, mode, destination) in [
            ("cross-site", "no-cors", "script"), ("same-site", "no-cors", "image"),
            ("cross-site", "navigate", "iframe"),
        ] {
            let fields = ["sec-fetch-site": site, "sec-fetch-mode": mode, "sec-fetch-dest": destination]
            let answer = ask("/", "GET", fields)
            #expect(answer.status == .forbidden)
            #expect(text(answer) == "Förhandsgranskningen läses inte av andra webbplatser.\n")
        }
        let followed = ["sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"]
        #expect(ask("/", "GET", followed).status == .ok)
        for site in ["same-origin", "none"] { #expect(ask("/", "GET", ["sec-fetch-site": site]).status == .ok) }
    }

    @Test("no other page may show an answer, or put it into its own")
    func ownHead() {
        let head = String(decoding: ask("/").head(keepsOpen: true), as: UTF8.self)
        #expect(head.contains("Cross-Origin-Resource-Policy: same-origin\r\n"))
        #expect(head.contains("X-Frame-Options: DENY\r\n"))
    }

    @Test("a link that leads out of the content is not followed, even one made after the site was read")
    func links() throws {
        #expect(ask("/ut.pdf").status == .notFound)
        try folder.remove("content/budget.pdf")
        try folder.link("content/budget.pdf", to: folder.path("hemligt.txt"))
        #expect(ask("/arenden/2020-1/budget.pdf").status == .notFound)
        try folder.remove("content/budget.pdf")
        #expect(mkfifo(folder.path("content/budget.pdf"), 0o600) == 0)
        #expect(ask("/arenden/2020-1/budget.pdf").status == .notFound)
    }

    @Test("with errors from the beginning there is a page that says so")
    func neverGood() {
        let message = PreviewMessage(
            file: "content/a.md", line: 4, column: 1, isError: true, code: "K030", text: "fel \"dag\"")
        var responder = Responder(PreviewBuild(site: nil, messages: [message], language: .swedish))
        let head = RequestHead(
            method: "GET", target: "/", isCurrent: true, fields: [RequestHead.Field(name: "host", value: "localhost")])
        let answer = responder.answer(to: head)
        #expect(answer.status == .unavailable)
        #expect(text(answer).contains("<h1>Webbplatsen har fel</h1>"))
        #expect(
            String(decoding: responder.state(at: "/").bytes, as: UTF8.self) == """
                event: state
                data: {"page":"0","isCurrent":false,"messages":[{"file":"content/a.md","line":4,"column":1,\
                "isError":true,"code":"K030","text":"fel \\"dag\\""}]}


                """)
        responder.take(PreviewBuild(site: self.responder.site, messages: [], language: .swedish))
        #expect(responder.answer(to: head).status == .ok)
        responder.take(PreviewBuild(site: nil, messages: [message], language: .swedish))
        #expect(responder.answer(to: head).status == .ok)
        #expect(!responder.isCurrent)
    }

    @Test("a copied file that changes makes every page another, for any may show it")
    func copiesInTags() throws {
        let site = { [folder] in
            PreviewSite(
                files: [PreviewFile(path: "karta.png", content: .copy(of: folder.path("content/budget.pdf")))],
                home: folder.path("content"), address: nil)
        }
        let before = site().copies
        #expect(site().copies == before)
        try folder.write("content/budget.pdf", "en annan längd")
        #expect(site().copies != before)
    }
}
