/// Texts with a personnummer in every way that people write one, and texts with numbers that are none.
enum Corpus {
    /// A text, how it is written, and what is in it.
    struct Sample: Sendable, CustomStringConvertible {
        let text: String
        let form: Form
        var description: String { text }
    }

    enum Form: Sendable { case plain, markdown, html }

    /// The same on every machine.
    struct Dice: RandomNumberGenerator {
        var state: UInt64 = 2026

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    struct Number {
        let century: String
        let date: String
        let last: String
    }

    static func number(_ dice: inout Dice) -> Number {
        let year = Int.random(in: 1920...2015, using: &dice)
        let month = Int.random(in: 1...12, using: &dice)
        let day = Int.random(in: 1...28, using: &dice) + (Int.random(in: 0...9, using: &dice) == 0 ? 60 : 0)
        let date = two(year % 100) + two(month) + two(day)
        let serial = String(Int.random(in: 1000...1999, using: &dice)).dropFirst()
        return Number(century: "\(year / 100)", date: date, last: serial + "\(check(date + serial))")
    }

    static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    static func check(_ nine: String) -> Int {
        let sum = nine.enumerated().reduce(0) { sum, digit in
            let value = (digit.element.wholeNumberValue ?? 0) * (digit.offset % 2 == 0 ? 2 : 1)
            return sum + value / 10 + value % 10
        }
        return (10 - sum % 10) % 10
    }
}

extension Corpus {
    /// `{c}` is the century, `{d}` the date, `{l}` the last four.
    private static let plainShapes = [
        "{d}-{l}", "{c}{d}-{l}", "{d}+{l}", "{c}{d}+{l}", "{c}{d}{l}", "{d} {l}", "{c}{d} {l}", "{d}\u{A0}{l}",
        "{c}{d}\u{A0}{l}", "{d} - {l}", "{c}{d} - {l}", "{d}– {l}",
        "{d}–{l}", "{c}{d}–{l}", "{d}—{l}", "{d}\u{2011}{l}", "{d}\u{2212}{l}", "{d}-\n{l}", "{d}\n-{l}", "{d}\n{l}",
        "{c}{d}-\r\n{l}", "{c}{d}\n  {l}", "{d}\u{202F}{l}",
        "{d}-{l}[^1]", "{d}-{l} (1)", "Personnummer:\n\n{d}{l}",
        "{d}\u{200B}-{l}", "{d}-\u{AD}{l}", "{d} \u{2013} {l}", "{d} -{l}", "{d}- {l}", "{d}_{l}", "{c} {d}-{l}",
        "personnummer {d}{l}", "Personnummer: {d}{l}", "pnr {d}{l}", "Pnr. {d}{l}", "p.nr {d}{l}", "född {d}{l}",
        "FÖDD {d}{l}", "samordningsnummer {d}{l}",
        "Personnummer (ÅÅMMDDNNNN): {d}{l}", "PERSONNUMMER\n{d}{l}",
    ]
    /// With the digits of the date apart.
    private static let apartShapes = [
        "{y} {m} {a}-{l}", "{c}{y} {m} {a} - {l}", "{y}-{m}-{a}-{l}", "{c}{y}-{m}-{a}-{l}", "{s} - {t}",
        "Personnummer {s} {t}", "Personnummer {y} {m} {a} {l}",
    ]
    private static let markupShapes = [
        "{d}-**{l}**", "**{d}**-{l}", "{d}\\-{l}", "{d}*-*{l}", "{d}<!-- x -->-{l}", "{d}&#45;{l}", "{d}&#045;{l}",
        "{d}&#x2d;{l}", "{d}&ndash;{l}",
        "{d}&nbsp;{l}", "{d}&nbsp;-&nbsp;{l}", "{d}&shy;-{l}", "{c}{d}&#8209;{l}",
    ]
    private static let pageShapes = [
        "{d}-<strong>{l}</strong>", "<em>{d}</em>-{l}", "{d}<span class=\"x\">-</span>{l}", "{d}<br>{l}",
        "{d}-<br>\n{l}", "{d}-{l}<sup>1</sup>", "<li><p>{d}-{l}</p>", "<code>{d}</code>-{l}", "title=\"{d}-{l}\"",
        "<a href=\"{d}-{l}.pdf\">x</a>", "<a href=\"/{d}%20{l}\">x</a>", "<a href=\"/{d}%2d{l}\">x</a>",
        "{d}&ndash;{l}", "{c}{d}{l}", "<td>{c}{d}-{l}</td>",
    ]
    private static let surroundings = [
        ("", ""), ("Sökanden ", " har hört av sig."), ("(", ")"), ("Anna Ek, ", ", Storgatan 1"), ("nr:", "."),
        ("\"", "\""),
        ("2019:30, ", ", 12 st"), ("1. ", ";"), ("den 2020-09-18 ", ""), ("belopp 48 000 kr, ", ", bilaga 6.1"),
    ]

    static let personal = samples([
        (plainShapes, Form.plain), (plainShapes, .markdown), (markupShapes, .markdown), (pageShapes, .html),
    ])
    static let apart = samples([(apartShapes, .plain), (apartShapes, .markdown), (apartShapes, .html)])

    private static func samples(_ kinds: [(shapes: [String], form: Form)]) -> [Sample] {
        var dice = Dice()
        var samples: [Sample] = []
        for (shapes, form) in kinds {
            for shape in shapes {
                for index in 0..<6 {
                    let (before, after) = surroundings[(index + samples.count) % surroundings.count]
                    let text = before + written(shape, number(&dice)) + after
                    samples.append(Sample(text: text, form: form))
                }
            }
        }
        return samples
    }

    /// The first digit as an entity, a digit of full width, a letter among the last four after the words.
    static let rare = [
        Sample(text: "Sökanden &#56;11218-9876 har", form: .markdown), Sample(text: "８11218-9876", form: .plain),
        Sample(text: "8112<b>18</b>-98<i>76</i>", form: .html), Sample(text: "81**12**18-98*7*6", form: .markdown),
        Sample(text: "1981-12-18-9876", form: .plain), Sample(text: "personnummer 81 12 18 98 76", form: .plain),
        Sample(text: "personnummer 811218-98A6", form: .plain), Sample(text: "Pnr 19811218-R876", form: .plain),
        Sample(text: "född 1981-12-18 9876", form: .plain), Sample(text: "bilaga-811218-9876-2.pdf", form: .plain),
    ]

    private static func written(_ shape: String, _ number: Number) -> String {
        let date = Array(number.date).map(String.init)
        let spaced = { (text: String) in text.map(String.init).joined(separator: " ") }
        return shape.replacing("{s}", with: spaced(number.date)).replacing("{t}", with: spaced(number.last))
            .replacing("{y}", with: date[0] + date[1]).replacing("{m}", with: date[2] + date[3])
            .replacing("{a}", with: date[4] + date[5]).replacing("{c}", with: number.century).replacing(
                "{d}", with: number.date
            )
            .replacing("{l}", with: number.last)
    }
}

extension Corpus {
    static let other: [Sample] = {
        var dice = Dice()
        var texts: [String] = []
        func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &dice) }
        for _ in 0..<40 {
            // Organisation numbers have a right check digit too.
            let organisation =
                "\(pick(2...9))\(pick(0...9))\(pick(2...9))\(String(pick(1000...9999)).dropFirst())\(pick(100...999))"
            let ending = organisation.suffix(3) + "\(check(organisation))"
            texts.append("Org.nr \(organisation.prefix(6))-\(ending)")
            texts.append("16\(organisation.prefix(6))-\(ending)")
            texts.append("dnr \(pick(1990...2026)):\(pick(1...999)), KS \(pick(2010...2026))/0\(pick(100...999))")
            texts.append("AMN-\(pick(2010...2026))-\(String(pick(100_000...199_999)).dropFirst())")
            texts.append("\(pick(1...9)) \(pick(100...999)) \(pick(100...999)) kr, \(pick(100_000...999_999)) kronor")
            texts.append("OCR \(pick(10_000_000...99_999_999))\(pick(100_000_000...999_999_999))")
            texts.append("SE\(pick(10...99)) 5000 0000 0\(pick(100...999)) \(pick(1000...9999)) \(pick(1000...9999))")
            texts.append("SE\(pick(10...99))50000000\(pick(100_000_000_000...999_999_999_999))")
            texts.append("07\(pick(0...9))-\(pick(100...999)) \(pick(10...99)) \(pick(10...99))")
            texts.append("+46 70 \(pick(100...999)) \(pick(10...99)) \(pick(10...99)), 018-\(pick(100_000...999_999))")
            texts.append(
                "den \(pick(1...28)) september \(pick(1950...2026)), \(pick(2000...2026))-0\(pick(1...9))-\(pick(10...28))"
            )
            texts.append("AU 2008\(pick(10...28)), FS 2009\(pick(10...28)), bilaga \(pick(1...9)).\(pick(1...9))")
            texts.append(
                "bankgiro \(pick(100...999))-\(pick(1000...9999)), plusgiro \(pick(10...99)) \(pick(10...99)) \(pick(10...99))-\(pick(1...9))"
            )
            texts.append(
                "\(pick(2000...2026))-01-01–\(pick(2000...2026))-12-31, \(pick(2000...2026))–\(pick(2000...2026))")
            texts.append("kl. 13.00–16.00 \(pick(2015...2026))-09-18T\(pick(10...23)):\(pick(10...59)):00")
            texts.append(
                "\(String(pick(Int(1) << 52...Int(1) << 60), radix: 16))\(String(pick(Int(1) << 52...Int(1) << 60), radix: 16))"
            )
            texts.append(
                "ISBN 978-91-\(pick(10...99))-\(pick(10_000...99_999))-\(pick(0...9)), ISSN 1\(pick(100...999))-\(pick(1000...9999))"
            )
            texts.append(
                "mål nr T \(pick(1000...9999))-\(pick(10...26)), ärende 2.\(pick(1...9)).\(pick(1...9))-\(pick(10_000...99_999))/20\(pick(10...26))"
            )
            texts.append(
                "SWEREF 99 TM 6\(pick(100_000...999_999)), \(pick(200_000...800_000)); 59.\(pick(1000...9999))° N 18.\(pick(1000...9999))° Ö"
            )
            texts.append(
                "\(String(pick(0x1000_0000...0xFFFF_FFFF), radix: 16))-\(pick(1000...9999))-4\(pick(100...999))-a\(pick(100...999))-\(String(pick(0x1000_0000_0000...0xFFFF_FFFF_FFFF), radix: 16))"
            )
            texts.append(
                "RAÄ \(pick(100...999)):\(pick(1...9)), LSS-\(pick(2010...2026))/\(pick(100...999)), SKR cirkulär \(pick(10...26)):\(pick(10...60))"
            )
            texts.append(
                "v. \(pick(10...52)) \(pick(2015...2026)), kl. \(pick(10...16)).\(pick(10...59))–\(pick(17...23)).\(pick(10...59)), sid \(pick(1...99))-\(pick(100...199))"
            )
            texts.append(
                "postnr \(pick(100...984)) \(pick(10...99)), \(pick(100...999)) \(pick(100...999)) – \(pick(100...999)) \(pick(100...999)) kr"
            )
            // A real date and a wrong check digit
            let number = number(&dice)
            let wrong = number.last.dropLast() + "\(((number.last.last?.wholeNumberValue ?? 0) + pick(1...9)) % 10)"
            texts.append("\(number.date)-\(wrong)")
            // A right check digit and no date
            texts.append(
                "\(number.date.prefix(2))13\(number.date.suffix(2))-\(check("\(number.date.prefix(2))13\(number.date.suffix(2))\(number.last.prefix(3))"))"
            )
            texts.append("telefon \(number.date)\(number.last), belopp \(number.date)")
        }
        return texts.flatMap { text in
            [
                Sample(text: text, form: .plain), Sample(text: "| x | \(text) | y |", form: .markdown),
                Sample(text: "<td>\(text)</td>", form: .html),
            ]
        }
    }()
}
