import Foundation
import Testing
import System

private let matterPath = DeskSite.matterPath
private let meetingPath = DeskSite.meetingPath
private let recordPath = DeskSite.recordPath

@Suite("Proposals on what is sealed and on what others wrote")
struct DeskProposalTests {
    private func sealed(_ matters: [String: String]) throws -> Workplace {
        var files = matters
        files[matterPath] = matter("dnr: 2027:1\ntitel: Lokaler\nfs: 2027-02-26\nbilaga: 2")
        files[meetingPath] =
            "---\ndatum: 2027-02-26\ntid: 13.00\nplats: Kansliet\nkallelse: 2027-01-15\n"
            + "dagordning: [Öppnande, 2027:1, Övriga frågor]\n---\n"
        let site = try DeskSite.workplace(files)
        let result = try site.run("seal", "fs-2027-02-26", "--today", "2027-01-15")
        #expect(result.status == 0, "\(result.err)")
        return site
    }

    @Test("a called meeting is moved though its papers are sealed; a sealed text is not moved")
    func move() throws {
        let site = try sealed([:])
        let desk = try RunningDesk(site)
        try desk.enter()
        let upload = try desk.json(
            desk.send(
                "POST", "/api/uploads?name=Karta.txt", "Karta.\n", key: desk.key, type: "application/octet-stream"))
        let attached = try desk.post(
            "propose", ["what": "attach", "path": .string(matterPath), "uploads": [upload["upload"] ?? .null]])
        #expect(attached.status == 422 && attached.json["error"]?.string == "sealed")
        let moved = try desk.post("propose", ["what": "move", "meeting": "fs-2027-02-26", "date": "2027-03-05"])
        #expect(moved.status == 200, "\(moved.json.text)")
        let saved = try desk.post("save", ["changes": moved.json["changes"] ?? [], "label": ""])
        #expect(saved.status == 200, "\(saved.json.text)")
        #expect(!site.exists(meetingPath) && site.exists("content/moten/fs-2027-03-05.md"))
        #expect(try site.read(matterPath).contains("fs: 2027-03-05"))
    }

    @Test("the whole text of a sealed file is taken where only what is free differs")
    func free() throws {
        let site = try sealed([:])
        let desk = try RunningDesk(site)
        try desk.enter()
        let text = try site.read(matterPath)
        let free = try desk.save(
            matterPath, base: desk.version(matterPath),
            JSONValue.Member("text", .string(text.replacing("bilaga: 2", with: "bilaga: 3"))))
        #expect(free.status == 200, "\(free.json.text)")
        #expect(try desk.post("undo", ["id": free.json["id"] ?? .null]).status == 200)
        #expect(try site.read(matterPath) == text)
        let other = try desk.save(
            matterPath, base: desk.version(matterPath),
            JSONValue.Member("text", .string(text.replacing("bilaga: 2", with: "bilaga: 3 # ny") + "Mer.\n")))
        #expect(other.json["error"]?.string == "sealed")
    }

    @Test("an ärende that becomes a folder keeps its mark and its line ends, and its links lead where they led")
    func folder() throws {
        let site = try DeskSite.workplace([
            "content/arenden/2027-2.md":
                "\u{FEFF}---\r\ndnr: 2027:2\r\ntitel: Två\r\nfs: 2027-02-26\r\nbilaga: 7\r\n---\r\n\r\n# Två\r\n\r\n"
                + "Se [om](../sidor/om.md), [ett](2027-1.md \"Ett\"), och [ut](https://example.se/).\r\n\r\n"
                + "## Förslag till beslut\r\n\r\nStyrelsen föreslås besluta\r\n\r\n- **att** godkänna\r\n",
            "content/sidor/om.md": "# Om\n",
        ])
        let desk = try RunningDesk(site)
        try desk.enter()
        let upload = try desk.json(
            desk.send(
                "POST", "/api/uploads?name=Karta.txt", "Karta.\n", key: desk.key, type: "application/octet-stream"))
        let proposal = try desk.post(
            "propose",
            ["what": "attach", "path": "content/arenden/2027-2.md", "uploads": [upload["upload"] ?? .null]])
        #expect(try desk.post("save", ["changes": proposal.json["changes"] ?? [], "label": ""]).status == 200)
        let path = site.root.appendingPathComponent("content/arenden/2027-2/arende.md")
        let bytes = try Array(Data(contentsOf: path))
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(
            bytes.starts(with: [0xEF, 0xBB, 0xBF])
                && !text.replacing("\r\n", with: "").unicodeScalars.contains("\n"))
        #expect(text.contains("bilaga: 7 - 7.1\r\n"))
        #expect(
            text.contains(
                "Se [om](../../sidor/om.md), [ett](../2027-1.md \"Ett\"), och [ut](https://example.se/).\r\n"
            ))
        let problems = try desk.get("site")["problems"]?.array?.filter { $0["severity"]?.string == "error" }
        #expect(problems == [], "\(problems ?? [])")
    }

    @Test("the next dnr is counted in the shape that most of the body's own have, and a dnr is one line")
    func numbers() throws {
        let site = try DeskSite.workplace([
            "content/arenden/amn.md": matter("dnr: AMN-2027-00041\ntitel: Uppföljning\namn: 2027-03-02"),
            "content/moten/amn-2027-03-02.md": "---\ntid: 9.00\nplats: Rådhuset\n---\n",
            "content/arenden/2027-2.md": matter("dnr: 2027:02\ntitel: Två\nfs: 2027-02-26"),
        ])
        let desk = try RunningDesk(site)
        try desk.enter()
        func number(_ meetings: JSONValue) throws -> String? {
            let proposal = try desk.post("propose", ["what": "matter", "title": "Nytt", "meetings": meetings])
            return proposal.json["changes"]?.array?.first?["text"]?.string?.split(separator: "\n").dropFirst().first
                .map(String.init)
        }
        #expect(try number([]) == "dnr: 2027:03")
        #expect(try number(["fs-2027-02-26"]) == "dnr: 2027:03")
        #expect(try number(["amn-2027-03-02"]) == "dnr: AMN-2027-00042")
        let told = try desk.get("site")
        #expect(told["nextDnr"]?.string == "2027:03")
        #expect(told["bodies"]?.array?.last?["nextDnr"]?.string == "AMN-2027-00042")
        for (title, dnr) in [
            ("Nytt", "2027:99\nsynlighet: sekretess"), ("Nytt\rsynlighet: x", "2027:99"), ("Nytt\u{2028}x", "2027:99"),
        ] {
            let refused = try desk.post("propose", ["what": "matter", "title": .string(title), "dnr": .string(dnr)])
            #expect(refused.status == 422)
        }
        let quoted = try desk.post("propose", ["what": "matter", "title": "Nytt", "dnr": "2027:99 # x"])
        #expect(
            quoted.json["changes"]?.array?.first?["text"]?.string?.hasPrefix("---\ndnr: \"2027:99 # x\"\n") ?? false)
        let body = quoted.json["changes"]?.array?.first?["text"]?.string ?? ""
        #expect(body.contains("Förbundsstyrelsen föreslås besluta"))
        let told2 = try site.run("new", "arende", "Nytt", "--dnr", "2027:99\nsynlighet: sekretess")
        #expect(told2.status != 0 && told2.err.contains("Titeln och dnr skrivs på en rad var"))
    }
}

@Suite("What is left to do of a meeting can be done")
struct DeskChecklistTests {
    @Test("an error in a bilaga is missing of the kallelse, and each missing thing has its link or its button")
    func missing() throws {
        let folder = "content/arenden/2027-4/"
        let site = try DeskSite.workplace([
            folder + "arende.md": matter("dnr: 2027:4\ntitel: Lön\nfs: 2027-02-26"),
            folder + "bilaga.md": "---\ntitel: Underlag\n---\n\n# Underlag\n\n[x](finns-ej.md)\n",
            "content/arenden/2027-5.md": matter("dnr: 2027:5\ntitel: Senare\nfs: 2027-06-01"),
            "content/moten/amn-2027-03-02.md": "---\ntid: 9.00\nstatus: inställt\n---\n",
            recordPath:
                "---\nnärvarande: [Anna Alm]\n---\n\n## § 1 2027:1\n\nBeslut: bifall\n\n## § 2 2027:4\n\nText.\n",
        ])
        let desk = try RunningDesk(site)
        try desk.enter()
        let meetings = try #require(desk.get("site")["meetings"]?.array)
        for meeting in meetings {
            for step in meeting["steps"]?.array ?? [] {
                for missing in step["missing"]?.array ?? [] {
                    #expect(missing["path"]?.string != nil || missing["action"]?.string != nil, "\(missing.text)")
                }
            }
        }
        #expect(meetings.first { $0["id"]?.string == "amn-2027-03-02" }?["steps"]?.array == [])
        let steps = try #require(desk.get("meeting/fs-2027-02-26")["steps"]?.array)
        let summons = steps.first { $0["id"]?.string == "kallelse" }?["missing"]?.array ?? []
        #expect(summons.contains { $0["path"]?.string == folder + "bilaga.md" }, "\(summons)")
        #expect(try desk.send("GET", "/api/meeting/", key: desk.key).status == 404)
        let bad = try Line(port: desk.port)
        bad.send("GARBAGE\r\n\r\n")
        let refused = try Reply(bad.rest())
        #expect(refused.status == 400 && JSONValue(Array(refused.body.utf8))?["error"]?.string == "invalid")
        #expect(refused.head.contains("Content-Security-Policy"))
    }

    @Test("a job that has begun says that it has said nothing yet; the members' site is built beside, not in public/")
    func members() throws {
        let site = try DeskSite.workplace()
        let desk = try RunningDesk(site)
        try desk.enter()
        let begun = try desk.post("jobs", ["what": "build", "audience": "members"])
        #expect(begun.json["exit"]?.isNull ?? false && begun.json["lines"]?.array == [])
        let id = try #require(begun.json["id"]?.string)
        var job = try desk.get("jobs/\(id)")
        while job["state"]?.string == "running" { job = try desk.get("jobs/\(id)") }
        #expect(job["exit"]?.int == 0, "\(job.text)")
        #expect(site.exists("ledamoter/index.html") && !site.exists("public/index.html"))
    }
}

@Suite("Where the desk is started")
struct DeskStartTests {
    @Test(
        "each site has an icon of its own, on the desktop that the user's settings name, and a folder that is no site none"
    )
    func icons() throws {
        let home = try Workplace(["a.md": ""])
        try home.write(".config/user-dirs.dirs", "XDG_DESKTOP_DIR=\"$HOME/Mina ikoner\"\n")
        try home.write("Mina ikoner/.x", "")
        let sites = [try DeskSite.workplace(), try DeskSite.workplace()]
        for (site, name) in zip(sites + sites, ["klubba", "klubba-2", "klubba", "klubba-2"]) {
            let made = try site.run(
                "desk", "--launcher", environment: ["HOME": home.root.path, "XDG_CONFIG_HOME": ""])
            #expect(made.status == 0 && made.out.hasSuffix("/Mina ikoner/\(name).desktop\n"), "\(made.out)")
        }
        let empty = home.root.appendingPathComponent("tom")
        try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
        let refused = try Program.run(["desk", "--site", empty.path, "--no-open"], in: home.root)
        #expect(refused.status == 2 && refused.err.contains("är ingen webbplats"), "\(refused.err)")
    }
}
