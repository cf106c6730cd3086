import Foundation
import Testing

@Suite("What is in no edition, as the commands tell it")
struct HeldCommandTests {
    private let files = [
        "content/arenden/a.md": matter("dnr: 2020:1\ntitel: A\nfs: 2020-10-23"),
        "content/arenden/b.md": matter("dnr: 2020:2\ntitel: Kanarie\nfs: 2020-10-23\nsynlighet: utkast", "Kanarie.\n"),
        "content/arenden/c.md": matter(
            "dnr: 2020:3\ntitel: Kanarie\nfs: 2020-10-23\npubliceras: 2020-10-02", "Kanarie.\n"),
        "content/moten/fs-2020-10-23.md": "---\nkallelse: 2020-10-01\n---\n", "content/dokument/Thumbs.db": "x",
        "content/dokument/~$utkast.docx": "x",
    ]

    @Test("check lists drafts, what waits for its day, and what programs have left")
    func check() throws {
        let site = try Workplace(files)
        let result = try site.run("check", "--today", "2020-10-01")
        #expect(result.status == 0)
        #expect(
            result.err == """
                content/moten/fs-2020-10-23.md:2:11: warning[K201]: kallelsen till FS 2020-10-23 har en dag men är inte förseglad, så bilagornas nummer kan fortfarande ändras. Kör "klubba seal fs-2020-10-23" när den skickas
                content/arenden/b.md: utkast, visas bara i förhandsgranskningen
                content/arenden/c.md: publiceras 2020-10-02
                content/dokument/Thumbs.db: publiceras inte, filen är lämnad av ett program
                content/dokument/~$utkast.docx: publiceras inte, filen är lämnad av ett program
                1 ärende och 1 möte: 0 fel, 1 varning.

                """)
    }

    @Test("neither site has a byte of them, until the day comes")
    func build() throws {
        let site = try Workplace(files)
        try site.build("--no-search")
        try site.build("--no-search", "--audience", "members", "--output", "../\(site.root.lastPathComponent)-m")
        let members = site.root.deletingLastPathComponent().appendingPathComponent(site.root.lastPathComponent + "-m")
        defer { try? FileManager.default.removeItem(at: members) }
        for tree in [try site.tree("public"), try Tree.files(members)] {
            #expect(tree.keys.allSatisfy { !$0.contains("2020-2") && !$0.contains("2020-3") && !$0.contains("humbs") })
            #expect(tree.values.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("Kanarie") })
        }
        let later = try site.run("build", "--no-search", "--today", "2020-10-02")
        #expect(later.status == 0)
        #expect(site.exists("public/arenden/2020-3/index.html") && !site.exists("public/arenden/2020-2"))
    }

    @Test("a kallelse whose agenda names a draft cannot be sealed")
    func seal() throws {
        let site = try Workplace(files)
        try site.write(
            "content/moten/fs-2020-10-23.md", "---\nkallelse: 2020-10-01\ndagordning: [2020:1, 2020:2]\n---\n")
        let result = try site.run("seal", "fs-2020-10-23", "--today", "2020-10-01")
        #expect(result.status == 1)
        #expect(result.err.hasSuffix("Inget förseglades, för ett utkast står på föredragningslistan.\n"))
        #expect(!site.exists("content/beslutslogg.jsonl"))
    }

    @Test(
        "a clock that cannot be read is a usage error that names it",
        arguments: ["abc", "1e9", "", "-1", "99999999999999", "12 "])
    func clock(epoch: String) throws {
        let site = try Workplace(files)
        let result = try site.run("build", environment: ["SOURCE_DATE_EPOCH": epoch])
        #expect(result.status == 2)
        #expect(result.err.contains("SOURCE_DATE_EPOCH är \"\(epoch)\", som inte är sekunder sedan 1970."))
        #expect(!site.exists("public"))
    }

    @Test("a Markdown bilaga's original is linked from its page")
    func original() throws {
        let site = try Workplace([
            "content/arenden/x/arende.md": matter("dnr: 2020:1\ntitel: X"),
            "content/arenden/x/ansokan.md": "---\ntitel: Ansökan\nfil: ansokan.docx\n---\nText.\n",
            "content/arenden/x/ansokan.docx": "x",
        ])
        try site.build("--no-search")
        #expect(try site.read("public/arenden/2020-1/ansokan.docx") == "x")
        #expect(
            try site.read("public/arenden/2020-1/ansokan/index.html").contains(
                "href=\"../../../arenden/2020-1/ansokan.docx\""))
        #expect(try !site.read("public/arenden/2020-1/index.html").contains("ansokan.docx"))
    }
}
