/// What a decision asks of somebody by a day (följs upp). It is open until a later § answers it.
public struct FollowUp: Hashable, Sendable {
    public let date: CalendarDate
    /// What is asked, and of whom; empty where the record gives the day alone.
    public let text: String
    /// The line of its file.
    public let line: Int

    public init(date: CalendarDate, text: String, line: Int) {
        (self.date, self.text, self.line) = (date, text, line)
    }

    /// The decision that a § says it answers: "Besvarar: § 45 2020-09-18", "Besvarar: 2019:30".
    public struct Answer: Hashable, Sendable {
        public let target: Target
        public let line: Int

        public init(target: Target, line: Int) { (self.target, self.line) = (target, line) }

        public enum Target: Hashable, Sendable {
            /// A § of the same body; of the same year where no day is given.
            case paragraph(Int, on: CalendarDate?)
            case matter(String)
        }
    }
}
