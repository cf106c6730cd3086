import Testing

@testable import Meetings

private let board = MeetingID(body: bodyCode("FS"), date: CalendarDate(dayNumber: 18_523))
private let committee = MeetingID(body: bodyCode("AU"), date: CalendarDate(dayNumber: 18_494))

private func bodyCode(_ text: String) -> BodyCode {
    guard let code = BodyCode(text) else { preconditionFailure("\(text) is no code") }
    return code
}

/// `6 - 6.1` as `bilaga:` has it.
private func range(_ text: String) -> WrittenNumbers.Entry {
    AttachmentNumber.list(text).flatMap { NumberRange($0) }.map { .range($0) } ?? .unnumbered
}

private func paper(
    _ name: String, number: String? = nil, listed: Bool = true, _ visibility: Visibility = .public
) -> Meetings.Attachment {
    Meetings.Attachment(
        number: number.flatMap { AttachmentNumber($0) }, isListed: listed, title: name, visibility: visibility,
        content: .missing, file: "content/arenden/\(name)", line: 1)
}

private func matter(
    _ name: String, _ written: WrittenNumbers = WrittenNumbers(), visibility: Visibility = .public,
    hasText: Bool = true,
    papers: [Meetings.Attachment] = []
) -> Matter {
    var matter = Matter(
        diaryNumber: DiaryNumber(name), title: name, slug: Slug(text: name), visibility: visibility,
        file: "content/arenden/\(name).md")
    if hasText { matter.before = Prose(html: Array("Text".utf8)) }
    (matter.numbers, matter.attachments) = (written, papers)
    matter.settleNumbers()
    return matter
}

/// `6, 6.1, –`
private func shown(_ matters: [Matter], at meeting: MeetingID = board) -> [String] {
    Numbering(of: matters, at: meeting).papers.map { papers in
        ([papers.own] + papers.attachments).map { $0?.description ?? "–" }.joined(separator: ", ")
    }
}

@Suite("Who has which number at a meeting")
struct NumberingTests {
    @Test("the range and the order of the bilagor own the numbers")
    func byPlace() {
        let a = matter("a", WrittenNumbers(everywhere: range("6 - 6.2")), papers: [paper("x"), paper("y")])
        #expect(shown([a]) == ["6, 6.1, 6.2"])
    }

    @Test("a number in a name or nummer counts only within the ärende's own range")
    func outside() {
        let papers = [paper("x", number: "7.1"), paper("y", number: "6.1"), paper("z", number: "3", listed: false)]
        let a = matter("a", WrittenNumbers(everywhere: range("6 - 6.3")), papers: papers)
        #expect(shown([a]) == ["6, –, 6.1, –"])
        let b = matter("b", WrittenNumbers(everywhere: range("6")), papers: papers)
        #expect(shown([b]) == ["6, –, 6.1, –"])
    }

    @Test("a map gives each body and each meeting its own, and none to those that it does not name")
    func maps() {
        var written = WrittenNumbers()
        written.ofBodies[committee.body] = range("4 - 4.1")
        written.ofMeetings[board] = range("6 - 6.1")
        let a = matter("a", written, papers: [paper("x", number: "6.1")])
        #expect(shown([a]) == ["6, 6.1"])
        #expect(shown([a], at: committee) == ["4, 4.1"])
        let later = MeetingID(body: board.body, date: board.date.adding(days: 30))
        let b = matter("b", WrittenNumbers(everywhere: range("1")))
        #expect(shown([a, b], at: later) == ["–, –", "1"])
    }

    @Test(
        "where nobody has written one they are the program's, 1, 2, 3 in agenda order; ingen and another body's are none"
    )
    func automatic() {
        var elsewhere = WrittenNumbers()
        elsewhere.ofBodies[committee.body] = range("4")
        let matters = [
            matter("a", papers: [paper("x"), paper("y")]), matter("b", WrittenNumbers(everywhere: .unnumbered)),
            matter("c", elsewhere),
            matter("d", hasText: false), matter("e", hasText: false, papers: [paper("z")]),
        ]
        #expect(shown(matters) == ["1, 1.1, 1.2", "–", "2", "–", "3, 3.1"])
        #expect(Numbering.isAutomatic(matters, at: board))
        #expect(!Numbering.isAutomatic(matters, at: committee))
    }

    @Test("what everybody may see has the same numbers in both editions, whatever members see besides")
    func editionsAgree() {
        let hidden = [
            matter("m", visibility: .members, papers: [paper("n")]),
            matter("s", WrittenNumbers(everywhere: range("9")), visibility: .secret),
            matter("w", WrittenNumbers(everywhere: range("8")), visibility: .members),
        ]
        for index in hidden.indices {
            let open = matter("a", papers: [paper("x", .members), paper("y")])
            let seen = open.admitting { $0.visibility == .public }
            #expect(shown([hidden[index], open, matter("b")])[1...] == ["1, 1.2, 1.1", "2"])
            #expect(shown([seen, matter("b")]) == ["1, 1.1", "2"])
        }
        #expect(shown([hidden[0], matter("b")]) == ["2, 2.1", "1"])
    }

    @Test("a bilaga keeps its number when those before it are hidden, and a stub has none")
    func hidden() {
        let a = matter("a", WrittenNumbers(everywhere: range("6 - 6.2")), papers: [paper("x", .members), paper("y")])
        #expect(shown([a.admitting { $0.visibility == .public }]) == ["6, 6.2"])
        var stub = matter("s", visibility: .secret, hasText: false)
        stub.numbers = a.placesAlone
        #expect(shown([stub]) == ["–"])
        #expect(stub.numbers.range(at: board)?.place.description == "6")
        #expect(stub.numbers.range(at: board)?.numbers == [])
    }

    @Test("no number stands twice, however it came about")
    func conflicts() {
        func told(_ matters: [Matter]) -> [String] {
            Numbering.conflicts(Numbering(of: matters, at: board).papers, of: matters, at: board)
                .map { "\($0.number): \(matters[$0.matter].title), \(matters[$0.other].title)" }
        }
        let six = matter("a", WrittenNumbers(everywhere: range("6 - 6.2")))
        #expect(told([six, matter("b", WrittenNumbers(everywhere: range("6.2")))]) == ["6.2: b, a"])
        // The program's number and one that a hidden ärende has by hand.
        let hidden = matter("m", WrittenNumbers(everywhere: range("1")), visibility: .members)
        #expect(told([hidden, matter("b")]) == ["1: b, m"])
        #expect(told([six, matter("b", WrittenNumbers(everywhere: range("7")))]) == [])
    }

    @Test("the next number is for a meeting where somebody has written one")
    func next() {
        #expect(Numbering.next(after: [matter("a")], at: board) == nil)
        #expect(Numbering.next(after: [], at: board) == nil)
        #expect(Numbering.next(after: [matter("a", WrittenNumbers(everywhere: range("6 - 6.4")))], at: board) == 7)
    }
}

@Suite("A line of an agenda")
struct AgendaLineTests {
    @Test(
        "a number printed in front is read as such",
        arguments: [
            ("1. Mötets öppnande", "Mötets öppnande"), ("3) Val", "Val"), ("§ 3 Val", "Val"), ("§3. Val", "Val"),
            ("§ 3a Val", "Val"), ("3 a) Val", "Val"), ("3a. Val", "Val"), ("3. 2026:1", "2026:1"),
            ("§ 12\u{A0}2026:1 Rapport", "2026:1 Rapport"), ("12: Val", "Val"), ("§§ 3 Val", "Val"),
        ])
    func numbered(written: String, text: String) {
        #expect(AgendaLine(written).text == text)
    }

    @Test(
        "what is no printed number is text",
        arguments: [
            "2026:1", "2026:1 Rapport", "3 kap. socialtjänstlagen", "2020. Budget", "3.", "§ 3", "Val 3.", "1,5 mkr",
            "10.30 Kaffe", "3 a Val", "2026-01-02 Möte", "0. Noll", "",
        ])
    func text(written: String) {
        #expect(AgendaLine(written).text == written)
    }

    @Test("what closes a meeting is known")
    func closing() {
        #expect(
            ["Övriga frågor", "Nästa möte", "Mötets avslutande", "Avslutning"].allSatisfy { AgendaWords.isClosing($0) })
        #expect(!["Val av justerare", "Mötets öppnande"].contains { AgendaWords.isClosing($0) })
    }
}

@Suite("Many words looked for at once")
struct WordFinderTests {
    private func found(_ words: [String], in text: String) -> [String] {
        var found: [String] = []
        WordFinder(words.map { Array($0.utf8) }).find(in: Array(text.utf8)) { word, place in
            found.append("\(words[word]) \(place.lowerBound)")
        }
        return found
    }

    @Test("each is found at each place, also within another")
    func all() {
        #expect(found(["he", "she", "his", "hers"], in: "ushers") == ["she 1", "he 2", "hers 2"])
        #expect(found(["a", "aa"], in: "aaa") == ["a 0", "aa 0", "a 1", "aa 1", "a 2"])
        #expect(found(["", "x"], in: "yxy") == ["x 1"])
        #expect(found([], in: "yxy") == [])
    }

    @Test("as a plain search finds them")
    func asPlainly() {
        var seed: UInt64 = 42
        func random(_ limit: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % limit
        }
        for _ in 0..<300 {
            let word = { (0...random(4)).map { _ in ["a", "b"][random(2)] }.joined() }
            let words = Array(Set((0..<8).map { _ in word() })).sorted()
            let text = (0..<40).map { _ in ["a", "b", "c"][random(3)] }.joined()
            let bytes = Array(text.utf8)
            var plain: [String] = []
            for end in 1...bytes.count {
                for word in words.sorted(by: { $0.count > $1.count }) where word.count <= end {
                    if Array(bytes[(end - word.count)..<end]) == Array(word.utf8) {
                        plain.append("\(word) \(end - word.count)")
                    }
                }
            }
            #expect(found(words, in: text) == plain)
        }
    }
}
