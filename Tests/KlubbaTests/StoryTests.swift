import Foundation
import Testing

@Suite("A site through its changes")
struct StoryTests {
    private let files = [
        "content/arenden/2020-1.md": matter("dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18\nbilaga: 1"),
        "content/arenden/2020-2/arende.md": matter(
            "dnr: 2020:2\ntitel: Budget\nfs: 2020-09-18\nbilaga: 2 - 2.1", "Se bilaga 2.1.\n"),
        "content/arenden/2020-2/2.1 Kalkyl.md": "# Kalkyl\n\nSiffror.\n",
        "content/arenden/2020-3.md": matter("dnr: 2020:3\ntitel: Framtid\nfs: 2020-11-18\nbilaga: 1"),
        "content/moten/fs-2020-09-18.md": "---\nkallelse: 2020-09-11\ntid: 13.00\n---\n",
        "content/moten/fs-2020-11-18.md": "---\ntid: 13.00\n---\n",
    ]

    @Test("two builds of the same content are the same bytes, and the second writes nothing")
    func twice() throws {
        let site = try Workplace(files)
        try site.build()
        let first = try site.tree("public")
        let times = try modificationTimes(site)
        let again = try site.build()
        #expect(again.err.contains(": 0 skrivna, "))
        #expect(try site.tree("public") == first)
        #expect(try modificationTimes(site) == times)
        try site.build("--output", "annan")
        #expect(try site.tree("annan") == first)
    }

    private func modificationTimes(_ site: Workplace) throws -> [String: Date] {
        var times: [String: Date] = [:]
        for path in try site.tree("public").keys {
            let attributes = try FileManager.default.attributesOfItem(
                atPath: site.root.appendingPathComponent("public/\(path)").path)
            times[path] = attributes[.modificationDate] as? Date
        }
        return times
    }

    @Test("one changed ärende writes the pages that mention it, and the tree is that of a clean build")
    func oneEdit() throws {
        let site = try Workplace(files)
        try site.build()
        let before = try site.tree("public")
        try site.write(
            "content/arenden/2020-1.md", matter("dnr: 2020:1\ntitel: Nya lokaler\nfs: 2020-09-18\nbilaga: 1"))
        try site.build()
        let after = try site.tree("public")
        try site.build("--output", "ren")
        #expect(try site.tree("ren") == after)
        let changed = Set(after.keys).filter { after[$0] != before[$0] }
        #expect(changed.contains("arenden/2020-1/index.html") && changed.contains("moten/fs-2020-09-18/index.html"))
        #expect(
            !changed.contains("arenden/2020-2/kalkyl/index.html") && !changed.contains("moten/fs-2020-11-18/index.html")
        )
    }

    @Test("build, edit, rename, delete, build: apart from tombstones the tree is a clean build's")
    func story() throws {
        let site = try Workplace(files)
        try site.build()
        try site.remove("content/arenden/2020-2/2.1 Kalkyl.md")
        try site.write("content/arenden/2020-2/2.1 Beräkning.md", "# Beräkning\n")
        try site.remove("content/arenden/2020-3.md")
        try site.remove("content/moten/fs-2020-11-18.md")
        try site.write("content/sidor/om.md", "# Om\n")
        try site.build()
        try site.build("--output", "ren")
        #expect(try site.tree("public") == site.tree("ren"))
        #expect(!site.exists("public/arenden/2020-2/kalkyl") && !site.exists("public/arenden/2020-3"))
    }

    @Test("an ärende that a kallelse has gone out for leaves a tombstone without a word of the old text")
    func tombstone() throws {
        let site = try Workplace(files)
        try site.build()
        try site.remove("content/arenden/2020-1.md")
        try site.build()
        let page = try site.read("public/arenden/2020-1/index.html")
        #expect(page.contains("Ärendet finns inte längre här"))
        #expect(!page.contains("Lokaler") && !page.contains("2020:1"))
        try site.build()
        #expect(try site.read("public/arenden/2020-1/index.html") == page)
        try site.write("content/arenden/2020-1.md", files["content/arenden/2020-1.md"] ?? "")
        try site.build()
        #expect(try site.read("public/arenden/2020-1/index.html").contains("Lokaler"))
    }

    @Test("nothing in the output depends on when or where it was built")
    func placeAndTime() throws {
        let site = try Workplace(files)
        let one = try site.run(
            "build", "--output", "ett", environment: ["SOURCE_DATE_EPOCH": "1601546400", "TZ": "Asia/Tokyo"])
        #expect(one.status == 0)
        let other = try Workplace(files)
        let two = try other.run(
            "build", "--output", "två", environment: ["SOURCE_DATE_EPOCH": "1601546401", "LC_ALL": "C"])
        #expect(two.status == 0)
        #expect(try site.tree("ett") == other.tree("två"))
    }

    @Test("the build's day is the one in the site's time zone")
    func timeZone() throws {
        // 2020-09-18 23:30 UTC is already the 19th in Stockholm, where the meeting of the 18th is over.
        let site = try Workplace(files)
        _ = try site.run("build", environment: ["SOURCE_DATE_EPOCH": "1600471800"])
        #expect(try site.read("public/moten/fs-2020-09-18/index.html").contains("Genomfört"))
        try site.write("klubba.yml", "organisation: F\ntidszon: America/New_York\n")
        _ = try site.run("build", environment: ["SOURCE_DATE_EPOCH": "1600471800"])
        #expect(try site.read("public/moten/fs-2020-09-18/index.html").contains("Kallat"))
    }

    @Test("a theme of one's own replaces file by file; its faults have template, line and nearest key")
    func theme() throws {
        let site = try Workplace(files)
        try site.write("theme/tillgangar/farger.css", ":root { --farg: #123456; }\n")
        try site.write("theme/texter/sv.txt", "moten: Sammanträden\n")
        try site.build()
        #expect(try site.read("public/index.html").contains(">Sammanträden</a>"))
        let style = try site.tree("public").first { $0.key.hasPrefix("tema/farger.") }
        #expect(style.map { String(decoding: $0.value, as: UTF8.self) } == ":root { --farg: #123456; }\n")
        try site.write(
            "theme/sida.mustache", "{{<layout}}{{$innehall}}\n<h1>{{titl}}</h1>\n{{> foot}}\n{{/innehall}}{{/layout}}\n"
        )
        let result = try site.run("build", "--today", "2020-10-01")
        #expect(result.status == 1)
        #expect(
            result.err.hasPrefix(
                """
                theme/sida.mustache:2:5: error[K100]: mallen använder "titl", som inte finns här. Menade du "titel"?
                theme/sida.mustache:3:1: error[K101]: mallen "foot" finns inte. Lägg den i theme/

                """), "\(result.err)")
    }

    @Test("every fault of a theme's file is told in one run, with its place and the nearest name")
    func themeFaults() throws {
        let site = try Workplace(files)
        try site.write("theme/arkiv.mustache", "{{<layout}}{{$innehall}}\n{{#arsgrupper}}\n{{/innehall}}{{/layout}}\n")
        try site.write(
            "theme/sida.mustache",
            "{{<layout}}{{$innehall}}\n{{text.moeten}}\n{{fil.still-css}}\n{{/innehall}}{{/layout}}\n")
        try site.write("theme/texter/sv.txt", "moten: Sammanträden\nen rad utan nyckel\n")
        let result = try site.run("build", "--today", "2020-10-01")
        #expect(result.status == 1 && !site.exists("public"))
        #expect(
            result.err.contains(
                "theme/arkiv.mustache:2:1: error[K102]: temats fil kan inte användas: {{#arsgrupper}} avslutas aldrig.")
        )
        #expect(
            result.err.contains(
                "theme/sida.mustache:2:1: error[K103]: texten \"moeten\" finns inte i texter/. Menade du \"moten\"?\n"))
        #expect(
            result.err.contains(
                "theme/sida.mustache:3:1: error[K104]: filen \"still-css\" finns inte i tillgangar/. Menade du \"stil-css\"?\n"
            ))
        #expect(
            result.err.contains("theme/texter/sv.txt:2:1: error[K105]: raden ska vara \"nyckel: text\". Rätta den\n"))
    }

    @Test("a long register has a page a year, the latest of them first, and several of a long year")
    func longRegister() throws {
        let site = try Workplace()
        for serial in 1...310 {
            for year in [2019, 2020] {
                try site.write(
                    "content/arenden/\(year)-\(serial).md",
                    "---\ndnr: \(year):\(serial)\ntitel: T\nfs: \(year)-05-04\n---\n")
            }
        }
        try site.build()
        let latest = try site.read("public/diarium/index.html")
        #expect(latest.contains(">2020:310<") && !latest.contains(">2020:7<") && !latest.contains(">2019:310<"))
        let earlier = try site.read("public/diarium/2019/2/index.html")
        #expect(earlier.contains(">2019:7<") && !earlier.contains(">2019:310<") && !earlier.contains(">2020:"))
        #expect(earlier.contains("href=\"../../../diarium/2019/\""))
        #expect(latest.contains("href=\"../diarium/2019/\""))
    }

    @Test("with språk: en pages are in English and content stands as Swedish")
    func english() throws {
        var english = files
        english["klubba.yml"] = "organisation: Förbundet\nspråk: en\n"
        let site = try Workplace(english)
        try site.build()
        let page = try site.read("public/arenden/2020-1/index.html")
        #expect(page.contains("<html lang=\"en\">") && page.contains("<h1 lang=\"sv\">Lokaler</h1>"))
        #expect(page.contains("Diary no.") && !page.contains("Beslutsärende"))
    }

    @Test("all links inside the site lead to a file or a heading that is there, from every page")
    func links() throws {
        let place = try Workplace()
        let source = Workplace.fixtures.appendingPathComponent("forbund/site")
        for audience in ["public", "members"] {
            let output = place.root.appendingPathComponent(audience).path
            let result = try Program.run(
                ["build", "--today", "2020-10-01", "--audience", audience, "--output", output], in: source)
            #expect(result.status == 0, "\(result.err)")
            let tree = try place.tree(audience)
            var count = 0
            for (path, bytes) in tree where path.hasSuffix(".html") && path != "404.html" {
                for link in Links.all(in: String(decoding: bytes, as: UTF8.self)) where !link.contains(":") {
                    count += 1
                    #expect(Links.resolve(link, from: path, in: tree), "\(path): \(link)")
                }
            }
            #expect(count > 300)
        }
    }
}

/// Links of a page, as a browser follows them.
private enum Links {
    static func all(in html: String) -> [String] {
        html.matches(of: /(?:href|src)="([^"]*)"/).map { String($0.1).replacingOccurrences(of: "&amp;", with: "&") }
    }

    static func resolve(_ link: String, from page: String, in tree: [String: Data]) -> Bool {
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        var folders = page.split(separator: "/").dropLast().map(String.init)
        for part in parts[0].split(separator: "/") where part != "." {
            if part == ".." {
                guard !folders.isEmpty else { return false }
                folders.removeLast()
            } else {
                folders.append(String(part))
            }
        }
        var target = folders.joined(separator: "/")
        if parts[0].isEmpty {
            target = page
        } else if parts[0].hasSuffix("/") || parts[0] == "." {
            target += (target.isEmpty ? "" : "/") + "index.html"
        }
        guard let bytes = tree[target] else { return false }
        guard parts.count == 2, !parts[1].isEmpty else { return true }
        return String(decoding: bytes, as: UTF8.self).contains("id=\"\(parts[1])\"")
    }
}
