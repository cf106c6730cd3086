import Meetings
import Register

extension Edition {
    /// The § of a consultation, where the meeting's record has one.
    package func entry(of consultation: Consultation) -> (entry: MinutesEntry, minutes: Minutes)? {
        guard let index = consultation.entry, let linked = register.minutes[consultation.meeting],
            case .open(let entry, _) = linked.entries[index]
        else { return nil }
        return (entry, linked.minutes)
    }

    func decision(of consultation: Consultation, matter: MatterIndex, root: String) -> DecisionContext? {
        guard let (entry, minutes) = entry(of: consultation) else { return nil }
        return decision(entry, of: minutes, at: consultation.meeting, matter: matter, root: root)
    }

    /// What a § decided; nil for one that decided nothing. `isWhole`: where the proposal does not stand beside it, its
    /// clauses are printed too, for with "bifall" they are the decision (FORMAT §6).
    func decision(
        _ entry: MinutesEntry, of minutes: Minutes, at meeting: MeetingIndex, matter: MatterIndex?, root: String,
        isWhole: Bool = false
    ) -> DecisionContext? {
        guard let decision = entry.decision, let label = label(decision, by: minutes.meeting.body) else { return nil }
        let scope = matter.map { AttachmentScope.matter($0) } ?? .nothing
        let isProposal = decision.clauses.isEmpty && (decision.outcome == .approved || decision.outcome == nil)
        let proposed =
            isWhole && isProposal ? matter.flatMap { proposal(of: $0, at: minutes.meeting)?.clauses } ?? [] : []
        let clauses = (decision.clauses + proposed).map { clause in
            let own = decision.clauseOutcomes[clause.number].map {
                words.outcome($0, isDeciding: isDeciding(minutes.meeting.body))
            }
            return ClauseRow(
                number: clause.number, hasAtt: clause.hasAtt, text: place(clause.prose, root: root, scope),
                outcome: own,
                outcomeWord: decision.clauseOutcomes[clause.number]?.written)
        }
        let original = matter.flatMap { proposal(of: $0, at: minutes.meeting)?.clauses } ?? []
        let changes =
            decision.clauses.isEmpty || original.isEmpty
            ? [] : DecisionChange.all(from: original, to: decision.clauses).map { ChangeRow($0) }
        return DecisionContext(
            number: entry.number, label: label, word: decision.written ?? "", clauses: clauses,
            address: meetingRows[meeting].extract(entry.number), isUnapproved: minutes.approved == nil,
            recipients: entry.recipients, changes: changes)
    }

    /// "Bifall"; "1 bifall, 2 avslag" where each clause has its own.
    package func label(_ decision: Decision, by body: BodyCode) -> String? {
        let isDeciding = isDeciding(body)
        if let outcome = decision.outcome { return words.outcome(outcome, isDeciding: isDeciding) }
        guard !decision.clauseOutcomes.isEmpty else { return nil }
        return decision.clauseOutcomes.sorted { $0.key < $1.key }
            .map { "\($0.key) \(words.outcome($0.value, isDeciding: isDeciding).lowercased())" }.joined(separator: ", ")
    }

    /// The proposal that a meeting had before it: as it was sealed, where its record is sealed.
    private func proposal(of matter: MatterIndex, at meeting: MeetingID) -> Proposal? {
        register.meetingIndex[meeting].flatMap { register.sealedProposals[$0][matter] }
            ?? register.matters[matter].proposal
    }

    /// What is known of a matter at a meeting: the decision, or how far the meeting has come.
    func state(of consultation: Consultation) -> String {
        if let (entry, minutes) = entry(of: consultation) {
            // A § without a decision is allowed: what it says was noted.
            guard let decision = entry.decision else { return words[.outcomeNoted] }
            if let label = label(decision, by: minutes.meeting.body) { return label }
        }
        switch register.meetings[consultation.meeting].meeting.status {
        case .held: return words[.stateHandled]
        case .cancelled: return words[.statusCancelled]
        case .planned, .summoned: return words[.statePending]
        }
    }

    func kind(of consultation: Consultation) -> OutcomeKind {
        if let entry = entry(of: consultation)?.entry { return entry.decision.map { OutcomeKind($0) } ?? .noted }
        return register.meetings[consultation.meeting].meeting.status == .held ? .handled : .pending
    }

    /// The money that a decision grants: what its own words say, else the proposal's; nil while nothing is decided.
    func granted(by consultation: Consultation, of matter: MatterIndex, proposed: Money?) -> Money?? {
        guard isDeciding(consultation.id.body), let decision = entry(of: consultation)?.entry.decision else {
            return nil
        }
        if !decision.clauses.isEmpty {
            let granting = decision.clauses.filter { !Spelling.fold($0.text).starts(with: "avsla".utf8) }
            let written = granting.flatMap(\.amounts)
            if let first = written.first { return .some(written.dropFirst().reduce(first, +)) }
            return .some(granting.isEmpty ? nil : decision.outcome?.grants == true ? proposed : nil)
        }
        if let outcome = decision.outcome { return outcome.grants ? .some(proposed) : .some(nil) }
        let clauses = proposal(of: matter, at: consultation.id)?.clauses ?? []
        let amounts = clauses.filter { decision.outcome(ofClause: $0.number)?.grants ?? false }.flatMap(\.amounts)
        guard let first = amounts.first else { return .some(nil) }
        if let proposed, amounts.contains(proposed) { return .some(proposed) }
        return .some(amounts.dropFirst().reduce(first, +))
    }
}
