import Diagnostics
import Meetings
import Testing

@testable import Content

@Suite("What the name of a bilaga's file tells")
struct PaperNameTests {
    @Test(
        "number, title and address; the number is no part of the address",
        arguments: [
            ("6.1 Ansökan.md", "6.1", "Ansökan", "ansokan"), ("bilaga-6.1-ansokan.md", "6.1", "Ansokan", "ansokan"),
            ("Bilaga 6.10 Budget för 2021.pdf", "6.10", "Budget för 2021", "budget-for-2021"),
            ("budget.pdf", nil, "Budget", "budget"),
            ("6.1.md", "6.1", "Bilaga", "bilaga"), ("bilaga 2.md", "2", "Bilaga", "bilaga"),
            ("2020-09-18 Protokoll.pdf", nil, "2020-09-18 Protokoll", "2020-09-18-protokoll"),
            ("6_1 Plan.md", "6", "1 Plan", "1-plan"), ("6.1_plan_b.docx", "6.1", "Plan b", "plan-b"),
            ("2021 Budget.xlsx", nil, "2021 Budget", "2021-budget"),
            ("bilagor.md", nil, "Bilagor", "bilagor"), ("bilagalista.md", nil, "Bilagalista", "bilagalista"),
            ("6.1 – Ansökan.md", "6.1", "Ansökan", "ansokan"), ("undermapp/7 Karta.png", "7", "Karta", "karta"),
            ("läs.mig", nil, "Läs", "las"),
            ("utan ändelse", nil, "Utan ändelse", "utan-andelse"), ("日本.pdf", nil, "日本", "bilaga"),
            ("6.1 Anso\u{308}kan.md", "6.1", "Anso\u{308}kan", "ansokan"),
            ("arkiv.tar.gz", nil, "Arkiv.tar", "arkiv-tar"),
        ] as [(String, String?, String, String)])
    func names(name: String, number: String?, title: String, slug: String) {
        let read = PaperName(name[...])
        #expect(read.number?.description == number)
        #expect(read.title == title)
        #expect(read.slug.text == slug)
    }
}

@Suite("Bilagor")
struct PaperTests {
    private func attachments(_ list: String, _ papers: [String: String]) throws -> (shown: [String], messages: [String])
    {
        let read = readMatter("---\ndnr: 2020:1\ntitel: A\n\(list)\n---\n\nText.\n", papers: papers)
        let matter = try #require(read.source).matter
        let shown = matter.attachments.map { attachment in
            let content =
                switch attachment.content {
                case .text(_, let slug): "\(slug)/"
                case .file(_, let name, let size): "\(name) \(size) B"
                case .missing: "saknas"
                }
            let number = attachment.number.map { "\($0) " } ?? ""
            return "\(number)\(attachment.title): \(content)\(attachment.isListed ? "" : " (olistad)")"
        }
        return (shown, read.messages.map { $0.replacing("content/arenden/x/arende.md:", with: "") })
    }

    @Test("Markdown becomes a page, any other file is copied; unlisted ones come by number and name")
    func unlisted() throws {
        let read = try attachments(
            "",
            [
                "Karta.PNG": "", "6.10 Sist.md": "x", "6.9 Näst sist.pdf": "x",
                "ansokan.md": "---\nnummer: 6.1\ntitel: Ansökan\n---\nx",
                "rubrik.md": "# Rubriken\n\nText",
            ])
        #expect(
            read.shown == [
                "6.1 Ansökan: ansokan/ (olistad)", "6.9 Näst sist: nast-sist.pdf 7 B (olistad)",
                "6.10 Sist: sist/ (olistad)",
                "Karta: karta.png 7 B (olistad)", "Rubriken: rubrik/ (olistad)",
            ])
        #expect(read.messages == [])
    }

    @Test("the list gives order, numbers and titles; files that it does not name come after")
    func listed() throws {
        let read = try attachments(
            "bilagor:\n  - {nummer: 6.2, titel: Budgeten, fil: budget.pdf}\n  - ansökan.md\n  - {fil: \"6.1 Karta.pdf\"}",
            ["budget.pdf": "", "anso\u{308}kan.md": "# Ansökan", "6.1 Karta.pdf": "", "0 Extra.pdf": ""])
        #expect(
            read.shown == [
                "6.2 Budgeten: budget.pdf 7 B", "Ansökan: ansokan/", "6.1 Karta: karta.pdf 7 B",
                "0 Extra: extra.pdf 7 B (olistad)",
            ])
        #expect(read.messages == [])
    }

    @Test("a list may be text with commas")
    func commas() throws {
        let read = try attachments("bilagor: b.pdf, a.pdf", ["a.pdf": "", "b.pdf": ""])
        #expect(read.shown == ["B: b.pdf 7 B", "A: a.pdf 7 B"])
        #expect(read.messages == [])
    }

    @Test("a bilaga without a file, or whose file is not there, is shown as missing, with a warning")
    func missing() throws {
        let read = try attachments(
            "bilagor:\n  - {nummer: 6.1, titel: Ansökan}\n  - {nummer: 6.2, fil: borta.pdf}\n  - {nummer: 6.3}", [:])
        #expect(read.shown == ["6.1 Ansökan: saknas", "6.2 Borta: saknas", "6.3 Bilaga 6.3: saknas"])
        #expect(
            read.messages == [
                "5:5: warning[K061]: bilagan \"Ansökan\" har ingen fil och visas som saknad. Lägg till \"fil\"",
                "6:24: warning[K060]: bilagan \"borta.pdf\" finns inte i ärendets mapp och visas som saknad. Lägg dit filen",
                "7:5: warning[K061]: bilagan \"Bilaga 6.3\" har ingen fil och visas som saknad. Lägg till \"fil\"",
            ])
    }

    @Test(
        "a file outside the ärende's own folder is an error",
        arguments: ["../b/x.pdf", "/etc/passwd", "a/../../x.pdf", "%2e%2e/x.pdf", "..", "./../x.pdf"])
    func outside(path: String) throws {
        let read = try attachments("bilagor:\n  - {fil: \"\(path)\"}", [:])
        #expect(read.shown == [])
        #expect(
            read.messages == ["5:11: error[K062]: \"\(path)\" ligger utanför ärendets egen mapp. Kopiera filen dit"])
    }

    @Test("a file that is listed twice is an error")
    func twice() throws {
        let read = try attachments("bilagor: [x.pdf, ./x.pdf]", ["x.pdf": ""])
        #expect(read.shown == ["X: x.pdf 7 B"])
        #expect(read.messages == ["4:18: error[K065]: \"./x.pdf\" står två gånger i \"bilagor\". Ta bort den ena"])
    }

    @Test("a file that is another bilaga's original has no line of its own")
    func listedOriginal() throws {
        let read = try attachments(
            "bilagor:\n  - {fil: a.md}\n  - {titel: Original, fil: a.pdf, synlighet: ledamöter}",
            ["a.md": "---\nfil: a.pdf\n---\nText", "a.pdf": "x"])
        #expect(
            read.messages.contains { $0.contains("error[K452]: \"a.pdf\" är originalet till a.md") }, "\(read.messages)"
        )
    }

    @Test("what cannot be read is told at its place")
    func faults() throws {
        let read = try attachments(
            "bilagor:\n  - {nummer: sex, fil: x.pdf, titell: y}\n  - [a, b]", ["x.pdf": ""])
        #expect(
            read.messages == [
                "5:14: error[K034]: \"sex\" kan inte läsas som bilagenummer. Skriv som 6, 6.1 eller 6 - 6.3",
                "5:31: warning[K025]: okänd nyckel \"titell\". Menade du \"titel\"?",
                "6:5: error[K028]: \"bilagor\" ska skrivas med nycklar, som {nummer: 6.1, titel: Ansökan, fil: ansokan.md}",
            ])
    }
}

@Suite("Mentions of bilagor, and links")
struct MentionTests {
    private func targets(_ body: String) throws -> [String] {
        let read = readMatter("---\ndnr: 2020:1\ntitel: A\n---\n\n\(body)\n")
        return try #require(read.source).matter.after.links.map { link in
            switch link.target {
            case .attachment(let number): "bilaga \(number)"
            case .file(let path, let fragment): path + fragment
            case .image(let path, let alternative): "\(path) (\(alternative))"
            case .matter: "ärende"
            case .paragraph: "paragraf"
            case .note(let number): "not \(number)"
            }
        }
    }

    @Test("\"Bilaga 6.1\" in a text is a mention, whatever case it has; in links, code and headings it is not")
    func mentions() throws {
        #expect(
            try targets("Se bilaga 6.1, Bilaga\u{A0}6.10 och **bilaga 1**. Bilaga 6.") == [
                "bilaga 6.1", "bilaga 6.10", "bilaga 1", "bilaga 6",
            ])
        #expect(try targets("Bilaga\n2") == ["bilaga 2"])
        #expect(try targets("| Bilaga 3 |\n|---|\n| bilaga 4 |") == ["bilaga 3", "bilaga 4"])
        let own = "arenden/x/arende.md"
        #expect(try targets("`bilaga 1` [bilaga 2](#x)\n\n## Bilaga 3\n\n    bilaga 4\n") == ["\(own)#x"])
        #expect(
            try targets("[x](#y \"bilaga 1\") bilaga 2 `bilaga 3` *bilaga* 4 bilagabilaga 5") == [
                "\(own)#y", "bilaga 2",
            ])
        #expect(try targets("kartbilaga 1, bilagan 2, bilaga a, bilaga 12345678, bilaga 6x, bilaga6, bilaga") == [])
    }

    @Test("a link whose target has spaces is text, and is told with the cure")
    func spaces() throws {
        let read = readMatter(
            "---\ntitel: A\n---\n\nSe [planen](/dokument/Plan 2026.pdf).\n\n![karta](bild 1.png)\n\n[1] (se sida 2.)\n")
        let told = read.messages.filter { $0.contains("K456") }
        #expect(told.map { $0.split(separator: ":")[1] } == ["5", "7"], "\(told)")
        let cured = readMatter("---\ntitel: A\n---\n\nSe [planen](</dokument/Plan 2026.pdf>).\n")
        #expect(!cured.messages.contains { $0.contains("K456") })
    }

    @Test("a relative link leads from the text's own folder, one with a slash from content/")
    func links() throws {
        #expect(
            try targets(
                "[a](karta.pdf) [b](../2020-2/arende.md#att-1) [c](/sidor/om.md?x) ![d](bild%20a.png) [e](https://x.se) [f](#g)"
            )
                == [
                    "arenden/x/karta.pdf", "arenden/2020-2/arende.md#att-1", "sidor/om.md", "arenden/x/bild a.png (d)",
                    "arenden/x/arende.md#g",
                ])
    }

    @Test("javascript is no link, with a warning, and HTML and braces are text")
    func unsafe() throws {
        let read = readMatter(
            "---\ndnr: 2020:1\ntitel: A\n---\n\n[x](javascript:alert(1)) <script>alert(2)</script> {{titel}}\n")
        #expect(
            read.messages == [
                "content/arenden/x/arende.md:6:1: warning[K082]: länken \"javascript:alert(1)\" har en adresstyp som inte tillåts. Den visas som vanlig text"
            ])
        let html = try #require(read.source).matter.after.text
        #expect(html == "<p>x &lt;script&gt;alert(2)&lt;/script&gt; {{titel}}</p>\n")
    }

    @Test("ten thousand nested quotes are an error at once")
    func nested() {
        let read = readMatter("---\ndnr: 2020:1\ntitel: A\n---\n\n" + String(repeating: "> ", count: 10_000) + "x\n")
        #expect(
            read.messages == [
                "content/arenden/x/arende.md:6:1: error[K011]: texten har citat eller listor i fler än 100 nivåer. Ta bort överflödiga > eller indrag"
            ])
    }
}

@Suite("A bilaga and its original")
struct OriginalTests {
    @Test("fil in a Markdown bilaga's head names the file beside it: one bilaga, one number")
    func original() throws {
        let read = readMatter(
            "---\ndnr: 2020:1\ntitel: A\nbilaga: 6 - 6.1\n---\n",
            papers: ["6.1 Ansökan.md": "---\nfil: 6.1 Ansökan.docx\n---\nText", "6.1 Ansökan.docx": "x"])
        let attachments = try #require(read.source).matter.attachments
        #expect(read.messages == [])
        #expect(attachments.map(\.title) == ["Ansökan"])
        #expect(attachments.map { $0.original?.name } == ["ansokan.docx"])
    }

    @Test("one that is not there, that is a text, or that lies elsewhere is told")
    func wrong() {
        let read = readMatter(
            "---\ndnr: 2020:1\ntitel: A\n---\n",
            papers: [
                "a.md": "---\nfil: borta.docx\n---\nText", "b.md": "---\nfil: a.md\n---\nText",
                "c.md": "---\nfil: ../x.docx\n---\nText",
            ])
        #expect(
            read.messages.map { String($0.prefix { $0 != "]" }) } == [
                "content/arenden/x/a.md:2:6: warning[K060", "content/arenden/x/b.md:2:6: warning[K060",
                "content/arenden/x/c.md:2:6: error[K062",
            ])
    }

    @Test("a second file with the ärende's own dnr is a copy of it; one with another is a bilaga")
    func copyOfMatter() {
        let read = readMatter(
            "---\ndnr: 2020:1\ntitel: A\n---\n",
            papers: [
                "arende (1).md": "---\ndnr: \"2020 : 1\"\ntitel: A\n---\nText", "b.md": "---\ndnr: 2019:7\n---\nText",
            ])
        #expect(
            read.messages == [
                "content/arenden/x/arende (1).md:2:6: error[K236]: filen har samma dnr som ärendet (2020 : 1) och ser ut som en kopia av content/arenden/x/arende.md. Ta bort den ur mappen, eller ta bort \"dnr:\" om den är en bilaga"
            ])
    }

    @Test("git's marks are an error in a text, and in a file that is published as it is")
    func marks() {
        let marked = "Text\n<<<<<<< HEAD\nett\n=======\ntvå\n>>>>>>> gren\n"
        let read = readMatter("---\ndnr: 2020:1\ntitel: A\n---\n", papers: ["a.md": marked, "b.txt": marked])
        #expect(
            read.messages.map { String($0.prefix { $0 != "]" }) } == [
                "content/arenden/x/a.md:2:1: error[K234", "content/arenden/x/b.txt:2:1: error[K234",
            ])
    }

    @Test("a head in a file that is published as it is is told, unless the list says who may see the file")
    func copiedHead() {
        let head = "---\nsynlighet: ledamöter\n---\nText"
        let list = "bilagor:\n  - {titel: B, fil: b.txt, synlighet: ledamöter}\n  - {titel: C, fil: c.txt}"
        let read = readMatter(
            "---\ndnr: 2020:1\ntitel: A\n\(list)\n---\n", papers: ["a.txt": head, "b.txt": head, "c.txt": head])
        #expect(
            read.messages.map { String($0.prefix(41)) } == [
                "content/arenden/x/a.txt:1:1: error[K230]:", "content/arenden/x/c.txt:1:1: error[K230]:",
            ])
    }
}
