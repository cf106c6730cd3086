import Foundation
import Testing
import System

private let matterPath = DeskSite.matterPath
private let recordPath = DeskSite.recordPath

@Suite("The desk says who sees a text as it is")
struct DeskVisibilityTests {
    @Test("a draft is one, a bilaga is no more open than its ärende, and of a head that cannot be read nobody knows")
    func words() throws {
        let folder = "content/arenden/2027-4/"
        let site = try DeskSite.workplace([
            "content/arenden/2027-2.md": matter("dnr: 2027:2\ntitel: Utkastet\nfs: 2027-02-26\nsynlighet: Utkast"),
            folder + "arende.md": matter("dnr: 2027:4\ntitel: Lön\nfs: 2027-02-26\nsynlighet: ledamöter"),
            folder + "bilaga.md": "---\ntitel: Underlag\n---\n\n# Underlag\n\nText.\n",
            "content/sidor/led.md": "---\ntitel: För oss\nSYNLIGHET: LEDAMÖTER\n---\n\n# För oss\n",
            "content/sidor/fel.md": "---\ntitel: Fel\nsynlighet: hemligt\n---\n\n# Fel\n",
            "content/sidor/trasig.md": "---\ntitel: [\ntitel: x\n\n# Ingen ände\n",
        ])
        let desk = try RunningDesk(site)
        try desk.enter()
        let rows = try #require(desk.get("site")["matters"]?.array)
        let shown = Dictionary(
            uniqueKeysWithValues: rows.map { ($0["dnr"]?.string ?? "", $0["visibility"]?.string ?? "") })
        #expect(shown == ["2027:1": "offentlig", "2027:2": "utkast", "2027:4": "ledamöter"])
        func file(_ path: String) throws -> JSONValue? { try desk.get("file?path=\(path)")["visibility"] }
        #expect(try file("content/arenden/2027-2.md") == "utkast")
        #expect(try file(folder + "bilaga.md") == "ledamöter")
        #expect(try file("content/sidor/led.md") == "ledamöter")
        #expect(try file("content/sidor/fel.md") == "sekretess")
        #expect(try file("content/sidor/trasig.md")?.isNull ?? false)
        #expect(try file(matterPath) == "offentlig")
    }
}

@Suite("Nothing that somebody wrote is lost in a conflict")
struct DeskConflictTests {
    @Test("after a restart, with a file changed meanwhile, what was typed goes in beside or stands in the choice")
    func restart() throws {
        let site = try DeskSite.workplace()
        let first = try RunningDesk(site)
        try first.enter()
        let base = try first.version(matterPath)
        first.end()
        let outside = try site.read(matterPath).replacing("titel: Lokaler", with: "titel: Salar")
        try site.write(matterPath, outside)
        let desk = try RunningDesk(site, state: first.state)
        try desk.enter()
        let beside = try desk.save(matterPath, base: base, DeskSite.edits(["head": "belopp", "value": "10 000 kr"]))
        #expect(beside.status == 200, "\(beside.json.text)")
        #expect(beside.json["saved"]?.array?.first?["merged"] == .bool(true))
        #expect(try site.read(matterPath).contains("titel: Salar"))
        let same = try desk.save(matterPath, base: base, DeskSite.edits(["head": "titel", "value": "Min"]))
        #expect(same.status == 409)
        #expect(same.json["conflicts"]?.array?.first?["mine"]?.string?.contains("titel: Min") ?? false)
        // Nobody knows this base: mine is what was written, put into what lies there.
        let unknown = try desk.save(
            matterPath, base: String(repeating: "0", count: 64), DeskSite.edits(["body": "Min nya text.\n"]))
        let conflict = try #require(unknown.json["conflicts"]?.array?.first)
        #expect(unknown.status == 409 && conflict["base"]?.isNull ?? false)
        #expect(conflict["mine"]?.string?.hasSuffix("---\nMin nya text.\n") ?? false)
    }

    @Test("a save of what lies there is not said to have had another's change in it")
    func unmerged() throws {
        let site = try DeskSite.workplace()
        let desk = try RunningDesk(site)
        try desk.enter()
        let saved = try desk.save(
            matterPath, base: desk.version(matterPath), DeskSite.edits(["head": "titel", "value": "Ny"]))
        #expect(saved.json["saved"]?.array?.first?["merged"] == .bool(false))
        let news = try desk.get("events?after=0")
        #expect(news["versions"]?[matterPath] == saved.json["saved"]?.array?.first?["version"])
    }

    @Test("both texts put together have one head, and a text of thousands of paragraphs is no different")
    func both() throws {
        let path = "content/sidor/stor.md"
        let text = { (word: String) in (0..<8000).map { "\(word) \($0)\n\n" }.joined() }
        let site = try DeskSite.workplace([path: "---\ntitel: Stor\n---\n\n# Stor\n\n" + text("rad")])
        let desk = try RunningDesk(site)
        try desk.enter()
        let base = try desk.version(path)
        try site.write(path, "---\ntitel: Större\n---\n\n# Stor\n\n" + text("annan"))
        let answer = try desk.save(
            path, base: base, JSONValue.Member("text", .string("---\ntitel: Störst\n---\n\n# Stor\n\n" + text("min"))))
        let conflict = try #require(answer.json["conflicts"]?.array?.first)
        let both = try #require(conflict["both"]?.string)
        #expect(both.hasPrefix("---\n# titel: Större\ntitel: Störst\n---\n\n# Stor\n\nannan 0\n"))
        #expect(both.contains("\n\nannan 7999\n\nmin 0\n\n") && both.hasSuffix("\n\nmin 7999\n"))
        #expect(conflict["disk"]?.string?.hasPrefix("---\ntitel: Större\n") ?? false)
    }

    @Test("a file that stands where another is to go is a conflict, and one that is gone cannot be taken away")
    func places() throws {
        let site = try DeskSite.workplace(["content/sidor/a.md": "# A\n", "content/sidor/b.md": "# B\n"])
        let desk = try RunningDesk(site)
        try desk.enter()
        let moved = try desk.save(
            "content/sidor/a.md", base: desk.version("content/sidor/a.md"), JSONValue.Member("to", "content/sidor/b.md")
        )
        let conflict = try #require(moved.json["conflicts"]?.array?.first)
        #expect(moved.status == 409 && conflict["path"]?.string == "content/sidor/b.md")
        #expect(conflict["disk"]?.string == "# B\n" && conflict["mine"]?.string == "# A\n")
        for base in [nil, String(repeating: "0", count: 64)] {
            let gone = try desk.save("content/sidor/c.md", base: base, JSONValue.Member("delete", .bool(true)))
            #expect(gone.status == 404)
        }
    }

    @Test("two desks on one site, each with its own keys: every save is a version of its own")
    func two() async throws {
        let site = try DeskSite.workplace()
        let desks = [try RunningDesk(site), try RunningDesk(site)]
        for desk in desks { try desk.enter() }
        let keys = [(desks[0].port, desks[0].key, "insats"), (desks[1].port, desks[1].key, "period")]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (port, key, name) in keys {
                group.addTask {
                    for round in 0..<8 {
                        let file = try ask(port, key, "GET", "/api/file?path=\(matterPath)", nil)
                        let change: JSONValue = [
                            "path": .string(matterPath), "base": file["version"] ?? .null,
                            "edits": [["head": .string(name), "value": .string("\(name) \(round)")]],
                        ]
                        let saved = try ask(port, key, "POST", "/api/save", ["changes": [change], "label": "Prov"])
                        #expect(saved["id"]?.int != nil, "\(saved.text)")
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try site.read(matterPath).contains("insats: insats 7"))
        let lines = try site.read(".klubba/historik/versioner.jsonl").split(separator: "\n")
        let ids = lines.compactMap { JSONValue(Array($0.utf8))?["id"]?.int }
        #expect(ids.count == lines.count && Set(ids).count == ids.count)
    }
}

private func ask(_ port: Int, _ key: String, _ method: String, _ path: String, _ body: JSONValue?) throws -> JSONValue {
    let text = body?.text ?? ""
    let line = try Line(port: port)
    line.send(
        "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\nKlubba-Key: \(key)\r\n"
            + (body == nil ? "" : "Content-Type: application/json\r\nContent-Length: \(text.utf8.count)\r\n")
            + "\r\n" + text)
    return try #require(JSONValue(Array(try Reply(line.rest()).body.utf8)))
}

@Suite("What cannot be understood is refused, and erases nothing")
struct DeskMalformedTests {
    private static let record = """
        ---
        närvarande: [Anna Alm, Bo Berg]
        ---

        ## § 1 Öppnande

        Ordföranden öppnar.

        ## § 2 2027:1

        Chefen föredrar.

        Beslut: bifall

        ### Omröstning

        Ja: Anna Alm
        Nej: Bo Berg

        """

    @Test("each is 422, and the file stands")
    func refused() throws {
        let site = try DeskSite.workplace([recordPath: Self.record])
        let desk = try RunningDesk(site)
        try desk.enter()
        let base = try desk.version(recordPath)
        let wrong: [JSONValue] = [
            ["entry": 2, "votes": ["Ja": "Anna Alm"]], ["entry": 2, "votes": ["Kanske": ["Anna Alm"]]],
            ["entry": 2, "votes": ["Ja": ["Anna Alm, Bo Berg"]]], ["entry": 2, "votes": ["Ja": [1]]],
            ["entry": 2, "votes": ["Anna Alm"]], ["entry": 2, "followups": "2027-06-01 x"],
            ["entry": 2, "followups": [1]], ["entry": 2, "text": 5], ["entry": 2, "section": "", "text": "x"],
            ["agenda": [1, "a"]], ["head": "närvarande"], ["head": "", "value": "x"], ["head": "", "value": .null],
            ["head": "närvarande", "value": 5], ["head": "a", "value": "x", "body": "y"],
            ["entry": 2, "text": "Text.\nBeslut: avslag"], ["entry": 2, "text": "### Jäv\nBo Berg"],
            ["entry": 2, "text": "Text.\n\nFöljs upp: 2027-06-01 x"], ["entry": 1, "text": "## § 9 Annat"],
            ["entry": 2, "section": "Reservation", "text": "x\n\n### Jäv\n\ny"],
        ]
        for edit in wrong {
            let answer = try desk.save(recordPath, base: base, DeskSite.edits(edit))
            #expect(
                answer.status == 422 && answer.json["error"]?.string == "invalid", "\(edit.text) \(answer.json.text)")
        }
        #expect(try site.read(recordPath) == Self.record)
        let erased = try desk.save(recordPath, base: base, DeskSite.edits(["head": "närvarande", "value": .null]))
        #expect(erased.status == 200)
        #expect(try desk.post("undo", ["id": "1"]).status == 422)
        #expect(try desk.post("undo", ["id": 99]).status == 404)
        #expect(try !site.read(recordPath).contains("närvarande"))
    }
}
