import Meetings
import Testing

@testable import Content

@Suite("An ärende's front matter")
struct MatterTests {
    @Test("all of it")
    func full() throws {
        let read = readMatter(
            """
            ---
            DNR: 2019:30
            Titel: Ett ärende: med kolon i citat
            """.replacing("Ett ärende: med kolon i citat", with: "\"Ett ärende: med kolon\"") + """

                au: 200820
                fs: [200918, 23 oktober 2020, 200918]
                bilaga: {au: 4, fs: 6 - 6.1}
                handlaggare: Förbundschefen, Ekonomen
                typ: Ansokan
                insats: Insatsen
                insatsägare: Storviks kommun
                samverkansparter: Region Provsjön, Försäkringskassan
                period: 2021
                belopp: 5,9 mnkr
                undertecknat: [{organisation: Kommunen, namn: Chefen, roll: direktör, datum: 2020-05-15}, Förbundschefen]
                synlighet: ledamoter
                parter: [A, B]
                målgrupp: Unga
                syfte: Arbete
                planerad-start: 2021-01-01
                Planerat slut: 2021-12-31
                budget: 1 mkr
                personuppgifter-granskade: 2020-09-10 NN
                ---
                Text.
                """)
        #expect(read.messages == [])
        let source = try #require(read.source)
        let matter = source.matter
        #expect(matter.diaryNumber?.text == "2019:30")
        #expect(matter.title == "Ett ärende: med kolon")
        #expect(matter.slug.text == "2019-30")
        #expect(
            matter.handlings.map { handling in
                let numbers = handling.meetings.first.flatMap { matter.numbers.range(at: $0)?.numbers }
                return "\(handling.body) \(handling.days) \(numbers ?? [])"
            } == [
                "AU [2020-08-20] [4]", "FS [2020-09-18, 2020-10-23] [6, 6.1]",
            ])
        #expect(matter.caseOfficers == ["Förbundschefen", "Ekonomen"])
        #expect(matter.kind == .application)
        #expect(matter.visibility == .members)
        #expect(
            matter.initiative
                == Initiative(
                    name: "Insatsen", owner: "Storviks kommun", partners: ["Region Provsjön", "Försäkringskassan"]))
        #expect(matter.period?.description == "2021-01-01 – 2021-12-31")
        #expect(matter.amount?.kronor == 5_900_000)
        #expect(
            matter.signatures == [
                Signature(
                    name: "Chefen, direktör", organisation: "Kommunen",
                    date: CalendarDate(year: 2020, month: 5, day: 15)),
                Signature(name: "Förbundschefen"),
            ])
        let application = try #require(matter.application)
        #expect(application.parties == ["A", "B"])
        #expect(application.targetGroup == "Unga")
        #expect(application.purpose == "Arbete")
        #expect(application.plannedStart?.description == "2021-01-01")
        #expect(application.plannedEnd?.description == "2021-12-31")
        #expect(application.budget == "1 mkr")
        #expect(source.personalData.reviewed == "2020-09-10 NN")
    }

    @Test("only the title is required; without dnr a warning and an address made from the title")
    func little() throws {
        let read = readMatter("# Ny överenskommelse\n\nText.\n")
        let matter = try #require(read.source).matter
        #expect(
            read.messages == ["content/arenden/x/arende.md:1:1: warning[K051]: dnr saknas. Skriv \"dnr:\" i huvudet"])
        #expect(matter.slug.text == "ny-overenskommelse")
        #expect(matter.after.text == "<p>Text.</p>\n")
        #expect(matter.kind == .decision)
        #expect(matter.visibility == .public)
        #expect(matter.handlings.isEmpty)
        #expect(
            readMatter("Text utan titel.\n").messages == [
                "content/arenden/x/arende.md:1:1: error[K050]: ärendet har ingen titel. Skriv \"titel:\" i huvudet, eller en rubrik som börjar med #"
            ])
    }

    @Test("a heading that repeats the title is not printed again; one that says something else is")
    func repeatedTitle() throws {
        let repeated = readMatter("---\ndnr: 1/2020\ntitel: Budget 2021\n---\n# BUDGET  2021\n\nText\n").source
        #expect(repeated?.matter.after.text.contains("<h2") == true)
        let same = readMatter("---\ndnr: 1/2020\ntitel: Budget 2021\n---\n# Budget 2021\n\nText\n").source
        #expect(same?.matter.after.text == "<p>Text</p>\n")
        #expect(same?.matter.title == "Budget 2021")
    }

    @Test(
        "every value that cannot be read is an error at its place",
        arguments: [
            ("au: 2020-02-30", "4:5: error[K030]: det finns ingen dag \"2020-02-30\". Rätta datumet"),
            ("au: i höst", "4:5: error[K031]: \"i höst\" kan inte läsas som ett datum. Skriv som 2020-09-18"),
            ("au: 200820, 200230", "4:13: error[K030]: det finns ingen dag \"200230\". Rätta datumet"),
            ("au:\n  - 200820\n  - x", "6:5: error[K031]: \"x\" kan inte läsas som ett datum. Skriv som 2020-09-18"),
            ("belopp: mycket", "4:9: error[K032]: \"mycket\" kan inte läsas som ett belopp. Skriv som 1 050 000 kr"),
            (
                "period: snart",
                "4:9: error[K033]: \"snart\" kan inte läsas som en period. Skriv som 2021-01-01 – 2021-12-31"
            ),
            (
                "bilaga: 6 - 7.1",
                "4:9: error[K034]: \"6 - 7.1\" kan inte läsas som bilagenummer. Skriv som 6, 6.1 eller 6 - 6.3"
            ),
            (
                "typ: besult",
                "4:6: error[K035]: \"besult\" är inget känt värde för \"typ\". Menade du \"beslut\"? Välj \"beslut\", \"information\", \"anmälan\" eller \"ansökan\""
            ),
            (
                "insats: [a, b]",
                "4:9: error[K026]: \"insats\" ska vara ett enda värde, inte en lista eller flera nycklar. Skriv det på en rad"
            ),
            (
                "handläggare: {a: b, c: d}",
                "4:14: error[K027]: \"handläggare\" ska vara ett värde eller en lista av värden. Skriv dem med komma emellan"
            ),
            ("insats:", "4:1: warning[K029]: \"insats\" har inget värde. Fyll i det, eller ta bort raden"),
            ("handlagare: x", "4:1: warning[K025]: okänd nyckel \"handlagare\". Menade du \"handläggare\"?"),
            ("xyzzy: x", "4:1: warning[K025]: okänd nyckel \"xyzzy\". Rätta den, eller ta bort raden"),
            (
                "synlighet:",
                "4:11: error[K035]: \"\" är inget känt värde för \"synlighet\". Välj \"offentlig\", \"ledamöter\", \"sekretess\" eller \"utkast\""
            ),
            (
                "undertecknat: [[a]]",
                "4:16: error[K028]: \"undertecknat\" ska skrivas med nycklar, som {organisation: Kommunen, namn: NN, datum: 2020-05-15}"
            ),
        ])
    func faults(line: String, message: String) {
        #expect(
            readMatter("---\ndnr: 2020:1\ntitel: x\n\(line)\n---\n").messages == [
                "content/arenden/x/arende.md:" + message
            ])
    }
}

@Suite("A paper pasted in as plain text")
struct PlainTextTests {
    private let body = """


        Förlängning av Vägvisaren

        Förslag till beslut

        Förbundsstyrelsen föreslås besluta

        - att** bevilja stöd till *Vägvisaren* för perioden 1 januari 2021 fram till 31 december 2021, maximalt 840 000 kronor
        - att** följa upp insatsen

        Ärende

        Ansökan

        Kommunen ansöker om medel.

        att detta inte är någon att-sats

        Bedömning

        Insatsen ligger i linje med inriktningen.

        Anna Andersson, Förbundschef
        """

    @Test("its headings are those that board papers use, standing alone")
    func headings() throws {
        let read = readMatter(
            "---\ndnr: 2020:1\ntitel: Förlängning av Vägvisaren\nundertecknat: Anna Andersson, Förbundschef\n---\n"
                + body)
        #expect(read.messages == [])
        let matter = try #require(read.source).matter
        let proposal = try #require(matter.proposal)
        #expect(proposal.heading == "Förslag till beslut")
        #expect(proposal.leadText == "Förbundsstyrelsen föreslås besluta")
        #expect(
            proposal.clauses.map(\.text) == [
                "bevilja stöd till Vägvisaren för perioden 1 januari 2021 fram till 31 december 2021, maximalt 840 000 kronor",
                "följa upp insatsen",
            ])
        #expect(proposal.clauses[0].amounts.map(\.kronor) == [840_000])
        #expect(proposal.clauses[0].periods.map(\.description) == ["2021-01-01 – 2021-12-31"])
        #expect(proposal.clauses[0].line == 14)
        #expect(matter.before.isEmpty)
        #expect(matter.after.headings.map(\.text) == ["Ärende", "Ansökan", "Bedömning"])
        #expect(matter.after.text.contains("att detta inte är någon att-sats"))
        #expect(!matter.after.text.contains("Förbundschef"))
    }

    @Test(
        "they may be bold, or end with a colon",
        arguments: ["**Förslag till beslut**", "Förslag till beslut:", "__Beslutsförslag:__"])
    func boldHeadings(heading: String) throws {
        let read = readMatter(
            "---\ndnr: 2020:1\ntitel: x\n---\n\(heading)\n\natt bevilja medel\n\n**Bakgrund**\n\nText\n")
        let matter = try #require(read.source).matter
        #expect(matter.proposal?.clauses.map(\.text) == ["bevilja medel"])
        #expect(matter.after.headings.map(\.text) == ["Bakgrund"])
    }

    @Test("a signature that the front matter does not have is kept as text")
    func signature() {
        let read = readMatter("---\ndnr: 2020:1\ntitel: Förlängning av Vägvisaren\n---\n" + body)
        #expect(read.source?.matter.after.text.contains("Anna Andersson, Förbundschef") == true)
    }

    @Test("in a text with headings of its own, such a line is a paragraph")
    func markdown() {
        let read = readMatter("---\ndnr: 2020:1\ntitel: x\n---\n## Bakgrund\n\nBedömning\n\nText\n")
        #expect(read.source?.matter.after.headings.map(\.text) == ["Bakgrund"])
    }
}
