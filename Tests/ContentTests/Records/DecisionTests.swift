import Meetings
import Testing

@testable import Content

@Suite("A decision is found wherever a record writes it (FORMAT §6)")
struct DecisionTests {
    private func decided(_ body: String, of name: String = "Förbundsstyrelsen", role: Body.Role = .deciding) -> String {
        readEntries("## § 4 2026:1\n\n\(body)\n", of: name, role: role).entries.first?.decided ?? "no paragraph"
    }

    @Test(
        "as a line, before, after or under any subheading",
        arguments: [
            "Beslut: bifall", "**Beslut:** Bifall.", "Ordföranden föredrar.\nBeslut: bifall",
            "### Yrkanden\n\nAnna Alm yrkar avslag.\n\nBeslut: bifall",
            "### Omröstning\n\nJa: 3\nNej: 2\n\nBeslut: bifall", "### Omröstning\n\nJa: 3\nNej: 2\nBeslut: bifall",
            "Text.\n\n### Beslut\n\nBifall\n\n### Reservation\n\nBo Ek reserverar sig.", "### Beslut: bifall",
            "### Styrelsens beslut\n\nBifall.", "### Kommunstyrelsen beslutar\n\nBifall", "Beslut:\n\nBifall.",
            "**Beslut**\n\nBifall", "Beslut:\nbifall", "| Beslut | Bifall |\n|--|--|\n| Justerare | Bo Ek |",
            "| Vad | Hur |\n|--|--|\n| Beslut | bifall |",
        ])
    func places(text: String) { #expect(decided(text) == "bifall") }

    @Test("a line that stands among others leaves them where they are")
    func around() {
        let entry = readEntries("## § 4 2026:1\n\nFörst detta.\nBeslut: bifall\nDärefter detta.\n\nOch sist.\n")
            .entries[0]
        #expect(entry.decision?.written == "bifall")
        #expect(entry.text.text == "<p>Först detta.</p>\n<p>Därefter detta.</p>\n<p>Och sist.</p>\n")
        let voted = readEntries("## § 4 2026:1\n\n### Omröstning\n\nJa: 3\n\nBeslut: avslag\n\nEfteråt.\n").entries[0]
        #expect(voted.decision?.written == "avslag" && voted.vote?.count == 3)
        #expect(voted.sections.map(\.text.text) == ["<p>Ja: 3</p>\n<p>Efteråt.</p>\n"])
    }

    @Test(
        "as clauses",
        arguments: [
            (
                "### Beslut\n\n- **att** bevilja medel\n- **att** följa upp",
                "enligt nedan: att bevilja medel | att följa upp"
            ),
            ("Beslut: enligt nedan\n\n1. att bevilja medel", "enligt nedan: att bevilja medel"),
            ("Beslut: enligt nedan\n\n### Beslut\n\n- att bevilja medel", "enligt nedan: att bevilja medel"),
            ("Beslut: bifall\n\n### Beslut\n\n- att bevilja medel", "bifall: att bevilja medel"),
            ("Beslut: att bevilja medel", "enligt nedan: att bevilja medel"),
            ("Beslut: Avgiften höjs till 200 kronor.", "enligt nedan: Avgiften höjs till 200 kronor."),
            ("### Beslut\n\nAvgiften höjs till 200 kronor.", "enligt nedan: Avgiften höjs till 200 kronor."),
            ("### Beslut\n\nFörbundsstyrelsen beslutar att höja avgiften.", "enligt nedan: att höja avgiften"),
            ("### Beslut\n\nFörbundsstyrelsen beslutar\n\n- att höja avgiften", "enligt nedan: att höja avgiften"),
            ("Beslut:\n\n- att höja avgiften", "enligt nedan: att höja avgiften"),
            ("Beslut: 1–2 bifall, 3 utgår", "1 bifall, 2 bifall, 3 utgår"),
            ("### Beslut\n\n- bifall", "bifall"), ("### Beslut\n\n1. bifall\n2. avslag", "1 bifall, 2 avslag"),
            ("Styrelsen beslutar\n\n- bifall", "bifall"),
            ("Beslut: bifall\n\n- Nyhamn\n- Region X", "bifall"),
            ("Beslut: bifall\n\n**Beslutet skickas till**\n\n- Nyhamn", "bifall"),
            ("Beslut: bifall\n\nReservation:\n\n- att ingen frågade", "bifall"),
            ("Beslut: punkt 1 bifall, punkt 2 avslag", "1 bifall, 2 avslag"),
            ("Beslut: 1 bifall\n\n### Omröstning\n\nJa: 2\n\nBeslut: 2 avslag", "1 bifall, 2 avslag"),
            ("Beslut: 1 bifall\nBeslut: 2 avslag", "1 bifall, 2 avslag"),
            (
                "Beslut: att bevilja medel\natt följa upp\natt tacka",
                "enligt nedan: att bevilja medel | att följa upp | att tacka"
            ),
            ("Beslut: bifall\natt följa upp", "bifall: att följa upp"),
            ("**Beslut**\natt bevilja medel\natt följa upp", "enligt nedan: att bevilja medel | att följa upp"),
            (
                "Ordföranden föredrar.\nStyrelsens beslut: att bevilja medel\natt följa upp",
                "enligt nedan: att bevilja medel | att följa upp"
            ),
            ("| Att-sats | Beslut |\n|--|--|\n| 1 | bifall |\n| 2 | avslag |", "1 bifall, 2 avslag"),
        ])
    func clauses(text: String, expected: String) { #expect(decided(text) == expected) }

    @Test(
        "in sentences",
        arguments: [
            ("Förbundsstyrelsen beslutar enligt förslaget.", "bifall"),
            ("Mötet beslutade enligt förslag.", "bifall"),
            ("Styrelsen beslutade i enlighet med arbetsutskottets förslag.", "bifall"),
            ("Efter diskussion beslutar styrelsen i enlighet med förslaget.", "bifall"),
            ("Förbundsstyrelsen beslutar att bifalla förslaget.", "bifall"), ("Bifall.", "bifall"),
            ("Bifalles.", "bifall"), ("Förslaget bifalls.", "bifall"), ("Enligt förslaget.", "bifall"),
            ("Ordföranden finner att styrelsen bifaller förslaget.", "bifall"),
            ("Ordföranden frågar om förslaget kan antas och finner att så sker.", "bifall"),
            ("Styrelsen avslår ansökan.", "avslag"), ("Förbundsstyrelsen beslutade att avslå ansökan.", "avslag"),
            ("Ansökan avslås.", "avslag"),
            ("Styrelsen återremitterar ärendet till förvaltningen för komplettering.", "återremiss till förvaltningen"),
            ("Ärendet återremitteras.", "återremiss"),
            (
                "Förbundsstyrelsen beslutar att bordlägga ärendet till den 29 januari 2027.",
                "bordläggning till 2027-01-29"
            ),
            ("Ärendet bordläggs till nästa möte.", "bordläggning"),
            ("Förbundsstyrelsen beslutar att lägga rapporten till handlingarna.", "till handlingarna"),
            ("Informationen läggs till handlingarna.", "till handlingarna"),
            ("Styrelsen noterar informationen.", "noteras"), ("Motionen anses besvarad.", "anses besvarad"),
            ("Styrelsen beslutar att anse motionen besvarad.", "anses besvarad"), ("Ärendet utgår.", "utgår"),
            (
                "Förbundsstyrelsen beslutar att bevilja Nyhamns kommun högst 600 000 kronor.",
                "enligt nedan: att bevilja Nyhamns kommun högst 600 000 kronor"
            ),
            (
                "Mötet beslutade att godkänna rapporten, att tacka utredaren samt att sprida den.",
                "enligt nedan: att godkänna rapporten | att tacka utredaren | att sprida den"
            ),
            ("Styrelsen godkänner rapporten.", "enligt nedan: Styrelsen godkänner rapporten"),
            ("Rapporten godkänns.", "enligt nedan: Rapporten godkänns"),
            ("Det beslutades att köpa in en ny skrivare.", "enligt nedan: att köpa in en ny skrivare"),
            (
                "Förbundsstyrelsen beslutar\n\n- att bevilja medel\n- att följa upp",
                "enligt nedan: att bevilja medel | att följa upp"
            ),
            (
                "Förbundsstyrelsen beslutar\natt bevilja medel\natt följa upp",
                "enligt nedan: att bevilja medel | att följa upp"
            ),
            (
                "**Förbundsstyrelsen beslutar**\n\natt bevilja medel\n\natt följa upp",
                "enligt nedan: att bevilja medel | att följa upp"
            ),
            (
                "Styrelsen beslutar följande:\n\n1. Avgiften höjs.\n2. Kansliet informerar.",
                "enligt nedan: Avgiften höjs. | Kansliet informerar."
            ),
            (
                "Styrelsen beslutar enligt Anna Alms yrkande.",
                "enligt nedan: Styrelsen beslutar enligt Anna Alms yrkande"
            ),
            (
                "### Omröstning\n\nMed 2 ja-röster mot 4 nej-röster avslår styrelsen ansökan.", "avslag"
            ),
        ])
    func sentences(text: String, expected: String) { #expect(decided(text) == expected) }

    @Test(
        "but not in what somebody wants, asks, or tells of another day",
        arguments: [
            "Anna Alm yrkar att styrelsen avslår ansökan.", "Styrelsen föreslås besluta att bevilja medel.",
            "Ordföranden frågar om styrelsen bifaller förslaget.",
            "Styrelsen beslutade den 6 mars 2026 att bevilja medel.", "Vid förra mötet beslutade styrelsen att vänta.",
            "Beredningsutskottet beslutade att föreslå styrelsen att bevilja medel.",
            "Styrelsen diskuterar ärendet och framhåller vikten av uppföljning.",
            "Ansökan avslås av kommunen om den är för sen.", "Styrelsen beslutar inte i frågan.",
            "### Yrkanden\n\nStyrelsen avslår ansökan, yrkar Bo Ek.",
            "### Reservation\n\nStyrelsen beslutade att avslå ansökan, vilket är fel.",
            "Ärendet föredras.\n\n### Beslutsunderlag\n\n- Tjänsteskrivelse",
            "### Tidigare beslut\n\nDen 5 juni 2026 beslutade styrelsen att vänta.",
        ])
    func undecided(text: String) { #expect(decided(text) == "–") }

    @Test(
        "a word that is no outcome is told, with what may have been meant",
        arguments: [
            ("Beslut: bifal", "? bifal (bifall)"), ("Beslut: godkänns", "? godkänns (bifall)"),
            ("### Beslut\n\nGodkänns", "? Godkänns (bifall)"), ("Beslut: klart", "? klart"), ("Beslut:", "? "),
            ("Beslut: 1 bifall, 2 avslg", "? avslg (avslag)"),
            ("Beslut: 1 bifall, 2 enligt nedan\n\n- att vänta", "? enligt nedan"),
            ("Beslut: bifall utom punkt 2", "? bifall utom punkt 2 (1 bifall, 2 avslag)"),
            ("Beslut: bifall med ändring", "? bifall med ändring (bifall)"),
        ])
    func unknown(text: String, expected: String) { #expect(decided(text) == expected) }

    @Test(
        "places that say different things are told",
        arguments: [
            ("Beslut: bifall\n\n### Beslut\n\nAvslag", "? bifall / Avslag"),
            ("Beslut: bifall\n\n### Omröstning\n\nJa: 3\n\nBeslut: avslag", "? bifall / avslag"),
            ("Beslut: 1 bifall\n\n### Beslut\n\n1 avslag", "? 1 bifall / 1 avslag"),
            ("Beslut: bifall\nBeslut: avslag", "? bifall / avslag"),
            ("### Beslut\n\nbifall\n\navslag", "? bifall / avslag"),
            ("### Beslut\n\n- avslag\n- återremiss", "? avslag / återremiss"),
            (
                "Styrelsen beslutar att avslå ansökan.\n\nBeslut: bifall",
                "? bifall / Styrelsen beslutar att avslå ansökan"
            ),
            (
                "Styrelsen bifaller förslaget.\n\nStyrelsen bordlägger ärendet.",
                "? Styrelsen bifaller förslaget / Styrelsen bordlägger ärendet"
            ),
        ])
    func contradictions(text: String, expected: String) { #expect(decided(text) == expected) }

    @Test(
        "and written as people also write it",
        arguments: [
            ("Styrelsens beslut: bifall", "bifall"),
            ("Förbundsstyrelsens beslut:\n\n- att avslå", "enligt nedan: att avslå"),
            ("Beslut – bifall", "bifall"), ("Beslut bifall", "bifall"), ("Beslut enligt förslaget.", "bifall"),
            ("Beslut. Bifall.", "bifall"), ("- Föredragande: Bo Ek\n- Beslut: bifall", "bifall"),
            ("Beslut: återremiss\ntill arbetsutskottet", "återremiss till arbetsutskottet"),
            ("Beslut: återremiss till AU torsdag 3 december 2026", "återremiss till AU till 2026-12-03"),
            ("Beslut: återremiss till AU (2026-12-03)", "återremiss till AU till 2026-12-03"),
            (
                "Beslut: återremiss till AU 2026-12-03 för komplettering",
                "återremiss till AU för komplettering till 2026-12-03"
            ),
            ("### Beslutet\n\n- att höja avgiften", "enligt nedan: att höja avgiften"),
            ("Beslut: 1) bifall 2) avslag", "1 bifall, 2 avslag"),
            ("Beslut: 1 bifall och 2 avslag", "1 bifall, 2 avslag"),
            ("Beslut: 1, 3 bifall, 2 avslag", "1 bifall, 2 avslag, 3 bifall"),
            ("Beslut: punkt 1: bifall; punkt 2: utgår", "1 bifall, 2 utgår"),
            ("Beslut: 1 och punkt 2 bifall", "1 bifall, 2 bifall"),
            ("Beslut: 1 – bifall, 2 – avslag", "1 bifall, 2 avslag"),
            ("Beslut: 1 bifal, 2 avslag", "? bifal (bifall)"), ("Beslut: 1 bifall, 2", "? 2"),
            ("Beslut: 200 000 kronor till Nyhamn, 3 platser", "enligt nedan: 200 000 kronor till Nyhamn, 3 platser"),
            ("Styrelsen beslutar bifall.", "bifall"), ("Vi beslutade att avslå ansökan.", "avslag"),
            ("Man beslutade enligt förslaget.", "bifall"), ("Styrelsen bestämde att avslå ansökan.", "avslag"),
            ("Det bestämdes att köpa en skrivare.", "enligt nedan: att köpa en skrivare"),
            ("Styrelsen enades om att avslå ansökan.", "avslag"),
            ("Styrelsen var enig om att avslå ansökan.", "avslag"),
            ("Styrelsen tog beslut om att avslå ansökan.", "avslag"),
            ("Beslut fattades om att avslå ansökan.", "avslag"),
            ("Beslut togs att avslå ansökan.", "avslag"), ("Ärendet togs upp. Ansökan avslås.", "avslag"),
            ("Styrelsen tog upp beslutet om taxan.", "–"), ("Beslut fattas vid nästa möte.", "–"),
            ("Vi valde att vänta.", "–"),
        ])
    func spoken(text: String, expected: String) { #expect(decided(text) == expected) }

    @Test(
        "a proposal with something added or taken away is not the proposal",
        arguments: [
            (
                "Styrelsen beslutar enligt förslaget utom punkt 2, som avslås.",
                "enligt nedan: Styrelsen beslutar enligt förslaget utom punkt 2, som avslås"
            ),
            (
                "Styrelsen beslutar enligt förslaget med tillägget att Bo Ek följer med.",
                "enligt nedan: Styrelsen beslutar enligt förslaget med tillägget att Bo Ek följer med"
            ),
            (
                "Styrelsen beslutar enligt förslaget med följande tillägg:\n\n- att Bo Ek följer med",
                "enligt nedan: Styrelsen beslutar enligt förslaget med följande tillägg: | att Bo Ek följer med"
            ),
            ("Styrelsen bifaller förslaget utom punkt 2.", "enligt nedan: Styrelsen bifaller förslaget utom punkt 2"),
            (
                "Styrelsen beslutar att bifalla förslaget med en ändring.",
                "enligt nedan: att bifalla förslaget med en ändring"
            ),
            ("Styrelsen beslutar enligt nedan.\n\n- att bevilja medel", "enligt nedan: att bevilja medel"),
            ("Styrelsen beslutar enligt nedan.", "–"),
            ("Styrelsen beslutar enligt 4 kap. 3 § att bevilja medel.", "enligt nedan: att bevilja medel"),
            ("Beslut: bifall\n\nStyrelsen avslår ansökan.", "? bifall / Styrelsen avslår ansökan"),
            ("Beslut: bifall\n\nÄrendet bordläggs.", "? bifall / Ärendet bordläggs"),
            ("Beslut: bifall\n\nSkrivelsen läggs till handlingarna.", "bifall"),
        ])
    func qualified(text: String, expected: String) { #expect(decided(text) == expected) }

    @Test("lettered clauses, and what Word leaves of a list, are clauses of their own")
    func lettered() {
        for (first, second) in [("a)", "b)"), ("i.", "ii."), ("1)", "2)"), ("-\u{A0}", "-\u{A0}"), ("•\t", "•\t")] {
            let text = "Styrelsen beslutar\n\n\(first) att bevilja medel\n\(second) att följa upp"
            #expect(decided(text) == "enligt nedan: att bevilja medel | att följa upp", "\(first)")
        }
    }

    @Test(
        "a paragraph's number is read whole, and what only looks like a paragraph is told",
        arguments: [
            ("## § 4/26 Öppnande", ["§ 4 Öppnande"], [String]()), ("## § 4/2026 Öppnande", ["§ 4 Öppnande"], []),
            ("## § 4. Öppnande", ["§ 4 Öppnande"], []), ("## § 4 – 2026:1", ["§ 4 2026:1"], []),
            ("## § 4-2026:1", ["§ 4 2026:1"], []),
            ("## § 1–3 Formalia", [], ["§ 1–3 Formalia"]), ("## § 2026:1", [], ["§ 2026:1"]),
            ("## § 4.1 Öppnande", [], ["§ 4.1 Öppnande"]), ("## § 4a Öppnande", [], ["§ 4a Öppnande"]),
            ("## §4Öppnande", ["§ 4 Öppnande"], []),
            ("### § 4 Öppnande", [], ["§ 4 Öppnande"]), ("**§ 4 2026:1**\n\nBeslut: bifall", [], ["§ 4 2026:1"]),
            ("§ 4 Öppnande\n\nText.", [], ["§ 4 Öppnande"]),
            ("## § 4 2026:1\n\n§ 5 2026:2\n\nBeslut: bifall", ["§ 4 2026:1"], ["§ 5 2026:2"]),
            ("## § 4 2026:1\n\n§ 12 i stadgan gäller\n\nBeslut: bifall", ["§ 4 2026:1"], []),
        ])
    func numbers(text: String, entries: [String], told: [String]) {
        let read = readEntries("\(text)\n")
        #expect(read.entries.map { "§ \($0.number) \($0.heading)" } == entries)
        let messages = read.messages.filter { $0.contains("K126") }
        #expect(messages.count == told.count)
        for (message, heading) in zip(messages, told) { #expect(message.contains("\"\(heading)\" är ingen paragraf")) }
    }

    @Test("a heading without its space is told, with its line")
    func almostHeading() {
        let messages = readEntries("## § 4 2026:1\n\nBeslut: bifall\n\n##\u{A0}§\u{A0}5 2026:2\n\n##§ 6\n\n#mötet\n")
            .messages
        #expect(messages.count == 2)
        #expect(
            messages.last?.hasSuffix(
                ":7:1: warning[K430]: \"##§ 6\" är ingen rubrik, för mellanslaget efter # saknas. Skriv dit det")
                == true)
    }

    @Test("places that say the same are one decision")
    func same() {
        #expect(decided("Styrelsen beslutar enligt förslaget.\n\nBeslut: bifall") == "bifall")
        #expect(decided("Beslut: avslag\n\n### Omröstning\n\nMed 4 röster mot 2 avslår styrelsen ansökan.") == "avslag")
        #expect(decided("### Beslut\n\nBifall\n\n### Omröstning\n\nJa: 3\n\nBeslut: bifall") == "bifall")
    }

    @Test("in a § about no ärende any words are the decision as written, and only what is decided in so many words")
    func aboutNothing() {
        func decided(_ text: String) -> String {
            var entry = readEntries("## § 2 Val av justerare\n\n\(text)\n").entries[0]
            entry.settle(about: .nothing)
            return entry.decided
        }
        #expect(decided("Beslut: Anna Alm") == "enligt nedan: Anna Alm")
        #expect(decided("Beslut: godkänns") == "enligt nedan: godkänns")
        #expect(decided("Beslut: bifall") == "bifall")
        #expect(decided("### Beslut\n\nBo Ek väljs.") == "enligt nedan: Bo Ek väljs.")
        #expect(decided("Styrelsen beslutar att välja Bo Ek.") == "enligt nedan: att välja Bo Ek")
        #expect(decided("Dagordningen godkänns.") == "–")
        #expect(decided("Styrelsen godkänner dagordningen.") == "–")
    }

    @Test("a sentence that decides stays in the text, which says so already")
    func stays() {
        let entry = readEntries("## § 4 2026:1\n\nStyrelsen beslutar enligt förslaget.\n").entries[0]
        #expect(entry.decision?.source == .sentence)
        #expect(entry.text.text == "<p>Styrelsen beslutar enligt förslaget.</p>\n")
    }

    @Test("a preparing body that proposes has decided what it proposes")
    func preparing() {
        #expect(
            decided(
                "Arbetsutskottet föreslår förbundsstyrelsen besluta\n\n- att bevilja medel", of: "Arbetsutskottet",
                role: .preparing) == "enligt nedan: att bevilja medel")
        #expect(decided("Tillstyrks.", of: "Arbetsutskottet", role: .preparing) == "bifall")
    }

    @Test("a § approved at once has its own days, which are no text")
    func approvedAtOnce() {
        let read = readEntries(
            "## § 1 2026:1\n\nBeslut: bifall\n\nJusterat: 2026-12-11\nAnslaget: 2026-12-11\nFörvaras: Kansliet\n\n## § 2 Slut\n\nFörvaras: i skåpet\n"
        )
        let approval = read.entries[0].approval
        #expect(approval?.approved.description == "2026-12-11" && approval?.posted?.description == "2026-12-11")
        #expect(approval?.keptAt == "Kansliet" && read.entries[0].text.isEmpty)
        #expect(read.entries[1].approval == nil)
        #expect(read.entries[1].text.text == "<p>Förvaras: i skåpet</p>\n")
        #expect(read.messages == [])
        #expect(
            readEntries("## § 1 2026:1\n\nBeslut: bifall\n\nJusterat: 2026-12-10\nAnslaget: 2026-12-09\n").messages == [
                "content/moten/fs-2026-12-11.protokoll.md:5:1: error[K127]: protokollet kan inte vara justerat 2026-12-10, före mötet. Rätta datumet",
                "content/moten/fs-2026-12-11.protokoll.md:5:1: error[K128]: protokollet kan inte vara anslaget 2026-12-09, innan det är justerat. Rätta datumet",
            ])
    }

    @Test(
        "a weekday that is not the day's is told in a § too",
        arguments: [
            "Justerat: fredag 17 september 2026", "Beslut: bordläggning till fredag 18 november 2027",
            "Beslut: återremiss till AU fredagen den 18 november 2027", "Följs upp: fredag 18 november 2027 Rapport",
        ])
    func weekdays(line: String) {
        let told = readEntries("## § 4 2026:1\n\n\(line)\n").messages.filter { $0.contains("K241") }
        #expect(told.count == 1, "\(told)")
        #expect(told.allSatisfy { $0.contains(":3:") })
    }

    @Test("a bold or plain line that names a part of a § begins it")
    func namedParts() {
        let read = readEntries(
            "## § 1 2026:1\n\nBeslut: bifall\n\n**Beslutet skickas till**\n\n- Nyhamns kommun\n- Bo Ek\n")
        #expect(read.entries[0].recipients == ["Nyhamns kommun", "Bo Ek"])
        #expect(read.entries[0].sections.map(\.heading) == ["Beslutet skickas till"])
    }

    @Test("what was done on a day to come is not done yet, and is told")
    func daysToCome() {
        let read = readEntries("## § 1 2026:1\n\nBeslut: bifall\n\nJusterat: 2026-12-12\n")
        #expect(read.entries[0].approval == nil)
        #expect(
            read.messages == [
                "content/moten/fs-2026-12-11.protokoll.md:5:1: warning[K453]: Justerat: 2026-12-12 är en dag som inte har kommit, så det räknas inte förrän då. Rätta datumet om det är fel"
            ])
    }

    @Test("a § that is said to be approved at once has a day, and one alone, or is told of")
    func approvedAtOnceInDoubt() {
        for words in [
            "Paragrafen justeras omedelbart.", "Paragrafen förklaras omedelbart justerad.",
            "Omedelbar justering av paragrafen.",
        ] {
            let bare = readEntries("## § 1 2026:1\n\nBeslut: bifall\n\n\(words)\n\n## § 2 2026:2\n\nBeslut: bifall\n")
                .messages
            #expect(bare.count == 1 && bare.first?.contains(".protokoll.md:5:1: warning[K463]") == true)
            let whole = "## § 1 2026:1\n\nBeslut: bifall\n\n\(words)\n\nJusterat: 2026-12-11\n"
            #expect(readEntries(whole).messages == [])
            let twice = readEntries(whole + "\nJusterat: 2026-12-12\n")
            #expect(twice.messages.count == 1 && twice.messages.first?.contains(":9:1: warning[K464]") == true)
            #expect(twice.entries[0].approval?.approved.description == "2026-12-11")
        }
        #expect(readEntries("## § 1 2026:1\n\nBeslut: bifall\n\nMedelbart och omedelbart stöd.\n").messages == [])
    }

    @Test("a vote of thousands of names takes its time once")
    func longVotes() {
        let names = (1...4000).map { "Ledamot Nr\($0)" }.joined(separator: ", ")
        let entry = readEntries("## § 4 2026:1\n\nBeslut: bifall\n\n### Omröstning\n\nJa: \(names)\n").entries[0]
        #expect(entry.vote?.count == 4000 && entry.decided == "bifall")
    }
}
