import Diagnostics
import Foundation
import Meetings
import Testing

@testable import Content

/// What a text's head says, and what reading it says.
private func read(_ text: String) -> (keys: [String]?, messages: [String]) {
    var diagnostics: [Diagnostic] = []
    let file = TextFile(Array(text.utf8), file: "x.md", &diagnostics)
    var keys: [String]?
    if let file, file.frontMatter != nil {
        keys = (try? FrontMatter(file.bytes[file.frontMatter ?? 0..<0], firstLine: 2))?.entries.map(\.folded)
    }
    return (keys, diagnostics.map { $0.line(in: .swedish) })
}

@Suite("A head is read, or told")
struct HeadTests {
    @Test(
        "empty lines and byte order marks before it, and spaces behind its dashes, are nothing",
        arguments: [
            "\n---\nsynlighet: ledamöter\n---\nText", "\u{FEFF}\u{FEFF}---\nsynlighet: ledamöter\n---\nText",
            "\n\u{FEFF}\n  \n---\nsynlighet: ledamöter\n---\nText", "---  \t\nsynlighet: ledamöter\n--- \nText",
            "\r\n---\u{A0}\r\nsynlighet: ledamöter\r\n---\r\nText", " \n\t\n---\nsynlighet: ledamöter\n---",
        ])
    func allowed(text: String) {
        #expect(read(text).keys == ["synlighet"])
        #expect(read(text).messages == [])
    }

    @Test("the line of a key is the file's")
    func lines() async throws {
        let folder = try Folder(["content/sidor/om.md": "\n\n---\ntitel: Om\n\nsynlihet: ledamöter\n---\nText"])
        #expect(
            try await folder.messages() == [
                "content/sidor/om.md:6:1: error[K025]: okänd nyckel \"synlihet\". Menade du \"synlighet\"?"
            ])
    }

    private static let here =
        "x.md:1:1: error[K230]: huvudet läses inte: det ska börja med en rad med bara tre bindestreck (---), men här står "

    @Test(
        "what begins like a head and is none is an error on that line",
        arguments: [
            ("–––", "\"–––\", som är tankstreck (Word gör dem av bindestreck). Skriv --- på raden"),
            ("—", "\"—\", som är tankstreck (Word gör dem av bindestreck). Skriv --- på raden"),
            ("–-", "\"–-\", som är tankstreck (Word gör dem av bindestreck). Skriv --- på raden"),
            ("----", "\"----\". Skriv --- på raden"), ("--", "\"--\". Skriv --- på raden"),
            ("- - -", "\"- - -\". Skriv --- på raden"), ("***", "\"***\". Skriv --- på raden"),
            ("___", "\"___\". Skriv --- på raden"), ("+++", "\"+++\". Skriv --- på raden"),
            (" ---", "\"---\". Skriv --- på raden"), ("\u{200B}---", "\"---\". Skriv --- på raden"),
            ("---yaml", "\"---yaml\". Skriv --- på raden"), ("> ---", "\"> ---\". Skriv --- på raden"),
            ("\\-\\-\\-", "\"\\-\\-\\-\". Skriv --- på raden"), ("```", "\"```\". Skriv --- på raden"),
        ])
    func openings(opening: String, message: String) {
        for key in [
            "dnr: 2026:1", "titel: X", "synlighet: sekretess", "synlihet: ledamöter", "Handläggare: X", "au: 200820",
        ] {
            #expect(read("\(opening)\n\(key)\n\(opening)\n\nText.\n").messages == [HeadTests.here + message], "\(key)")
            #expect(read("\(opening)\n\n# anteckning\nx: y\n\(key)\n").messages == [HeadTests.here + message], "\(key)")
        }
        #expect(read("\(opening)\n\nEn text, om något.\n").messages == [])
    }

    @Test("an end that is none is told on the head's first line")
    func ends() {
        let message =
            "x.md:1:1: error[K230]: huvudet ska sluta med en rad med bara tre bindestreck (---), men på rad 3 står "
        #expect(
            read("---\ntitel: x\n–––\nText\n\n---\nMer").messages
                == [message + "\"–––\", som är tankstreck (Word gör dem av bindestreck). Skriv --- på raden"])
        #expect(read("---\ntitel: x\n----\nText").messages == [message + "\"----\". Skriv --- på raden"])
        #expect(read("---\ntitel: x\n...\nText").messages == [message + "\"...\". Skriv --- på raden"])
    }

    @Test("keys that say who may see a text are told wherever a head was meant")
    func guarding() {
        #expect(
            read("synlighet: ledamöter\n\nText").messages == [
                "x.md:1:1: error[K230]: \"synlighet: ledamöter\" ser ut att höra till ett huvud, men saknar raden med tre bindestreck ovanför. Skriv en rad med bara --- före och en efter"
            ])
        #expect(read("# Titel\n\ntitel: x\n**Synlighet:** ledamöter\n\nText").messages.count == 1)
        #expect(
            read("# Titel\n\n---\nsynlighet: sekretess\n---\n\nText").messages == [
                "x.md:3:1: error[K230]: här börjar ett huvud, men det läses inte eftersom det står text före det. Flytta huvudet till filens början"
            ])
        let below =
            "x.md:4:1: error[K230]: raden hör hemma i huvudet men står under det och läses inte. Flytta upp den till huvudet"
        #expect(read("---\ntitel: x\n---\nsynlighet: ledamöter\n\nText").messages == [below])
        #expect(read("---\ntitel: x\n---\n---\nsynlighet: ledamöter\n---\n\nText").messages == [below])
    }

    @Test(
        "Markdown stays Markdown",
        arguments: [
            "Text\n---\ntitel: x\n---\n", "# Titel\n\nText\n\n---\n\nMer\n", "***\n\nText",
            "---\ntitel: x\n---\nText\n\n---\n\nMer\n---\n",
            "Publicerad: 12 maj 2020\n\nText", "Plats: Förbundskansliet\nTid: 13.00\n\nText",
            "```\n---\nsynlighet: ledamöter\n---\n```\n", "- – titel\n- dnr\n", "Sekreterare: Anna\n\nText",
            "> > > > > > > djupt citat", "Rubrik\n=======\n\nText",
        ])
    func markdown(text: String) {
        #expect(read(text).messages == [])
    }

    /// Dashes, keys and what editors make of them, put together by chance.
    @Test("a text with a key that hides is understood, or told: ten thousand odd heads", arguments: 0..<20)
    func fuzz(seed: Int) {
        var chance = OddHeads(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
        for _ in 0..<500 {
            let text = chance.text()
            let (keys, messages) = read(text)
            let isUnderstood = keys?.contains("synlighet") ?? false
            var isTold = !messages.isEmpty
            if keys == nil, messages.isEmpty { isTold = headFault(text) }
            #expect(isUnderstood || isTold, "\(text.debugDescription)")
        }
    }

    /// The head was found and is no YAML, or has a key that was meant for another.
    private func headFault(_ text: String) -> Bool {
        var diagnostics: [Diagnostic] = []
        guard let file = TextFile(Array(text.utf8), file: "x.md", &diagnostics) else { return true }
        var fields = file.fields(clock: today, &diagnostics)
        _ = fields.visibility()
        fields.finish()
        return diagnostics.contains { $0.severity == .error } || fields.diagnostics.contains { $0.severity == .error }
    }
}

private struct OddHeads: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33 ^ state << 31
    }

    mutating func text() -> String {
        let before = ["", "\n", "\u{FEFF}", " \n", "\u{200B}", "\n\n\u{FEFF}", "\t"]
        let rules = [
            "---", "--- ", "–––", "—", "----", "--", "- - -", "***", "___", "===", "+++", "```", " ---", "—--", "\\---",
            "---\u{A0}", "**---**", "-–-", "−−−", "~~~", "---yaml", "# ---",
        ]
        let keys = ["titel: X", "dnr: 2026:1", "x: y", "# anteckning", "", "fs: 200918", "titel: A #3"]
        let hiding = [
            "synlighet: ledamöter", "Synlighet: sekretess", "synlighet : ledamöter", "SYNLIGHET: utkast",
            "synlighet:  ledamöter # för nu",
        ]
        var lines = (0..<Int.random(in: 0...2, using: &self)).map { _ in keys.randomElement(using: &self) ?? "" }
        lines.insert(hiding.randomElement(using: &self) ?? "", at: Int.random(in: 0...lines.count, using: &self))
        let opening = rules.randomElement(using: &self) ?? ""
        let closing = Bool.random(using: &self) ? opening : rules.randomElement(using: &self) ?? ""
        let start = before.randomElement(using: &self) ?? ""
        let ending = Bool.random(using: &self) ? "\n" : "\r\n"
        return start + ([opening] + lines + [closing, "", "Text."]).joined(separator: ending) + ending
    }
}

@Suite("A # in a head")
struct HashTests {
    @Test(
        "only a # with a space on both sides begins a comment",
        arguments: [
            ("titel: Lokal #3 på Storgatan", "Lokal #3 på Storgatan"), ("titel: #3", "#3"), ("titel: A#B", "A#B"),
            ("titel: C #", "C #"), ("titel: A # B", "A"), ("titel: \"A # B\"", "A # B"),
            ("titel: 'A # B' # C", "A # B"),
            ("titel: A\t# B", "A"), ("titel: \"A: #1\"", "A: #1"), ("titel: [A #1, #2]", nil), ("titel: ##", "##"),
            ("titel: |\n  A # B\n  #C", "A # B\n#C"), ("titel: A  #B", "A  #B"), ("titel: {{#x}} # y", "{{#x}}"),
        ] as [(String, String?)])
    func values(head: String, value: String?) throws {
        let entries = try FrontMatter(Array(head.utf8)[...], firstLine: 2).entries
        let content = try #require(entries.first).value.content
        if let value {
            #expect(content == .text(value))
        } else if case .list(let items) = content {
            #expect(items.map { describe($0) } == ["<A #1>", "<#2>"])
        } else {
            Issue.record("\(content)")
        }
    }

    @Test("what a comment takes from a free text is told, and nothing else")
    func told() {
        let read = readMatter(
            "---\ndnr: 2026:1   # anteckning\ntitel: Lokal # 3 på Storgatan\nbelopp: 5 kr # högst\nhandläggare:\n  - Anna # vikarie\n  - \"Bo\" # x\n---\n"
        )
        #expect(read.source?.matter.title == "Lokal")
        #expect(read.source?.matter.diaryNumber?.text == "2026:1")
        #expect(
            read.messages == [
                "content/arenden/x/arende.md:3:14: warning[K231]: det som står efter # är en kommentar och kommer inte med i \"titel\": \"3 på Storgatan\". Sätt värdet inom citattecken om det ska med",
                "content/arenden/x/arende.md:6:10: warning[K231]: det som står efter # är en kommentar och kommer inte med i \"handläggare\": \"vikarie\". Sätt värdet inom citattecken om det ska med",
            ])
    }

    @Test("an ATX heading keeps its #")
    func heading() {
        #expect(
            readMatter("---\ndnr: 2026:1\n---\n# Lokal #3 på Storgatan\n").source?.matter.title
                == "Lokal #3 på Storgatan")
    }
}

@Suite("Keys that hide")
struct GuardingKeyTests {
    private func messages(_ head: String) -> [String] {
        readMatter("---\ndnr: 2026:1\ntitel: A\n\(head)\n---\n").messages.map {
            $0.replacing("content/arenden/x/arende.md:", with: "")
        }
    }

    @Test("one that is misspelt is an error, as are other programs' words for it")
    func misspelt() {
        #expect(messages("synligt: nej") == ["4:1: error[K025]: okänd nyckel \"synligt\". Menade du \"synlighet\"?"])
        #expect(messages("sekretes: ja") == ["4:1: error[K025]: okänd nyckel \"sekretes\". Menade du \"sekretess\"?"])
        #expect(
            messages("publicera: 2020-06-02") == [
                "4:1: error[K025]: okänd nyckel \"publicera\". Menade du \"publiceras\"?"
            ])
        #expect(messages("draft: true") == ["4:1: error[K025]: okänd nyckel \"draft\". Menade du \"synlighet\"?"])
        for key in ["synlig", "synlig för", "visas för", "åtkomst", "offentlig", "för"] {
            #expect(
                messages("\(key): ledamöter") == ["4:1: error[K025]: okänd nyckel \"\(key)\". Menade du \"synlighet\"?"]
            )
        }
        #expect(
            messages("embargo: 2027-01-01") == ["4:1: error[K025]: okänd nyckel \"embargo\". Menade du \"publiceras\"?"]
        )
        #expect(messages("tittel: X") == ["4:1: warning[K025]: okänd nyckel \"tittel\". Menade du \"titel\"?"])
        #expect(
            messages("bilagor:\n  - {titel: B, synlihet: ledamöter}").contains(
                "5:16: error[K025]: okänd nyckel \"synlihet\". Menade du \"synlighet\"?"))
        #expect(
            messages("bilagor:\n  - {titel: B, sekretess: ja}").contains(
                "5:16: error[K232]: \"sekretess\" betyder ingenting här, så texten skulle inte döljas. Skriv \"synlighet: sekretess\""
            ))
    }

    @Test("a value that is misspelt is an error, and so is a key without one")
    func values() {
        #expect(messages("synlighet: ledamot").first?.contains("error[K035]") == true)
        #expect(messages("synlighet:").contains { $0.contains("error[K035]") })
        #expect(messages("publiceras: snart").first?.contains("error[K031]") == true)
        #expect(messages("publiceras:").contains { $0.contains("error[K031]") })
    }

    @Test("sekretess alone hides nothing, and is told")
    func secrecyAlone() {
        #expect(
            messages("sekretess: 26 kap. 1 § OSL") == [
                "4:12: error[K233]: \"sekretess\" döljer ingenting för sig. Skriv också \"synlighet: sekretess\", eller ta bort raden"
            ])
    }

    @Test("a key that YAML would take for a part of the value above is told")
    func swallowed() {
        let lost =
            "error[K022]: huvudet kan inte läsas: \"synlighet:\" läses som en del av värdet. Skriv nyckeln längst till vänster på en egen rad, med mellanslag efter kolonet"
        #expect(messages("handläggare: Anna\n  synlighet:ledamöter").first?.hasSuffix(lost) == true)
        #expect(
            messages("bilagor:\n  - fil: x.pdf\n    synlighet:ledamöter").first?.hasPrefix("6:5: error[K022]") == true)
        #expect(messages("syfte: !viktigt X").first?.contains("error[K022]") == true)
    }

    @Test("in a record, where none of them has a meaning, they are told")
    func inRecord() async throws {
        let folder = try Folder([
            "content/moten/fs-2020-06-01.md": "",
            "content/moten/fs-2020-06-01.protokoll.md": "---\nsynlighet: ledamöter\n---\n",
        ])
        #expect(
            try await folder.messages() == [
                "content/moten/fs-2020-06-01.protokoll.md:2:1: error[K232]: \"synlighet\" betyder ingenting här, så texten skulle inte döljas. Skriv den i ärendets, mötets eller sidans eget huvud"
            ])
    }
}

@Suite("A date with its weekday")
struct WeekdayTests {
    @Test(
        "is the date, with a warning where the day is another",
        arguments: [
            "fredag 18 september 2020", "fredagen den 18 september 2020", "fre 18/9 2020", "fredag, 2020-09-18",
            "Fre. 200918",
        ])
    func right(date: String) {
        let read = readMatter("---\ndnr: 2026:1\ntitel: A\nperiod: 2020\ntyp: ansökan\nplanerad-start: \(date)\n---\n")
        #expect(read.source?.matter.application?.plannedStart?.description == "2020-09-18")
        #expect(read.messages == [])
    }

    @Test("a weekday that is not the date's is told")
    func wrong() {
        let read = readMatter("---\ndnr: 2026:1\ntitel: A\nfs: torsdag 18 september 2020\n---\n")
        #expect(read.source?.matter.handlings.first?.days.map(\.date.description) == ["2020-09-18"])
        #expect(
            read.messages == [
                "content/arenden/x/arende.md:4:5: warning[K241]: 2020-09-18 är en fredag. Rätta datumet eller veckodagen"
            ])
    }

    @Test("a word that is no weekday is no date")
    func unreadable() {
        #expect(DateReading("fredag", clock: today) == .unreadable)
        #expect(DateReading("friday 18 september 2020", clock: today) == .unreadable)
        #expect(DateReading("onödig 18 september 2020", clock: today) == .unreadable)
    }
}
