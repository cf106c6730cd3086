import Foundation
import Testing

@Suite("What an audience may not see is in no byte of its output")
struct VisibilityTests {
    /// The fixture's canaries: each stands in something that the public may not see.
    private let membersOnly = [
        "KANARIE-TITEL", "KANARIE-HANDLAGGARE", "KANARIE-INSATS", "KANARIE-SATS", "KANARIE-TEXT", "KANARIE-SIDA",
        "KANARIE-BILAGETITEL", "KANARIE-BILAGETEXT", "kanarie-underlag", "kanarie-insats", "2020:9", "2020-9/",
        "2020-9=", "2020-9.xml", "77 777",
        "77\u{A0}777",
        "for-ledamoter", "lonekalkyl", "För ledamöterna", "KANARIE-PROTOKOLL", "KANARIE-BESLUT", "88 888",
        "KANARIE-MOTTAGARE", "protokoll/44",
    ]
    private let secret = ["KANARIE-SEKRETESS", "KANARIE-HEMLIGT", "protokoll/45"]

    private func fixture() throws -> Workplace {
        let place = try Workplace()
        try FileManager.default.removeItem(at: place.root)
        try FileManager.default.copyItem(at: Workplace.fixtures.appendingPathComponent("forbund/site"), to: place.root)
        return place
    }

    private func found(_ words: [String], in tree: [String: Data]) -> [String] {
        words.filter { word in
            let bytes = Data(word.utf8)
            return tree.contains { $0.key.contains(word) || $0.value.range(of: bytes) != nil }
        }
    }

    @Test("the public site has no canary, in any file or file name")
    func publicSite() throws {
        let site = try fixture()
        try site.build()
        let tree = try site.tree("public")
        #expect(tree.count > 30)
        #expect(found(membersOnly + secret, in: tree) == [])
    }

    @Test("the members' site has what members may see, and nothing secret")
    func membersSite() throws {
        let site = try fixture()
        try site.build("--audience", "members", "--output", "ledamoter")
        let tree = try site.tree("ledamoter")
        #expect(found(membersOnly, in: tree) == membersOnly)
        #expect(found(secret, in: tree) == [])
    }

    @Test("the members' data holds what their pages hold, and the public's nothing of it: every file has its canary")
    func data() throws {
        let site = try fixture()
        try site.build()
        try site.build("--audience", "members", "--output", "ledamoter")
        let canaries = [
            "atom.xml": "KANARIE-BESLUT", "atom/fs.xml": "KANARIE-TITEL", "kalender.ics": "KANARIE-TITEL",
            "kalender/fs.ics": "KANARIE-TITEL", "data/arenden.csv": "KANARIE-HANDLAGGARE",
            "data/arenden.json": "KANARIE-INSATS", "data/beslut.csv": "KANARIE-BESLUT",
            "data/beslut.json": "KANARIE-MOTTAGARE", "data/medel.csv": "KANARIE-INSATS",
            "data/medel.json": "KANARIE-INSATS",
        ]
        for (path, canary) in canaries {
            // A folded line of a calendar may cut any word.
            let members = try site.read("ledamoter/\(path)").replacingOccurrences(of: "\r\n ", with: "")
            let all = try site.read("public/\(path)").replacingOccurrences(of: "\r\n ", with: "")
            #expect(members.contains(canary), "\(path)")
            for word in membersOnly + secret { #expect(!all.contains(word), "\(path): \(word)") }
            for word in secret where !word.contains("/") { #expect(!members.contains(word), "\(path): \(word)") }
        }
        // What follows a hidden ärende or insats, and what a browser may keep, is in the members' edition alone.
        #expect(try site.read("ledamoter/atom/arenden/2020-9.xml").contains("KANARIE-TITEL"))
        #expect(try site.read("ledamoter/atom/insatser/kanarie-insats.xml").contains("KANARIE-INSATS"))
        #expect(
            try site.tree("ledamoter").contains {
                $0.key.hasSuffix("/medtaget.json")
                    && String(decoding: $0.value, as: UTF8.self).contains("arenden/2020-9/")
            })
        for path in ["data/dcat.jsonld", "sitemap.xml"] {
            for word in membersOnly + secret {
                #expect(!(try site.read("public/\(path)").contains(word)), "\(path): \(word)")
            }
        }
        #expect(site.exists("public/oparl/paper/2019-30.json") && !site.exists("public/oparl/paper/2020-9.json"))
    }

    @Test("the public site does not depend on any byte that is not public")
    func independence() throws {
        let site = try fixture()
        try site.build("--output", "fore")
        try site.write(
            "content/arenden/2020-9/arende.md",
            matter("dnr: 2020:9\ntitel: Helt annan titel\nfs: 2020-09-18\nbilaga: 7\nsynlighet: ledamöter", "Annat."))
        try site.remove("content/arenden/2020-9/kanarie-underlag.pdf")
        try site.write("content/arenden/2020-8/lonekalkyl.md", "Andra löner.\n")
        try site.write("content/sidor/for-ledamoter.md", "---\ntitel: Annat\nsynlighet: ledamöter\n---\n")
        try site.write(
            "content/arenden/2020-10/arende.md",
            matter(
                "dnr: 2020:10\ntitel: Annat hemligt\nfs: 2020-09-18\nbilaga: 4\nsynlighet: sekretess\n"
                    + "sekretess: 26 kap. 1 § OSL", "Annat hemligt."))
        try site.build("--output", "efter")
        #expect(try site.tree("fore") == site.tree("efter"))
    }

    @Test("a public site is the same with and without a members-only ärende")
    func withAndWithout() throws {
        let site = try fixture()
        try site.remove("content/moten/fs-2020-09-18.protokoll.md")
        try site.build("--output", "med")
        try site.remove("content/arenden/2020-9")
        let meeting = try site.read("content/moten/fs-2020-09-18.md")
        try site.write("content/moten/fs-2020-09-18.md", meeting.replacingOccurrences(of: "  - 2020:9\n", with: ""))
        try site.build("--output", "utan")
        #expect(try site.tree("med") == site.tree("utan"))
    }

    @Test("a secret matter leaves its dnr, the word and the ground, and keeps its place on the agenda")
    func stub() throws {
        let site = try fixture()
        try site.build()
        let page = try site.read("public/arenden/2020-10/index.html")
        #expect(page.contains("Sekretessärende") && page.contains("2020:10") && page.contains("26 kap. 1 § OSL"))
        let meeting = try site.read("public/moten/fs-2020-09-18/index.html")
        let stub = try #require(meeting.range(of: "Sekretessärende"))
        let before = try #require(meeting.range(of: "2019:30"))
        let after = try #require(meeting.range(of: "Övriga frågor"))
        #expect(before.lowerBound < stub.lowerBound && stub.lowerBound < after.lowerBound)
        #expect(!meeting.contains("Bilaga 4"))
    }

    @Test("an ärende that becomes members-only leaves nothing of itself, not even a tombstone")
    func withdrawnToMembers() throws {
        let site = try fixture()
        try site.build()
        let text = try site.read("content/arenden/2019-30/arende.md")
        try site.write(
            "content/arenden/2019-30/arende.md",
            text.replacingOccurrences(of: "typ: beslut", with: "typ: beslut\nsynlighet: ledamöter"))
        let om = try site.read("content/sidor/om.md")
        try site.write("content/sidor/om.md", om.replacingOccurrences(of: "Se [", with: "Se även ["))
        let result = try site.build()
        #expect(
            result.err.contains(
                "warning[K081]: länken leder till \"arenden/2019-30/arende.md\", som läsarna inte får se."))
        #expect(found(["2019:30", "2019-30", "Flerpartsrutin", "1 050 000"], in: try site.tree("public")) == [])
    }

    @Test("an unknown word for synlighet is an error, and nothing is built")
    func unknownWord() throws {
        let site = try Workplace(["content/arenden/a.md": matter("dnr: 2020:1\ntitel: A\nsynlighet: hemlig")])
        let result = try site.run("build", "--today", "2020-10-01")
        #expect(result.status == 1)
        #expect(
            result.err.hasPrefix(
                "content/arenden/a.md:4:12: error[K035]: \"hemlig\" är inget känt värde för \"synlighet\". "
                    + "Välj \"offentlig\", \"ledamöter\", \"sekretess\" eller \"utkast\"\n"))
        #expect(!site.exists("public"))
    }

    @Test("check tells where a text mentions a hidden ärende's dnr, title, insats or party; in its own § it may")
    func mentions() throws {
        let hidden = "dnr: KS 2020/9\ntitel: Avveckling av Gläntan\nfs: 2020-09-18\nbilaga: 2\ninsats: Gläntan\n"
        let site = try Workplace([
            "klubba.yml": "organisation: Förbundet\n",
            "content/arenden/a.md": matter(
                "dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18\nbilaga: 1\ninsats: Torget",
                "Torget flyttar.\n\nSe även KS\n2020/9, om avveckling\nav gläntan. Gläntans lokaler blir kvar.\n"),
            "content/arenden/b.md": matter(hidden + "insatsägare: Mellby kommun\nsynlighet: ledamöter", "Text.\n"),
            "content/sidor/om.md": "---\ntitel: Om\n---\n\nMellby kommun är med.\n",
            "content/moten/fs-2020-09-18.protokoll.md":
                "---\nordförande: A\nnärvarande: [A]\n---\n\n## § 1 2020:1\n\nBeslut: bifall\n\n## § 2 KS 2020/9\n\nGläntan.\n\nBeslut: bifall\n",
        ])
        let result = try site.run("check", "--today", "2020-09-19")
        let told = result.err.split(separator: "\n").filter { $0.contains("[K266]") }.map {
            String($0.prefix { $0 != "[" }) + " " + String($0.split(separator: "\"")[1])
        }
        #expect(
            told == [
                "content/arenden/a.md:11:1: warning Avveckling av Gläntan",
                "content/arenden/a.md:11:1: warning Gläntan",
                "content/arenden/a.md:11:1: warning KS 2020/9",
                "content/sidor/om.md:5:1: warning Mellby kommun",
            ], "\(result.err)")
        let members = try site.run("check", "--today", "2020-09-19", "--audience", "members")
        #expect(!members.err.contains("K266"))
    }

    @Test("a personnummer in a members-only ärende does not stop the public build; in a public one it does")
    func personalData() throws {
        let site = try fixture()
        let text = try site.read("content/arenden/2020-9/arende.md")
        try site.write("content/arenden/2020-9/arende.md", text + "\nPersonen 850709-9805 deltar.\n")
        try site.build()
        try site.write("content/sidor/om.md", "# Om\n\nPersonen 850709-9805 deltar.\n")
        let result = try site.run("build", "--today", "2020-10-01")
        #expect(result.status == 1)
        #expect(result.err.contains("content/sidor/om.md:3:10: error[K090]: här står ett personnummer. Ta bort det"))
    }

    @Test("a misspelt synlighet is an error, for what was meant to be hidden would be public")
    func misspeltKey() throws {
        let site = try Workplace(["content/arenden/a.md": matter("dnr: 2020:1\ntitel: A\nsynlighett: ledamöter")])
        let result = try site.run("build", "--today", "2020-10-01")
        #expect(result.status == 1)
        #expect(
            result.err.hasPrefix(
                "content/arenden/a.md:4:1: error[K025]: okänd nyckel \"synlighett\". Menade du \"synlighet\"?\n"))
    }
}
