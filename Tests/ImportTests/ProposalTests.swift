import Testing

@testable import Import

@Suite("A proposal")
struct ProposalTests {
    private func paper(_ proposal: String) -> ImportedDocument {
        Papers.read("Dnr 2020:1\n\nEn titel\n\nFörslag till beslut\n\n\(proposal)\n\nÄrendet\n\nText om saken.\n")
    }

    @Test(
        "is read in every shape",
        arguments: [
            "att bevilja medel\n\natt följa upp", "att bevilja medel\natt följa upp",
            "- att** bevilja medel\n- att** följa upp",
            "1. **att** bevilja medel\n2. **att** följa upp", "• att bevilja medel\n• att följa upp",
            "Att: bevilja medel\nAtt: följa upp", "a) att bevilja medel\nb) att följa upp",
            "– att bevilja medel\n– att följa upp",
        ])
    func shapes(clauses: String) {
        let document = paper("Förbundsstyrelsen föreslås besluta\n\n\(clauses)")
        #expect(document.kind == .matter)
        #expect(document.lead == "Förbundsstyrelsen föreslås besluta")
        #expect(document.clauses == ["bevilja medel", "följa upp"])
        #expect(document.body?.value == "Förbundsstyrelsen")
    }

    @Test("of full sentences keeps them whole, also without their full stops")
    func sentences() {
        let document = paper(
            "Nämnden beviljar föreningen 75 000 kronor.\n\nNämnden uppdrar åt förvaltningen att teckna avtal\n\nBidraget betalas ut i maj."
        )
        #expect(
            document.clauses == [
                "Nämnden beviljar föreningen 75 000 kronor.", "Nämnden uppdrar åt förvaltningen att teckna avtal",
                "Bidraget betalas ut i maj.",
            ])
        #expect(document.kronor == [75_000])
    }

    @Test(
        "says who decides",
        arguments: [
            ("Arbetsutskottet föreslår förbundsstyrelsen besluta", "förbundsstyrelsen"),
            (
                "Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen föreslå kommunfullmäktige besluta",
                "kommunfullmäktige"
            ),
            ("Förvaltningen föreslår att kultur- och fritidsnämnden beslutar att", "kultur- och fritidsnämnden"),
            ("Arbetsmarknadsnämnden beslutar", "Arbetsmarknadsnämnden"),
            ("Arbetsutskottet föreslår förbundsstyrelsen att besluta", "förbundsstyrelsen"),
            ("Kommunstyrelsens arbetsutskott beslutar", "Kommunstyrelsens arbetsutskott"),
        ])
    func decides(lead: String, body: String) { #expect(DecidingBody.deciding(in: lead) == body) }

    @Test("att-lines outside it are no clauses")
    func outside() {
        let document = Papers.read(
            "En titel\n\nFörslag till beslut\n\nStyrelsen beslutar\n\natt bevilja medel\n\nÄrendet\n\natt detta står här är ingen sats\n"
        )
        #expect(document.clauses == ["bevilja medel"])
        #expect(document.sections == ["Förslag till beslut", "Ärendet"])
    }

    @Test("makes a paper an ärende even under the title Ansökan")
    func underApplication() {
        let document = Papers.read(
            "Ansökan Bryggan\n\nFörslag till beslut\n\nStyrelsen beslutar\n\natt bevilja medel\n")
        #expect(document.kind == .matter)
        #expect(document.title?.value == "Ansökan Bryggan")
    }

    @Test("has amounts and periods")
    func money() {
        let document = paper("Styrelsen beslutar\n\natt bevilja 5,9 mnkr för perioden 2018-01-01 till 2021-12-31")
        #expect(document.kronor == [5_900_000])
        #expect(document.spans == ["2018-01-01 – 2021-12-31"])
    }
}

@Suite("Signatures")
struct SignatureTests {
    @Test(
        "stand on one line, on two, side by side",
        arguments: [
            ("Åsa Ek, Förbundschef", ["Åsa Ek, Förbundschef"]),
            ("Bergsby kommun\n\nÅsa Ek\nSocialchef", ["Åsa Ek, Socialchef"]),
            ("Åsa Ek               Bo Al\nSocialchef           Utredare", ["Åsa Ek, Socialchef", "Bo Al, Utredare"]),
            ("Tf förbundschef Åsa Ek", ["Åsa Ek, Tf förbundschef"]), ("Ordförande: Åsa Ek", ["Åsa Ek, Ordförande"]),
            ("Socialchef\nÅsa Ek", ["Åsa Ek, Socialchef"]),
        ])
    func shapes(text: String, signed: [String]) {
        #expect(Papers.read("En titel\n\nÄrendet\n\nText om saken här.\n\n\(text)\n").signed == signed)
    }

    @Test("stand before the list of those who get the decision, who have not signed")
    func beforeRecipients() {
        let document = Papers.read(
            "En titel\n\nÄrendet\n\nText om saken här.\n\nÅsa Ek\nSocialchef\n\nBeslutet skickas till\nBergsby kommun\nBo Al\n"
        )
        #expect(document.signed == ["Åsa Ek, Socialchef"])
    }
}
