import Testing

@Suite("A head that is not one, and a clock that cannot be read")
struct HeadCommandTests {
    @Test(
        "nothing of a text is published whose head is not read as one, whatever kind of text it is",
        arguments: [
            "content/arenden/x/pm.md", "content/arenden/h.md", "content/sidor/intern.md",
            "content/moten/fs-2020-09-18.md",
            "content/dokument/notis.md",
        ])
    func hidden(path: String) throws {
        let site = try Workplace([
            "content/arenden/x/arende.md": "---\ndnr: 2020:1\ntitel: A\nfs: 2020-09-18\n---\n",
            path: "–––\nsynlighet: sekretess\n–––\n\nKANARIE\n",
        ])
        let result = try site.run("build", "--today", "2020-10-01")
        #expect(result.status == 1)
        #expect(result.err.contains("\(path):1:1: error[K230]: "))
        #expect(!site.exists("public/index.html"))
    }

    @Test("an empty line before the head hides what the head says is hidden")
    func emptyLine() throws {
        let site = try Workplace([
            "content/arenden/h.md":
                "\n---\ndnr: 2020:1\ntitel: KANARIE\nsynlighet: sekretess\nfs: 2020-09-18\n---\n\nKANARIE\n"
        ])
        try site.build()
        #expect(try site.tree("public").allSatisfy { !$0.value.contains("KANARIE") })
    }

    @Test(
        "a SOURCE_DATE_EPOCH that is no second since 1970 is a usage error",
        arguments: ["abc", "1e9", "-1", "99999999999999999999", ""])
    func clock(written: String) throws {
        let site = try Workplace()
        let result = try site.run("build", environment: ["SOURCE_DATE_EPOCH": written])
        #expect(result.status == 2)
        #expect(result.err.contains("SOURCE_DATE_EPOCH är \"\(written)\", som inte är sekunder sedan 1970."))
    }
}

extension Sequence<UInt8> {
    fileprivate func contains(_ word: String) -> Bool { String(decoding: Array(self), as: UTF8.self).contains(word) }
}
