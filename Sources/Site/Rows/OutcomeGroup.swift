import Meetings
import Theme

/// The kinds of outcome that a list of decisions is put in order by.
enum OutcomeKind: String, CaseIterable, Sendable {
    case pending = "forslag"
    case approved = "bifall"
    case asWritten = "andrat"
    case divided = "delat"
    case rejected = "avslag"
    case remitted = "aterremiss"
    case tabled = "bordlaggning"
    case filed = "handlingarna"
    case noted = "noterat"
    case deemedAnswered = "besvarat"
    case handled = "behandlat"
}

extension OutcomeKind {
    init(_ decision: Decision) {
        guard let outcome = decision.outcome else {
            self = .divided
            return
        }
        switch outcome {
        case .approved: self = .approved
        case .rejected, .dropped: self = .rejected
        case .remitted: self = .remitted
        case .tabled: self = .tabled
        case .filed: self = .filed
        case .noted: self = .noted
        case .deemedAnswered: self = .deemedAnswered
        case .asWritten: self = .asWritten
        }
    }

    func text(_ words: Words) -> String {
        switch self {
        case .pending: words[.statePending]
        case .approved: words[.outcomeApproved]
        case .asWritten: words[.outcomeAsWritten]
        case .divided: words[.outcomeDivided]
        case .rejected: words[.outcomeRejected]
        case .remitted: words[.outcomeRemitted]
        case .tabled: words[.outcomeTabled]
        case .filed: words[.outcomeFiled]
        case .noted: words[.outcomeNoted]
        case .deemedAnswered: words[.outcomeDeemedAnswered]
        case .handled: words[.stateHandled]
        }
    }
}

/// A year's decisions of one outcome.
struct OutcomeGroup: TemplateContext {
    let kind: OutcomeKind
    let text: String
    let anchor: String
    let rows: [DecisionRow]

    static let shapeName = "utfall"
    static let fields: [Field<Self>] = [
        .text("utfall") { $0.text },
        .text("ankare") { $0.anchor },
        .text("antal") { String($0.rows.count) },
        .list("rader") { $0.rows },
    ]
}
