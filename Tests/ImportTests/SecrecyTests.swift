import Testing

@testable import Import

@Suite("A mark of secrecy")
struct SecrecyTests {
    private static let record =
        "Förbundsstyrelsen\nPROTOKOLL\n2020-09-18\n\n§ 44 Öppnande\nMötet öppnas.\n\n§ 45 Fråga om personal, dnr 2020:14\nBeslut\nFrågan bordläggs.\n"

    @Test(
        "holds a record back, wherever it stands",
        arguments: ["SEKRETESS enligt 26 kap. 1 § OSL", "SEKRETESS: 26 kap. 1 § OSL", "Sekretess 26 kap. 1 § OSL"])
    func record(mark: String) {
        for text in [mark + "\n\n" + Self.record, Self.record + "\n" + mark + "\n"] {
            let plan = Papers.plan([Papers.read(text)])
            #expect(plan.files.isEmpty, "\(plan.files.map(\.path))")
            #expect(plan.outcomes[0].obstacle == .notPublic)
        }
        #expect(!Papers.plan([Papers.read(Self.record)]).files.isEmpty)
    }

    @Test(
        "what is no mark holds nothing back",
        arguments: ["SEKRETESSPOLICY", "Sekretess: nej", "Sekretess prövades inte."])
    func none(line: String) { #expect(Papers.read(line + "\n\n" + Self.record).text.secrecy == nil) }

    @Test("on an extract makes the ärende that is laid up for it secret")
    func extract() {
        let text =
            "SEKRETESS: 26 kap. 1 § OSL\n\n"
            + Self.record.replacing("PROTOKOLL", with: "Protokollsutdrag")
            .replacing("§ 44 Öppnande\nMötet öppnas.\n\n", with: "")
        let plan = Papers.plan([Papers.read(text)])
        let stub = plan.text("arenden/2020-14/arende.md")
        #expect(
            stub?.contains("synlighet: sekretess\nsekretess: 26 kap. 1 § OSL\n") == true, "\(plan.files.map(\.path))")
    }

    @Test("in a text's own head is kept", arguments: ["ledamöter", "utkast"])
    func visibility(audience: String) {
        let text =
            "---\ndnr: 2020:15\ntitel: Rutin\nsynlighet: \(audience)\n---\n\n# Rutin\n\n## Förslag till beslut\n\nFörbundsstyrelsen föreslås besluta\n\n- **att** anta rutinen\n"
        let plan = Papers.plan([Papers.read(text, file: "rutin.md", isMarkdown: true)])
        #expect(plan.text("arenden/2020-15/arende.md")?.contains("\nsynlighet: \(audience)\n") == true)
    }

    @Test("a word that is no audience, and a day to come, hide it too")
    func unknown() {
        let head = "Dnr 2020:15\n\nRutin\n\nFörslag till beslut\n\nStyrelsen antar rutinen.\n"
        let intern = Papers.plan([Papers.read("Synlighet: intern\n" + head)]).text("arenden/2020-15/arende.md")
        #expect(intern?.contains("synlighet: ledamöter\n") == true)
        let later = Papers.plan([Papers.read("Publiceras: 2030-01-15\n" + head)]).text("arenden/2020-15/arende.md")
        #expect(later?.contains("publiceras: 2030-01-15\n") == true)
    }
}

@Suite("A head that a site generator wrote")
struct ForeignHeadTests {
    private static let text = "\n\n## § 1 Öppnande\nVi börjar.\n\n## § 2 Inköp\nStyrelsen beslutade att köpa bord.\n"

    @Test("gives title and day, and its other keys are told", arguments: [true, false])
    func read(isYAML: Bool) {
        let head =
            isYAML
            ? "---\nlayout: post\ntitle: \"Protokoll styrelsen 10 september 2020\"\ndate: 2020-09-12\ntags: [a, b]\n---"
            : "+++\nlayout = \"post\"\ntitle = \"Protokoll styrelsen 10 september 2020\"\ndate = 2020-09-12T10:00:00+02:00\n+++"
        let read = Papers.read(head + Self.text, isMarkdown: true)
        #expect(read.title?.value == "Protokoll styrelsen 10 september 2020")
        #expect(read.text.meeting?.description == "2020-09-10")
        #expect(read.days.keys.allSatisfy { $0 != "DATE" })
        #expect(read.told.contains { $0.contains("layout") })
    }

    @Test(
        "the day that a page was made is never its meeting's",
        arguments: ["Styrelseprotokoll 2020-09-10", "Styrelseprotokoll"])
    func made(title: String) {
        let read = Papers.read("---\ntitle: \(title)\ndate: 2020-09-12\n---" + Self.text, isMarkdown: true)
        #expect(read.text.meeting?.description == (title.hasSuffix("10") ? "2020-09-10" : nil))
    }

    @Test("a draft is one")
    func draft() {
        let text =
            "---\ntitle: Rutin\ndraft: true\n---\n\nDnr 2020:16\n\n## Förslag till beslut\n\nStyrelsen antar rutinen.\n"
        let plan = Papers.plan([Papers.read(text, isMarkdown: true)])
        #expect(plan.text("arenden/2020-16/arende.md")?.contains("synlighet: utkast\n") == true)
    }

    @Test("a comment in the text is told, and written nowhere")
    func comment() {
        let text =
            "# Rutin\n\nDnr 2020:16\n\n## Förslag till beslut\n\nStyrelsen antar <!-- snart --> rutinen.\n\n<!-- att\ngöra -->\n"
        let read = Papers.read(text, isMarkdown: true)
        let written = Papers.plan([read]).text("arenden/2020-16/arende.md")
        #expect(written?.contains("<!--") == false && written?.contains("snart") == false)
        #expect(read.told.contains { $0.contains("snart") } && read.told.contains { $0.contains("göra") })
    }
}
