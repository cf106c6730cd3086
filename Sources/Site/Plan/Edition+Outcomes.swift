import Meetings
import Register

/// What became of a matter, in the theme's words. The rules are `OutcomeKind`, `DividedOutcome` and `GrantedFunds`.
extension Edition {
    /// The §§ of a consultation that the audience sees, in the record's order.
    package func entries(of consultation: Consultation) -> [MinutesEntry] {
        guard let linked = register.minutes[consultation.meeting] else { return [] }
        return consultation.entries.compactMap { linked.entries[$0].entry }
    }

    /// The numbers of its §§ that are hidden for another matter's sake.
    func hiddenParagraphs(of consultation: Consultation) -> [Int] {
        guard let linked = register.minutes[consultation.meeting] else { return [] }
        return consultation.entries.filter { linked.entries[$0].entry == nil }.map { linked.entries[$0].number }
    }

    func isUnapproved(_ entry: MinutesEntry, at meeting: MeetingIndex) -> Bool {
        register.minutes[meeting]?.minutes.approved(entry) == nil
    }

    /// What was proposed of the matters that a § decides, as a meeting had it before it.
    func proposed(_ matters: [MatterIndex], at meeting: MeetingID) -> [DecisionClause] {
        matters.flatMap { proposal(of: $0, at: meeting)?.clauses ?? [] }
    }

    /// The proposal that a meeting had before it: as it was sealed, where its record is sealed.
    func proposal(of matter: MatterIndex, at meeting: MeetingID) -> Proposal? {
        register.meetingIndex[meeting].flatMap { register.sealedProposals[$0][matter] }
            ?? register.matters[matter].proposal
    }

    /// The words of a meeting's outcomes: as they were when its record was sealed (FORMAT §13).
    func words(at meeting: MeetingID) -> Words { sealedWords[meeting] ?? words }

    /// "Bifall", "Ändrat beslut", "Bifall utom punkt 3", "1 bifall, 2 avslag".
    package func label(_ decision: Decision, of matters: [MatterIndex], at meeting: MeetingID) -> String? {
        label(decision, proposed: proposed(matters, at: meeting), at: meeting)
    }

    func label(_ decision: Decision, proposed: [DecisionClause], at meeting: MeetingID) -> String? {
        label(decision, proposed: proposed, at: meeting) { $0.text(self.words(at: meeting)) }
    }

    /// The same after the word "Beslut:", which it does not say again; empty where the words of the decision say all.
    func labelHere(_ decision: Decision, proposed: [DecisionClause], at meeting: MeetingID) -> String? {
        let words = words(at: meeting)
        return label(decision, proposed: proposed, at: meeting) { kind in
            switch kind {
            case .asWritten: words[.outcomeChangedHere]
            case .decided: ""
            default: kind.text(words)
            }
        }
    }

    private func label(
        _ decision: Decision, proposed: [DecisionClause], at meeting: MeetingID, _ text: (OutcomeKind) -> String
    ) -> String? {
        let (isDeciding, words) = (isDeciding(meeting), words(at: meeting))
        if let divided = DividedOutcome(decision, proposed: proposed) {
            return label(divided, words, isDeciding: isDeciding)
        }
        guard let outcome = decision.outcome else { return nil }
        guard outcome == .asWritten else { return words.outcome(outcome, isDeciding: isDeciding) }
        let kind = OutcomeKind(decision, proposed: proposed)
        return kind == .approved ? words.outcome(.approved, isDeciding: isDeciding) : text(kind)
    }

    private func label(_ divided: DividedOutcome, _ words: Words, isDeciding: Bool) -> String {
        switch divided {
        case .all(let outcome): return words.outcome(outcome, isDeciding: isDeciding)
        case .approvedExcept(let numbers):
            let approved = words.outcome(.approved, isDeciding: isDeciding)
            let list = numbers.map(String.init)
            guard let last = list.last, list.count > 1 else {
                return words.text(.outcomeExceptOne, approved, list.first ?? "")
            }
            let all = list.dropLast().joined(separator: ", ") + " \(words[.and]) " + last
            return words.text(.outcomeExcept, approved, all)
        case .each(let each):
            return each.map {
                "\($0.number) \(words.outcome($0.outcome, isDeciding: isDeciding).lowercased())"
            }.joined(separator: ", ")
        }
    }

    /// What each § of a consultation decided, "§ 1: 1 bifall; § 2: 2 avslag"; of one § without its number.
    private func labels(of consultation: Consultation, _ matter: MatterIndex) -> String? {
        let decided = entries(of: consultation).compactMap { entry -> (Int, String)? in
            entry.decision.flatMap { label($0, of: [matter], at: consultation.id) }.map { (entry.number, $0) }
        }
        guard decided.count > 1 else { return decided.first?.1 }
        return decided.map { "§ \($0.0): \($0.1)" }.joined(separator: "; ")
    }

    /// What is known of a matter at a meeting: the decisions, or how far the meeting has come.
    func state(of consultation: Consultation, _ matter: MatterIndex) -> String {
        if let labels = labels(of: consultation, matter) { return labels }
        if !consultation.entries.isEmpty { return words[.stateHandled] }
        switch register.meetings[consultation.meeting].meeting.status {
        case .held: return words[.stateHandled]
        case .cancelled: return words[.statusCancelled]
        case .planned, .summoned: return words[.statePending]
        }
    }

    func decisions(of consultation: Consultation) -> [Decision] {
        entries(of: consultation).compactMap(\.decision)
    }

    func kind(of consultation: Consultation, _ matter: MatterIndex) -> OutcomeKind {
        if let decision = Decision.together(decisions(of: consultation)) {
            return OutcomeKind(decision, proposed: proposed([matter], at: consultation.id))
        }
        let isHandled =
            !consultation.entries.isEmpty || register.meetings[consultation.meeting].meeting.status == .held
        return isHandled ? .handled : .pending
    }
}

extension OutcomeKind {
    func text(_ words: Words) -> String {
        switch self {
        case .pending: words[.statePending]
        case .approved: words[.outcomeApproved]
        case .asWritten: words[.outcomeAsWritten]
        case .decided: words[.outcomeDecided]
        case .divided: words[.outcomeDivided]
        case .rejected: words[.outcomeRejected]
        case .remitted: words[.outcomeRemitted]
        case .tabled: words[.outcomeTabled]
        case .filed: words[.outcomeFiled]
        case .noted: words[.outcomeNoted]
        case .deemedAnswered: words[.outcomeDeemedAnswered]
        case .dropped: words[.outcomeDropped]
        case .handled: words[.stateHandled]
        }
    }
}
