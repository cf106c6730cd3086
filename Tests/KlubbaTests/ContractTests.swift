import Foundation
import Testing

/// Sentences of FORMAT.md that an outside reading found broken, one test each.
@Suite("The contract, read from outside")
struct ContractTests {
    private let meeting = "content/moten/fs-2020-09-18.md"
    private let record = "content/moten/fs-2020-09-18.protokoll.md"

    @Test(
        "a § whose heading names a dnr belongs to that ärende, wherever in the heading it stands",
        arguments: [
            "2020:1", "2020:1 Lokaler", "Dnr 2020:1, Lokaler", "Lokaler (2020:1)", "Lokaler, dnr 2020:1",
            "Lokaler (dnr: 2020:1)",
        ])
    func namedInHeading(heading: String) throws {
        let site = try Workplace([
            "content/arenden/2020-1.md": matter("dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18\nbilaga: 1"),
            meeting: "---\norgan: FS\n---\n", record: "## § 7 \(heading)\n\nBeslut: noteras\n",
        ])
        try site.build("--strict")
        #expect(try site.read("public/arenden/2020-1/index.html").contains("§ 7"))
    }

    @Test(
        "a § that begins with a dnr nobody knows is an error",
        arguments: ["2020:99", "2020:99 Lokaler", "Dnr 2020:99, Lokaler"])
    func unknownInHeading(heading: String) throws {
        let site = try Workplace([
            meeting: "---\norgan: FS\n---\n", record: "## § 7 \(heading)\n\nBeslut: bifall\n",
        ])
        let result = try site.run("check", "--today", "2020-10-01")
        #expect(result.status == 1)
        #expect(result.err.hasPrefix("\(record):1:1: error[K123]: inget ärende har dnr 2020:99"), "\(result.err)")
    }

    @Test(
        "another authority's number, a year or a day in a heading is no dnr of ours",
        arguments: [
            "Remiss S2020/01234", "Budget 2021–2023", "2020/21 års plan", "2020-09 i korthet",
            "Lag (2017:725) om kommuner", "Nästa möte 2020-10-23",
        ])
    func othersInHeading(heading: String) throws {
        let site = try Workplace([meeting: "---\norgan: FS\n---\n", record: "## § 7 \(heading)\n\nText.\n"])
        try site.build("--strict")
    }

    @Test(
        "a § or an agenda line of a hidden ärende is hidden with it, wherever its dnr stands",
        arguments: ["ledamöter", "sekretess"])
    func hiddenWithItsName(visibility: String) throws {
        let site = try Workplace([
            "content/arenden/h.md": matter("dnr: 2020:77\ntitel: Dold\nfs: 2020-09-18\nsynlighet: \(visibility)"),
            meeting: "---\ndagordning:\n  - Kanarie (2020:77)\n---\n",
            record: "## § 7 Kanarie (dnr 2020:77)\n\nKanarie sjunger.\n\nBeslut: bifall\n",
        ])
        try site.build()
        for (path, bytes) in try site.tree("public") {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("Kanarie"), "\(path)")
        }
    }

    @Test(
        "braces in front matter are text and never stop a build",
        arguments: ["{{titel}}", "{utkast} Budget", "{{it's}} och {% mer %}"])
    func braces(title: String) throws {
        let site = try Workplace([
            "content/arenden/1.md": matter("dnr: 2020:1\ntitel: \(title)\nfs: 2020-09-18\nbilaga: {fs: 6}"),
            meeting: "---\norgan: FS\n---\n",
        ])
        try site.build("--strict")
        let page = try site.read("public/arenden/2020-1/index.html").replacingOccurrences(of: "&#39;", with: "'")
        #expect(page.contains("<h1>\(title)</h1>") && page.contains("<dd>6</dd>"))
    }

    @Test("\"bilaga 1\" leads to the ärende's own bilaga 1, though the ärende is the first paper of its meeting")
    func ownAttachment() throws {
        let site = try Workplace([
            "content/arenden/x/arende.md": matter(
                "dnr: 2020:1\ntitel: X\nfs: 2020-09-18\nbilagor:\n  - {nummer: 1, titel: Ett, fil: ett.md}",
                "Se bilaga 1.\n"),
            "content/arenden/x/ett.md": "Text.\n", meeting: "---\norgan: FS\n---\n",
        ])
        try site.build("--strict")
        let page = try site.read("public/arenden/2020-1/index.html")
        #expect(page.contains("Se <a href=\"../../arenden/2020-1/ett/\">bilaga 1</a>"))
    }

    @Test(
        "a copied file where a page's folder must be is an error that names both",
        arguments: [
            ("content/sidor/om", "content/sidor/om.md", "sidor/om/"),
            ("content/moten/fs-2020-09-18/beslut", "content/moten/fs-2020-09-18.md", "moten/fs-2020-09-18/beslut/"),
        ])
    func fileInTheWay(file: String, page: String, address: String) throws {
        let site = try Workplace([file: "x", page: "---\n---\n"])
        let result = try site.run("build", "--today", "2020-10-01")
        #expect(result.status == 1)
        #expect(
            result.err.contains(
                "\(page):1:1: error[K063]: adressen /\(address) används redan av \(file). Byt dnr eller filnamn på det ena\n"
            ), "\(result.err)")
    }

    @Test("every page is in the site map, the archive's years too")
    func siteMap() throws {
        let site = try Workplace([meeting: "---\norgan: FS\n---\n"])
        try site.build()
        let map = try site.read("public/sitemap.xml")
        for path in try site.tree("public").keys where path.hasSuffix("index.html") {
            let address = path.dropLast("index.html".utf8.count)
            #expect(map.contains("<loc>https://handlingar.example.se/\(address)</loc>"), "\(path)")
        }
    }

    @Test("on an English site the way to a page names Swedish content as Swedish")
    func crumbs() throws {
        let site = try Workplace([
            "klubba.yml": Workplace.profile + "språk: en\n", "content/sidor/om.md": "# Om oss\n",
            "content/arenden/utan.md": matter("titel: Utan nummer"),
        ])
        try site.build()
        let crumb = "<span aria-current=\"page\" lang=\"sv\">"
        #expect(try site.read("public/sidor/om/index.html").contains("\(crumb)Om oss</span>"))
        #expect(try site.read("public/arenden/utan-nummer/index.html").contains("\(crumb)Utan nummer</span>"))
    }

    @Test(
        "a personnummer that Markdown takes apart is whole on the page, and stops the build",
        arguments: ["811218\\-9876", "811218-**9876**", "**811218**-9876", "811218&#45;9876"])
    func identityNumber(written: String) throws {
        let site = try Workplace(["content/sidor/om.md": "# Om\n\nNr \(written) här.\n"])
        let result = try site.run("build", "--today", "2020-10-01")
        #expect(result.status == 1 && result.err.contains("content/sidor/om.md:3:"), "\(result.err)")
    }

    @Test(
        "what a file says of who may see it holds under every name that a Markdown file may have",
        arguments: [
            "content/arenden/X.MD", "content/arenden/mapp/6.1 Bilaga.MD", "content/sidor/Om.MD",
            "content/moten/fs-2020-10-23.MD", "content/arenden/x.md.bak", "content/x.markdown",
        ])
    func visibilityUnderAnyName(path: String) throws {
        let site = try Workplace([
            "content/arenden/mapp/arende.md": matter("dnr: 2020:1\ntitel: Mapp"),
            path: "---\ndnr: 2020:77\ntitel: Kanarie\nsynlighet: sekretess\n---\n\nKanarie sjunger.\n",
        ])
        _ = try site.run("build", "--today", "2020-10-01")
        for (path, bytes) in try site.tree("public") {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("Kanarie"), "\(path)")
        }
    }
}
