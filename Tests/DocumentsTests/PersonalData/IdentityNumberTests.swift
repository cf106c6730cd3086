import Testing

@testable import Documents

extension Corpus.Sample {
    var textForm: TextForm {
        switch form {
        case .plain: .plain
        case .markdown: .markdown
        case .html: .html
        }
    }

    var numbers: [PersonalDataMark] { PersonalDataMark.identityNumbers(in: Array(text.utf8), form: textForm) }
}

@Suite("Personnummer in a text")
struct IdentityNumberTests {
    @Test("every way of writing one is found, once, in at least 300 texts")
    func recall() {
        #expect(Corpus.personal.count >= 300)
        let missed = (Corpus.personal + Corpus.apart).filter { $0.numbers.count != 1 }
        #expect(missed.map(\.text) == [])
    }

    @Test("none is found in at least 300 texts of other numbers")
    func precision() {
        #expect(Corpus.other.count >= 300)
        let alarms = Corpus.other.filter { !$0.numbers.isEmpty }
        #expect(alarms.map(\.text) == [])
    }

    @Test(
        "as a reader sees it: a digit as an entity, in full width, emphasis within, a reserve number",
        arguments: Corpus.rare)
    func rare(sample: Corpus.Sample) {
        #expect(sample.numbers.count == 1)
    }

    @Test(
        "no personnummer: parted by a word, a cell or an empty line; ten digits without the words; another number's part",
        arguments: [
            "811218 x 9876", "811218|9876", "811218\n\n\n9876", "8112189876", "1811218-9876", "811218-98761",
            "811218--9876", "170709-9805-1850", "x198112189876y", "personnummer och telefon 8112189876", "811218-A876",
        ])
    func none(text: String) {
        #expect(PersonalDataMark.identityNumbers(in: Array(text.utf8), form: .plain).isEmpty)
    }

    @Test("on a finished page a number is found wherever its date's first digit falls", arguments: 0..<24)
    func onPage(offset: Int) {
        for number in ["811218-9876", "19811218-9876", "198112189876", "811218-<b>9876</b>", "811218&#45;9876"] {
            let page = Array((String(repeating: "x", count: offset) + " \(number) 2020-09-18").utf8)
            let marks = PersonalDataMark.identityNumbers(onPage: page, form: .html)
            #expect(marks.count == 1 && marks.first?.range.lowerBound == offset + 1)
        }
    }

    @Test("the two ways of scanning find the same in the corpus where the date's digits stand in a row")
    func sameOnPage() {
        for sample in Corpus.personal + Corpus.other {
            let bytes = Array(sample.text.utf8)
            let onPage = PersonalDataMark.identityNumbers(onPage: bytes, form: sample.textForm).map(\.range)
            #expect(onPage == sample.numbers.map(\.range), "\(sample.text)")
        }
    }

    @Test("bytes of every kind are gone through without a fault")
    func noise() {
        var dice = Corpus.Dice()
        let signs: [UInt8] =
            Array("0123456789-+&#;<>!/*_\\ \n@".utf8) + [0xC2, 0xA0, 0xE2, 0x80, 0x93, 0xEF, 0xBC, 0xFF]
        for _ in 0..<3000 {
            let bytes = (0..<Int.random(in: 0...60, using: &dice)).map { _ in signs.randomElement(using: &dice) ?? 0 }
            for form in [TextForm.plain, .markdown, .html] {
                for mark in PersonalDataMark.all(in: bytes, form: form) {
                    #expect(mark.range.lowerBound >= 0 && mark.range.upperBound <= bytes.count)
                }
                _ = PersonalDataMark.identityNumbers(onPage: bytes, form: form)
            }
        }
    }
}
