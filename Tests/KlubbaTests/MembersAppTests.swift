import Foundation
import Testing
import System

@Suite("The members' edition goes along: what a browser may keep, by the site's own register")
struct MembersAppTests {
    private func site() throws -> Workplace {
        try Workplace([
            "content/arenden/1/arende.md": matter(
                "dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18\nbilaga: 1 - 1.1\nbilagor:\n  - {nummer: 1.1, titel: Ritning, fil: ritning.txt}",
                "## Ärendet\n\n![Karta](../../bilder/karta.svg) Se [planen](../../dokument/plan.txt).\n"),
            "content/arenden/1/ritning.txt": "En ritning.\n",
            "content/bilder/karta.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
            "content/dokument/plan.txt": "En plan.\n",
            "content/dokument/annan.txt": "En annan plan.\n",
            "content/arenden/2.md": matter("dnr: 2020:2\ntitel: Annat"),
            "content/moten/fs-2020-09-18.md": "---\nkallelse: 2020-09-11\n---\n",
        ])
    }

    private func rows(_ value: Any?) throws -> [(path: String, digest: String, size: Int)] {
        let rows = try #require(value as? [[Any]])
        return try rows.map { row in
            let (path, digest) = (try #require(row[0] as? String), try #require(row[1] as? String))
            return (path, digest, try #require(row[2] as? Int))
        }
    }

    private func bytes(_ path: String, in tree: [String: Data]) throws -> Data { try #require(tree[path]) }

    private func digest(_ bytes: Data) -> String { String(SHA256Sum.text(of: Array(bytes)).prefix(32)) }

    @Test("a meeting's list has its pages, its ärenden and what they show and lead to, each with its digest and size")
    func list() throws {
        let site = try site()
        try site.build("--audience", "members", "--output", "ledamoter")
        let tree = try site.tree("ledamoter")
        let bytes = try #require(tree["moten/fs-2020-09-18/medtaget.json"])
        let entries = try rows(try JSONSerialization.jsonObject(with: bytes))
        let paths = entries.map(\.path)
        for path in [
            "moten/fs-2020-09-18/index.html", "moten/fs-2020-09-18/alla/index.html", "arenden/2020-1/index.html",
            "arenden/2020-1/ritning.txt", "bilder/karta.svg", "dokument/plan.txt",
        ] { #expect(paths.contains(path), "\(path)") }
        #expect(!paths.contains { $0.contains("2020-2") || $0.contains("annan") || $0.hasSuffix(".json") })
        for entry in entries {
            let file = try #require(tree[entry.path])
            #expect(entry.digest == digest(file) && entry.size == file.count, "\(entry.path)")
        }
    }

    @Test("the register names every meeting with its list's digest, what all need, and that it is whole")
    func register() throws {
        let site = try site()
        try site.build("--audience", "members", "--output", "ledamoter")
        let tree = try site.tree("ledamoter")
        let whole = try JSONSerialization.jsonObject(with: try bytes("medtaget/register.json", in: tree))
        let register = try #require(whole as? [String: Any])
        #expect(register["klubba"] as? Int == 1 && register["slut"] as? Bool == true)
        let meetings = try #require(register["moten"] as? [String: [Any]])
        #expect(meetings.keys.sorted() == ["fs-2020-09-18"])
        let row = try #require(meetings["fs-2020-09-18"])
        #expect(row[0] as? String == digest(try bytes("moten/fs-2020-09-18/medtaget.json", in: tree)))
        #expect(row[2] as? String == "Förbundsstyrelsen 18 september 2020")
        let search = try #require(register["sok"] as? [Any])
        #expect(search[0] as? String == digest(try bytes("medtaget/sok.json", in: tree)))
        for entry in try rows(register["skal"]) { #expect(entry.digest == digest(try bytes(entry.path, in: tree))) }
        #expect(tree["foljmed.js"] != nil && tree["app.webmanifest"] != nil)
        #expect(
            try site.read("ledamoter/moten/fs-2020-09-18/index.html").contains("data-mote=\"moten/fs-2020-09-18/\""))
    }

    @Test("the public edition and the one from a folder have none of it, and two builds are alike")
    func editions() throws {
        let site = try site()
        try site.build()
        let all = try site.tree("public")
        #expect(
            all.keys.filter { $0.contains("medtaget") || $0.contains("foljmed") || $0.contains("webmanifest") } == [])
        #expect(all.keys.filter { $0.hasPrefix("tema/app.") || $0.hasPrefix("tema/anteckningar.") } == [])
        #expect(!(try site.read("public/index.html").contains("app-besked")))
        try site.build("--audience", "members", "--offline", "--output", "usb")
        #expect(!site.exists("usb/foljmed.js") && !site.exists("usb/medtaget/register.json"))
        try site.build("--audience", "members", "--output", "en")
        try site.build("--audience", "members", "--output", "tva")
        #expect(try site.tree("en") == site.tree("tva"))
    }

    @Test("a withdrawn paper is out of its meeting's list at the next build, and a hidden meeting out of the register")
    func withdrawn() throws {
        let site = try site()
        try site.build("--audience", "members", "--output", "ledamoter")
        let before = try site.read("ledamoter/medtaget/register.json")
        try site.remove("content/arenden/1/ritning.txt")
        try site.write("content/arenden/1/arende.md", matter("dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18\nbilaga: 1"))
        try site.build("--audience", "members", "--output", "ledamoter")
        #expect(!(try site.read("ledamoter/moten/fs-2020-09-18/medtaget.json").contains("ritning")))
        #expect(try site.read("ledamoter/medtaget/register.json") != before)
    }
}
