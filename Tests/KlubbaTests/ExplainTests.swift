import Foundation
import Testing

@Suite("What klubba read of a file, as it explains it")
struct ExplainTests {
    private let files = [
        "content/arenden/x/arende.md": """
        ---
        dnr: 2020:1
        titel: Lokaler   # inte # klart
        datum: 2020-08-01
        # en anteckning
        fs: 2020-09-18
        bilaga: 6 - 6.1
        ---

        ## Förslag till beslut

        Förbundsstyrelsen föreslås besluta

        - **att** bevilja 212 tkr för 2021-01-01 – 2021-12-31
        - **att** uppdra åt förbundschefen

        ## Ärendet

        Text.

        """,
        "content/arenden/x/6.1 Ansökan.md": "---\nsynlighet: ledamöter\n---\n\nText.\n",
        "content/moten/fs-2020-09-18.md": "---\ndagordning: [Öppnande, 2020:1]\n---\n",
        "content/moten/fs-2020-09-18.protokoll.md":
            "---\njusterat: 2020-09-20\n---\n\n## § 1 Öppnande\n\nText.\n\n## § 2 2020:1\n\nBeslut: bifall\n",
        "content/sidor/om.md": "---\nsynlighet: utkast\ntittel: X\n---\n\n# Om\n",
    ]

    private func explain(_ file: String, _ more: String...) throws -> Program.Result {
        try Workplace(files).run(["explain", file, "--today", "2020-10-01"] + more)
    }

    @Test(
        "an ärende: its head, readers, addresses, clauses with amounts and periods, numbers, decisions, and idle lines")
    func ofAMatter() throws {
        let result = try explain("content/arenden/x/arende.md")
        #expect(result.status == 0)
        #expect(
            result.out == """
                content/arenden/x/arende.md: ärende "Lokaler"

                Huvudet
                  rad 2: dnr: 2020:1
                  rad 3: titel: Lokaler
                  rad 4: datum: 2020-08-01
                  rad 6: fs: 2020-09-18
                  rad 7: bilaga: 6 - 6.1

                Vem som ser det
                  alla

                Adresser
                  arenden/2020-1/

                Förslag till beslut
                  Förbundsstyrelsen föreslås besluta
                  rad 14: 1. att bevilja 212 tkr för 2021-01-01 – 2021-12-31 [212\u{A0}000\u{A0}kronor; 2021-01-01 – 2021-12-31]
                  rad 15: 2. att uppdra åt förbundschefen

                Möten
                  FS 2020-09-18, bilaga 6, § 2: bifall

                Bilagor
                  Ansökan (content/arenden/x/6.1 Ansökan.md): ledamöterna

                Betyder ingenting för Klubba
                  rad 3: inte # klart
                  rad 4: datum: 2020-08-01
                  rad 5: # en anteckning

                Meddelanden
                  content/arenden/x/arende.md:3:18: warning[K231]: det som står efter # är en kommentar och kommer inte med i "titel": "inte # klart". Sätt värdet inom citattecken om det ska med

                """)
    }

    @Test("a bilaga, a meeting, a record and a page")
    func others() throws {
        let paper = try explain("content/arenden/x/6.1 Ansökan.md").out
        #expect(paper.contains("bilaga \"Ansökan\"") && paper.contains("  FS 2020-09-18, bilaga 6.1"))
        #expect(paper.contains("  ledamöterna") && paper.contains("  arenden/2020-1/ansokan/"))
        let meeting = try explain("content/moten/fs-2020-09-18.md").out
        #expect(meeting.contains("Föredragningslistan\n  Öppnande\n  2020:1 Lokaler (bilaga 6)\n"))
        let record = try explain("content/moten/fs-2020-09-18.protokoll.md").out
        #expect(record.contains("  rad 5: § 1 Öppnande: inget beslut hittades\n"))
        #expect(record.contains("  rad 9: § 2 2020:1 [2020:1]: bifall\n"))
        let page = try explain("content/sidor/om.md").out
        #expect(page.contains("  ingen (utkast)\n\nAdresser\n  ingen\n"))
        #expect(page.contains("Betyder ingenting för Klubba\n  rad 3: tittel: X\n"))
    }

    @Test("as JSON, in English, and of a file that is not there")
    func forms() throws {
        let result = try explain("arenden/x/arende.md", "--format", "json")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any])
        #expect(object["file"] as? String == "content/arenden/x/arende.md")
        let proposal = try #require(object["forslag"] as? [String: Any])
        let clauses = try #require(proposal["clauses"] as? [[String: Any]])
        #expect(clauses.map { $0["belopp"] as? [Int] } == [[212_000], []])
        let english = try Workplace(files.merging(["klubba.yml": "organisation: F\nspråk: en\n"]) { $1 })
        #expect(try english.run("explain", "content/sidor/om.md").out.contains("Who sees it\n  nobody (a draft)"))
        #expect(try explain("content/borta.md").status == 2)
        #expect(try explain("klubba.yml").status == 2)
    }
}
