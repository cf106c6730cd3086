import Meetings
import Register

/// Which amounts a matter has: what is asked for, and what a deciding body grants of it. Only here is it decided which of
/// its meetings settled the money.
extension Edition {
    /// The latest consultation of a deciding body whose §§ decided something, also only to put the matter off.
    func decided(_ matter: MatterIndex) -> Consultation? {
        register.consultations[matter].last { isDeciding($0.id) && !decisions(of: $0).isEmpty }
    }

    /// The latest that settled what is granted.
    private func settled(_ matter: MatterIndex) -> Consultation? {
        register.consultations[matter].last { granted(by: $0, of: matter) != .open }
    }

    /// What is asked for: as it was sealed for that meeting, where the ärende says otherwise now.
    func proposedAmount(of matter: MatterIndex, at consultation: Consultation?) -> Money? {
        let own = register.matters[matter]
        let sealed = consultation.flatMap { register.sealedProposals[$0.meeting][matter] }
        if let sealed { return sum(sealed.clauses) }
        return own.amount ?? sum(own.proposal?.clauses ?? [])
    }

    private func sum(_ clauses: [DecisionClause]) -> Money? {
        let amounts = clauses.flatMap(\.amounts)
        return amounts.isEmpty ? nil : amounts.reduce(Money(kronor: 0), +)
    }

    /// The money that a deciding body grants at a meeting.
    func granted(by consultation: Consultation, of matter: MatterIndex) -> GrantedFunds {
        granted(by: decisions(of: consultation), of: matter, at: consultation)
    }

    func granted(by decisions: [Decision], of matter: MatterIndex, at consultation: Consultation) -> GrantedFunds {
        guard isDeciding(consultation.id) else { return .open }
        return GrantedFunds(
            decisions, proposal: proposal(of: matter, at: consultation.id),
            proposed: proposedAmount(of: matter, at: consultation))
    }

    /// Nil for a matter that is about no money: an amount that only its text speaks of is not what it asks for.
    func amounts(of matter: MatterIndex) -> AmountRow? { amounts(of: matter, at: settled(matter)) }

    func amounts(of matter: MatterIndex, at consultation: Consultation?) -> AmountRow? {
        guard isAboutMoney(matter) else { return nil }
        return AmountRow(
            proposed: proposedAmount(of: matter, at: consultation),
            granted: consultation.map { granted(by: $0, of: matter) } ?? .open)
    }

    /// Of one § of a consultation.
    func amounts(of matter: MatterIndex, by decision: Decision, at consultation: Consultation) -> AmountRow? {
        guard isAboutMoney(matter) else { return nil }
        return AmountRow(
            proposed: proposedAmount(of: matter, at: consultation),
            granted: granted(by: [decision], of: matter, at: consultation))
    }

    private func isAboutMoney(_ matter: MatterIndex) -> Bool {
        let own = register.matters[matter]
        return own.visibility != .secret && (own.amount != nil || own.initiative?.name != nil)
    }

    /// The §§ of the meeting that settled it, the last of them first to be asked.
    func settlement(of matter: MatterIndex) -> (consultation: Consultation, entry: MinutesEntry)? {
        guard let settled = settled(matter), let entry = entries(of: settled).last(where: { $0.decision != nil })
        else { return nil }
        return (settled, entry)
    }
}
