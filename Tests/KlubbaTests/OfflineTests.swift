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
