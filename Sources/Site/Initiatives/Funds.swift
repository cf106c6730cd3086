import Meetings
import Register

/// What one matter asks for, and got.
struct Funds {
    let matter: MatterIndex
    let proposed: Money?
    /// Nil while nothing is decided.
    let granted: Money?
    let period: Period?
    let span: FundYears?
    let clause: Int?
    /// The § that granted another amount than was proposed.
    let decidedAt: String?
    let order: Order

    struct Order: Comparable {
        let start: Int
        let matter: MatterIndex

        static func < (left: Order, right: Order) -> Bool { (left.start, left.matter) < (right.start, right.matter) }
    }

    init(matter index: MatterIndex, _ edition: Edition) {
        let matter = edition.register.matters[index]
        let clauses = matter.proposal?.clauses ?? []
        let settlement = edition.settlement(of: index)
        let amounts = edition.amounts(of: index)
        self.matter = index
        proposed = amounts?.proposed
        granted = amounts?.granted
        decidedAt = settlement.flatMap { [proposed, granted] settlement in
            guard let granted, granted != proposed else { return nil }
            return Addresses.extract(settlement.consultation.id, settlement.entry.number)
        }
        let planned = matter.application.flatMap { form in
            form.plannedStart.flatMap { start in form.plannedEnd.flatMap { Period(start: start, end: $0) } }
        }
        period = matter.period ?? clauses.flatMap(\.periods).first ?? planned
        span = period.map { FundYears(first: $0.start.year, last: $0.end.year) }
        let named = clauses.first { [proposed] clause in proposed.map { clause.amounts.contains($0) } ?? false }
        clause = (named ?? clauses.first { !$0.amounts.isEmpty })?.number
        order = Order(start: period?.start.dayNumber ?? .max, matter: index)
    }

    /// Money is or may be given.
    private var counts: Bool { (proposed != nil || granted != nil) && granted != Money(kronor: 0) }

    func row(after earlier: ArraySlice<Funds>, _ edition: Edition) -> GrantRow {
        let owner = edition.register.matters[matter]
        let main = edition.mainConsultation(of: matter).map { edition.register.consultations[matter][$0] }
        let others = counts ? earlier.filter(\.counts) : []
        let overlapping = others.filter { other in
            guard let own = period, let theirs = other.period else { return false }
            return own.start <= theirs.end && theirs.start <= own.end
        }
        let isExtension = others.contains { other in
            guard let own = period, let theirs = other.period else { return false }
            return own.start > theirs.end && own.start.dayNumber - theirs.end.dayNumber <= Funds.longestPause
        }
        let address = clause.map { Addresses.clause($0, of: owner) } ?? Addresses.matter(owner)
        return GrantRow(
            years: span?.text, proposed: proposed?.grouped, granted: granted?.grouped, address: address,
            grantAddress: decidedAt ?? address, matter: edition.matterRows[matter],
            meeting: main.map { edition.meetingRows[$0.meeting] },
            state: main.map { edition.state(of: $0, matter) } ?? edition.words[.notOnAgenda], isExtension: isExtension,
            overlaps: overlapping.map { edition.matterRows[$0.matter] })
    }

    /// Days between two periods of what is still the same undertaking, prolonged.
    private static let longestPause = 31
}

extension Funds {
    /// Of every initiative by name; what each got in the order of its periods.
    static func byInitiative(_ edition: Edition) -> [(initiative: Initiatives.Initiative, funds: [Funds])] {
        edition.initiatives.all.map { initiative in
            (initiative, initiative.matters.map { Funds(matter: $0, edition) }.sorted { $0.order < $1.order })
        }
    }
}
