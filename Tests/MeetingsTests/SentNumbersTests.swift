import Meetings
import Testing

@Suite("Numbers that a kallelse was sent with")
struct SentNumbersTests {
    private func papers(_ numbers: String...) throws -> SentNumbers.Papers {
        let body = try #require(BodyCode("FS"))
        let meeting = MeetingID(body: body, date: CalendarDate(dayNumber: 18_500))
        var sent = SentNumbers()
        for number in numbers { sent.insert("content/\(number)", AttachmentNumber(number), at: meeting) }
        return try #require(sent[meeting])
    }

    @Test("a paper that comes later takes the next free number, on the agenda and within an ärende")
    func next() throws {
        var papers = try papers("1", "1.1", "1.2", "3", "3.9", "3.10")
        #expect(papers.takeNext()?.description == "4" && papers.takeNext()?.description == "5")
        let (one, two, three) = (AttachmentNumber([1]), AttachmentNumber([2]), AttachmentNumber([3]))
        #expect(try papers.takeNext(below: #require(one))?.description == "1.3")
        #expect(try papers.takeNext(below: #require(two))?.description == "2.1")
        #expect(try papers.takeNext(below: #require(three))?.description == "3.11")
    }

    @Test("a number that is free is taken once; what was sent without one has none")
    func taken() throws {
        var papers = try papers("1", "–")
        let two = try #require(AttachmentNumber([2]))
        #expect(papers.take(two) && !papers.take(two))
        #expect(papers.wasSent("content/–") && papers.number(of: "content/–") == nil)
    }
}
