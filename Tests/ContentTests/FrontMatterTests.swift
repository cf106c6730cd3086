import Diagnostics
import Meetings
import Testing

@testable import Content

/// The keys and values of a front matter, or the message that it gives.
func frontMatter(_ text: String) -> String {
    do {
        return describe(try FrontMatter(Array(text.utf8)[...], firstLine: 2).entries)
    } catch {
        return Diagnostic(error, in: "x.md").line(in: .swedish)
    }
}

func describe(_ entries: [FrontMatter.Entry]) -> String {
    "{" + entries.map { "\($0.key)=\(describe($0.value))" }.joined(separator: " ") + "}"
}

func describe(_ value: FrontMatter.Value) -> String {
    switch value.content {
    case .text(let text): "<\(text)>"
    case .list(let items): "[" + items.map { describe($0) }.joined(separator: " ") + "]"
    case .map(let entries): describe(entries)
    }
}

@Suite("Front matter values are text")
struct FrontMatterTextTests {
    @Test(
        "no value is turned into a number, a truth value or a date",
        arguments: [
            "2019:30", "6.10", "010203", "nej", "ja", "null", "~", "1e3", "0x1F", "true", "no", "on", "2020-09-18",
            "1_000",
            ".inf", "0o17", "190:20:30", "y", "13.00–16.00", "6 - 6.1", "1 050 000 kr", "12.50", "+5", "=",
            "2001-12-14t21:59:43",
        ])
    func rawText(written: String) throws {
        #expect(frontMatter("dnr: \(written)") == "{dnr=<\(written)>}")
        #expect(frontMatter("dnr: [\(written)]") == "{dnr=[<\(written)>]}")
        #expect(frontMatter("dnr:\n  - \(written)\n") == "{dnr=[<\(written)>]}")
        #expect(frontMatter("a: {dnr: \(written)}") == "{a={dnr=<\(written)>}}")
        let yaml = try FrontMatter(yaml: Array("dnr: \(written)".utf8)[...], firstLine: 2)
        #expect(describe(yaml.entries) == "{dnr=<\(written)>}")
    }

    @Test("quotes are YAML's, braces and HTML are text")
    func quotes() {
        #expect(frontMatter("titel: \"Budget: 2020\"") == "{titel=<Budget: 2020>}")
        #expect(frontMatter("titel: 'Pelle''s'") == "{titel=<Pelle's>}")
        #expect(frontMatter("titel: Stöd {{titel}} <b>x</b>") == "{titel=<Stöd {{titel}} <b>x</b>>}")
        #expect(frontMatter("titel: |\n  rad 1\n  rad 2\n") == "{titel=<rad 1\nrad 2>}")
        #expect(frontMatter("titel: A\n  och B") == "{titel=<A och B>}")
        #expect(frontMatter("titel: A # anteckning") == "{titel=<A>}")
        #expect(frontMatter("# bara en anteckning\n") == "{}")
        #expect(frontMatter("") == "{}")
        #expect(frontMatter("\n\n") == "{}")
    }

    @Test("lists and maps")
    func lists() {
        #expect(frontMatter("a: [x, y]\nb:\n- x\n- y\nc: {d: e, f: g}") == "{a=[<x> <y>] b=[<x> <y>] c={d=<e> f=<g>}}")
        #expect(
            frontMatter("bilagor:\n  - {nummer: 6.10, titel: Ansökan}\n  - fil: a.pdf\n    nummer: 6.1")
                == "{bilagor=[{nummer=<6.10> titel=<Ansökan>} {fil=<a.pdf> nummer=<6.1>}]}")
        #expect(frontMatter("a: []\nb:\nc:") == "{a=[] b=<> c=<>}")
    }
}

@Suite("Faults in a front matter are told with their place")
struct FrontMatterFaultTests {
    @Test(
        "every fault of YAML, in a secretary's words",
        arguments: [
            (
                "titel: Budget: 2020",
                "x.md:2:14: error[K022]: huvudet kan inte läsas: ett kolon följt av mellanslag mitt i ett värde. Sätt värdet inom citattecken"
            ),
            (
                "au: 200820\ntitel: \"Budget\nfs: 200918",
                "x.md:3:8: error[K022]: huvudet kan inte läsas: ett citattecken saknas i slutet. Sätt dit det"
            ),
            (
                "titel: 'Budget",
                "x.md:2:8: error[K022]: huvudet kan inte läsas: ett citattecken saknas i slutet. Sätt dit det"
            ),
            (
                "titel: x\nparter: [a, b\nau: 200820",
                "x.md:3:9: error[K022]: huvudet kan inte läsas: en parentes [ eller { avslutas aldrig. Sätt dit ] eller }"
            ),
            (
                "bilaga: {au: 4\n",
                "x.md:2:9: error[K022]: huvudet kan inte läsas: en parentes [ eller { avslutas aldrig. Sätt dit ] eller }"
            ),
            (
                "titel: x\n\tdnr: 1",
                "x.md:3:1: error[K022]: huvudet kan inte läsas: raden är indragen med tabb. Använd mellanslag"
            ),
            (
                "titel: x\n  dnr: 1",
                "x.md:3:6: error[K022]: huvudet kan inte läsas: raden är fel indragen. Låt nycklarna börja längst till vänster"
            ),
            (
                "  titel: x\ndnr: 1",
                "x.md:3:1: error[K022]: huvudet kan inte läsas: raden är fel indragen. Låt nycklarna börja längst till vänster"
            ),
            (
                "titel: @x",
                "x.md:2:8: error[K022]: huvudet kan inte läsas: värdet börjar med ett tecken som YAML använder. Sätt värdet inom citattecken"
            ),
            (
                "titel: `x`",
                "x.md:2:8: error[K022]: huvudet kan inte läsas: värdet börjar med ett tecken som YAML använder. Sätt värdet inom citattecken"
            ),
            (
                "titel: %x",
                "x.md:2:8: error[K022]: huvudet kan inte läsas: värdet börjar med ett tecken som YAML använder. Sätt värdet inom citattecken"
            ),
            (
                "- titel",
                "x.md:2:1: error[K022]: huvudet kan inte läsas: det ska bestå av nycklar och värden, som \"titel: Ärendets namn\""
            ),
            (
                "Bara en mening",
                "x.md:2:1: error[K022]: huvudet kan inte läsas: det ska bestå av nycklar och värden, som \"titel: Ärendets namn\""
            ),
            (
                "titel: x\nen rad utan kolon\nau: 200820",
                "x.md:3:1: error[K022]: huvudet kan inte läsas: det ska bestå av nycklar och värden, som \"titel: Ärendets namn\""
            ),
            (
                "a: \(String(repeating: "[", count: 40))\(String(repeating: "]", count: 40))",
                "x.md:2:23: error[K022]: huvudet kan inte läsas: listor i fler än 20 nivåer. Förenkla det"
            ),
            (
                "titel: x\n...\ndnr: 1",
                "x.md:4:1: error[K022]: huvudet kan inte läsas: raden följer inte YAML. Sätt värdet inom citattecken, eller jämför med handboken"
            ),
        ])
    func faults(text: String, message: String) {
        #expect(frontMatter(text) == message)
    }

    @Test(
        "anchors, aliases and merge keys are errors",
        arguments: [
            ("titel: &a x", "x.md:2:8"), ("au: 200820\ntitel: &a x\nfs: *a", "x.md:3:8"), ("titel: *a", "x.md:2:8"),
            ("<<: *a\ntitel: x", "x.md:2:5"), ("a: [x, *b]", "x.md:2:8"), ("a: &x {b: c}", "x.md:2:4"),
            ("&a b: c", "x.md:2:1"),
            ("*a : c", "x.md:2:1"), ("a: &x [b]", "x.md:2:4"), ("titel: *viktigt* möte", "x.md:2:8"),
            ("titel: & Co", "x.md:2:8"),
        ])
    func anchors(text: String, place: String) {
        #expect(
            frontMatter(text)
                == "\(place): error[K023]: & och * har en egen betydelse i YAML och får inte inleda ett värde. Sätt värdet inom citattecken"
        )
    }

    @Test(
        "a key given twice names both lines",
        arguments: [
            ("titel: x\nau: 200820\ntitel: y", "titel", "x.md:4:1", 2),
            ("Titel: x\ntitel: y", "titel", "x.md:3:1", 2),
            ("handläggare: x\nhandlaggare: y", "handlaggare", "x.md:3:1", 2),
            ("personuppgifter-granskade: x\nPersonuppgifter granskade: y", "Personuppgifter granskade", "x.md:3:1", 2),
            ("bilaga: {au: 4, AU: 5}", "AU", "x.md:2:17", 2),
            ("titel: x\nbilaga: {au: 4, au: 5}", "au", "x.md:3:17", 3),
            ("\"titel\": x\ntitel: \"y\"", "titel", "x.md:3:1", 2),
            ("bilagor:\n  - {nummer: 1}\n  - {nummer: 2, nummer: 3}", "nummer", "x.md:4:17", 4),
            ("bilagor:\n  - nummer: 1\n  - nummer: 2\n    fil: \"a\"\n    nummer: 3", "nummer", "x.md:6:5", 4),
            ("a: \"x\"\nb: 'titel: 1'\ntitel: 1\nc: titel\ntitel: 2", "titel", "x.md:6:1", 4),
        ])
    func duplicates(text: String, key: String, place: String, firstLine: Int) {
        #expect(
            frontMatter(text)
                == "\(place): error[K024]: nyckeln \"\(key)\" finns redan på rad \(firstLine). Ta bort den ena")
    }

    @Test("a billion laughs and the deepest of nestings end at once", .timeLimit(.minutes(1)))
    func hostile() {
        let names = Array("abcdefghi")
        let laughs = names.enumerated().map { index, name in
            let inner = index == 0 ? "x" : "*\(names[index - 1])"
            return "\(name): &\(name) [" + Array(repeating: inner, count: 9).joined(separator: ", ") + "]"
        }
        let anchored = "x.md:2:4: error[K023]"
        #expect(frontMatter(laughs.joined(separator: "\n")).hasPrefix(anchored))
        #expect(frontMatter(laughs.joined(separator: "\n") + "\n? *i\n: x").hasPrefix(anchored))
        #expect(frontMatter(laughs.joined(separator: "\n") + "\n? [*i]\n: x\n[*i]: y").hasPrefix(anchored))
        for pair in ["[]", "{}"] {
            let deep = String(repeating: String(pair.prefix(1)), count: 30_000)
            #expect(frontMatter("a: " + deep).contains("error[K022]"))
            #expect(
                frontMatter("a: " + deep + String(repeating: String(pair.suffix(1)), count: 30_000)).contains(
                    "error[K022]"))
        }
        #expect(frontMatter(String(repeating: "- ", count: 30_000)).contains("error[K022]"))
        #expect(
            frontMatter((0..<300).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")).contains(
                "error[K022]"))
        #expect(frontMatter(String(repeating: "? ", count: 30_000)).contains("error[K022]"))
        #expect(frontMatter(String(repeating: "a: x\n", count: 10_000)).contains("error[K024]"))
    }
}

@Suite("The plain reader and Yams read alike")
struct DifferentialTests {
    @Test("whatever the plain reader accepts has the same values at the same places", arguments: 0..<40)
    func differential(seed: Int) throws {
        var chance = Chance(seed: UInt64(seed))
        var accepted = 0
        for _ in 0..<500 {
            let text = chance.frontMatter()
            let bytes = FrontMatter.CommentCutter(Array(text.utf8)[...], firstLine: 2).bytes[...]
            guard let plain = FrontMatter(plain: bytes, firstLine: 2) else { continue }
            accepted += 1
            var isDuplicate = false
            do {
                let yaml = try FrontMatter(yaml: bytes, firstLine: 2)
                if yaml.entries != plain.entries {
                    Issue.record(
                        "\(text.debugDescription): plain \(places(plain.entries)) but YAML \(places(yaml.entries))")
                    return
                }
            } catch  where FrontMatterFault.isDuplicate(error) {
                isDuplicate = true
            } catch {
                Issue.record("\(text.debugDescription): plain \(describe(plain.entries)) but YAML \(error)")
                return
            }
            let keys = plain.entries.map(\.key)
            #expect(isDuplicate == (Set(keys).count < keys.count), "\(text.debugDescription)")
        }
        #expect(accepted > 50)
    }
}

/// Values with their lines and columns.
private func places(_ entries: [FrontMatter.Entry]) -> String {
    entries.map { "\($0.line):\($0.column) \($0.key)=\(places($0.value))" }.joined(separator: " ")
}

private func places(_ value: FrontMatter.Value) -> String {
    var inner = ""
    if case .list(let items) = value.content { inner = items.map { places($0) }.joined(separator: " ") }
    return "\(value.line):\(value.column)\(describe(value))\(inner)"
}

/// A generator that gives the same numbers for the same seed.
private struct Chance: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33 ^ state << 31
    }

    private static let keys = [
        "titel", "å\u{2028}b", "au", "handläggare", "dnr", "Å-b", "x_1", "bilaga", "nyckel 2", "1a", "a-", "é",
    ]
    private static let pieces = [
        "a", "å", "2019:30", ":", " ", "-", "#", " #", ": ", ",", "[", "]", "{", "}", "'", "\"", "|", ">", "*", "&",
        "!", "%", "@",
        "~", "null", "–", "…", "?", "=", "\\", "\u{A0}", "\u{2028}", "\u{85}", "\u{FEFF}", "😀", "6.1", "  ", "ja", ". ",
        "(x)",
        "<b>", "%20", "a:b", "http://x", "1,2", "- ", "\t", "\u{300}", "`", "^", "$", "\u{7F}", "\u{1}",
    ]

    private mutating func words() -> String {
        (0..<Int.random(in: 0...4, using: &self)).map { _ in
            Int.random(in: 0..<3, using: &self) > 0 ? "ord" : Self.pieces.randomElement(using: &self) ?? ""
        }.joined(separator: Bool.random(using: &self) ? " " : "")
    }

    mutating func frontMatter() -> String {
        var lines: [String] = []
        for _ in 0..<Int.random(in: 1...5, using: &self) {
            let key = Self.keys.randomElement(using: &self) ?? ""
            switch Int.random(in: 0..<9, using: &self) {
            case 0: lines.append("\(key):")
            case 1:
                lines.append(
                    "\(key): [\((0..<Int.random(in: 0...3, using: &self)).map { _ in words() }.joined(separator: ", "))]"
                )
            case 2:
                lines.append("\(key):")
                let indentation = ["", "  ", " "].randomElement(using: &self) ?? ""
                for _ in 0..<Int.random(in: 1...3, using: &self) { lines.append("\(indentation)- \(words())") }
            case 3: lines.append(["", "# \(words())", "  \(words())", " ", words()].randomElement(using: &self) ?? "")
            default: lines.append("\(key): \(words())")
            }
        }
        return lines.joined(separator: "\n") + (Bool.random(using: &self) ? "\n" : "")
    }
}

extension FrontMatterFault {
    fileprivate static func isDuplicate(_ error: any Error) -> Bool {
        if let fault = error as? FrontMatterFault, case .duplicateKey = fault.reason { true } else { false }
    }
}
