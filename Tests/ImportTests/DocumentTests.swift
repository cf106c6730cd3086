import Foundation
import Testing

@testable import Import

@Suite("Documents of several houses")
struct DocumentTests {
    @Test("a head in columns, a footer in a sentence, sentences for clauses, two who sign")
    func columns() throws {
        let document = try Papers.fixture("kolumner.txt")
        #expect(document.dnr == "SN-2022-00417")
        #expect(document.day == "2022-03-14")
        #expect(document.officers == ["Karin Lövgren"])
        #expect(document.title?.value == "Överenskommelse om gemensam mottagning för unga vuxna")
        #expect(document.body?.value == "Socialnämnden")
        #expect(document.clauses.count == 3)
        #expect(document.kronor == [450_000])
        #expect(document.spans == ["2022-05-01 – 2022-12-31"])
        #expect(document.signed == ["Maria Sandell, Socialchef", "Karin Lövgren, Utredare"])
        #expect(
            document.sections == [
                "Förslag till beslut", "Sammanfattning av ärendet", "Beskrivning av ärendet", "Ekonomiska konsekvenser",
                "Beslutsunderlag", "Beslutet skickas till",
            ])
        #expect(document.text.markdown.contains("Förvaltningen föreslår att överenskommelsen förlängs till"))
    }

    @Test("labels on one line, a proposal to another body, a title that quotes another dnr")
    func oneLine() throws {
        let document = try Papers.fixture("samma-rad.txt")
        #expect(document.dnr == "KS 2021/318")
        #expect(document.day == "2021-11-03")
        #expect(document.officers == ["Per Åkerlund"])
        #expect(document.title?.value == "Revidering av riktlinjer för föreningsbidrag")
        #expect(document.body?.value == "kommunfullmäktige")
        #expect(document.signed == ["Lisbet Grahn, Kommundirektör"])
        #expect(document.text.markdown.contains("1,2 miljoner kronor per år, vilket ryms"))
    }

    @Test("labels above their values, a BOM, a meeting in the head")
    func twoLines() throws {
        let document = try Papers.fixture("tva-rader.txt")
        #expect(document.dnr == "SKL 2020/14")
        #expect(document.day == "2020-05-05")
        #expect(document.officers == ["Ulrika Nyman", "Tobias Ek"])
        #expect(document.days == ["AU": ["2020-05-14"]])
        #expect(document.kronor == [3_250_000])
    }

    @Test("sentences without att, and the nämnd of the head behind \"Nämnden\"")
    func sentences() throws {
        let document = try Papers.fixture("meningar.txt")
        #expect(document.body?.value == "Kultur- och fritidsnämnden")
        #expect(document.clauses[1] == "Nämnden uppdrar åt förvaltningen att teckna avtal med föreningen")
    }

    @Test("Windows-1252 with CRLF and no-break spaces")
    func windows() throws {
        let document = try Papers.fixture("windows.txt")
        #expect(document.title?.value == "Förlängning av avtal")
        #expect(
            document.clauses == [
                "förlänga avtalet t.o.m. 31 december 2019", "kostnaden, högst 90 000 kronor, ryms inom budget",
            ])
        #expect(document.kronor == [90_000])
        #expect(document.told.first == "texten var Windows-1252 och är nu UTF-8")
        #expect(document.text.markdown.contains("löper ut – en"))
    }

    @Test("a proposal and its bilaga in one file become two")
    func split() throws {
        let document = try Papers.fixture("delad.txt")
        #expect(document.sections == ["Förslag till beslut", "Ärendet"])
        #expect(document.signed == ["Ulrika Nyman, förbundschef"])
        let part = try #require(document.text.attachments.first)
        #expect(part.title == "Uppföljning av Bryggan 2021")
        #expect(part.number?.description == "4.1")
        #expect(part.line == 18)
        #expect(part.markdown.hasPrefix("## Inledning\n\nBryggan startade 2019"))
        let plan = Papers.plan([document])
        #expect(plan.text("arenden/2022-8/bilaga-4.1-uppfoljning-av-bryggan-2021.md") != nil)
        #expect(
            plan.text("arenden/2022-8/arende.md")?.contains("fil: \"bilaga-4.1-uppfoljning-av-bryggan-2021.md\"")
                == true)
    }

    @Test("a list of bilagor at the end is no bilaga")
    func listed() throws {
        #expect(try Papers.fixture("kolumner.txt").text.attachments.isEmpty)
    }

    @Test("Markdown with a front matter keeps its facts and its table")
    func markdown() throws {
        let document = try Papers.fixture("markdown.md")
        #expect(document.dnr == "2024:3")
        #expect(document.days == ["FS": ["2024-02-02"]])
        #expect(document.text.markdown.contains("| Inköp | 50 000 kr |"))
        #expect(document.text.markdown.contains("**kostnader** och [hur](https://exempel.se)"))
    }

    @Test("a paper of no kind is for the members until somebody has looked")
    func unknown() throws {
        let document = try Papers.fixture("anteckning.txt")
        #expect(document.kind == .other)
        let text = Papers.plan([document]).text("arenden/minnesanteckningar-fran-planeringsdagen/arende.md")
        #expect(text?.contains("typ: information\nsynlighet: ledamöter\n") == true)
    }

    @Test("personal data is told with its lines, and masked where asked to")
    func personalData() throws {
        let document = try Papers.fixture("personuppgifter.txt")
        #expect(document.personalData.map(\.line) == [13, 13, 14])
        #expect(Papers.plan([document]).text("arenden/2023-40/arende.md")?.contains("synlighet: ledamöter") == true)
        let bytes = try Data(contentsOf: Papers.fixtures.appendingPathComponent("personuppgifter.txt"))
        let masked = Papers.read(String(decoding: bytes, as: UTF8.self), isRedacting: true)
        #expect(
            masked.text.markdown.contains(
                "Ture Test, [maskat], boende på Provgatan 1. Han nås på [maskat] eller [maskat]."))
        #expect(masked.text.markdown.contains("212000-1355 och beloppet 811218 kr"))
        #expect(masked.told.contains("3 uppgifter maskerades i texten"))
        let plan = Papers.plan([masked], keepsOriginals: true, isRedacting: true)
        #expect(plan.files.allSatisfy { if case .copy = $0.content { false } else { true } })
        #expect(plan.outcomes[0].remarks.contains(.originalLeftOut))
    }

    @Test("every key of the contract is there, in a document without any fact too")
    func json() throws {
        let json = ImportJSON.text([try Papers.fixture("anteckning.txt")])
        let parsed = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
        let keys = parsed?.first.map { Set($0.keys) }
        #expect(
            keys == [
                "file", "kind", "dnr", "titel", "datum", "organ", "moten", "bilaga", "handlaggare", "rubriker",
                "forslag", "paragrafer", "undertecknat", "belopp", "perioder", "personuppgifter", "warnings", "fakta",
                "ord", "sidor", "delar", "tolkad", "format",
            ])
        #expect(parsed?.first?["dnr"] is NSNull)
    }
}
