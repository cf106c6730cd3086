import Meetings

/// What one cell of a table holds.
enum DataValue: Sendable {
    case text(String)
    case number(Int)
    case list([String])
    case none
}

extension DataValue {
    static func optional(_ text: String?) -> DataValue { text.map { .text($0) } ?? .none }
    static func day(_ date: CalendarDate?) -> DataValue { date.map { .text($0.description) } ?? .none }
    static func kronor(_ money: Money?) -> DataValue { money.map { .number($0.kronor) } ?? .none }
}
