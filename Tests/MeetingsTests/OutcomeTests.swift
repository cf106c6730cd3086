import Meetings
import Testing

@Suite("What decisions come to")
struct OutcomeTests {
    private func clauses(_ texts: String...) -> [DecisionClause] {
        texts.enumerated().map { index, text in
            DecisionClause(
                number: index + 1, text: text, hasAtt: true, prose: Prose(html: Array(text.utf8)),
                amounts: Money.all(in: text), periods: [], line: 1)
        }
    }

    private func decision(_ outcome: Outcome?, _ clauses: [Int: Outcome] = [:], _ own: [DecisionClause] = [])
        -> Decision
    {
        Decision(outcome: outcome, clauseOutcomes: clauses, clauses: own, line: 1)
    }

    @Test("words of its own are changed ones only where something else was proposed")
    func kinds() {
        let proposed = clauses("bevilja 100 kronor", "följa upp insatsen")
        func kind(_ decision: Decision, _ proposed: [DecisionClause]) -> OutcomeKind {
            OutcomeKind(decision, proposed: proposed)
        }
        #expect(kind(decision(.asWritten, [:], clauses("bevilja 90 kronor")), proposed) == .asWritten)
        #expect(kind(decision(.asWritten, [:], clauses("bevilja 90 kronor")), []) == .decided)
        #expect(
            kind(decision(.asWritten, [:], clauses("bevilja 100 kronor.", "följa upp insatsen.")), proposed)
                == .approved)
        #expect(kind(decision(.approved), proposed) == .approved)
        #expect(kind(decision(nil, [1: .approved, 2: .rejected]), proposed) == .divided)
        #expect(kind(decision(nil, [2: .rejected]), proposed) == .rejected)
        #expect(kind(decision(.dropped), proposed) == .dropped)
    }

    @Test("outcomes clause by clause come to one, to all but a few, or to each")
    func divided() {
        let four = clauses("a", "b", "c", "d")
        func divided(_ outcomes: [Int: Outcome]) -> DividedOutcome? {
            DividedOutcome(decision(nil, outcomes), proposed: four)
        }
        #expect(divided([1: .approved, 2: .approved, 3: .approved, 4: .approved]) == .all(.approved))
        #expect(divided([1: .approved, 2: .approved, 3: .rejected, 4: .approved]) == .approvedExcept([3]))
        #expect(divided([1: .approved, 2: .dropped, 3: .rejected, 4: .approved]) != .approvedExcept([2, 3]))
        #expect(
            divided([1: .approved, 2: .tabled(until: nil), 3: .approved, 4: .approved])
                != .approvedExcept([2]))
        #expect(divided([1: .approved]) == .each([.init(number: 1, outcome: .approved)]))
        #expect(DividedOutcome(decision(.approved), proposed: four) == nil)
    }

    @Test("an ärende in several §§ has what they decide together")
    func together() {
        #expect(Decision.together([])?.outcome == nil)
        let both = Decision.together([decision(nil, [1: .approved]), decision(nil, [2: .rejected])])
        #expect(both?.clauseOutcomes == [1: .approved, 2: .rejected])
        #expect(Decision.together([decision(.tabled(until: nil)), decision(.approved)])?.outcome == .approved)
        #expect(Decision.together([decision(.approved), decision(.tabled(until: nil))])?.outcome == .approved)
        let words = Decision.together([
            decision(.asWritten, [:], clauses("a")), decision(.asWritten, [:], clauses("b")),
        ])
        #expect(words?.clauses.map(\.text) == ["a", "b"])
    }

    @Test("what is granted is what the decision's own words say, else what was proposed")
    func granted() {
        let proposal = Proposal(
            heading: "Förslag", lead: nil, leadText: nil, clauses: clauses("bevilja 100 kronor", "ge 50 kronor till"),
            remainder: Prose())
        func granted(_ decisions: Decision...) -> GrantedFunds {
            GrantedFunds(decisions, proposal: proposal, proposed: Money(kronor: 150))
        }
        #expect(granted() == .open)
        #expect(granted(decision(.tabled(until: nil))) == .open)
        #expect(granted(decision(.approved)) == .granted(Money(kronor: 150)))
        #expect(granted(decision(.rejected)) == .nothing)
        #expect(granted(decision(.asWritten, [:], clauses("bevilja 80 kronor"))) == .granted(Money(kronor: 80)))
        #expect(granted(decision(.asWritten, [:], clauses("avslå 80 kronor"))) == .nothing)
        #expect(granted(decision(nil, [1: .approved, 2: .rejected])) == .granted(Money(kronor: 100)))
        #expect(granted(decision(nil, [1: .approved]), decision(nil, [2: .rejected])) == .granted(Money(kronor: 100)))
        #expect(granted(decision(nil, [1: .rejected])) == .nothing)
        #expect(
            granted(decision(.approved)).amount == Money(kronor: 150)
                && granted(decision(.rejected)).amount == Money(kronor: 0))
    }

    @Test(
        "an amount that a clause refuses, or only tells of, is not granted",
        arguments: [
            ("Styrelsen beviljar inte 4 000 kr.", 0), ("inte bevilja 4 000 kr till Nyhamn", 0),
            ("avslå ansökan om 4 000 kr", 0), ("neka Nyhamn 4 000 kr", 0), ("Nyhamn inte beviljas 4 000 kr", 0),
            ("återkräva 4 000 kr", 0), ("bordlägga frågan om 4 000 kr", 0),
            ("bevilja 4 000 kr av sökta 9 000 kr", 4000),
            ("bevilja 4 000 kr, varav 1 000 kr betalas ut i mars", 4000),
            ("bevilja högst 4 000 kr per år i två år, totalt 8 000 kr", 8000),
            ("bevilja Nyhamn 4 000 kr och Mo 1 000 kr", 5000), ("bevilja ett bidrag av 4 000 kr", 4000),
            ("bevilja 4 000 kr och avslå ansökan om 1 000 kr", 4000),
            ("trots tidigare avslag bevilja 4 000 kr", 4000), ("bevilja den avslagna ansökan 4 000 kr", 4000),
            ("ansökan om 4 000 kr avslås", 0), ("avslag på ansökan om 4 000 kr", 0),
        ])
    func refused(clause: String, kronor: Int) {
        let decided = decision(.asWritten, [:], clauses(clause) + clauses("följa upp beslutet"))
        let funds = GrantedFunds([decided], proposal: nil, proposed: Money(kronor: 9000))
        #expect(funds.amount == Money(kronor: kronor))
    }
}
