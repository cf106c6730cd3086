import Foundation
import Testing

@testable import Import

@Suite("Nothing is lost")
struct WholeTests {
    private static let names = [
        "ansokan.txt", "anteckning.txt", "arende-vaxthuset.txt", "delad.txt", "foredragningslista.txt", "innehall.txt",
        "kallelse.txt", "kolumner.txt", "markdown.md", "meningar.txt", "personuppgifter.txt", "protokoll-fs.txt",
        "samma-rad.txt", "tva-rader.txt",
    ]

    @Test("every word of a source is in what is written or in the listed noise", arguments: names)
    func words(name: String) throws {
        let source = try String(contentsOf: Papers.fixtures.appendingPathComponent(name), encoding: .utf8)
        try expectWhole(source, name)
    }

    @Test("nor of papers that were put together by chance")
    func generated() throws {
        var random = Dice(state: 42)
        for round in 0..<150 {
            try expectWhole(Chance.paper(&random), "slump-\(round).txt")
        }
    }

    private func expectWhole(_ source: String, _ name: String) throws {
        let document = Papers.read(source, file: name, isMarkdown: name.hasSuffix(".md"))
        guard document.isRead else { return }
        let plan = Papers.plan([document])
        // What is not written at all is said so.
        guard plan.outcomes[0].obstacle == nil else { return }
        var written = plan.files.map { file -> String in
            if case .text(let text) = file.content { file.path + "\n" + text } else { "" }
        }
        written += document.noise.map(\.text) + [ImportJSON.text([document])]
        let have = counted(written.joined(separator: "\n"))
        let missing = counted(source).filter { have[$0.key] == nil && !isOfAHead($0.key) }.keys
        #expect(missing.sorted() == [], "\(name):\n\(source)")
    }

    /// A label's word, whose value is in the front matter, or a day as people write it there.
    private func isOfAHead(_ word: String) -> Bool {
        let labels = [
            "dnr", "datum", "diarienummer", "handläggare", "beteckning", "mottagare", "nr", "ärende", "den", "maj",
            "och",
            "beslutande", "deltagare", "januari",
        ]
        return labels.contains(word) || (word.count == 6 && word.allSatisfy(\.isNumber))
    }

    /// Words of letters and digits. A word divided at a line's end counts by its parts' letters.
    private func counted(_ text: String) -> [String: Int] {
        let whole = text.replacingOccurrences(of: "mottag-\nning", with: "mottagning")
            .replacingOccurrences(of: "\u{A0}", with: " ")
        var counts: [String: Int] = [:]
        for word in whole.lowercased().split(whereSeparator: { !($0.isLetter || $0.isNumber) }) where word.count > 1 {
            counts[String(word), default: 0] += 1
        }
        return counts
    }
}

/// A small generator whose numbers are the same every time.
struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(sides))
    }

    mutating func pick<Item>(_ items: [Item]) -> Item { items[roll(items.count)] }
}

/// Papers of lines that stand in real ones, in any order.
enum Chance {
    private static let lines = [
        "Dnr 2020:1", "Datum", "2020-09-18", "Handläggare: Eva Ek", "AU 200820", "Bilaga 6 - 6.1", "En titel om något",
        "Förslag till beslut", "Styrelsen beslutar", "att bevilja medel", "att följa upp insatsen under förutsättning",
        "att medel finns", "Ärendet", "Detta är en mening som slutar här.",
        "Detta är en mening som inte slutar men är lång nog",
        "och går vidare på nästa rad.", "Sida 2 av 3", "Bergsby kommun", "", "", "", "§ 45 Budget", "Beslut",
        "- punkt ett",
        "1. punkt två", "Insatsens namn: Bryggan", "Beskriv syftet med insatsen (*) Syftet är gott.", "Underskrift",
        "Eva Ek", "Förbundschef", "Bilaga 1. Rapport", "Kolumn ett     Kolumn två     Kolumn tre", "| a | b |",
        "*** _ `kod` <b>",
        "Fel! Bokmärket är inte definierat.", "Kallelse", "Plats: Kansliet", "Närvarande: Bo Al, Siv Ek", "Reservation",
        "Telefon 0123-45 67 89", "\u{C}Ny sida", "Ja Nej", "mottag-", "ning för alla",
        "Organisation och datum\tBergsby 29/4-20",
    ]

    static func paper(_ dice: inout Dice) -> String {
        (0..<(3 + dice.roll(40))).map { _ in dice.pick(lines) }.joined(separator: "\n")
    }
}

@Suite("Bad input")
struct BadInputTests {
    @Test("an empty file, one of blanks and one of bytes are said to be so")
    func unreadable() {
        #expect(Papers.read("").told == ["filen är tom"])
        #expect(Papers.read(" \n\u{C}\n").told == ["filen är tom"])
        let bytes = DocumentReader(bodies: [], clock: Papers.clock).read([0, 1, 2, 3, 0xFF], file: "x.txt")
        #expect(
            bytes.told == ["filen är ingen text. Spara den som oformaterad text (.txt) eller .docx och försök igen"])
    }

    @Test("noise from a scanner stops nothing")
    func scanned() {
        var dice = Dice(state: 7)
        let signs = Array("abcåäö §*_[]()<>|#-–:;.,0123456789\n\n\t\u{C}!?\"'`~^&%$@")
        for _ in 0..<60 {
            let text = String((0..<dice.roll(900)).map { _ in dice.pick(signs) })
            let document = Papers.read(text)
            _ = ImportJSON.text([document])
            _ = Papers.plan([document])
        }
    }

    @Test("one broken byte does not garble the rest")
    func brokenByte() {
        let bytes = Array("Ärendet gäller åtgärder\n".utf8) + [0xE5] + Array(" och ännu mer för övrigt".utf8)
        let document = DocumentReader(bodies: [], clock: Papers.clock).read(bytes, file: "x.txt")
        #expect(document.told.first == "rad 2: trasiga tecken har lästs som Windows-1252. Kontrollera å, ä och ö")
        #expect(document.title?.value.contains("åtgärder") == true)
    }

    @Test("UTF-16, as Windows writes it, is text")
    func utf16() {
        var bytes: [UInt8] = [0xFF, 0xFE]
        for unit in "Ärendet\r\n\r\nEn åtgärd är gjord.\r\n".utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let document = DocumentReader(bodies: [], clock: Papers.clock).read(bytes, file: "x.txt")
        #expect(document.text.markdown.contains("En åtgärd är gjord."))
    }

    @Test("long texts of every nasty kind are read through once")
    func long() {
        let open = "Dnr 2020:1\n\nEn titel\n\nFörslag till beslut\n\nStyrelsen beslutar\n\natt bevilja\n\nÄrendet\n\n"
        let bodies = [
            String(repeating: "Ord\n", count: 2000), String(repeating: "och så vidare utan slut ", count: 3000),
            String(repeating: "Handläggare: Eva Ek Dnr: 2020:1\n", count: 600),
            String(repeating: "att gå vidare under förutsättning\n", count: 1000),
            String(repeating: "Sida 1 av 2\n\nBergsby kommun\n\n", count: 1000),
            String(repeating: "Bilaga 1\n\n", count: 1500), String(repeating: "a@b.se 0701234567 ", count: 3000),
            String(repeating: "*", count: 60_000), String(repeating: "[", count: 60_000),
        ]
        for body in bodies { #expect(Papers.read(open + body).clauses.first == "bevilja") }
        let record = (1...500).map { "§ \($0) Ärende\n\nBeslut\n\nStyrelsen beslutar\n\natt göra\n" }.joined(
            separator: "\n")
        #expect(Papers.read("Protokoll\n\nFörbundsstyrelsen 2020-09-18\n\n" + record).paragraphs.count == 500)
    }
}
