import Foundation
import Testing

@Suite("klubba build --packets")
struct SitePacketTests {
    private func site() throws -> Bench {
        try Bench([
            "content/arenden/2020-1.md": matter("dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18\nbilaga: 1"),
            "content/arenden/2020-2.md": matter("dnr: 2020:2\ntitel: Budget\nau: 2020-08-20\nbilaga: 1"),
            "content/arenden/2020-3.md": matter("dnr: 2020:3\ntitel: Nästa år\nfs: 2021-02-26\nbilaga: 1"),
            "content/moten/au-2020-08-20.md": "---\n---\n",
            "content/moten/fs-2021-02-26.md": "---\n---\n",
        ])
    }

    private func build(_ bench: Bench, _ arguments: String..., status: Int32 = 0) throws -> String {
        let result = try bench.klubba("build", "--packets", "--today", "2020-10-01")
        #expect(result.status == status, "\(result.err)")
        return result.err
    }

    @Test("makes those whose content changed, links them with pages and size, and owns them")
    func story() throws {
        let bench = try site()
        #expect(try build(bench).contains("Utskick som PDF: 2 gjorda, 0 oförändrade.\n"))
        let page = String(decoding: try bench.data("public/moten/fs-2020-09-18/index.html"), as: UTF8.self)
        #expect(page.contains("href=\"../../moten/fs-2020-09-18/handlingar.pdf\""))
        #expect(page.contains("Alla handlingar i en PDF") && page.contains("3 sidor, ") && page.contains("\u{A0}kB"))
        // Nobody has been called to that one yet.
        #expect(!bench.exists("public/moten/fs-2021-02-26/handlingar.pdf"))

        let before = try bench.data("public/moten/au-2020-08-20/handlingar.pdf")
        #expect(try build(bench).contains("Utskick som PDF: 0 gjorda, 2 oförändrade.\n"))
        try bench.write(
            "content/arenden/2020-1.md", matter("dnr: 2020:1\ntitel: Andra lokaler\nfs: 2020-09-18\nbilaga: 1"))
        #expect(try build(bench).contains("Utskick som PDF: 1 gjorda, 1 oförändrade.\n"))
        #expect(try bench.data("public/moten/au-2020-08-20/handlingar.pdf") == before)
        let text = try bench.tool("pdftotext", bench.path("public/moten/fs-2020-09-18/handlingar.pdf"), "-").out
        #expect(text.contains("Andra lokaler"))

        let plain = try bench.klubba("build", "--today", "2020-10-01")
        #expect(plain.status == 0)
        #expect(!bench.exists("public/moten/fs-2020-09-18/handlingar.pdf"))
    }

    @Test("a paper that cannot be read stops the build, and the old site is untouched")
    func broken() throws {
        let bench = try site()
        _ = try build(bench)
        let before = try bench.data("public/moten/fs-2020-09-18/handlingar.pdf")
        try bench.write(
            "content/arenden/2020-4/arende.md", matter("dnr: 2020:4\ntitel: Ny\nfs: 2020-09-18\nbilaga: 2 - 2.1"))
        try bench.write("content/arenden/2020-4/2.1 Avtal.pdf", "sönder")
        let said = try build(bench, status: 1)
        #expect(said.contains("content/arenden/2020-4/2.1 Avtal.pdf:1:1: error[K171]: "))
        #expect(said.contains("Inget byggdes."))
        #expect(try bench.data("public/moten/fs-2020-09-18/handlingar.pdf") == before)
    }
}
