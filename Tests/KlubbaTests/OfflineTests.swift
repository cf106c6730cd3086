import Foundation
import Testing

@Suite("A site on a USB stick")
struct OfflineTests {
    private let files = [
        "content/arenden/2020-1/arende.md": matter(
            "dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18\nbilaga: 1 - 1.1",
            "## Ärendet\n\nSe [om](../../sidor/om.md), [mötet](../../moten/fs-2020-09-18.md) och [ute](https://example.se/a/).\n\nskriv ` href=\"a/\"` så\n"
        ),
        "content/arenden/2020-1/1.1 Ansökan.md": "# Ansökan\n\nText.\n",
        "content/moten/fs-2020-09-18.md": "---\nkallelse: 2020-09-11\n---\n",
        "content/sidor/om.md": "# Om\n\nText.\n",
    ]

    @Test("every link to a folder leads to its index.html, and none that leads elsewhere is touched")
    func links() throws {
        let site = try Workplace(files)
        try site.build("--offline")
        #expect(!site.exists("public"))
        let page = try site.read("offline/arenden/2020-1/index.html")
        #expect(page.contains("href=\"../../sidor/om/index.html\"") && page.contains("href=\"https://example.se/a/\""))
        #expect(page.contains("href=\"ansokan/index.html\"") || page.contains("/ansokan/index.html\""))
        #expect(page.contains("href=&quot;a/&quot;"))
        for (path, bytes) in try site.tree("offline") where path.hasSuffix(".html") && path != "404.html" {
            let text = String(decoding: bytes, as: UTF8.self)
            let folders = text.components(separatedBy: " href=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
                .filter { !$0.hasPrefix("http") && $0.prefix { $0 != "#" }.hasSuffix("/") }
            #expect(folders.isEmpty, "\(path): \(folders)")
        }
    }

    @Test("what is hidden is no more there than on the site")
    func hidden() throws {
        var files = files
        files["content/arenden/2020-2.md"] = matter("dnr: 2020:2\ntitel: KANARIE\nfs: 2020-09-18\nsynlighet: ledamöter")
        let site = try Workplace(files)
        try site.build("--offline")
        #expect(try site.tree("offline").allSatisfy { $0.value.range(of: Data("KANARIE".utf8)) == nil })
    }
}

@Suite("A meeting's papers as one zip archive")
struct ZipTests {
    private let files = [
        "content/arenden/2020-1/arende.md": matter(
            "dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18\nbilaga: 1 - 1.1\nbilagor:\n  - {titel: Budget, fil: budget.pdf}\n  - {titel: Löner, fil: kanarie.pdf, synlighet: ledamöter}",
            "## Ärendet\n\nSe [om](../../sidor/om.md).\n"),
        "content/arenden/2020-1/budget.pdf": "%PDF-1.4 budget",
        "content/arenden/2020-1/kanarie.pdf": "%PDF-1.4 KANARIE",
        "content/moten/fs-2020-09-18.md": "---\nkallelse: 2020-09-11\n---\n",
        "content/sidor/om.md": "# Om\n\nText.\n",
    ]

    private func unpacked(_ site: Workplace) throws -> [String: Data] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2])",
            site.root.appendingPathComponent("public/moten/fs-2020-09-18/fs-2020-09-18.zip").path,
            site.root.appendingPathComponent("upp").path,
        ]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return try site.tree("upp")
    }

    @Test("has one page, the files that it leads to, and nothing that is hidden; other links go to the site")
    func contents() throws {
        let site = try Workplace(files)
        try site.build("--zip")
        #expect(try site.read("public/moten/fs-2020-09-18/index.html").contains("fs-2020-09-18.zip\" download"))
        let entries = try unpacked(site)
        #expect(entries["fs-2020-09-18/bilagor/2020-1/budget.pdf"] == Data("%PDF-1.4 budget".utf8))
        #expect(entries.allSatisfy { $0.value.range(of: Data("KANARIE".utf8)) == nil })
        let page = String(decoding: try #require(entries["fs-2020-09-18/index.html"]), as: UTF8.self)
        #expect(page.contains("href=\"bilagor/2020-1/budget.pdf\""))
        #expect(page.contains("href=\"https://handlingar.example.se/sidor/om/\""))
        #expect(page.contains("href=\"tema/stil.") && entries.keys.contains { $0.contains("/tema/stil.") })
    }

    @Test("is the same bytes twice, and is gone when it is not asked for")
    func same() throws {
        let site = try Workplace(files)
        try site.build("--zip")
        let first = try site.tree("public")
        #expect(try site.build("--zip").err.contains(" 0 skrivna,"))
        #expect(try site.tree("public") == first)
        try site.build()
        #expect(!site.exists("public/moten/fs-2020-09-18/fs-2020-09-18.zip"))
    }
}
