import Meetings
import Testing

@Suite("What a decision asked for, and the § that answers it")
struct FollowUpTests {
    private typealias Paragraph = FollowUpAnswers<String>.Paragraph

    private func paragraph(
        _ body: String, _ day: String, _ number: Int, about matter: String, says: [FollowUp.Answer.Target] = []
    ) throws -> Paragraph {
        let code = try #require(BodyCode(body))
        let date = try #require(CalendarDate(iso: day))
        return Paragraph(
            meeting: MeetingID(body: code, date: date), number: number, subjects: [matter], diaryNumbers: [matter],
            answers: says.map { FollowUp.Answer(target: $0, line: 1) })
    }

    @Test("the same body's next § about the same ärende answers it; another body's does not, nor one of the same day")
    func sameMatter() throws {
        let answers = FollowUpAnswers([
            try paragraph("fs", "2020-09-18", 5, about: "2020:1"),
            try paragraph("fs", "2020-09-18", 6, about: "2020:1"),
            try paragraph("au", "2020-10-01", 1, about: "2020:1"),
            try paragraph("fs", "2020-10-23", 9, about: "2020:1"),
            try paragraph("fs", "2020-12-11", 12, about: "2020:1"),
        ])
        #expect(answers.answer(to: 0) == 3)
        #expect(answers.answer(to: 2) == nil)
        #expect(answers.answer(to: 4) == nil)
    }

    @Test("a § that says which it answers: by number and day, by number alone in its own body and year, or by dnr")
    func said() throws {
        let day = try #require(CalendarDate(iso: "2020-09-18"))
        let answers = FollowUpAnswers([
            try paragraph("fs", "2020-09-18", 5, about: "2020:1"),
            try paragraph("fs", "2020-09-18", 6, about: "2020:2"),
            try paragraph("fs", "2020-09-18", 7, about: "2020:3"),
            try paragraph(
                "au", "2020-10-01", 1, about: "2020:8", says: [.paragraph(5, on: day), .paragraph(6, on: nil)]),
            try paragraph("fs", "2020-10-23", 9, about: "2020:9", says: [.paragraph(6, on: nil), .matter("2020 : 3")]),
            try paragraph("fs", "2021-01-22", 1, about: "2021:1", says: [.paragraph(9, on: nil)]),
        ])
        #expect(answers.answer(to: 0) == 3)
        #expect(answers.answer(to: 1) == 4)
        #expect(answers.answer(to: 2) == 4)
        #expect(answers.answer(to: 4) == nil)
    }

    @Test("of several answers the first counts")
    func first() throws {
        let answers = FollowUpAnswers([
            try paragraph("fs", "2020-09-18", 5, about: "2020:1"),
            try paragraph("au", "2020-10-01", 1, about: "2020:8", says: [.matter("2020:1")]),
            try paragraph("fs", "2020-10-23", 9, about: "2020:1"),
        ])
        #expect(answers.answer(to: 0) == 1)
    }
}
