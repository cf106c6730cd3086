import Meetings
import Testing

@Suite("A body numbers its §§ on through the year, or from § 1 at each meeting")
struct ParagraphNumbersTests {
    private func minutes(_ body: String, month: Int, first: Int) throws -> Minutes {
        let code = try #require(BodyCode(body))
        let date = try #require(CalendarDate(year: 2026, month: month, day: 1))
        let entry = MinutesEntry(
            number: first, heading: "Öppnande", text: Prose(), decision: nil, ownDecision: nil, doubts: [],
            sections: [],
            recipients: [], line: 1)
        return Minutes(meeting: MeetingID(body: code, date: date), entries: [entry], file: "")
    }

    @Test("two records of a year that begin with § 1 tell")
    func beginAnew() throws {
        let (board, club) = (try #require(BodyCode("FS")), try #require(BodyCode("ST")))
        let numbers = try ParagraphNumbers([
            minutes("FS", month: 1, first: 1), minutes("FS", month: 2, first: 9), minutes("ST", month: 1, first: 1),
            minutes("ST", month: 2, first: 1),
        ])
        #expect(!numbers.beginAnew(board, in: 2026) && numbers.beginAnew(club, in: 2026))
        #expect(!numbers.beginAnew(club, in: 2025))
    }
}
