import Testing

@testable import Import

@Suite("An application form")
struct ApplicationTests {
    @Test("has its parties, period, budget and signatures")
    func fixture() throws {
        let document = try Papers.fixture("ansokan.txt")
        #expect(document.kind == .application)
        #expect(document.title?.value == "Växthuset")
        #expect(document.spans == ["2021-04-01 – 2022-03-31"])
        #expect(document.kronor == [1_275_000])
        #expect(document.signed == ["Inga-Lill Sundin, Behörig företrädare"])
        let form = try #require(document.text.form)
        #expect(form.owner?.value == "Bergsby kommun, arbetsmarknadsenheten")
        #expect(form.partners.map(\.value) == ["Region Kustlandet", "Försäkringskassan", "Arbetsförmedlingen"])
        #expect(form.signatures.map { $0.date?.description } == ["2021-01-12"])
        #expect(document.sections.first == "1. Beskriv syftet med projektet")
    }

    @Test("who prepares it is no signature, wherever in the form it stands")
    func officer() {
        let document = Papers.read(
            """
            Ansökan om medel

            Insatsens namn: Stegen framåt
            Insatsägare: Bergsby kommun
            Samverkansparter: Arbetskassan, Region Norr
            Handläggare: Karin Dahlbo
            Planerat startdatum: 2025-04-01
            Planerat slutdatum: 2026-03-31
            Ange budget: 400 000 kronor
            """)
        #expect(document.kind == .application)
        #expect(document.officers == ["Karin Dahlbo"])
        #expect(document.signed == [])
        #expect(document.facts.contains { $0.key == "handlaggare" && $0.value == "Karin Dahlbo" && $0.line == 6 })
    }

    @Test("of scanned pages: stars after the questions, a signature a page, the template's version no meeting")
    func scanned() {
        let page = "v:19-07-10\n\nInsatsens namn\nNya steg\n\nUnderskrift (*)\n"
        let document = Papers.read(
            """
            Samverkansinsatser

            Insatsens namn: Nya steg
            Insatsägare (*) Organisation: Bergsby kommun
            Samverkansparter (*) Organisation: Region Norr Organisation: Arbetskassan
            Beskriv syftet med insatsen (*) Syftet är att fler ska få arbete.

            Planerad insatstid

            Planerat startdatum 2020-06-01
            Planerat slutdatum: 2020-11-30

            Ange budget (separat mall ska bifogas)

            200 000 kronor. Avser lön

            Underskrifter

            \(page)Organisation och datum\tRegion Norr 29/4-20
            Samverkanspart (namn)\t
            Samverkanspart (namnförtydligande)\tEVA EK
            E-post:\teva.ek@ exempel.se

            \(page)Organisation och datum\tBergsby kommun 2020-05-15
            Insatsägare (namn)\t<i>Bo Al</i>
            Insatsägare (namnförtydligande)\tBo Al
            """)
        #expect(document.kind == .application)
        #expect(document.days == [:])
        #expect(document.signed == ["EVA EK, Samverkanspart", "Bo Al, Insatsägare"])
        #expect(document.signatures.map { $0.date?.description } == ["2020-04-29", "2020-05-15"])
        #expect(document.signatures.map(\.organisation) == ["Region Norr", "Bergsby kommun"])
        #expect(document.text.form?.partners.map(\.value) == ["Region Norr", "Arbetskassan"])
        #expect(document.kronor == [200_000])
        #expect(document.spans == ["2020-06-01 – 2020-11-30"])
        #expect(document.personalData == [ImportedDocument.PersonalFinding(kind: .email, line: 28)])
        #expect(document.noise.count { $0.reason == .templateVersion } == 2)
    }

    @Test("is put with the ärende that names its initiative")
    func grouped() throws {
        let plan = Papers.plan([try Papers.fixture("ansokan.txt"), try Papers.fixture("arende-vaxthuset.txt")])
        #expect(plan.outcomes.map(\.path) == ["arenden/2021-5/ansokan.md", "arenden/2021-5/arende.md"])
        let text = try #require(plan.text("arenden/2021-5/arende.md"))
        #expect(text.contains("  - {nummer: \"2.1\", titel: \"Ansökan\", fil: \"ansokan.md\"}\n"))
        #expect(text.contains("insatsägare: Bergsby kommun, arbetsmarknadsenheten\n"))
    }

    @Test("alone is an ärende of its own kind")
    func alone() throws {
        let text = try #require(Papers.plan([try Papers.fixture("ansokan.txt")]).text("arenden/vaxthuset/arende.md"))
        #expect(text.contains("typ: ansökan\ninsats: Växthuset\n"))
        #expect(
            text.contains(
                "planerad-start: 2021-04-01\nplanerat-slut: 2022-03-31\nbudget: 1\u{A0}275\u{A0}000\u{A0}kronor\n"))
    }
}
