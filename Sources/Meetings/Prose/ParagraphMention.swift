/// A § of a record that a text names with its meeting: "§ 12, FS 2026-12-11".
public struct ParagraphMention: Hashable, Sendable {
    public let number: Int
    public let body: BodyCode
    public let date: CalendarDate

    public init(number: Int, body: BodyCode, date: CalendarDate) {
        (self.number, self.body, self.date) = (number, body, date)
    }
}
