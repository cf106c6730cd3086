import Meetings
import Register

extension Edition {
    /// What each § of a consultation decided, in the record's order.
    func decisions(of consultation: Consultation, matter: MatterIndex, root: String) -> [DecisionContext] {
        entries(of: consultation).compactMap {
            decision($0, at: consultation.meeting, matters: [matter], root: root)
        }
    }

    /// What a § decided; nil for one that decided nothing. `isWhole`: where the proposal does not stand beside it, its
    /// clauses are printed too, for with "bifall" they are the decision (FORMAT §6).
    func decision(
        _ entry: MinutesEntry, at meeting: MeetingIndex, matters: [MatterIndex], root: String, isWhole: Bool = false
    ) -> DecisionContext? {
        let id = register.meetings[meeting].meeting.id
        guard let decision = entry.decision else { return nil }
        let original = proposed(matters, at: id)
        guard let label = label(decision, proposed: original, at: id) else { return nil }
        let scope = matters.first.map { AttachmentScope.matter($0) } ?? .nothing
        let clauses = (decision.clauses + (isWhole && decision.isProposal ? original : [])).map { clause in
            let own = decision.clauseOutcomes[clause.number].map {
                words(at: id).outcome($0, isDeciding: isDeciding(id))
            }
            return ClauseRow(
                number: clause.number, hasAtt: clause.hasAtt, text: place(clause.prose, root: root, scope),
                outcome: own, outcomeWord: decision.clauseOutcomes[clause.number]?.written)
        }
        return DecisionContext(
            number: entry.number, label: label, labelHere: labelHere(decision, proposed: original, at: id) ?? label,
            word: decision.written ?? "", clauses: clauses, address: meetingRows[meeting].extract(entry.number),
            meeting: meetingRows[meeting], isUnapproved: isUnapproved(entry, at: meeting),
            isInText: decision.source == .sentence, recipients: entry.recipients,
            changes: changes(from: original, in: decision, of: DecidedChanges.Key(meeting, line: entry.line, matters)))
    }

    /// Only where the matter is settled in other words: what is put off or turned down changes nothing.
    private func changes(
        from proposed: [DecisionClause], in decision: Decision, of key: DecidedChanges.Key
    ) -> [ChangeRow] {
        let isSettled = decision.outcome.map { !$0.isPostponement && $0 != .rejected && $0 != .dropped } ?? true
        guard isSettled, !decision.clauses.isEmpty, !proposed.isEmpty else { return [] }
        guard DecisionChange.isAny(from: proposed, to: decision.clauses) else { return [] }
        return decidedChanges.rows(of: key) {
            DecisionChange.all(from: proposed, to: decision.clauses).map { change in
                ChangeRow(change, from: proposed, to: decision.clauses)
            }
        }
    }
}
