/// How bodies number the §§ of their records: on through the year, or from § 1 at each meeting, as associations do.
public struct ParagraphNumbers: Sendable {
    /// Of each body's years, how many records begin with § 1.
    private var beginnings: [Year: Int] = [:]

    private struct Year: Hashable {
        let body: BodyCode
        let year: Int
    }
}

extension ParagraphNumbers {
    public init(_ records: some Sequence<Minutes>) {
        self.init(firstNumbers: records.map { (meeting: $0.meeting, number: $0.entries.first?.number) })
    }

    /// Of each record the number of its first §.
    public init(firstNumbers records: some Sequence<(meeting: MeetingID, number: Int?)>) {
        for record in records where record.number == 1 {
            beginnings[Year(body: record.meeting.body, year: record.meeting.date.year), default: 0] += 1
        }
    }

    /// A body has more than one record of a year that begins with § 1.
    public func beginAnew(_ body: BodyCode, in year: Int) -> Bool {
        beginnings[Year(body: body, year: year)] ?? 0 > 1
    }
}
