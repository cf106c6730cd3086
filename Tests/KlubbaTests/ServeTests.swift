import Foundation
import Testing

@Suite("The preview")
struct ServeTests {
    private let files = [
        "content/arenden/2020-1/arende.md": matter("dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18"),
        "content/arenden/2020-1/budget.pdf": "%PDF-1.4 siffror",
        "content/moten/fs-2020-09-18.md": "---\ntid: 13.00\n---\n",
        "content/arenden/2020-2.md": matter("dnr: 2020:2\ntitel: Lönerna\nfs: 2020-09-18\nsynlighet: ledamöter"),
    ]

    @Test("serves the pages that a build writes, and writes none")
    func pages() throws {
        let site = try Workplace(files)
        let preview = try RunningPreview(site)
        let reply = try preview.get("/arenden/2020-1/")
        #expect(reply.status == 200)
        #expect(reply.head.contains("\r\nContent-Type: text/html; charset=utf-8\r\n"))
        #expect(reply.head.contains("\r\nCache-Control: no-cache\r\n"))
        #expect(!site.exists("public"))
        try site.build()
        let built = try site.read("public/arenden/2020-1/index.html")
        #expect(!built.contains("__klubba"))
        #expect(reply.body.replacing(/<script src="\/__klubba[^\n]*\n/, with: "") == built)
        let pdf = try preview.get("/arenden/2020-1/budget.pdf")
        #expect(pdf.body == "%PDF-1.4 siffror")
        #expect(pdf.head.contains("Content-Type: application/pdf"))
        #expect(try preview.get("/arenden/2020-1/budget.pdf", "Range: bytes=9-").body == "siffror")
        #expect(try preview.get("/arenden/2020-2/").status == 404)
        #expect(preview.interrupt() == 0)
    }

    @Test("--audience members shows what the members see")
    func members() throws {
        let preview = try RunningPreview(try Workplace(files), "--audience", "members")
        #expect(try preview.get("/arenden/2020-2/").status == 200)
    }

    @Test("a taken port gives way to the next one, and that is said")
    func portTaken() throws {
        let site = try Workplace(files)
        let first = try RunningPreview(site)
        let second = try RunningPreview(site, port: "\(first.port)")
        #expect(second.port > first.port)
        #expect(
            second.said == """
                Port \(first.port) är upptagen, så port \(second.port) används i stället.
                Förhandsgranska på http://127.0.0.1:\(second.port)/ och avsluta med Ctrl-C.

                """)
        #expect(try second.get("/").status == 200)
    }

    @Test("a saved file is news to the page that shows it, and a mistake leaves the last good page")
    func news() throws {
        let site = try Workplace(files)
        let preview = try RunningPreview(site)
        let line = try preview.line()
        line.send("GET /__klubba/events?page=%2Farenden%2F2020-1%2F HTTP/1.1\r\nHost: localhost\r\n\r\n")
        let first = line.until("\"isCurrent\":true,\"messages\":[]}\n\n")
        let shown = try #require(first.firstMatch(of: /"page":"([^"]+)"/)?.1)
        #expect(try preview.get("/arenden/2020-1/").body.contains("data-page=\"\(shown)\""))

        try site.write("content/arenden/2020-1/arende.md", matter("dnr: 2020:1\ntitel: Nya lokaler\nfs: 2020-09-18"))
        let second = line.until("\"isCurrent\":true,\"messages\":[]}\n\n")
        let next = try #require(second.firstMatch(of: /"page":"([^"]+)"/)?.1)
        #expect(next != shown)
        let page = try preview.get("/arenden/2020-1/").body
        #expect(page.contains("data-page=\"\(next)\""))
        #expect(page.contains("Nya lokaler"))

        try site.write("content/arenden/2020-1/arende.md", matter("dnr: 2020:1\ntitel: Fel\nfs: 2020-02-30"))
        let third = line.until("\"isCurrent\":false,")
        #expect(third.contains("data: {\"page\":\"\(next)\""))
        #expect(
            line.until("}\n\n").hasPrefix(
                "\"messages\":[{\"file\":\"content/arenden/2020-1/arende.md\",\"line\":4,\"column\":5,\"isError\":true,"
                    + "\"code\":\"K030\",\"text\":\"det finns ingen dag \\\"2020-02-30\\\". Rätta datumet\"}"))
        #expect(try preview.get("/arenden/2020-1/").body == page)
    }

    @Test("--output is written at the start and at each change without errors, as a build would write it")
    func output() throws {
        let site = try Workplace(files)
        let preview = try RunningPreview(site, "--output", "visning")
        #expect(site.exists("visning/arenden/2020-1/index.html"))
        let line = try preview.line()
        line.send("GET /__klubba/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        _ = line.until("}\n\n")
        try site.write("content/arenden/2020-1/arende.md", matter("dnr: 2020:1\ntitel: Nya lokaler\nfs: 2020-09-18"))
        _ = line.until("}\n\n")
        try site.write("content/arenden/2020-3.md", matter("dnr: 2020:3\ntitel: Bilar\nfs: 2020-09-18"))
        _ = line.until("}\n\n")
        try site.remove("content/arenden/2020-2.md")
        _ = line.until("}\n\n")
        try site.build("--output", "byggd")
        #expect(try site.tree("visning") == site.tree("byggd"))
        #expect(!site.exists("public"))
    }

    @Test(
        "hostile requests get an answer, and nothing outside the site",
        arguments: [
            ("GET /../klubba.yml HTTP/1.1\r\nHost: localhost\r\n\r\n", 404),
            ("GET /%2e%2e/klubba.yml HTTP/1.1\r\nHost: localhost\r\n\r\n", 404),
            ("GET //etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n", 404),
            ("GET /content/arenden/2020-2.md HTTP/1.1\r\nHost: localhost\r\n\r\n", 404),
            ("GET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
            ("GET /..\\..\\klubba.yml HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 403),
            ("GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n", 403),
            ("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000000000\r\n\r\nx", 405),
            ("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\n\r\n", 400), ("\u{16}\u{3}\u{1}", 400), ("PRI * HTTP/2.0\r\n\r\n", 505),
        ])
    func hostile(request: String, status: Int) throws {
        let preview = try RunningPreview(try Workplace(files))
        // A fault of ours would keep the connection; an answer to a good request ends with it here.
        let line = try preview.line()
        line.send(request)
        #expect(line.until("\r\n").hasPrefix("HTTP/1.1 \(status) "))
        #expect(try preview.get("/").status == 200)
    }

    @Test("a head without end is refused, however it is made")
    func endless() throws {
        let preview = try RunningPreview(try Workplace(files))
        let start = "GET / HTTP/1.1\r\nHost: localhost\r\n"
        for rest in ["X: " + String(repeating: "a", count: 1_000_000), String(repeating: "X: y\r\n", count: 300_000)] {
            #expect(try preview.send(start + rest).hasPrefix("HTTP/1.1 431 "))
        }
        #expect(try preview.get("/").status == 200)
    }

    @Test("half-open connections without number keep nobody out")
    func halfOpen() throws {
        let preview = try RunningPreview(try Workplace(files))
        let lines = try (0..<400).map { _ in try preview.line() }
        for line in lines { line.send("GET / HT") }
        #expect(try preview.get("/").status == 200)
        // The first have had to give way to the last.
        #expect(lines.first?.rest() == "")
    }

    @Test("requests that come together are answered in their order")
    func pipelined() throws {
        let preview = try RunningPreview(try Workplace(files))
        let answers = try preview.send(
            "GET /finns-inte HTTP/1.1\r\nHost: localhost\r\n\r\n\r\nHEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n"
                + "GET /robots.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        let statuses = answers.matches(of: #/HTTP/1\.1 (\d+) /#).map { String($0.1) }
        #expect(statuses == ["404", "200", "200"])
    }

    @Test(
        "what cannot be served is said in a line",
        arguments: [
            (["serve", "--port", "70000"], "Fel: Det finns ingen port 70000. Välj en mellan 1024 och 65535."),
            (["serve", "--site", "finns-inte"], "Fel: Mappen finns-inte finns inte."),
            (["serve", "--output", "content/ut"], "Fel: --output content/ut ligger inne i innehållet."),
            (["serve", "--audience", "members", "--output", "public"], "Fel: Ledamöternas webbplats får inte hamna i"),
        ])
    func usage(arguments: [String], message: String) throws {
        let result = try Workplace(files).run(arguments)
        #expect(result.status == 2)
        #expect(result.err.hasPrefix(message), "\(result.err)")
    }
}
