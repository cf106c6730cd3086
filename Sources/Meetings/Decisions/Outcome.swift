/// What became of a proposal, or of one of its clauses.
public enum Outcome: Hashable, Sendable {
    /// bifall
    case approved
    /// avslag
    case rejected
    /// återremiss, perhaps to a body or an office, perhaps until a day
    case remitted(to: String?, until: CalendarDate? = nil)
    /// bordläggning, perhaps until a day
    case tabled(until: CalendarDate?)
    /// till handlingarna
    case filed
    /// noteras
    case noted
    /// anses besvarad
    case deemedAnswered
    /// enligt nedan: the decision is what is written, not what was proposed
    case asWritten
    /// utgår: a clause that the decision leaves out
    case dropped
}

extension Outcome {
    /// The words as secretaries write them, for messages and for reading.
    public static let words: [(word: String, outcome: Outcome)] = [
        ("bifall", .approved), ("avslag", .rejected), ("återremiss", .remitted(to: nil)),
        ("bordläggning", .tabled(until: nil)), ("till handlingarna", .filed), ("noteras", .noted),
        ("anses besvarad", .deemedAnswered), ("enligt nedan", .asWritten), ("utgår", .dropped),
    ]

    /// The matter comes back: nothing is settled.
    public var isPostponement: Bool {
        switch self {
        case .remitted, .tabled: true
        default: false
        }
    }

    /// The day until which the matter is put off.
    public var day: CalendarDate? {
        switch self {
        case .remitted(_, let day), .tabled(let day): day
        default: nil
        }
    }

    /// The decision says yes to what was proposed, wholly or in other words.
    public var grants: Bool { self == .approved || self == .asWritten }
}
