import Meetings
import Register

extension InitiativesPage {
    /// From the clauses and the front matter: what is proposed and what is granted, for which years. Amounts for one
    /// period are added up; an amount for several years is never divided among them, for nobody has said how.
    init(_ edition: Edition) {
        var groups: [[UInt8]: (name: String, matters: [Int])] = [:]
        for (index, matter) in edition.register.matters.enumerated() {
            guard let name = matter.initiative?.name else { continue }
            groups[Spelling.fold(name), default: (name, [])].matters.append(index)
        }
        let ordered = groups.values.sorted { left, right in
            let (one, other) = (SwedishOrder(left.name), SwedishOrder(right.name))
            return one == other ? left.name < right.name : one < other
        }
        var anchors: Set<String> = []
        var sums: [Span: FundSum] = [:]
        var total = FundSum()
        initiatives = ordered.map { group in
            let funds = group.matters.map { Funds(matter: $0, edition) }.sorted { $0.order < $1.order }
            var sum = FundSum()
            for fund in funds {
                sum.add(fund)
                guard let span = fund.span else { continue }
                sums[span, default: FundSum()].add(fund)
                total.add(fund)
            }
            var anchor = Slug(group.name)?.text ?? "insats"
            while !anchors.insert(anchor).inserted { anchor += "-2" }
            let latest = group.matters.compactMap { edition.register.matters[$0].initiative }.last
            return InitiativeContext(
                name: group.name, anchor: anchor, owner: latest?.owner,
                partners: latest.map { $0.partners.joined(separator: ", ") },
                grants: funds.enumerated().map { $1.row(after: funds[..<$0], edition) },
                sum: sum.count > 1 ? sum.row("") : nil)
        }
        let spans = sums.keys.filter { sums[$0]?.count ?? 0 > 0 }.sorted()
        self.sums = spans.compactMap { sums[$0]?.row($0.text) }
        self.total = spans.count > 1 ? total.row("") : nil
        chart = spans.isEmpty ? nil : FundChart(spans.compactMap { span in sums[span].map { (span.text, $0) } })
    }
}

/// The years that an amount is for.
private struct Span: Hashable, Comparable {
    let first: Int
    let last: Int

    var text: String { first == last ? "\(first)" : "\(first)–\(last)" }

    static func < (left: Span, right: Span) -> Bool { (left.first, left.last) < (right.first, right.last) }
}

/// Amounts added up.
struct FundSum {
    private(set) var count = 0
    private(set) var proposed = Money(kronor: 0)
    private(set) var granted = Money(kronor: 0)

    fileprivate mutating func add(_ fund: Funds) {
        guard fund.proposed != nil || fund.granted != nil else { return }
        count += 1
        fund.proposed.map { proposed = proposed + $0 }
        fund.granted.map { granted = granted + $0 }
    }

    fileprivate func row(_ years: String) -> SumRow {
        SumRow(years: years, count: count, proposed: proposed.grouped, granted: granted.grouped)
    }
}

/// What one matter asks for, and got.
private struct Funds {
    let matter: Int
    let proposed: Money?
    /// Nil while nothing is decided.
    let granted: Money?
    let period: Period?
    let span: Span?
    let clause: Int?
    /// The § that granted another amount than was proposed.
    let decidedAt: String?
    let order: Order

    struct Order: Comparable {
        let start: Int
        let matter: Int

        static func < (left: Order, right: Order) -> Bool { (left.start, left.matter) < (right.start, right.matter) }
    }

    init(matter index: Int, _ edition: Edition) {
        let matter = edition.register.matters[index]
        let clauses = matter.proposal?.clauses ?? []
        let amounts = clauses.flatMap(\.amounts)
        self.matter = index
        let total = amounts.isEmpty ? nil : amounts.reduce(Money(kronor: 0), +)
        let proposed = matter.amount ?? total
        self.proposed = proposed
        let main = edition.mainConsultation(of: index).map { edition.register.consultations[index][$0] }
        // A decision that only puts the matter off leaves the question of money open.
        let isOpen = main.flatMap { edition.entry(of: $0)?.entry.decision?.outcome }.map(\.isPostponement) ?? false
        let decided = main.flatMap { edition.granted(by: $0, of: index, proposed: proposed) }
        granted = isOpen ? nil : decided.map { $0 ?? Money(kronor: 0) }
        decidedAt = main.flatMap { main in
            guard let granted = decided ?? nil, granted != proposed, let (entry, minutes) = edition.entry(of: main)
            else { return nil }
            return Addresses.extract(minutes.meeting, entry.number)
        }
        let planned = matter.application.flatMap { form in
            form.plannedStart.flatMap { start in form.plannedEnd.flatMap { Period(start: start, end: $0) } }
        }
        period = matter.period ?? clauses.flatMap(\.periods).first ?? planned
        span = period.map { Span(first: $0.start.year, last: $0.end.year) }
        let named = clauses.first { clause in proposed.map { clause.amounts.contains($0) } ?? false }
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
            state: main.map { edition.state(of: $0) } ?? edition.words[.notOnAgenda], isExtension: isExtension,
            overlaps: overlapping.map { edition.matterRows[$0.matter] })
    }

    /// Days between two periods of what is still the same undertaking, prolonged.
    private static let longestPause = 31
}
