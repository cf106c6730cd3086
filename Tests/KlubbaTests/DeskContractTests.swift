import Foundation
import Testing
import System

private let matterPath = "content/arenden/2027-1/arende.md"
private let meetingPath = "content/moten/fs-2027-02-26.md"

private func workplace(settings: String = "", head: String = "") throws -> Workplace {
    try Workplace([
        "klubba.yml": """
        organisation: Förbundet
        adress: https://handlingar.example.se
        organ:
          - kod: FS
            namn: Förbundsstyrelsen
            roll: beslutande
        \(settings)

        """,
        matterPath: matter("dnr: 2027:1\ntitel: Lokaler\nfs: 2027-02-26\n\(head)"),
        meetingPath: "---\ntid: 13.00\nplats: Kansliet\ndagordning: [Öppnande, 2027:1, Övriga frågor]\n---\n",
    ])
}

@Suite("What the desk tells, call by call")
struct DeskContractTests {
    @Test(
        "a text that is not saved is shown as the site would show it, with what is wrong with it, and nothing is written"
    )
    func render() throws {
        let site = try workplace()
        let desk = try RunningDesk(site)
        try desk.enter()
        let before = try site.read(matterPath)
        let text = before.replacing("titel: Lokaler", with: "titel: Salar\nbelopp: hej")
        let shown = try desk.post("render", ["path": .string(matterPath), "text": .string(text)])
        #expect(shown.status == 200)
        #expect(shown.json["html"]?.string?.contains("Salar</h1>") ?? false)
        #expect(
            shown.json["problems"]?.array?.contains { $0["line"]?.int == 4 } ?? false,
            "\(shown.json["problems"]?.text ?? "")")
        #expect(try site.read(matterPath) == before && !site.exists(".klubba/historik"))
        #expect(try desk.get("site")["matters"]?.array?.first?["title"]?.string == "Lokaler")
        let new = try desk.post("render", ["path": "content/arenden/ny.md", "text": "---\ntitel: Ny\n---\n\n# Ny\n"])
        #expect(new.status == 200 && new.json["html"]?.string != nil && !site.exists("content/arenden/ny.md"))
        #expect(try desk.post("render", ["path": "../x.md", "text": ""]).status == 422)
        #expect(try desk.post("render", ["path": .string(matterPath)]).status == 422)
        #expect(try desk.send("GET", "/api/render", key: desk.key).status == 405)
    }

    @Test("an unsaved page is framed from the preview's port, and only with its key")
    func unsavedPage() throws {
        let desk = try RunningDesk(workplace())
        try desk.enter()
        let entrance = try #require(desk.get("site")["preview"]?.string)
        let match = try #require(entrance.firstMatch(of: /http:\/\/127\.0\.0\.1:(\d+)(\/.*)/))
        let port = try #require(Int(match.1))
        func ask(_ path: String, _ fields: String...) throws -> Reply {
            let line = try Line(port: port)
            line.send(
                (["GET \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close"] + fields)
                    .map { $0 + "\r\n" }.joined() + "\r\n")
            return try Reply(line.rest())
        }
        let text = try desk.get("file?path=\(matterPath)")["text"]?.string ?? ""
        let shown = try desk.post(
            "render", ["path": .string(matterPath), "text": .string(text.replacing("Lokaler", with: "Osparat"))])
        let address = try #require(shown.json["address"]?.string)
        #expect(try ask(address).status == 403)
        let cookie = try #require(ask(String(match.2)).head.firstMatch(of: /Set-Cookie: ([^;]+);/))
        let page = try ask(address, "Cookie: \(cookie.1)")
        #expect(
            page.status == 200 && page.body.contains("Osparat")
                && page.head.contains("frame-ancestors http://127.0.0.1:\(desk.port)"))
    }

    @Test("base null where the file is there, and a file that is gone, are conflicts; a § that is not there is refused")
    func refusals() throws {
        let site = try workplace()
        let desk = try RunningDesk(site)
        try desk.enter()
        let edit: JSONValue.Member = JSONValue.Member("edits", [["head": "titel", "value": "Ny"]])
        #expect(try desk.save(matterPath, base: nil, edit).status == 409)
        let base = try desk.version(matterPath)
        try FileManager.default.removeItem(at: site.root.appendingPathComponent(matterPath))
        let gone = try desk.save(matterPath, base: base, edit)
        #expect(gone.status == 409 && gone.json["conflicts"]?.array?.first?["disk"]?.isNull ?? false)
        #expect(try desk.save("content/arenden/nej.md", base: nil, edit).status == 404)
        let entry: JSONValue.Member = JSONValue.Member("edits", [["entry": 9, "text": "x"]])
        #expect(try desk.save(meetingPath, base: desk.version(meetingPath), entry).json["error"]?.string == "invalid")
    }

    @Test("sealed text is refused without a reason; with one it is saved, and the file tells which meeting sealed it")
    func sealed() throws {
        let site = try workplace(settings: "", head: "")
        try site.write(
            meetingPath, try site.read(meetingPath).replacing("tid: 13.00", with: "tid: 13.00\nkallelse: 2027-01-15"))
        let sealed = try site.run("seal", "fs-2027-02-26", "--today", "2027-01-15")
        #expect(sealed.status == 0, "\(sealed.err)")
        let desk = try RunningDesk(site)
        try desk.enter()
        let file = try desk.get("file?path=\(matterPath)")
        #expect(file["sealed"]?.string == "2027-01-15" && file["sealedBy"]?.string == "fs-2027-02-26")
        let change: JSONValue = [
            "path": .string(matterPath), "base": file["version"] ?? .null,
            "edits": [["head": "titel", "value": "Rättad"]],
        ]
        let refused = try desk.post("save", ["changes": [change], "label": ""])
        #expect(refused.status == 422 && refused.json["error"]?.string == "sealed")
        #expect(
            refused.json["text"]?.string == "\(matterPath) är förseglad sedan 2027-01-15. Rätta med ett skäl.")
        let free: JSONValue = [
            "path": .string(matterPath), "base": file["version"] ?? .null,
            "edits": [["head": "publiceras", "value": "2027-01-02"]],
        ]
        #expect(try desk.post("save", ["changes": [free], "label": ""]).status == 200)
        let corrected = try desk.post("save", ["changes": [change], "label": "", "reason": "Fel titel"])
        #expect(corrected.status == 200)
        #expect(try site.read(matterPath).contains("titel: Rättad"))
    }

    @Test("a job tells its id, its exit and what it made, and the site is as it left it")
    func jobs() throws {
        let site = try workplace()
        let desk = try RunningDesk(site)
        try desk.enter()
        func run(_ request: JSONValue) throws -> JSONValue {
            let begun = try desk.post("jobs", request)
            let id = try #require(begun.json["id"]?.string, "\(begun.json.text)")
            var job = try desk.get("jobs/\(id)")
            while job["state"]?.string == "running" { job = try desk.get("jobs/\(id)") }
            return job
        }
        let review = try run(["what": "review"])
        #expect(review["state"]?.string == "done" && review["exit"]?.int == 0 && review["files"]?.array == [])
        let failed = try run(["what": "archive", "meeting": "fs-2027-02-26"])
        #expect(failed["state"]?.string == "failed" && failed["exit"]?.int != 0)
        #expect(try desk.post("jobs", ["what": "letters", "meeting": "fs-2031-01-01"]).status == 404)
        #expect(try desk.post("jobs", ["what": "export", "meeting": "../x"]).status == 404)
        #expect(try desk.send("GET", "/api/jobs/nej", key: desk.key).status == 404)
    }

    @Test("an upload tells what the import would say, and is known when the desk is started anew")
    func uploads() throws {
        let site = try workplace()
        let first = try RunningDesk(site)
        try first.enter()
        let taken = try first.json(
            first.send(
                "POST", "/api/uploads?name=Underlag.txt", "Ett underlag.\n", key: first.key,
                type: "application/octet-stream"))
        #expect(taken["kind"]?.string != nil && taken["warnings"]?.array != nil && taken["size"]?.int == 14)
        first.end()
        let second = try RunningDesk(site)
        try second.enter()
        let proposal = try second.post(
            "propose", ["what": "attach", "path": .string(matterPath), "uploads": [taken["upload"] ?? .null]])
        #expect(proposal.status == 200, "\(proposal.json.text)")
    }

    @Test("a new bilaga where numbers are written by hand takes the next, in a list that names them all")
    func numbered() throws {
        let site = try workplace(head: "bilaga: 6 - 6.1   # som utskickat")
        try site.write("content/arenden/2027-1/6.1 Ansökan.md", "# Ansökan\n\nText.\n")
        let desk = try RunningDesk(site)
        try desk.enter()
        let taken = try desk.json(
            desk.send(
                "POST", "/api/uploads?name=Budget_2027.txt", "Budget.\n", key: desk.key,
                type: "application/octet-stream"))
        let proposal = try desk.post(
            "propose", ["what": "attach", "path": .string(matterPath), "uploads": [taken["upload"] ?? .null]])
        #expect(try desk.post("save", ["changes": proposal.json["changes"] ?? [], "label": ""]).status == 200)
        let text = try site.read(matterPath)
        #expect(text.contains("bilaga: 6 - 6.2   # som utskickat"))
        #expect(
            text.contains(
                "bilagor:\n  - {titel: Ansökan, fil: 6.1 Ansökan.md}\n  - {titel: Budget 2027, fil: Budget_2027.txt}\n"),
            "\(text)")
        let papers = try #require(desk.get("meeting/fs-2027-02-26")["papers"]?.array)
        #expect(papers.compactMap { $0["number"]?.string } == ["6", "6.1", "6.2"])
    }

    @Test("the day for the kallelse is the site's own, and the words are English where the site is")
    func settings() throws {
        let site = try workplace(settings: "skrivbord: {kallelse-dagar: 14}\nspråk: en")
        let desk = try RunningDesk(site)
        try desk.enter()
        let steps = try #require(desk.get("meeting/fs-2027-02-26")["steps"]?.array)
        let summons = try #require(steps.first { $0["id"]?.string == "kallelse" })
        #expect(summons["due"]?.string == "2027-02-12" && summons["title"]?.string == "Notice of meeting")
        #expect(
            summons["missing"]?.array?.first?["text"]?.string
                == "The day the notice of the meeting was sent is not filled in")
    }

    @Test("a save is one reading of the site: who waits for news is told once, with all of it")
    func oneReading() throws {
        let site = try workplace()
        let desk = try RunningDesk(site)
        try desk.enter()
        let before = try #require(desk.get("events?after=0")["n"]?.int)
        try desk.save(
            matterPath, base: desk.version(matterPath), JSONValue.Member("edits", [["head": "belopp", "value": "hej"]]))
        let news = try desk.get("events?after=\(before)")
        #expect(news["paths"]?.array == [.string(matterPath)])
        #expect(news["problems"]?.array?.contains { $0["path"]?.string == matterPath } ?? false)
        // One who comes from an earlier desk, which had counted further, is not left waiting.
        let late = try #require(desk.get("events?after=9999")["n"]?.int)
        #expect(late < 9999)
    }
}

@Suite("The desk's words")
struct DeskWordTests {
    @Test("each text of the page's that can be said in English is, and the page is below 300 kB")
    func english() throws {
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Sources/Desk/Page").standardized
        let names = try FileManager.default.contentsOfDirectory(atPath: page.path)
        var known: Set<String> = []
        var said: Set<String> = []
        var size = 0
        for name in names {
            let text = try String(contentsOf: page.appendingPathComponent(name), encoding: .utf8)
            size += text.utf8.count
            if name == "engelska.js" {
                known = Set(text.matches(of: /"([^"]+)": "/).map { String($0.1) })
            } else {
                let pattern = name.hasSuffix(".html") ? /data-ord="([^"]+)"/ : /\bt\("([^"]+)"/
                said.formUnion(text.matches(of: pattern).map { String($0.1) })
            }
        }
        #expect(said.subtracting(known).sorted() == [] && said.count > 100)
        #expect(size < 300_000)
    }
}
