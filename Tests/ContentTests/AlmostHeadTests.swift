import Testing

@testable import Content

/// A head may say that nobody is to see the text. So what looks like one and is not read as one publishes nothing.
@Suite("Heads, and what nearly is one")
struct AlmostHeadTests {
    @Test(
        "a byte order mark, empty lines before and spaces after the dashes are no hindrance",
        arguments: [
            "\u{FEFF}---\n", "\n---\n", "\n \n---\n", "\u{FEFF}\n\u{FEFF}---\n", "--- \n", "\r\n---\t\r\n",
        ])
    func spaces(opening: String) {
        let read = readMatter(opening + "dnr: 2020:1\ntitel: A\nsynlighet: sekretess\n---  \n\n# A\n")
        #expect(read.source?.matter.visibility == .secret)
        #expect(read.messages == [])
    }

    @Test(
        "a line in the text that would hide it hides nothing, and is an error",
        arguments: ["Synlighet: ledamöter", "**synlighet:** sekretess", "publiceras: 2027-01-01"])
    func inText(line: String) {
        let read = readMatter("---\ntitel: A\n---\n\n# A\n\nText.\n\n\(line)\n")
        #expect(read.source == nil)
        #expect(
            read.messages.first?.hasPrefix("content/arenden/x/arende.md:9:1: error[K230]: raden döljer ingenting")
                == true)
        #expect(readMatter("---\ntitel: A\n---\n\nText.\n\nSynlighet: den var god den dagen.\n").source != nil)
    }

    @Test(
        "a key that hides and that is read as a part of the value above is an error",
        arguments: [
            "syfte: >\n  Text\n  synlighet: ledamöter", "handläggare: \"Eva\n  synlighet: ledamöter\"",
            "samverkansparter:\n  - Eva\n  - synlighet: ledamöter", "samverkansparter: [Eva,\n synlighet: ledamöter]",
        ])
    func swallowed(head: String) {
        let read = readMatter("---\ntitel: A\n\(head)\n---\n\n# A\n")
        #expect(read.messages.contains { $0.contains("error[K022]") }, "\(read.messages)")
        let listed = readMatter("---\ntitel: A\nbilagor:\n  - fil: x.pdf\n    synlighet: ledamöter\n---\n\n# A\n")
        #expect(listed.source != nil)
        for key in ["original", "underskrivet"] {
            let named = frontMatterMessages("organ: FS\n\(key):\n  fil: x.pdf\n  synlighet: ledamöter")
            #expect(named == [], "\(key)")
        }
    }

    private func frontMatterMessages(_ head: String) -> [String] {
        do throws(FrontMatterFault) {
            _ = try FrontMatter(Array(head.utf8)[...], firstLine: 2)
            return []
        } catch {
            return ["\(error.line)"]
        }
    }

    @Test("the keys of an ärende that stand without any dashes are told, and not only those that hide")
    func withoutDashes() {
        let read = readMatter("dnr: 2026:1\ntitel: Ett\nfs: 2026-11-06\n\n# Ett\n")
        #expect(read.source == nil)
        #expect(read.messages.first?.hasPrefix("content/arenden/x/arende.md:1:1: error[K230]: \"dnr: 2026:1\"") == true)
    }

    @Test("the lines below an empty first line keep their numbers")
    func numbers() {
        let read = readMatter("\n\n---\ndnr: 2020:1\ntitel: A\nhandläggar: B\n---\n")
        #expect(
            read.messages == [
                "content/arenden/x/arende.md:6:1: warning[K025]: okänd nyckel \"handläggar\". Menade du \"handläggare\"?"
            ])
    }

    @Test(
        "other dashes, text before, and keys without dashes are errors on their line",
        arguments: [
            ("–––\ntitel: A\nsynlighet: ledamöter\n–––\n", 1), ("----\ntitel: A\n----\n", 1),
            ("\n***\nsynlighet: ledamöter\n***\n", 2), ("Utkast\n\n---\nsynlighet: ledamöter\n---\n", 3),
            ("synlighet: ledamöter\n\n# A\n", 1), ("# A\n\nsekretess: 26 kap. 1 § OSL\n", 3),
            ("---\ntitel: A\n———\n\nText\n", 1), ("---\ntitel: A\n---\n\nsynlighet: sekretess\n", 5),
        ])
    func nearly(text: String, line: Int) {
        let read = readMatter(text)
        #expect(read.source == nil)
        #expect(read.messages.count == 1)
        #expect(read.messages.first?.hasPrefix("content/arenden/x/arende.md:\(line):1: error[K230]: ") ?? false)
    }

    @Test("Word's dash is named as such")
    func typeset() {
        #expect(
            readMatter("–––\ntitel: A\n–––\n").messages == [
                "content/arenden/x/arende.md:1:1: error[K230]: huvudet läses inte: det ska börja med en rad med bara tre bindestreck (---), men här står \"–––\", som är tankstreck (Word gör dem av bindestreck). Skriv --- på raden"
            ])
    }

    @Test(
        "a rule, a table and a heading in a text are none of a head",
        arguments: [
            "# A\n\nText\n\n---\n\nMer text: så här.\n", "A\n===\n\nText\n",
            "# A\n\n| titel | b |\n|---|---|\n| c | d |\n",
            "# A\n\n```\n---\nsynlighet: ledamöter\n---\n```\n",
        ])
    func texts(text: String) {
        let read = readMatter(text)
        #expect(read.source != nil)
        #expect(!read.messages.contains { $0.contains("K230") })
    }

    @Test("what git leaves of two versions is an error on its first line")
    func conflict() {
        let read = readMatter("---\ndnr: 2020:1\ntitel: A\n---\n\n<<<<<<< HEAD\nEtt.\n=======\nTvå.\n>>>>>>> gren\n")
        #expect(read.source == nil)
        #expect(read.messages.first?.hasPrefix("content/arenden/x/arende.md:6:1: error[K234]: ") ?? false)
    }
}
