extension Decision {
    /// What a meeting decided of a matter that it took up in several §§, in their order: what was decided clause by
    /// clause is put together, and so are words of its own; else the last that settles anything counts. Nil for none.
    public static func together(_ decisions: [Decision]) -> Decision? {
        guard decisions.count > 1 else { return decisions.first }
        let settling = decisions.filter { !($0.outcome?.isPostponement ?? false) }
        let all = settling.isEmpty ? decisions : settling
        guard let last = all.last else { return nil }
        if all.allSatisfy({ $0.outcome == nil }) {
            var outcomes: [Int: Outcome] = [:]
            for decision in all { outcomes.merge(decision.clauseOutcomes) { $1 } }
            return Decision(
                outcome: nil, clauseOutcomes: outcomes, clauses: all.flatMap(\.clauses), line: last.line,
                source: last.source)
        }
        if all.allSatisfy({ $0.outcome == .asWritten }) {
            return Decision(
                outcome: .asWritten, clauses: all.flatMap(\.clauses), line: last.line, source: last.source)
        }
        return last
    }
}
