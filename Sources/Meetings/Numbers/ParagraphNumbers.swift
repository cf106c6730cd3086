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
        for minutes in records where minutes.entries.first?.number == 1 {
            beginnings[Year(body: minutes.meeting.body, year: minutes.meeting.date.year), default: 0] += 1
        }
    }

    /// A body has more than one record of a year that begins with § 1.
    public func beginAnew(_ body: BodyCode, in year: Int) -> Bool {
        beginnings[Year(body: body, year: year)] ?? 0 > 1
    }
}
