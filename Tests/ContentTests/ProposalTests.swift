import CommonMark
import Diagnostics
import Meetings
import Testing

@testable import Content

/// The lead line and the clauses of a body's proposal, as a reader sees them.
func proposal(_ section: String, heading: String = "## Förslag till beslut") throws -> Proposal {
    let (source, _) = readMatter(
        "---\ndnr: 1/2020\ntitel: Titeln\n---\n\n\(heading)\n\n\(section)\n\n## Ärendet\n\nText.\n")
    let matter = try #require(source).matter
    return try #require(matter.proposal)
}

private let lead = "Förbundsstyrelsen föreslås besluta"
private let clauses = ["bevilja medel, maximalt 1 050 000 kronor", "uppdra åt förbundschefen att följa upp insatsen"]

@Suite("The proposal, in each shape that a secretary writes")
struct ProposalShapeTests {
    @Test(
        "all shapes give the same lead line and numbered clauses",
        arguments: [
            "- **att** \(clauses[0])\n- **att** \(clauses[1])",
            "* att \(clauses[0])\n* att \(clauses[1])",
            "1. **att** \(clauses[0])\n2. **att** \(clauses[1])",
            "1) att \(clauses[0])\n2) att \(clauses[1])",
            "1. **att** \(clauses[0])\n\n2. **att** \(clauses[1])",
            "att \(clauses[0])\n\natt \(clauses[1])",
            "att \(clauses[0])\natt \(clauses[1])",
            "**att** \(clauses[0])\n\n**att** \(clauses[1])",
            "**att** \(clauses[0])\n**att** \(clauses[1])",
            "- att** \(clauses[0])\n- att** \(clauses[1])",
            "att** \(clauses[0])\n\natt** \(clauses[1])",
            "Att: \(clauses[0])\n\nAtt: \(clauses[1])",
            "Att: \(clauses[0])\nAtt: \(clauses[1])",
            "**Att:** \(clauses[0])\n\n**Att**: \(clauses[1])",
            "- Att \(clauses[0])\n- ATT \(clauses[1])",
            "• att \(clauses[0])\n• att \(clauses[1])",
            "– att \(clauses[0])\n– att \(clauses[1])",
            "a) att \(clauses[0])\nb) att \(clauses[1])",
            "a) att \(clauses[0])\n\nb) att \(clauses[1])",
            "i. att \(clauses[0])\nii. att \(clauses[1])",
            "-\u{A0}att \(clauses[0])\n-\u{A0}att \(clauses[1])",
            "*att* \(clauses[0])\n\n__att__ \(clauses[1])",
            "- att \(clauses[0])\n\n- att \(clauses[1])\n",
            "- att bevilja medel,\n  maximalt 1 050 000 kronor\n- att uppdra åt förbundschefen\n  att följa upp insatsen",
            "- att bevilja medel,\nmaximalt 1 050 000 kronor\n- att uppdra åt förbundschefen att\n följa upp insatsen",
            "att bevilja medel,\nmaximalt 1 050 000 kronor\natt uppdra åt förbundschefen att följa\nupp insatsen",
            "att\u{A0}\(clauses[0])\n\natt\u{A0}\(clauses[1])",
            "  - att \(clauses[0])\n  - att \(clauses[1])",
            "+ att \(clauses[0])\n- att \(clauses[1])",
        ])
    func shapes(written: String) throws {
        for separator in ["\n\n", ":\n\n", "\n"] {
            let read = try proposal(lead + separator + written)
            #expect(read.leadText == lead + (separator.hasPrefix(":") ? ":" : ""))
            #expect(read.clauses.map(\.text) == clauses)
            #expect(read.clauses.map(\.number) == [1, 2])
            #expect(read.clauses.map(\.hasAtt) == [true, true])
            #expect(
                read.clauses.allSatisfy {
                    !$0.prose.text.lowercased().hasPrefix("att") && !$0.prose.text.contains("**")
                })
            #expect(read.clauses.map { $0.amounts.map(\.kronor) } == [[1_050_000], []])
            #expect(read.remainder.isEmpty)
        }
    }

    @Test(
        "clauses that are full sentences stay whole",
        arguments: [
            "Förbundsstyrelsen beviljar medel.\n\nFörbundschefen får i uppdrag att följa upp insatsen.",
            "- Förbundsstyrelsen beviljar medel.\n- Förbundschefen får i uppdrag att följa upp insatsen.",
            "1. Förbundsstyrelsen beviljar medel.\n2. Förbundschefen får i uppdrag att följa upp insatsen.",
            "Förbundsstyrelsen beviljar\nmedel.\n\nFörbundschefen får i uppdrag\natt följa upp insatsen.",
        ])
    func sentences(written: String) throws {
        let sentences = ["Förbundsstyrelsen beviljar medel.", "Förbundschefen får i uppdrag att följa upp insatsen."]
        let read = try proposal("Nämnden beslutar följande:\n\n" + written)
        #expect(read.leadText == "Nämnden beslutar följande:")
        #expect(read.clauses.map(\.text) == sentences)
        #expect(read.clauses.allSatisfy { !$0.hasAtt })
        let bare = try proposal(written)
        #expect(bare.leadText == nil)
        #expect(bare.clauses.map(\.text) == sentences)
    }

    @Test(
        "the lead line says who proposes and who decides",
        arguments: [
            "Arbetsutskottet föreslår förbundsstyrelsen besluta", "Förbundsstyrelsen föreslås besluta",
            "Arbetsmarknadsnämnden beslutar", "Arbetsutskottet föreslår\nförbundsstyrelsen besluta",
            "**Förbundsstyrelsen** föreslås besluta:", "Förbundsstyrelsen föreslås besluta **att**",
        ])
    func leads(written: String) throws {
        let plain = written.replacing("**", with: "").replacing("\n", with: " ")
        for list in ["- **att** bevilja medel", "att bevilja medel", "- bevilja medel"] {
            let read = try proposal(written + "\n\n" + list)
            #expect(read.leadText == plain)
            #expect(read.clauses.map(\.text) == ["bevilja medel"])
        }
    }

    @Test("a proposal without a lead line has none")
    func noLead() throws {
        let read = try proposal("- att bevilja medel")
        #expect(read.lead == nil)
        #expect(read.leadText == nil)
        #expect(read.clauses.map(\.text) == ["bevilja medel"])
    }
}

@Suite("What stands in a clause stays in it")
struct ClauseContentTests {
    @Test("emphasis survives, whether or not att is in it")
    func emphasis() throws {
        let read = try proposal(
            """
            - **att** bevilja stöd till *Flerpartsrutin* med **högst** 5 kr
            - **att bevilja** medel
            - ***att*** avslå
            - att** bevilja *Lotsen* stöd
            - **att** se [avtalet](https://example.se/a) och `kod`
            """)
        #expect(
            read.clauses.map(\.prose.text) == [
                "bevilja stöd till <em>Flerpartsrutin</em> med <strong>högst</strong> 5 kr",
                "<strong>bevilja</strong> medel",
                "avslå", "bevilja <em>Lotsen</em> stöd",
                "se <a href=\"https://example.se/a\">avtalet</a> och <code>kod</code>",
            ])
        #expect(
            read.clauses.map(\.text) == [
                "bevilja stöd till Flerpartsrutin med högst 5 kr", "bevilja medel", "avslå", "bevilja Lotsen stöd",
                "se avtalet och kod",
            ])
    }

    @Test("a list inside a clause is part of the clause")
    func subLists() throws {
        for marker in ["    - ", "  - ", "\t- "] {
            let read = try proposal(
                "- att bevilja medel enligt följande:\n\(marker)Region Provsjön 100 000 kr\n\(marker)Storviks kommun 50 tkr\n- att avslå resten"
            )
            #expect(
                read.clauses.map(\.text) == [
                    "bevilja medel enligt följande: Region Provsjön 100 000 kr Storviks kommun 50 tkr", "avslå resten",
                ])
            #expect(
                read.clauses[0].prose.text.contains("<li>Region Provsjön 100 000 kr</li>"),
                "\(read.clauses[0].prose.text)")
            #expect(read.clauses[0].amounts.map(\.kronor) == [100_000, 50_000])
        }
        let numbered = try proposal("1. att fördela:\n   1. hälften\n   2. resten\n2. att avslå")
        #expect(numbered.clauses.map(\.text) == ["fördela: hälften resten", "avslå"])
    }

    @Test("a list after a paragraph's att is part of that clause")
    func listAfterParagraph() throws {
        let read = try proposal(
            "\(lead)\n\natt bevilja medel till:\n\n- Region Provsjön\n- Storviks kommun\n\natt avslå resten")
        #expect(read.clauses.map(\.text) == ["bevilja medel till: Region Provsjön Storviks kommun", "avslå resten"])
        #expect(read.clauses[0].prose.text.contains("<li>Region Provsjön</li>"))
        let last = try proposal(
            "\(lead)\n\natt avslå resten\n\natt bevilja medel till:\n\n1. Region Provsjön\n2. Storviks kommun")
        #expect(last.clauses.map(\.text) == ["avslå resten", "bevilja medel till: Region Provsjön Storviks kommun"])
    }

    @Test("a table inside a clause is part of the clause")
    func tables() throws {
        let table = "| Part | Belopp |\n|---|---|\n| Region | 10 kr |"
        let read = try proposal("att fastställa budgeten:\n\n\(table)\n\natt gå vidare")
        #expect(read.clauses.map(\.text) == ["fastställa budgeten: Part Belopp Region 10 kr", "gå vidare"])
        #expect(read.clauses[0].prose.text.contains("<td>Region</td>"))
        let inList = try proposal(
            "- att fastställa budgeten:\n\n  \(table.replacing("\n", with: "\n  "))\n\n- att gå vidare")
        #expect(inList.clauses.map(\.text) == ["fastställa budgeten: Part Belopp Region 10 kr", "gå vidare"])
        #expect(inList.clauses[0].prose.text.contains("<td>Region</td>"))
    }

    @Test("amounts and periods are those of the clause")
    func amounts() throws {
        let read = try proposal(
            """
            - att bevilja stöd för perioden 1 januari 2021 fram till
              31 december 2021, maximalt 1 050 000 kronor
            - att avsätta 5,9 mnkr under 2018-01-01 till 2021-12-31
            """)
        #expect(read.clauses.map { $0.amounts.map(\.kronor) } == [[1_050_000], [5_900_000]])
        #expect(
            read.clauses.map { $0.periods.map(\.description) } == [
                ["2021-01-01 – 2021-12-31"], ["2018-01-01 – 2021-12-31"],
            ])
        #expect(read.clauses.map(\.line) == [8, 10])
    }

    @Test("an item among att-satser that forgot its att is a clause all the same")
    func forgottenAtt() throws {
        let read = try proposal("- **att** bevilja medel\n- uppdra åt förbundschefen\n- **att** avslå")
        #expect(read.clauses.map(\.text) == ["bevilja medel", "uppdra åt förbundschefen", "avslå"])
        #expect(read.clauses.map(\.hasAtt) == [true, false, true])
    }

    @Test(
        "words that only begin with att are not its mark",
        arguments: ["attestera fakturor", "attityder", "Attunda tingsrätt", "att-satserna gäller"])
    func otherWords(word: String) throws {
        let read = try proposal("- att bevilja medel\n- \(word)")
        #expect(read.clauses.map(\.text) == ["bevilja medel", word])
    }
}

@Suite("Where the proposal begins and ends")
struct ProposalSectionTests {
    @Test(
        "headings of a proposal",
        arguments: [
            "## Förslag till beslut", "# Förslag till beslut", "###### Förslag till beslut", "## förslag till beslut:",
            "## Förslag till beslut i arbetsmarknadsnämnden", "## Beslutsförslag",
            "## Beslut – Förslag till förbundsstyrelsen",
            "## Beslut - förslag till kommunfullmäktige", "## **Förslag till beslut**", "Förslag till beslut\n---",
            "## FÖRSLAG TILL BESLUT", "## Förslag  till beslut ##", "## Fo\u{308}rslag till beslut",
            "## Arbetsutskottets förslag till beslut", "## Förvaltningens förslag till beslut",
            "## 1. Förslag till beslut", "### 3.2 Förslag till beslut",
        ])
    func headings(heading: String) throws {
        let read = try proposal("- att bevilja medel", heading: heading)
        #expect(read.clauses.map(\.text) == ["bevilja medel"])
    }

    @Test(
        "headings of something else",
        arguments: [
            "## Beslut", "## Förslag", "## Beslutsunderlag", "## Förslag till budget",
            "## Synpunkter på förslag till beslut",
        ])
    func otherHeadings(heading: String) throws {
        let (source, _) = readMatter("---\ndnr: 1\ntitel: x\n---\n\(heading)\n\n- att bevilja medel\n")
        let matter = try #require(source).matter
        #expect(matter.proposal == nil)
    }

    @Test("att-lines outside the proposal are no clauses")
    func outside() throws {
        let (source, _) = readMatter(
            """
            ---
            dnr: 1/2020
            titel: Titeln
            ---

            - **att** detta är bakgrund

            ## Förslag till beslut

            att bevilja medel

            ## Ärendet

            - **att** detta är ärendet

            att även detta
            """)
        let matter = try #require(source).matter
        #expect(matter.proposal?.clauses.map(\.text) == ["bevilja medel"])
        #expect(matter.before.text.contains("detta är bakgrund"))
        #expect(matter.after.text.contains("detta är ärendet"))
        #expect(matter.after.text.contains("att även detta"))
    }

    @Test("text after the last clause is kept, and is no clause")
    func remainder() throws {
        let read = try proposal(
            "\(lead)\n\n- att bevilja medel\n- att avslå resten\n\nBeslutet fattas enhälligt.\n\n- Storviks kommun\n- Region Provsjön\n\n### Beslutet skickas till\n\nKommunen"
        )
        #expect(read.clauses.map(\.text) == ["bevilja medel", "avslå resten"])
        let text = read.remainder.text
        #expect(text.contains("Beslutet fattas enhälligt."))
        #expect(text.contains("<li>Storviks kommun</li>"))
        #expect(text.contains("Beslutet skickas till"))
        #expect(text.contains("Kommunen"))
    }

    @Test("a proposal without a clause is told of at its heading")
    func withoutClauses() {
        let messages = readMatter("---\ndnr: 1/2020\ntitel: x\n---\n\n## Förslag till beslut\n\n## Ärendet\n\nText\n")
            .messages
        #expect(
            messages == [
                "content/arenden/x/arende.md:6:1: warning[K059]: under \"Förslag till beslut\" finns ingen att-sats. Skriv förslaget som \"- **att** …\""
            ])
    }

    @Test("a second proposal is told of, and so are clauses under what is nearly a proposal's heading")
    func doubtfulHeadings() {
        func told(_ body: String) -> [String] {
            readMatter("---\ndnr: 1/2020\ntitel: x\n---\n\n\(body)\n").messages
        }
        let first = "## Förslag till beslut\n\n- att bevilja medel"
        #expect(told("\(first)\n\n## Ärendet\n\nText") == [])
        // A text may be about proposals.
        #expect(told("\(first)\n\n## Förslag till beslut\n\nFörslag skrivs som hela meningar.") == [])
        let second = told("\(first)\n\n## Förslag till beslut i styrelsen\n\n- att avslå resten")
        #expect(
            second.count == 1
                && second.first?.contains(":10:1: warning[K461]: \"Förslag till beslut i styrelsen\"") == true)
        for heading in ["Förslag till beslutt", "Förslag till kommunstyrelsen", "Beslutförslag"] {
            let found = told("## \(heading)\n\n- **att** bevilja medel")
            #expect(found.count == 1 && found.first?.contains(":6:1: warning[K462]: under \"\(heading)\"") == true)
        }
        #expect(told("## Förslag till budget\n\nTre förslag finns.\n\n## Bakgrund\n\n- att växa") == [])
    }

    @Test("the first # heading is the title, but a proposal's heading is not")
    func title() throws {
        #expect(readMatter("# Titeln\n\nText").source?.matter.title == "Titeln")
        #expect(readMatter("## Bakgrund\n\nText\n\n# Titeln\n").source?.matter.title == "Titeln")
        let (source, messages) = readMatter("---\ndnr: 1\n---\n# Förslag till beslut\n\n- att bevilja medel\n")
        #expect(source == nil)
        #expect(
            messages == [
                "content/arenden/x/arende.md:1:1: error[K050]: ärendet har ingen titel. Skriv \"titel:\" i huvudet, eller en rubrik som börjar med #"
            ])
    }
}

@Suite("Text is never lost")
struct NothingLostTests {
    @Test("every word of a body is before the proposal, in it or after it", arguments: 0..<60)
    func everyWord(seed: Int) throws {
        var chance = Chance(seed: UInt64(seed))
        for _ in 0..<20 {
            let (body, words) = chance.body()
            let (source, _) = readMatter("---\ndnr: 1/2020\ntitel: Titeln\n---\n" + body)
            let matter = try #require(source).matter
            var all = matter.before.text
            if let proposal = matter.proposal {
                all += proposal.heading + (proposal.lead?.text ?? "") + "\n"
                all += proposal.clauses.map(\.prose.text).joined(separator: "\n") + proposal.remainder.text
            }
            all += matter.after.text
            all = all.replacing(/<[^>]*>/, with: "")
            let missing = words.filter { !all.contains($0) }
            let twice = words.filter { all.split(separator: $0, omittingEmptySubsequences: false).count > 2 }
            #expect(missing == [] && twice == [], "\(body.debugDescription)")
            if let proposal = matter.proposal {
                let plain = proposal.clauses.map(\.text).joined(separator: " ")
                let prose = proposal.clauses.map(\.prose.text).joined(separator: " ")
                #expect(words.allSatisfy { plain.contains($0) == prose.contains($0) }, "\(body.debugDescription)")
            }
        }
    }
}

/// Bodies of every shape, with words that stand once each.
private struct Chance: RandomNumberGenerator {
    var state: UInt64
    var count = 0

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 7 }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33 ^ state << 31
    }

    mutating func body() -> (text: String, words: [String]) {
        count = 0
        var blocks: [String] = []
        for _ in 0..<Int.random(in: 0...3, using: &self) { blocks.append(block()) }
        if Int.random(in: 0..<5, using: &self) > 0 {
            blocks.append(
                ["## Förslag till beslut", "Förslag till beslut\n===", "### Beslutsförslag"].randomElement(using: &self)
                    ?? "")
            if Bool.random(using: &self) { blocks.append("Styrelsen \(word()) föreslås besluta") }
            for _ in 0..<Int.random(in: 0...5, using: &self) { blocks.append(block()) }
        }
        if Bool.random(using: &self) { blocks.append("## Ärendet \(word())") }
        for _ in 0..<Int.random(in: 0...3, using: &self) { blocks.append(block()) }
        let separator = { (chance: inout Chance) in Int.random(in: 0..<6, using: &chance) == 0 ? "\n" : "\n\n" }
        var text = ""
        for block in blocks { text += block + separator(&self) }
        return (text, (0..<count).map { "ord\($0)q" })
    }

    private mutating func word() -> String {
        count += 1
        return "ord\(count - 1)q"
    }

    private mutating func att() -> String {
        ["att ", "**att** ", "att** ", "Att: ", "", "*att* ", "att\n", "**att", "att: **"].randomElement(using: &self)
            ?? ""
    }

    private mutating func sentence() -> String {
        (0..<Int.random(in: 1...4, using: &self)).map { _ in
            let (before, after) =
                [("", ""), ("*", "*"), ("**", "**"), ("`", "`"), ("[", "](https://x.se)"), ("", ":")].randomElement(
                    using: &self) ?? ("", "")
            return before + word() + after
        }.joined(separator: [" ", " ", "\n"].randomElement(using: &self) ?? " ")
    }

    private mutating func block() -> String {
        switch Int.random(in: 0..<10, using: &self) {
        case 0...2: return att() + sentence()
        case 3...5:
            let marker = ["- ", "* ", "1. ", "1) ", "  - ", "-   ", "10. ", "-\t"].randomElement(using: &self) ?? ""
            let indentation = String(repeating: " ", count: marker.count)
            return (0..<Int.random(in: 1...4, using: &self)).map { _ in
                var item = marker + (att() + sentence()).replacing("\n", with: "\n" + indentation)
                if Int.random(in: 0..<4, using: &self) == 0 {
                    item += "\n\(indentation)- \(word())\n\(indentation)- \(att())\(word())"
                }
                if Int.random(in: 0..<5, using: &self) == 0 {
                    item += "\n\n\(indentation)\(sentence().replacing("\n", with: " "))"
                }
                return item
            }.joined(separator: Bool.random(using: &self) ? "\n" : "\n\n")
        case 6: return "| \(word()) | \(word()) |\n|---|---|\n| \(word()) | att \(word()) |"
        case 7: return "> \(att())\(sentence().replacing("\n", with: "\n> "))"
        case 8: return "```\n- att \(word())\n\natt \(word())\n```"
        default: return "#### \(word())"
        }
    }
}
