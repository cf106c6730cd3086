import Foundation
import Testing

@Suite("Links that lead where they say, and words that lead somewhere")
struct LinkTests {
    private let meeting = "content/moten/fs-2020-09-18.md"
    private let record = "content/moten/fs-2020-09-18.protokoll.md"

    private func proposal(_ dnr: String, _ text: String) -> String {
        matter(
            "dnr: \(dnr)\ntitel: Ärende \(dnr)\nfs: 2020-09-18",
            "## Förslag till beslut\n\nFörbundsstyrelsen föreslås besluta\n\n- **att** godkänna rapporten\n- **att** följa upp den\n\n## Ärendet\n\n\(text)"
        )
    }

    private func record(_ entries: String) -> String {
        "---\nordförande: A\nsekreterare: B\nnärvarande: [A, C]\njusterare: C\njusterat: 2020-09-25\n---\n\n\(entries)\n"
    }

    private func text(_ site: Workplace, _ path: String) throws -> String { try site.read("public/\(path)/index.html") }

    // MARK: - Places on a page

    @Test("a place that a page has not is an error, with the nearest that it has")
    func fragments() throws {
        let site = try Workplace([
            "content/arenden/a.md": proposal(
                "2020:1",
                "Se [nionde satsen](b.md#att-9), [här](#arendett) och [paragrafen](/moten/fs-2020-09-18.protokoll.md#p-77)."
            ),
            "content/arenden/b.md": proposal("2020:2", "Text."), meeting: "---\nkallelse: 2020-09-11\n---\n",
            record: record("## § 7 2020:1\n\nBeslut: bifall\n\n## § 8 2020:2\n\nBeslut: bifall"),
        ])
        let result = try site.run("build", "--today", "2020-10-01")
        #expect(result.status == 1)
        let errors = result.err.split(separator: "\n").filter { $0.contains("error[") }
        #expect(
            errors == [
                "content/arenden/a.md:16:1: error[K080]: länken leder till \"arenden/a.md#arendett\", som inte finns. Menade du \"arenden/a.md#arendet\"?",
                "content/arenden/a.md:16:1: error[K080]: länken leder till \"arenden/b.md#att-9\", som inte finns. Menade du \"arenden/b.md#att-2\"?",
                "content/arenden/a.md:16:1: error[K080]: länken leder till \"moten/fs-2020-09-18.protokoll.md#p-77\", som inte finns. Menade du \"moten/fs-2020-09-18.protokoll.md#p-8\"?",
            ])
    }

    @Test("a place that is there is led to, from whatever page the text stands on")
    func placesThatAre() throws {
        let site = try Workplace([
            "content/arenden/a.md": proposal(
                "2020:1",
                "Se [satsen](b.md#att-2), [här](#arendet), [§](/moten/fs-2020-09-18.protokoll.md#p-7), [upp](#top) och [fil](/dokument/x.pdf#page=3)."
            ),
            "content/arenden/b.md": proposal("2020:2", "Text."), meeting: "---\nkallelse: 2020-09-11\n---\n",
            "content/dokument/x.pdf": "x",
            record: record("## § 7 2020:1\n\nBeslut: bifall\n\n## § 8 2020:2\n\nBeslut: bifall"),
        ])
        try site.build()
        let page = try text(site, "arenden/2020-1")
        #expect(page.contains("href=\"../../arenden/2020-2/#att-2\""))
        #expect(page.contains("href=\"../../arenden/2020-1/#arendet\""))
        #expect(page.contains("href=\"../../moten/fs-2020-09-18/protokoll/#p-7\""))
    }

    // MARK: - Named without a link

    @Test("a dnr after the word, and a § with its meeting, are links where they mean one thing")
    func named() throws {
        let site = try Workplace([
            "content/arenden/a.md": proposal(
                "2020:1",
                "Jämför dnr 2020:2, § 8 FS 2020-09-18, § 8, FS 2020-09-18, FS 2020-09-18 § 8 och Dnr: KS 2018/14 och 2020:2.\n\nDnr 2020:1, dnr 2020:99, § 9 FS 2020-09-18, § 8 AU 2020-09-18, `dnr 2020:2`."
            ),
            "content/arenden/b.md": proposal("2020:2", "Text."),
            "content/arenden/c.md": proposal("KS 2018/14", "Text."), meeting: "---\nkallelse: 2020-09-11\n---\n",
            record: record(
                "## § 7 2020:1\n\nBeslut: bifall\n\n## § 8 2020:2\n\nBeslut: bifall\n\n## § 9 KS 2018/14\n\nBeslut: bifall"
            ),
        ])
        try site.build()
        let page = try text(site, "arenden/2020-1")
        let paragraph = "../../moten/fs-2020-09-18/protokoll/8/"
        #expect(
            page.contains(
                "<p>Jämför <a href=\"../../arenden/2020-2/\">dnr 2020:2</a>, <a href=\"\(paragraph)\">§ 8 FS 2020-09-18</a>, <a href=\"\(paragraph)\">§ 8, FS 2020-09-18</a>, <a href=\"\(paragraph)\">FS 2020-09-18 § 8</a> och <a href=\"../../arenden/ks-2018-14/\">Dnr: KS 2018/14</a> och <a href=\"../../arenden/2020-2/\">2020:2</a>.</p>"
            ), "\(page)")
        #expect(page.contains("<p>Dnr 2020:1, dnr 2020:99, <a"))
        #expect(page.contains("</a>, § 8 AU 2020-09-18, <code>dnr 2020:2</code>.</p>"))
    }

    @Test("what the audience may not see is no link", arguments: ["ledamöter", "sekretess"])
    func namedHidden(visibility: String) throws {
        let site = try Workplace([
            "content/arenden/a.md": proposal("2020:1", "Jämför dnr 2020:2 och § 8 FS 2020-09-18."),
            "content/arenden/b.md": matter("dnr: 2020:2\ntitel: Dold\nfs: 2020-09-18\nsynlighet: \(visibility)"),
            meeting: "---\nkallelse: 2020-09-11\n---\n",
            record: record("## § 7 2020:1\n\nBeslut: bifall\n\n## § 8 2020:2\n\nBeslut: bifall"),
        ])
        try site.build()
        #expect(try text(site, "arenden/2020-1").contains("<p>Jämför dnr 2020:2 och § 8 FS 2020-09-18.</p>"))
    }

    // MARK: - Footnotes

    @Test("a clause's note goes with it, with a way there and back, to every page that shows it")
    func notesOfClauses() throws {
        let site = try Workplace([
            "content/arenden/a.md": matter(
                "dnr: 2020:1\ntitel: Medel\nfs: 2020-09-18\nbelopp: 120 000 kr",
                "## Förslag till beslut\n\nFörbundsstyrelsen föreslås besluta\n\n- **att** bevilja 120 000 kronor[^1]\n\n## Ärendet\n\nInsatsen följs upp[^2] och beloppet[^1] räknas om.\n\n[^1]: Beloppet avser helår.\n[^2]: Se [policyn](/sidor/policy.md)."
            ),
            "content/sidor/policy.md": "---\ntitel: Policy\n---\n\nText[^a].\n\n[^a]: Utvärdering\n",
            meeting: "---\nkallelse: 2020-09-11\n---\n", record: record("## § 7 2020:1\n\nBeslut: bifall"),
        ])
        try site.build()
        let clause =
            "bevilja 120 000 kronor<sup><a id=\"fotnot-a-1-ref\" href=\"#fotnot-a-1\" role=\"doc-noteref\" aria-label=\"Not 1\">1</a></sup><section class=\"fotnoter\" role=\"doc-endnotes\" aria-label=\"Fotnoter\">\n<ol>\n<li id=\"fotnot-a-1\" value=\"1\">Beloppet avser helår. <a href=\"#fotnot-a-1-ref\" role=\"doc-backlink\" aria-label=\"Tillbaka till not 1 i texten\">↩</a></li>\n</ol>\n</section>"
        for path in ["arenden/2020-1", "moten/fs-2020-09-18/beslut", "moten/fs-2020-09-18/protokoll/7"] {
            #expect(try text(site, path).contains(clause), "\(path)")
        }
        let page = try text(site, "arenden/2020-1")
        #expect(page.contains("följs upp<sup><a id=\"fotnot-a-2-2-ref\" href=\"#fotnot-a-2-2\""))
        #expect(page.contains("Se <a href=\"../../sidor/policy/\">policyn</a>. <a href=\"#fotnot-a-2-2-ref\""))
        #expect(try text(site, "sidor/policy").contains("<li id=\"fotnot-policy-1\" value=\"1\">Utvärdering "))
    }

    @Test("notes of ärenden that have a folder each do not meet on the page of all decisions")
    func notesApart() throws {
        let text = { (dnr: String) in
            matter(
                "dnr: \(dnr)\ntitel: Medel \(dnr)\nfs: 2020-09-18",
                "## Förslag till beslut\n\n- **att** bevilja medel[^1]\n\n[^1]: För helår.\n")
        }
        let site = try Workplace([
            "content/arenden/2020-1/arende.md": text("2020:1"), "content/arenden/2020-2/arende.md": text("2020:2"),
        ])
        try site.build()
        let page = try self.text(site, "moten/fs-2020-09-18/beslut")
        #expect(page.contains("id=\"fotnot-2020-1-1\"") && page.contains("id=\"fotnot-2020-2-1\""))
    }

    @Test(
        "a note without a text, one that nothing refers to, one in another, two of one name, and a line that vanished")
    func notesThatAreWrong() throws {
        let site = try Workplace([
            "content/sidor/om.md":
                "---\ntitel: Om\n---\n\nText[^1] och[^3].\n\n[^2]: Utvärdering\n[^3]: Se[^2].\n[^3]: Igen.\n\n[Kansliet]: Utvärdering\n"
        ])
        let result = try site.run("build", "--today", "2020-10-01")
        #expect(
            result.err.split(separator: "\n").filter { $0.hasPrefix("content/sidor/om.md") } == [
                "content/sidor/om.md:5:1: warning[K245]: fotnoten [^1] har ingen text. Skriv den sist i filen på en rad som börjar med \"[^1]:\"",
                "content/sidor/om.md:7:1: warning[K246]: ingen text hänvisar till fotnoten [^2], och den visas inte. Skriv [^2] där den hör hemma, eller ta bort raden",
                "content/sidor/om.md:8:1: warning[K248]: fotnoten [^2] nämns i en annan fotnot, där den inte kan visas. Skriv det den säger i fotnotens egen text",
                "content/sidor/om.md:9:1: error[K247]: fotnoten [^3] har fått sin text redan tidigare i filen. Ge den här ett eget namn",
                "content/sidor/om.md:11:1: warning[K249]: raden \"[Kansliet]: Utvärdering\" läses som adressen till en länk som ingen text använder, och visas inte. Är den text, skriv \\ före [",
            ])
    }
}
