import Foundation
import Testing

@Suite("An ärende and an insats can be followed, and the open data reused on terms that the site says")
struct FollowTests {
    private static let profile =
        "organisation: Förbundet\nadress: https://f.example.se\norgan:\n  - {kod: FS, namn: Styrelsen, roll: beslutande}\n"

    private func site(_ licence: String = "") throws -> Workplace {
        try Workplace([
            "klubba.yml": Self.profile + licence,
            "content/arenden/1.md": matter(
                "dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18\nbilaga: 1\ninsats: Nya rum\nbelopp: 5 000 kr",
                "## Förslag till beslut\n\n- **att** bevilja 5 000 kr\n"),
            "content/arenden/2.md": matter(
                "dnr: 2020:2\ntitel: Möbler\nfs: 2020-09-18\nbilaga: 2",
                "## Förslag till beslut\n\n- **att** köpa stolar\n"),
            "content/arenden/3.md": matter("dnr: 2020:3\ntitel: Hemligt\nfs: 2020-09-18\nsynlighet: sekretess"),
            "content/moten/fs-2020-09-18.md": "---\nkallelse: 2020-09-11\ndagordning: [2020:1, 2020:2, 2020:3]\n---\n",
            "content/moten/fs-2020-09-18.protokoll.md":
                "---\njusterat: 2020-09-25\nanslaget: 2020-09-26\n---\n\n## § 1 2020:1\n\nBeslut: bifall\n\n"
                + "## § 2 2020:2\n\nBeslut: avslag\n\n## § 3 2020:3\n\nBeslut: bifall\n",
        ])
    }

    @Test("the feed of an ärende has what its meetings did with it, and no other decision")
    func matterFeed() throws {
        let site = try site()
        try site.build()
        let feed = try site.read("public/atom/arenden/2020-1.xml")
        #expect(
            feed.contains(
                "<id>https://f.example.se/atom/arenden/2020-1.xml</id>\n<title>2020:1 Lokaler – Förbundet</title>"))
        #expect(
            feed.contains("<link rel=\"alternate\" type=\"text/html\" href=\"https://f.example.se/arenden/2020-1/\"/>"))
        let kinds = feed.matches(of: /<category term="(\w+)"\/>/).map { String($0.1) }
        #expect(kinds == ["anslag", "protokoll", "beslut", "kallelse"])
        #expect(!feed.contains("Avslag"))
        let page = try site.read("public/arenden/2020-1/index.html")
        #expect(
            page.contains(
                "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"2020:1 Lokaler\" href=\"../../atom/arenden/2020-1.xml\">"
            ))
        #expect(page.contains("<a href=\"../../atom/arenden/2020-1.xml\">Följ ärendet (Atom)</a>"))
        #expect(!site.exists("public/atom/arenden/2020-3.xml"))
        #expect(!(try site.read("public/arenden/2020-3/index.html").contains("atom/arenden")))
    }

    @Test("the feed of an insats has what was decided of its ärenden")
    func initiativeFeed() throws {
        let site = try site()
        try site.build()
        let feed = try site.read("public/atom/insatser/nya-rum.xml")
        #expect(feed.contains("<title>Nya rum – Förbundet</title>") && feed.contains("2020:1 Lokaler (FS § 1)"))
        #expect(
            try site.read("public/insatser/nya-rum/index.html").contains(
                "href=\"../../atom/insatser/nya-rum.xml\">Följ insatsen (Atom)"))
    }

    @Test("without the site's address there is no feed, and no link to one")
    func withoutAddress() throws {
        let site = try site()
        try site.write("klubba.yml", Self.profile.replacingOccurrences(of: "adress: https://f.example.se\n", with: ""))
        try site.build()
        #expect(!site.exists("public/atom") && !site.exists("public/data/dcat.jsonld"))
        #expect(!(try site.read("public/arenden/2020-1/index.html").contains("atom/")))
    }

    @Test("the licence is shown on the page, in the catalogue and in OParl", arguments: ["CC0-1.0", "cc by 4.0"])
    func licence(written: String) throws {
        let site = try site("licens: \(written)\n")
        try site.build()
        let address =
            written == "CC0-1.0"
            ? "https://creativecommons.org/publicdomain/zero/1.0/" : "https://creativecommons.org/licenses/by/4.0/"
        #expect(try site.read("public/data/index.html").contains("<a rel=\"license\" href=\"\(address)\">"))
        #expect(try site.read("public/oparl/system.json").contains("\"license\":\"\(address)\""))
        let catalogue = try site.read("public/data/dcat.jsonld")
        #expect(catalogue.contains("\"dcterms:license\":{\"@id\":\"\(address)\"}"))
    }

    @Test("a licence that nobody knows is told, and not shown")
    func unknownLicence() throws {
        let site = try site("licens: CC BY\n")
        let result = try site.run("check", "--today", "2020-10-01")
        #expect(
            result.err.contains(
                "klubba.yml:5:9: warning[K393]: \"CC BY\" är ingen licens som Klubba känner, så ingen visas. Menade du \"CC-BY-4.0\"?\n"
            ))
        try site.build()
        #expect(!(try site.read("public/data/index.html").contains("rel=\"license\"")))
    }

    @Test("the catalogue names every table, and every file that it names is there")
    func catalogue() throws {
        let site = try site()
        try site.build()
        let bytes = try Data(contentsOf: site.root.appendingPathComponent("public/data/dcat.jsonld"))
        let object = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        let graph = try #require(object["@graph"] as? [[String: Any]])
        func ids(_ type: String) -> [String] {
            graph.filter { $0["@type"] as? String == type }.compactMap { $0["@id"] as? String }
        }
        #expect(ids("dcat:Catalog") == ["https://f.example.se/data/#katalog"])
        let page = try site.read("public/data/index.html")
        for dataset in ids("dcat:Dataset") {
            let anchor = try #require(dataset.split(separator: "#").last)
            #expect(page.contains("id=\"\(anchor)\""))
        }
        let files = ids("dcat:Distribution")
        #expect(files.count == 13)
        for file in files {
            #expect(site.exists("public/" + file.dropFirst("https://f.example.se/".count)), "\(file)")
        }
    }
}
