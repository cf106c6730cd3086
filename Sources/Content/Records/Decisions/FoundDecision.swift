import Meetings

/// What one place of a § says was decided.
struct FoundDecision {
    /// Of the whole; nil where each clause has its own, and where the words are no outcome.
    var outcome: Outcome?
    var clauseOutcomes: [Int: Outcome] = [:]
    var clauses: [DecisionClause] = []
    var line: Int
    /// Words that stand where an outcome is expected and are neither an outcome nor clauses.
    var unknown: String?
    /// As it is quoted in a message.
    var words: String
}

extension FoundDecision {
    /// Its own words alone, with no outcome that says more.
    private var isWording: Bool { outcome == .asWritten && !clauses.isEmpty }

    /// An outcome of the whole without words of its own.
    private var isBare: Bool { outcome != nil && clauses.isEmpty }

    /// Two places that together are one decision; nil where they contradict each other.
    func joined(with other: FoundDecision) -> FoundDecision? {
        var joined = self
        if outcome == nil && other.outcome == nil {
            for (number, own) in other.clauseOutcomes.sorted(by: { $0.key < $1.key }) {
                if let known = joined.clauseOutcomes.updateValue(own, forKey: number), known != own { return nil }
            }
            joined.clauses += other.clauses
            return joined
        }
        // "Beslut: enligt nedan" and the words under "### Beslut"; "Beslut: bifall" and the words that it means.
        if isBare && other.isWording || isWording && other.isBare {
            joined.outcome = isBare ? outcome : other.outcome
            joined.clauses = clauses + other.clauses
            return joined
        }
        if outcome == nil && other.isWording {
            joined.clauses += other.clauses
            return joined
        }
        guard outcome == other.outcome, outcome != nil else { return nil }
        joined.clauses = clauses.isEmpty || clauses.map(\.text) == other.clauses.map(\.text) ? other.clauses : clauses
        if isWording && other.isWording && clauses.map(\.text) != other.clauses.map(\.text) {
            joined.clauses = (clauses + other.clauses).enumerated().map { $1.numbered($0 + 1) }
        }
        return joined
    }

    func decision(_ source: Decision.Source) -> Decision {
        Decision(outcome: outcome, clauseOutcomes: clauseOutcomes, clauses: clauses, line: line, source: source)
    }
}

extension DecisionClause {
    func numbered(_ number: Int) -> DecisionClause {
        DecisionClause(
            number: number, text: text, hasAtt: hasAtt, prose: prose, amounts: amounts, periods: periods, line: line)
    }

    /// A clause of plain words.
    init(words: String, hasAtt: Bool, clock: CalendarDate, line: Int) {
        var html: [UInt8] = []
        for byte in words.utf8 {
            switch byte {
            case UInt8(ascii: "&"): html += "&amp;".utf8
            case UInt8(ascii: "<"): html += "&lt;".utf8
            case UInt8(ascii: ">"): html += "&gt;".utf8
            default: html.append(byte)
            }
        }
        self.init(
            number: 1, text: words, hasAtt: hasAtt, prose: Prose(html: html), amounts: Money.all(in: words),
            periods: Period.all(in: words, clock: clock), line: line)
    }
}
