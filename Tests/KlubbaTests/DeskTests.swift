import Foundation
import Testing
import System

private let matterPath = "content/arenden/2027-1.md"
private let meetingPath = "content/moten/fs-2027-02-26.md"

private func workplace() throws -> Workplace {
    try Workplace([
        "klubba.yml": """
        organisation: Förbundet
        adress: https://handlingar.example.se
        organ:
          - kod: AU
            namn: Arbetsutskottet
            roll: beredande
          - kod: FS
            namn: Förbundsstyrelsen
            roll: beslutande
            ledamöter:
              - {namn: Anna Alm, för: Uppsala kommun, uppdrag: ordförande}
              - {namn: Bo Berg, för: Regionen}
              - {namn: Cia Ceder, till: 2026-12-31}

        """,
        matterPath: matter("dnr: 2027:1\ntitel: Lokaler   # vid torget\nfs: 2027-02-26"),
        meetingPath: "---\ntid: 13.00\nplats: Kansliet\ndagordning: [Öppnande, 2027:1, Övriga frågor]\n---\n",
    ])
}

@Suite("Only the desk's own page, with its key, gets an answer")
struct DeskAccessTests {
    @Test("a ticket is used once, and without a key nobody reads or writes")
    func keys() throws {
        let desk = try RunningDesk(workplace())
        for key in [nil, "", String(repeating: "0", count: 64)] {
            #expect(try desk.send("GET", "/api/site", key: key).status == 401)
            #expect(try desk.send("POST", "/api/save", "{}", key: key).status == 401)
        }
        try desk.enter()
        #expect(try desk.send("POST", "/api/session", "{\"ticket\":\"\(desk.ticket)\"}", key: nil).status == 401)
        #expect(try desk.get("site")["organisation"]?.string == "Förbundet")
    }

    @Test("a foreign host, origin or site is refused, whatever key it has")
    func foreign() throws {
        let desk = try RunningDesk(workplace())
        try desk.enter()
        for host in [
            "evil.example", "127.0.0.1", "localhost:1", "127.0.0.1:\(desk.port).evil.example", "[::1]:\(desk.port)",
        ] {
            #expect(try desk.send("GET", "/api/site", key: desk.key, host: host).status == 403, "\(host)")
            #expect(try desk.send("GET", "/", key: nil, host: host).status == 403, "\(host)")
        }
        for field in [
            "Origin: http://evil.example", "Origin: null", "Origin: http://localhost:\(desk.port)",
            "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Sec-Fetch-Site: none",
        ] {
            #expect(try desk.send("POST", "/api/save", "{}", key: desk.key, fields: [field]).status == 403, "\(field)")
        }
        #expect(try desk.send("OPTIONS", "/api/save", key: desk.key).status == 403)
        let own = try desk.send(
            "GET", "/api/site", key: desk.key,
            fields: ["Origin: http://127.0.0.1:\(desk.port)", "Sec-Fetch-Site: same-origin"])
        #expect(own.status == 200)
        #expect(!own.head.lowercased().contains("access-control"))
    }

    @Test("what is too large is refused by its length, unread, and what is no JSON by its type")
    func sizes() throws {
        let desk = try RunningDesk(workplace())
        try desk.enter()
        let huge = try Line(port: desk.port)
        huge.send(
            "POST /api/save HTTP/1.1\r\nHost: 127.0.0.1:\(desk.port)\r\nKlubba-Key: \(desk.key)\r\n"
                + "Content-Type: application/json\r\nContent-Length: 9000000\r\n\r\n")
        #expect(try Reply(huge.rest()).status == 413)
        #expect(try desk.send("POST", "/api/save", "{}", key: desk.key, type: "text/plain").status == 415)
        #expect(try desk.send("POST", "/api/uploads?name=a.pdf", "x", key: desk.key).status == 415)
        for body in ["", "[", "[]", "{\"changes\":1}", "{\"a\":1,\"a\":2}", String(repeating: "[", count: 100_000)] {
            #expect(try desk.send("POST", "/api/save", body, key: desk.key).status == 422, "\(body.prefix(20))")
        }
        #expect(try desk.send("GET", "/api/save", key: desk.key).status == 405)
        #expect(try desk.send("GET", "/api/nothing", key: desk.key).status == 404)
        #expect(try desk.get("site")["organisation"]?.string == "Förbundet")
    }

    @Test("the page says that nothing else may run in it, and nothing of the site is served from its port")
    func page() throws {
        let desk = try RunningDesk(workplace())
        for path in ["/", "/mote/fs-2027-02-26", "/skrivbord/skrivbord.js", "/skrivbord/skrivbord.css"] {
            let reply = try desk.send("GET", path, key: nil)
            #expect(reply.status == 200)
            #expect(reply.head.contains("Content-Security-Policy: default-src 'none'; script-src 'self'"))
            #expect(
                reply.head.contains("require-trusted-types-for 'script'")
                    && reply.head.contains("Cache-Control: no-store"))
            #expect(reply.head.contains("X-Content-Type-Options: nosniff") && !reply.body.contains("Lokaler"))
        }
        for path in [
            "/content/arenden/2027-1.md", "/klubba.yml", "/skrivbord/../klubba.yml", "/arenden/2027-1/", "/theme/x.js",
        ] {
            #expect(try desk.send("GET", path, key: nil).status == 404, "\(path)")
        }
    }

    @Test("the preview shows nothing without its own key, and only the desk may frame it")
    func preview() throws {
        let desk = try RunningDesk(workplace())
        try desk.enter()
        let address = try #require(desk.get("site")["preview"]?.string)
        let match = try #require(address.firstMatch(of: /http:\/\/127\.0\.0\.1:(\d+)(\/.*)/))
        let port = try #require(Int(match.1))
        func ask(_ path: String, _ fields: String...) throws -> Reply {
            let line = try Line(port: port)
            line.send(
                (["GET \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close"] + fields)
                    .map { $0 + "\r\n" }.joined() + "\r\n")
            return try Reply(line.rest())
        }
        #expect(try ask("/").status == 403)
        let entered = try ask(String(match.2))
        #expect(entered.status == 302 && entered.head.contains("HttpOnly; SameSite=Strict"))
        #expect(try ask(String(match.2)).status == 403)
        let cookie = try #require(entered.head.firstMatch(of: /Set-Cookie: ([^;]+);/))
        let shown = try ask("/arenden/2027-1/", "Cookie: \(cookie.1)")
        #expect(shown.status == 200 && shown.body.contains("Lokaler"))
        #expect(shown.head.contains("frame-ancestors http://127.0.0.1:\(desk.port) http://localhost:\(desk.port)"))
        #expect(!shown.head.contains("X-Frame-Options"))
        #expect(try ask("/", "Cookie: \(cookie.1)", "Sec-Fetch-Site: cross-site").status == 403)
        #expect(try ask("/", "Cookie: \(cookie.1)", "Origin: http://evil.example").status == 403)
        let options = try Line(port: port)
        options.send("OPTIONS / HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n")
        #expect(try Reply(options.rest()).status == 403)
    }
}

@Suite("What the desk writes")
struct DeskSavingTests {
    @Test("one key is changed, its comment and all else stand, and what is told of it comes with the answer")
    func edits() throws {
        let site = try workplace()
        let desk = try RunningDesk(site)
        try desk.enter()
        let before = try site.read(matterPath)
        let saved = try desk.save(
            matterPath, base: desk.version(matterPath),
            JSONValue.Member(
                "edits", [["head": "titel", "value": "Lokaler: nya"], ["head": "belopp", "value": "hej"]]))
        #expect(saved.status == 200, "\(saved.json.text)")
        #expect(
            try site.read(matterPath)
                == before.replacing("titel: Lokaler   # vid torget", with: "titel: \"Lokaler: nya\"   # vid torget")
                .replacing("fs: 2027-02-26", with: "fs: 2027-02-26\nbelopp: hej"))
        #expect(saved.json["problems"]?.array?.contains { $0["path"]?.string == matterPath } ?? false)
        let undone = try desk.post("undo", ["id": saved.json["id"] ?? .null])
        #expect(undone.status == 200)
        #expect(try site.read(matterPath) == before)
    }

    @Test("a save that changes no byte writes nothing")
    func nothing() throws {
        let site = try workplace()
        let desk = try RunningDesk(site)
        try desk.enter()
        let file = site.root.appendingPathComponent(matterPath)
        let old = Date(timeIntervalSince1970: 1_600_000_000)
        try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: file.path)
        let saved = try desk.save(
            matterPath, base: desk.version(matterPath), JSONValue.Member("edits", [["head": "dnr", "value": "2027:1"]]))
        #expect(saved.status == 200 && saved.json["id"]?.isNull ?? false)
        #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.modificationDate] as? Date == old)
        #expect(!site.exists(".klubba/historik"))
    }

    @Test("what another program has changed meanwhile is a choice where it is the same part, and else stands beside")
    func conflicts() throws {
        let site = try workplace()
        let desk = try RunningDesk(site)
        try desk.enter()
        let base = try desk.version(matterPath)
        let outside = try site.read(matterPath).replacing("dnr: 2027:1", with: "dnr: 2027:01")
        try site.write(matterPath, outside)
        let beside = try desk.save(
            matterPath, base: base, JSONValue.Member("edits", [["head": "titel", "value": "Ny"]]))
        #expect(beside.status == 200, "\(beside.json.text)")
        #expect(try site.read(matterPath) == outside.replacing("titel: Lokaler", with: "titel: Ny"))
        let other = try site.read(matterPath).replacing("titel: Ny", with: "titel: Annan")
        try site.write(matterPath, other)
        let same = try desk.save(
            matterPath, base: base, JSONValue.Member("edits", [["head": "titel", "value": "Min"]]))
        #expect(same.status == 409 && same.json["error"]?.string == "conflict")
        let conflict = try #require(same.json["conflicts"]?.array?.first)
        #expect(conflict["disk"]?.string == other)
        #expect(conflict["mine"]?.string?.contains("titel: Min") ?? false)
        #expect(try site.read(matterPath) == other)
        let new = try desk.save(matterPath, base: nil, JSONValue.Member("text", "x"))
        #expect(new.status == 409)
    }

    @Test("several files are all written or none")
    func allOrNone() throws {
        let site = try workplace()
        let desk = try RunningDesk(site)
        try desk.enter()
        let before = try site.read(matterPath)
        let changes: JSONValue = [
            ["path": .string(matterPath), "base": .string(try desk.version(matterPath)), "text": "ny"],
            ["path": .string(meetingPath), "base": .string(String(repeating: "0", count: 64)), "text": "ny"],
        ]
        #expect(try desk.post("save", ["changes": changes, "label": ""]).status == 409)
        #expect(try site.read(matterPath) == before)
    }

    @Test("nothing outside content/, theme/ and klubba.yml is read or written, by any path or link")
    func paths() throws {
        let site = try workplace()
        let other = try Workplace(["hemligt.md": "hemligt"])
        try FileManager.default.createSymbolicLink(
            at: site.root.appendingPathComponent("content/ut"), withDestinationURL: other.root)
        let desk = try RunningDesk(site)
        try desk.enter()
        let paths = [
            "../x.md", "content/../../x.md", "/etc/passwd", "content/ut/hemligt.md", "content/.x/y.md",
            "public/index.html",
            "content/beslutslogg.jsonl", "content/forsegling/huvud", ".klubba/x", "content//x.md", "content/ut/ny.md",
        ]
        for path in paths {
            let written = try desk.save(path, base: nil, JSONValue.Member("text", "x"))
            #expect(written.status == 422 && written.json["error"]?.string == "path", "\(path): \(written.json.text)")
            let read = try desk.send(
                "GET", "/api/file?path=" + (path.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""),
                key: desk.key)
            #expect([404, 422].contains(read.status) && !read.body.contains("root:"), "\(path)")
        }
        let moved = try desk.save(
            matterPath, base: desk.version(matterPath), JSONValue.Member("to", "content/ut/2027-1.md"))
        #expect(moved.status == 422)
        #expect(try other.read("hemligt.md") == "hemligt" && site.exists(matterPath))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: other.root.path).sorted() == [
                "content", "hemligt.md", "klubba.yml",
            ])
    }

    @Test("an editor that saves the same file again and again, and the desk: every text of both is in the history")
    func together() async throws {
        let site = try workplace()
        let desk = try RunningDesk(site)
        try desk.enter()
        for round in 0..<5 {
            try site.write(matterPath, try site.read(matterPath) + "\nUtifrån \(round).\n")
            let saved = try desk.save(
                matterPath, base: desk.version(matterPath),
                JSONValue.Member("edits", [["head": "titel", "value": .string("Titel \(round)")]]))
            #expect(saved.status == 200)
        }
        let text = try site.read(matterPath)
        for round in 0..<5 { #expect(text.contains("Utifrån \(round).")) }
        let versions = try #require(desk.get("history?path=\(matterPath)")["versions"]?.array)
        #expect(versions.count { $0["label"]?.string == "Prov" } == 5)
        let first = try #require(versions.last { $0["label"]?.string == "Prov" }?["id"]?.int)
        #expect(try desk.get("history/\(first)?path=\(matterPath)")["before"]?.string?.contains("Utifrån 0.") ?? false)
    }
}

@Suite("A meeting's year through the desk")
struct DeskMeetingTests {
    @Test("the record is made of the agenda, with the people in office and no outcome, and takes them one by one")
    func record() throws {
        let site = try workplace()
        let desk = try RunningDesk(site)
        try desk.enter()
        let proposal = try desk.post("propose", ["what": "record", "meeting": "fs-2027-02-26"])
        #expect(proposal.status == 200, "\(proposal.json.text)")
        #expect(!site.exists("content/moten/fs-2027-02-26.protokoll.md"))
        #expect(
            try desk.post("save", ["changes": proposal.json["changes"] ?? [], "label": "Nytt protokoll"]).status == 200)
        let path = "content/moten/fs-2027-02-26.protokoll.md"
        #expect(
            try site.read(path) == """
                ---
                ordförande: Anna Alm (Uppsala kommun)
                närvarande:
                  - Anna Alm (Uppsala kommun)
                  - Bo Berg (Regionen)
                ---

                ## § 1 Öppnande

                ## § 2 2027:1

                ### Beslutsunderlag

                - Bilaga 1, tjänsteskrivelse

                ## § 3 Övriga frågor

                """)
        let saved = try desk.save(
            path, base: desk.version(path),
            JSONValue.Member(
                "edits",
                [
                    [
                        "entry": 2, "text": "Chefen föredrar.", "outcome": "avslag",
                        "votes": ["Ja": ["Anna Alm (Uppsala kommun)"], "Nej": ["Bo Berg (Regionen)"], "Avstår": []],
                        "followups": ["2027-06-01 Rapport"],
                    ], ["entry": 2, "section": "Reservation", "text": "Anna Alm reserverar sig."],
                ]))
        #expect(saved.status == 200, "\(saved.json.text)")
        let entry = try #require(desk.get("file?path=\(path)")["entries"]?.array?[1])
        #expect(entry["text"]?.string == "Chefen föredrar." && entry["outcome"]?.string == "avslag")
        #expect(entry["followups"]?.array == ["2027-06-01 Rapport"])
        let headings = entry["sections"]?.array?.compactMap { $0["heading"]?.string }
        #expect(headings == ["Omröstning", "Reservation", "Beslutsunderlag"])
        let steps = try #require(desk.get("meeting/fs-2027-02-26")["steps"]?.array)
        #expect(steps.first { $0["id"]?.string == "mote" }?["state"]?.string == "klart")
    }

    @Test("a new matter gets the year's next dnr, and a new meeting its file; neither is written before it is saved")
    func proposals() throws {
        let site = try workplace()
        let desk = try RunningDesk(site)
        try desk.enter()
        let matter = try desk.post(
            "propose", ["what": "matter", "title": "Budget: 2028", "meetings": ["fs-2027-02-26"]])
        let change = try #require(matter.json["changes"]?.array?.first)
        #expect(change["path"]?.string == "content/arenden/2027-2/arende.md" && change["base"]?.isNull ?? false)
        #expect(
            change["text"]?.string?.hasPrefix("---\ndnr: 2027:2\ntitel: \"Budget: 2028\"\nfs: 2027-02-26\n") ?? false)
        #expect(!site.exists("content/arenden/2027-2"))
        let meeting = try desk.post(
            "propose", ["what": "meeting", "body": "au", "date": "2027-02-12", "tid": "9.00–10.00", "plats": "Skype"])
        #expect(
            meeting.json["changes"]?.array?.first?["text"]?.string?.hasPrefix(
                "---\norgan: AU\ndatum: 2027-02-12\ntid: 9.00–10.00\nplats: Skype\n") ?? false)
        #expect(try desk.post("propose", ["what": "matter", "title": "X", "dnr": "2027:1"]).status == 422)
        #expect(try desk.post("propose", ["what": "record", "meeting": "fs-2031-01-01"]).status == 404)
    }

    @Test("files dropped on a one-file ärende make it a folder, with its bytes and address")
    func attachments() throws {
        let site = try workplace()
        let desk = try RunningDesk(site)
        try desk.enter()
        let before = try site.read(matterPath)
        let taken = try desk.json(
            desk.send(
                "POST", "/api/uploads?name=Underlag.txt", "Ett underlag.\n", key: desk.key,
                type: "application/octet-stream"))
        let id = try #require(taken["upload"])
        let proposal = try desk.post("propose", ["what": "attach", "path": .string(matterPath), "uploads": [id]])
        #expect(try desk.post("save", ["changes": proposal.json["changes"] ?? [], "label": ""]).status == 200)
        #expect(!site.exists(matterPath))
        #expect(try site.read("content/arenden/2027-1/arende.md") == before)
        #expect(try site.read("content/arenden/2027-1/Underlag.txt") == "Ett underlag.\n")
        for name in ["../x.txt", ".x", "a/b.txt", ""] {
            let encoded = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            let reply = try desk.send(
                "POST", "/api/uploads?name=\(encoded)", "x", key: desk.key, type: "application/octet-stream")
            #expect(reply.status == 422, "\(name)")
        }
    }

    @Test("commands run as they do in a terminal, told by the names of meetings alone")
    func jobs() throws {
        let site = try workplace()
        let desk = try RunningDesk(site)
        try desk.enter()
        #expect(try desk.post("jobs", ["what": "rm"]).status == 422)
        #expect(try desk.post("jobs", ["what": "seal", "meeting": "--help"]).status == 404)
        let begun = try desk.post("jobs", ["what": "check"])
        let id = try #require(begun.json["job"]?.string)
        var job = try desk.get("jobs/\(id)")
        while job["state"]?.string == "running" { job = try desk.get("jobs/\(id)") }
        #expect(
            job["exit"]?.int == 0 && job["lines"]?.array?.last?.string?.contains("1 ärende") ?? false, "\(job.text)")
    }

    @Test("a second start opens a window of the first, and tabs go on when the desk is started anew")
    func restart() throws {
        let site = try workplace()
        let first = try RunningDesk(site)
        try first.enter()
        let second = try RunningDesk(site, state: first.state)
        #expect(second.port == first.port && second.ticket != first.ticket)
        try second.enter()
        // Tabs at work outlast as many new windows as there are keys for.
        for _ in 0..<21 {
            for key in [first.key, second.key] {
                #expect(try first.send("GET", "/api/site", key: key).status == 200)
            }
            try RunningDesk(site, state: first.state).enter()
        }
        first.end()
        let third = try RunningDesk(site, state: first.state, port: first.port)
        #expect(try third.send("GET", "/api/site", key: first.key).status == 200)
        #expect(try third.send("GET", "/api/site", key: second.key).status == 200)
        let text = try FileManager.default.contentsOfDirectory(atPath: first.state.path + "/klubba").map {
            try String(contentsOfFile: first.state.path + "/klubba/" + $0, encoding: .utf8)
        }
        #expect(text.count == 1 && !text[0].contains(first.key) && !text[0].contains(third.ticket))
    }
}
