import Foundation
import Testing

@Suite("Search")
struct SearchTests {
    private let files = [
        "content/arenden/2020-1/arende.md": matter(
            "dnr: 2020:1\ntitel: Lokaler i <Åsvalla>\nfs: 2020-09-18\nbilaga: 1 - 1.2\ninsatsägare: Nyhamns kommun\ninsats: Bron\nbilagor:\n  - {nummer: 1.1, titel: Ritning, fil: ritning.txt}\n  - {nummer: 1.2, titel: Hyror, fil: hyror.txt, synlighet: ledamöter}",
            "## Förslag till beslut\n\nStyrelsen föreslås besluta\n\n- **att** hyra lokalen.\n"
        ),
        "content/arenden/2020-1/ritning.txt": "Golvytan är trehundra kvadratmeter.\n",
        "content/arenden/2020-1/hyror.txt": "KANARIE\n",
        "content/arenden/2020-2.md": matter(
            "dnr: 2020:2\ntitel: KANARIE\nfs: 2020-09-18\nbilaga: 2\nsynlighet: ledamöter"),
        "content/arenden/2020-3.md": matter("dnr: 2020:3\ntitel: KANARIE\nfs: 2020-09-18\nsynlighet: sekretess"),
        "content/moten/fs-2020-09-18.md": "---\nkallelse: 2020-09-11\n---\n",
        "content/moten/fs-2020-09-18.protokoll.md":
            "---\njusterat: 2020-09-25\nanslaget: 2020-09-26\n---\n\n## § 1 2020:1\n\nBeslut: avslag\n\n## § 2 2020:2\n\nKANARIE\n\nBeslut: bifall\n\n## § 3 2020:3\n",
    ]

    /// The index's files, by their paths below `sok/`.
    private func index(_ site: Workplace, _ folder: String = "public") throws -> [String: String] {
        let root = site.root.appendingPathComponent("\(folder)/sok")
        var files: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) where path.hasSuffix(".js") {
            files[path] = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
        }
        return files
    }

    @Test("all that is seen of an ärende, a § and a bilaga's file is in the index, and nothing that is hidden")
    func whole() throws {
        let site = try Workplace(files)
        try site.build()
        let all = try index(site)
        let texts = all.filter { $0.key.hasPrefix("text/") }.values.joined()
        #expect(texts.contains("[\"arenden/2020-1/\",\"2020:1\",\"Lokaler i \\u003cÅsvalla>\","))
        #expect(texts.contains("Nyhamns kommun") && texts.contains("[\"att-1\",\"Förslag till beslut\",4,"))
        #expect(texts.contains("[\"arenden/2020-1/ritning.txt\"") && texts.contains("trehundra kvadratmeter"))
        #expect(texts.contains("[\"moten/fs-2020-09-18/protokoll/1/\""))
        let words = all.filter { $0.key.hasPrefix("lista/") }.values.joined()
        #expect(words.contains("golvytan=") && words.contains("2020-1="))
        for hidden in ["kanarie", "2020:2", "2020-2=", "protokoll/2/", "protokoll/3/"] {
            #expect(!all.values.contains { $0.lowercased().contains(hidden) }, "\(hidden)")
        }
        #expect(try site.read("public/sok/fakta/0.js").contains("\"Ärende\",\"Förbundsstyrelsen\",\"2020\",\"Avslag\""))
        let page = try site.read("public/sok/index.html")
        #expect(page.contains("<option>Avslag</option>") && !page.contains("<option>Bifall</option>"))
    }

    @Test("the members' index has what they see, and what is secret is in neither")
    func members() throws {
        let site = try Workplace(files)
        try site.build("--audience", "members", "--output", "ledamoter")
        let all = try index(site, "ledamoter").values.joined()
        #expect(all.contains("KANARIE") && all.contains("2020:2") && !all.contains("protokoll/3/"))
    }

    @Test("a site on a memory stick is searched like any other; one that is to do without has no index")
    func without() throws {
        let site = try Workplace(files)
        try site.build("--offline", "--output", "sticka")
        #expect(try index(site, "sticka")["index.js"]?.hasPrefix("klubbaSok(\"index\",{") ?? false)
        try site.build()
        #expect(site.exists("public/sok/index.js"))
        try site.build("--no-search")
        #expect(!site.exists("public/sok/index.js") && !site.exists("public/sok/lista"))
        #expect(site.exists("public/sok/index.html"))
    }

    @Test("an ärende that becomes the members' own leaves no word in the public index")
    func withdrawn() throws {
        var changed = files
        changed["content/arenden/2020-4.md"] = matter("dnr: 2020:4\ntitel: Indragen\nfs: 2020-10-18")
        let site = try Workplace(changed)
        try site.build()
        #expect(try index(site).values.contains { $0.contains("indrag") })
        try site.write(
            "content/arenden/2020-4.md",
            matter("dnr: 2020:4\ntitel: Indragen\nfs: 2020-10-18\nsynlighet: ledamöter"))
        try site.build()
        #expect(!(try index(site).values.contains { $0.lowercased().contains("indrag") || $0.contains("2020-4") }))
    }

    @Test("a change of one word rewrites only the files that have it")
    func edited() throws {
        var many = files
        for number in 10..<120 {
            many["content/arenden/2020-\(number).md"] = matter(
                "dnr: 2020:\(number)\ntitel: Insats nummer \(number)\nfs: 2020-10-18")
        }
        let site = try Workplace(many)
        try site.build()
        let before = try index(site)
        try site.write(
            "content/arenden/2020-50.md", matter("dnr: 2020:50\ntitel: Insatsen nummer 50\nfs: 2020-10-18"))
        try site.build()
        let after = try index(site)
        let written = Set(after.keys).union(before.keys).filter { before[$0] != after[$0] }
        // Its own text, and its meeting's: another form of a word is the same word.
        #expect(!written.isEmpty && written.allSatisfy { $0.hasPrefix("text/") } && written.count <= 4, "\(written)")
    }
}
