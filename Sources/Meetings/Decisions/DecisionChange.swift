/// How one clause of a decision differs from the proposal.
public enum DecisionChange: Hashable, Sendable {
    /// As proposed, or in other words.
    case clause(number: Int, TextDifference)
    /// Nothing of the kind was proposed.
    case new(number: Int, text: String)
    /// Proposed, and not decided.
    case dropped(proposed: Int, text: String)
}

extension DecisionChange {
    /// Less alike than this, two clauses are about different things.
    private static let leastLikeness = 0.4

    /// Holds decided clauses against proposed ones: each against the one that it is most like, in the decision's order;
    /// then what was proposed and fell. Empty when nothing was changed.
    public static func all(from proposed: [DecisionClause], to decided: [DecisionClause]) -> [DecisionChange] {
        guard isAny(from: proposed, to: decided) else { return [] }
        var left = proposed.map { WordedClause($0) }
        var changes: [DecisionChange] = []
        for clause in decided.lazy.map({ WordedClause($0) }) {
            // Most clauses are decided as they were proposed.
            guard let best = left.firstIndex(where: { $0.wording == clause.wording }) ?? mostAlike(clause, among: left)
            else {
                changes.append(.new(number: clause.number, text: clause.wording))
                continue
            }
            let match = left.remove(at: best)
            changes.append(.clause(number: clause.number, TextDifference(from: match.wording, to: clause.wording)))
        }
        return changes + left.map { .dropped(proposed: $0.number, text: $0.wording) }
    }

    /// Whether anything was changed, as `all` has it: for that no word is held against another.
    public static func isAny(from proposed: [DecisionClause], to decided: [DecisionClause]) -> Bool {
        guard proposed.count == decided.count else { return true }
        var left = proposed.map(\.wording)
        for wording in decided.lazy.map(\.wording) {
            guard let place = left.firstIndex(where: { DifferenceWords.areSame($0, wording) }) else { return true }
            left.remove(at: place)
        }
        return false
    }

    private static func mostAlike(_ clause: WordedClause, among proposed: [WordedClause]) -> Int? {
        let likeness = proposed.map { TextDifference.likeness($0.words, clause.words) }
        guard let best = likeness.indices.max(by: { likeness[$0] < likeness[$1] }) else { return nil }
        return likeness[best] >= leastLikeness ? best : nil
    }
}

/// A clause whose words are taken apart once, when they are first asked for.
private final class WordedClause {
    let number: Int
    let wording: String
    private(set) lazy var words = DifferenceWords.words(of: wording)

    init(_ clause: DecisionClause) { (number, wording) = (clause.number, clause.wording) }
}

extension DecisionClause {
    /// Its words without the sign that closes it: a full stop changes nothing.
    fileprivate var wording: String {
        var words = text[...]
        while let last = words.last, ".,; ".contains(last) { words.removeLast() }
        return String(words)
    }
}
