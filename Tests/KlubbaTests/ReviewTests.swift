import Foundation
import Testing

@Suite("Files that are read before they are published")
struct ReviewTests {
    private func site(_ files: [String: Data]) throws -> Workplace {
        let site = try Workplace([
            "content/arenden/2020-1/arende.md":
                "---\ndnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18\nbilaga: 1\n---\n\nText.\n",
            "content/moten/fs-2020-09-18.md": "---\norgan: FS\ndatum: 2020-09-18\n---\n",
        ])
        for (name, bytes) in files { try site.write("content/arenden/2020-1/\(name)", bytes) }
        return site
    }

    private let strange = Data([1, 2, 0, 3, 0, 0, 7, 9, 0, 1])

    @Test("a personnummer in one is told with its page or part, and stops the public build")
    func found() throws {
        let pdf = """
            %PDF-1.7
            1 0 obj
            << /Type /Catalog /Pages 2 0 R >>
            endobj
            2 0 obj
            << /Type /Pages /Kids [3 0 R] /Count 1 >>
            endobj
            3 0 obj
            << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>
            endobj
            4 0 obj
            << /Length 54 >>
            stream
            BT /F 12 Tf 100 700 Td (Deltagare 811218-9876) Tj ET
            endstream
            endobj
            5 0 obj
            << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>
            endobj
            trailer
            << /Size 6 /Root 1 0 R >>
            %%EOF

            """
        let site = try site(["lista.pdf": Data(pdf.utf8)])
        let result = try site.run("build", "--today", "2020-10-01")
        #expect(result.status == 1)
        #expect(
            result.err.contains(
                "content/arenden/2020-1/lista.pdf:1:1: error[K090]: här står ett personnummer, på sida 1. Ta bort det"),
            "\(result.err)")
        let members = try site.run("build", "--today", "2020-10-01", "--audience", "members", "--output", "ut")
        #expect(members.status == 0 && members.err.contains("warning[K090]"))
    }

    @Test("the original of a Markdown bilaga is a file like any other: unread it is left out, and it carries no traces")
    func originals() throws {
        let letter = "{\\rtf1{\\info{\\author Anna Kanarie}}Hej}"
        let site = try site([
            "avtal.xyz": strange, "avtal.md": Data("---\ntitel: Avtal\nfil: avtal.xyz\n---\n\nText.\n".utf8),
            "brev.rtf": Data(letter.utf8), "brev.md": Data("---\ntitel: Brev\nfil: brev.rtf\n---\n\nText.\n".utf8),
        ])
        let result = try site.run("build", "--today", "2020-10-01")
        #expect(
            result.status == 0 && result.err.contains("content/arenden/2020-1/avtal.xyz:1:1: warning[K260]"),
            "\(result.err)")
        #expect(!site.exists("public/arenden/2020-1/avtal.xyz"))
        #expect(!(try site.read("public/arenden/2020-1/avtal/index.html").contains("avtal.xyz")))
        #expect(try site.read("public/arenden/2020-1/brev.rtf") == "{\\rtf1Hej}")
        _ = try site.run("build", "--today", "2020-10-01", "--audience", "members", "--output", "ut")
        #expect(site.exists("ut/arenden/2020-1/avtal.xyz"))
        #expect(try site.read("ut/arenden/2020-1/brev.rtf") == "{\\rtf1Hej}")
    }

    @Test("one that cannot be read has its title alone, until a person has read its bytes; the members have it")
    func unread() throws {
        let site = try site(["avtal.xyz": strange])
        let result = try site.run("build", "--today", "2020-10-01")
        #expect(result.status == 0)
        #expect(
            result.err.contains(
                "content/arenden/2020-1/avtal.xyz:1:1: warning[K260]: filen kunde inte granskas: den är av ett okänt slag. Den publiceras inte förrän någon har tittat på den: klubba review"
            ), "\(result.err)")
        #expect(try site.read("public/arenden/2020-1/index.html").contains("Inte granskad"))
        #expect(!site.exists("public/arenden/2020-1/avtal.xyz"))
        #expect(try site.run("build", "--today", "2020-10-01", "--strict").status == 1)
        _ = try site.run("build", "--today", "2020-10-01", "--audience", "members", "--output", "ut")
        #expect(site.exists("ut/arenden/2020-1/avtal.xyz"))

        let list = try site.run("review", "--today", "2020-10-01")
        #expect(
            list.status == 1 && list.out.contains("[ ] content/arenden/2020-1/avtal.xyz:1:1: filen kunde inte granskas")
        )
        #expect(list.out.contains("      klubba review \"content/arenden/2020-1/avtal.xyz\" --name \"Ditt namn\"\n"))
        #expect(list.out.contains("Granskat av: ____"))
        _ = try site.run("review", "--page", "granskning.html", "--today", "2020-10-01")
        let page = try site.read("granskning.html")
        #expect(page.contains("<code>klubba review \"content/arenden/2020-1/avtal.xyz\" --name \"Ditt namn\"</code>"))
        #expect(page.contains("Granskat av: ____"))
        let signed = try site.run(
            "review", "content/arenden/2020-1/avtal.xyz", "--name", "Anna Ek", "--today", "2020-10-01")
        #expect(signed.status == 0, "\(signed.err)")
        #expect(try site.run("review", "--today", "2020-10-01").status == 0)
        let again = try site.run("build", "--today", "2020-10-01", "--strict")
        #expect(again.status == 0, "\(again.err)")
        #expect(site.exists("public/arenden/2020-1/avtal.xyz"))
        #expect(!site.exists("public/granskade.jsonl"))

        try site.write("content/arenden/2020-1/avtal.xyz", strange + [1])
        let changed = try site.run("build", "--today", "2020-10-01")
        #expect(changed.err.contains("warning[K260]") && changed.err.contains("warning[K262]"), "\(changed.err)")
        #expect(!site.exists("public/arenden/2020-1/avtal.xyz"))
    }

    @Test("that somebody has read a file makes no personnummer public; that it is none does")
    func none() throws {
        let site = try site(["a.txt": Data("OCR\n811218-9876\n".utf8)])
        let list = try site.run("review", "--today", "2020-10-01")
        #expect(list.out.contains("klubba review \"content/arenden/2020-1/a.txt\" --name \"Ditt namn\" --none \"2:1\""))
        _ = try site.run("review", "content/arenden/2020-1/a.txt", "--name", "Anna Ek", "--today", "2020-10-01")
        #expect(try site.run("build", "--today", "2020-10-01").status == 1)
        _ = try site.run(
            "review", "content/arenden/2020-1/a.txt", "--name", "Anna Ek", "--none", "2:1", "--today", "2020-10-01")
        let result = try site.run("build", "--today", "2020-10-01")
        #expect(result.status == 0, "\(result.err)")
    }

    @Test("what an address or a setting makes of its parts is found in what is published")
    func output() throws {
        let site = try site(["811218 9876.txt": Data("x".utf8)])
        let result = try site.run("check", "--today", "2020-10-01")
        #expect(result.status == 1 && result.err.contains("content/arenden/2020-1/811218 9876.txt:1:1: error[K090]"))
        let theme = try Workplace([
            "content/index.md": "# Hej\n", "theme/fot.mustache": "{{#sajt}}{{namn}}{{/sajt}} 811218<b>-</b>9876",
        ])
        let shown = try theme.run("check", "--today", "2020-10-01")
        #expect(shown.err.contains("theme/fot.mustache:1:28: error[K090]"), "\(shown.err)")
    }
}
