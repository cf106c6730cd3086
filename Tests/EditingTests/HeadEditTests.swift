import Foundation
import Testing

@testable import Content
@testable import Editing

private let editor = Editor(bodies: ["AU", "FS"])

private func edited(_ text: String, _ edits: Edit...) throws -> String {
    String(decoding: try editor.apply(edits, to: Array(text.utf8)), as: UTF8.self)
}

@Suite("A key of a head is changed, and nothing else moves")
struct HeadEditTests {
    @Test(
        "the value keeps its style, and its comment",
        arguments: [
            ("titel: Budget 2027", "titel: Budget 2028"),
            ("titel: \"Budget: 2027\"", "titel: \"Budget 2028\""),
            ("titel: 'Budget 2027'", "titel: 'Budget 2028'"),
            ("Titel:   Budget 2027   # höstens", "Titel:   Budget 2028   # höstens"),
            ("titel:", "titel: Budget 2028"),
            ("titel: |\n  Budget\n  2027", "titel: Budget 2028"),
            ("titel: Budget\n  2027", "titel: Budget 2028"),
        ])
    func style(written: String, after: String) throws {
        let text: (String) -> String = {
            "---\n# överst\ndnr: 2027:1\n\n\($0)\n# om mötet\nfs: 2027-02-26\n---\n\n# Text\n"
        }
        let changed = try edited(text(written), .head(key: "titel", .text("Budget 2028")))
        #expect(changed == text(after))
    }

    @Test("a value that would be read as something else is put in quotation marks")
    func quotes() throws {
        for title in [
            "Avtal: ny period", "a # b", "- nej", "[x]", "{{mall}}", "\"citat\"", "å\u{308}", "#1", "a:", "&x",
        ] {
            let changed = try edited("---\ntitel: X\n---\n", .head(key: "titel", .text(title)))
            #expect(try editor.value(of: "titel", in: Array(changed.utf8)) == .text(title))
        }
    }

    @Test("a new key goes after the nearest earlier one in the order of FORMAT")
    func placement() throws {
        let text = "---\ndnr: 2027:1\ntitel: X\nfs: 2027-02-26\ntyp: beslut\n# sist\n---\n"
        #expect(
            try edited(text, .head(key: "handläggare", .text("Förbundschefen")))
                == "---\ndnr: 2027:1\ntitel: X\nfs: 2027-02-26\nhandläggare: Förbundschefen\ntyp: beslut\n# sist\n---\n"
        )
        #expect(
            try edited(text, .head(key: "synlighet", .text("ledamöter")))
                == "---\ndnr: 2027:1\ntitel: X\nfs: 2027-02-26\ntyp: beslut\nsynlighet: ledamöter\n# sist\n---\n")
        #expect(
            try edited(text, .head(key: "au", .text("2027-02-12")))
                == "---\ndnr: 2027:1\ntitel: X\nau: 2027-02-12\nfs: 2027-02-26\ntyp: beslut\n# sist\n---\n")
    }

    @Test("a text without a head gets one, and a byte order mark stays first")
    func newHead() throws {
        #expect(try edited("Text\n", .head(key: "titel", .text("X"))) == "---\ntitel: X\n---\n\nText\n")
        #expect(
            try edited("\u{FEFF}---\r\ntitel: X\r\n---\r\nText", .head(key: "dnr", .text("2027:1")))
                == "\u{FEFF}---\r\ndnr: 2027:1\r\ntitel: X\r\n---\r\nText")
    }

    @Test("a key goes with its lines, and a comment above the next stays")
    func removal() throws {
        let text = "---\ntitel: X\nsamverkansparter:\n  - A\n  - B\n# mötet\nfs: 2027-02-26\n---\n"
        #expect(
            try edited(text, .head(key: "samverkansparter", nil)) == "---\ntitel: X\n# mötet\nfs: 2027-02-26\n---\n")
    }

    @Test("points of an agenda keep their bytes when they are moved")
    func agenda() throws {
        let text = """
            ---
            organ: FS
            dagordning:
              - Mötets öppnande    # ordföranden
              - "Rapport: budget"
              # efter pausen
              - 2027:1
              - Informationsärenden:
                  - Från chefen
                  - Från revisorn
              - Avslutning
            plats: Kansliet
            ---
            """
        let changed = try edited(
            text,
            .agenda(["Mötets öppnande", "2027:1", "Rapport: budget", "Ny punkt", "Informationsärenden", "Avslutning"]))
        #expect(
            changed == """
                ---
                organ: FS
                dagordning:
                  - Mötets öppnande    # ordföranden
                  # efter pausen
                  - 2027:1
                  - "Rapport: budget"
                  - Ny punkt
                  - Informationsärenden:
                      - Från chefen
                      - Från revisorn
                  - Avslutning
                plats: Kansliet
                ---
                """)
    }

    @Test("lists and maps keep the parts that are the same")
    func parts() throws {
        let text =
            "---\ntitel: X\nsamverkansparter: [Region, 'Kassan', \"A, B\"]  # fyra\nbilaga: {au: 4 - 4.1, fs: 6}\n---\n"
        let changed = try edited(
            text, .head(key: "samverkansparter", .list([.text("Kassan"), .text("A, B"), .text("Kommunen")])),
            .head(key: "bilaga", .map([EditValue.Pair("au", .text("4 - 4.1")), EditValue.Pair("fs", .text("7"))])))
        #expect(
            changed
                == "---\ntitel: X\nsamverkansparter: ['Kassan', \"A, B\", Kommunen]  # fyra\nbilaga: {au: 4 - 4.1, fs: 7}\n---\n"
        )
        #expect(
            try edited(
                "---\nau: 2027-01-02, 2027-02-03\n---\n",
                .head(key: "au", .list([.text("2027-01-02"), .text("2027-03-04")])))
                == "---\nau: 2027-01-02, 2027-03-04\n---\n")
    }

    @Test("what cannot be written as it was meant is refused, and a head that cannot be read has no edits")
    func refusals() {
        #expect(throws: EditFault.notAsMeant(part: "titel")) {
            try edited("---\n{titel: X, dnr: 2027:1}\n---\n", .head(key: "titel", .text("Y")))
        }
        #expect(throws: EditFault.self) {
            try edited("---\ntitel: \"X\ndnr: 2\n---\n", .head(key: "titel", .text("Y")))
        }
        #expect(throws: EditFault.self) {
            try edited("---\ntitel: X\n---\nText", .body("---\nsynlighet: ledamöter\n---\n"))
        }
    }
}

@Suite("Over many heads")
struct EditPropertyTests {
    /// Odd but legal: comments, quoting, CRLF, a byte order mark, decomposed letters, no last line feed.
    private static var texts: [[UInt8]] {
        let heads = [
            "dnr: 2027:1\ntitel: Budget # ettan\nfs: [2027-02-26, 2027-03-01] # två\n",
            "\"titel\": 'Pelle''s: budget'\n\nbilaga: {fs: 6 - 6.1, \"au\": 4}\n# kommentar\n",
            "titel: |\n  rad 1\n  # ingen kommentar\nhandlaggare:   Fo\u{308}rbundschefen   \n",
            "Titel: X\nbilagor:\n- {titel: A, fil: a.pdf}\n\n-   titel: B\n    fil: b.pdf\nBELOPP: 1 050 000 kr\n",
            "titel: >-\n  vikt\n  text\nperiod:\nsamverkansparter:\n    - A\n    # här\n    - \"B: C\"\n",
        ]
        let bodies = ["\n# Text\n\nRad\n", "", "Sist utan radslut", "\n\n---\n\na: b\n"]
        var texts: [[UInt8]] = []
        for head in heads {
            for body in bodies {
                let plain = "---\n\(head)---\n\(body)"
                texts.append(Array(plain.utf8))
                texts.append([0xEF, 0xBB, 0xBF] + Array(plain.replacing("\n", with: "\r\n").utf8))
            }
        }
        return texts + demo
    }

    private static var demo: [[UInt8]] {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        let files = FileManager.default.enumerator(
            at: root.appendingPathComponent("content"), includingPropertiesForKeys: nil)
        return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "md" }
            .sorted { $0.path < $1.path }.compactMap { try? Array(Data(contentsOf: $0)) }
    }

    private static let values: [(String, EditValue?)] = [
        ("titel", .text("Ny: titel # med allt")), ("dnr", .text("2027:30")), ("synlighet", .text("ledamöter")),
        ("bilaga", .map([EditValue.Pair("au", .text("3")), EditValue.Pair("fs", .text("5 - 5.1"))])),
        ("bilaga", .text("7")), ("samverkansparter", .list([.text("A, B"), .text("C")])), ("titel", nil),
        ("handläggare", .text("\"citat\" 'två' \\ {x}")), ("dagordning", .list([.text("Öppnande"), .text("a: b")])),
        ("bilagor", .list([.map([EditValue.Pair("titel", .text("Å: ä")), EditValue.Pair("fil", .text("x y.pdf"))])])),
        ("undertecknat", .text("rad 1\nrad 2")), ("fs", .list([.text("2027-02-26"), .text("2027-04-01")])),
    ]

    @Test("what was meant is read, and every other key, comment and line stands")
    func onlyWhatWasMeant() throws {
        #expect(EditPropertyTests.texts.count > 70)
        for bytes in EditPropertyTests.texts {
            for (key, value) in EditPropertyTests.values {
                guard let changed = try? editor.apply([.head(key: key, value)], to: bytes) else { continue }
                let now = try editor.value(of: key, in: changed)
                #expect(value == nil ? now == nil : now.map { $0.means(value ?? .text("")) } ?? false)
                let others = { (bytes: [UInt8]) in
                    try editor.head(of: bytes).filter { FieldKey.fold($0.key) != FieldKey.fold(key) }
                }
                #expect(try others(changed).map(\.key) == others(bytes).map(\.key))
                #expect(try others(changed).map(\.value) == others(bytes).map(\.value))
                let (old, new) = (RawLines(bytes), RawLines(changed))
                #expect(old.mark == new.mark)
                let kept = zip(old.lines, new.lines).prefix { $0 == $1 }.count
                let tail = zip(old.lines.reversed(), new.lines.reversed()).prefix { $0 == $1 }.count
                let span = try editor.outline(bytes).head?.count ?? 0
                #expect(max(0, old.lines.count - kept - tail) <= span)
                #expect(try editor.apply([.head(key: key, value)], to: changed) == changed)
            }
        }
    }

    @Test("an edit that says what is there changes no byte")
    func nothingWithoutNeed() throws {
        for bytes in EditPropertyTests.texts {
            guard let fields = try? editor.head(of: bytes) else { continue }
            for field in fields { #expect(try editor.apply([.head(key: field.key, field.value)], to: bytes) == bytes) }
            #expect(
                try editor.apply([.body(editor.body(of: bytes)), .text(editor.text(of: bytes))], to: bytes) == bytes)
            for entry in try editor.entries(of: bytes) {
                var edits: [Edit] = [
                    .entry(entry.number, .text(entry.text)), .entry(entry.number, .outcome(entry.outcome)),
                    .entry(entry.number, .followUps(entry.followUps)),
                ]
                edits += entry.sections.map { .entry(entry.number, .section(heading: $0.heading, text: $0.text)) }
                #expect(try editor.apply(edits, to: bytes) == bytes, "§ \(entry.number)")
            }
        }
    }

    @Test("nearly every edit of the demo's heads can be made")
    func refusesFew() {
        var (made, refused) = (0, 0)
        for bytes in EditPropertyTests.demo {
            for (key, value) in EditPropertyTests.values {
                if (try? editor.apply([.head(key: key, value)], to: bytes)) == nil { refused += 1 } else { made += 1 }
            }
        }
        #expect(made > 300 && refused == 0, "\(made) made, \(refused) refused")
    }
}
