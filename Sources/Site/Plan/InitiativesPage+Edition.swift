import Meetings
import Register

extension InitiativesPage {
    /// From the clauses and the front matter: what is applied for or granted, for which years. Amounts for one period
    /// are added up; an amount for several years is never divided among them, for nobody has said how.
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
        var sums: [Span: (count: Int, money: Money)] = [:]
        initiatives = ordered.map { group in
            let funds = group.matters.map { Funds(matter: $0, edition) }.sorted { $0.order < $1.order }
            for fund in funds {
                guard let money = fund.amount, let span = fund.span else { continue }
                let sum = sums[span] ?? (0, Money(kronor: 0))
                sums[span] = (sum.count + 1, sum.money + money)
            }
            var anchor = Slug(group.name)?.text ?? "insats"
            while !anchors.insert(anchor).inserted { anchor += "-2" }
            let latest = group.matters.compactMap { edition.register.matters[$0].initiative }.last
            let amounts = funds.compactMap(\.amount)
            return InitiativeContext(
                name: group.name, anchor: anchor, owner: latest?.owner,
                partners: latest.map { $0.partners.joined(separator: ", ") }, grants: funds.map { $0.row(edition) },
                sum: amounts.count > 1 ? amounts.reduce(Money(kronor: 0), +).grouped : nil)
        }
        self.sums = sums.keys.sorted().map { span in
            SumRow(years: span.text, count: sums[span]?.count ?? 0, amount: sums[span]?.money.grouped ?? "")
        }
    }
}

/// The years that an amount is for.
private struct Span: Hashable, Comparable {
    let first: Int
    let last: Int

    var text: String { first == last ? "\(first)" : "\(first)–\(last)" }

    static func < (left: Span, right: Span) -> Bool { (left.first, left.last) < (right.first, right.last) }
}

/// What one matter asks for.
private struct Funds {
    let matter: Int
    let amount: Money?
    let span: Span?
    let clause: Int?
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
        let decided = edition.mainConsultation(of: index)
            .flatMap { edition.granted(by: edition.register.consultations[index][$0], of: index, proposed: proposed) }
        let amount = decided ?? proposed
        self.amount = amount
        let planned = matter.application.flatMap { form in
            form.plannedStart.flatMap { start in form.plannedEnd.flatMap { Period(start: start, end: $0) } }
        }
        let period = matter.period ?? clauses.flatMap(\.periods).first ?? planned
        span = period.map { Span(first: $0.start.year, last: $0.end.year) }
        let named = clauses.first { clause in amount.map { clause.amounts.contains($0) } ?? false }
        clause = (named ?? clauses.first { !$0.amounts.isEmpty })?.number
        order = Order(start: period?.start.dayNumber ?? .max, matter: index)
    }

    func row(_ edition: Edition) -> GrantRow {
        let owner = edition.register.matters[matter]
        let main = edition.mainConsultation(of: matter).map { edition.register.consultations[matter][$0] }
        return GrantRow(
            years: span?.text, amount: amount?.grouped,
            address: clause.map { Addresses.clause($0, of: owner) } ?? Addresses.matter(owner),
            matter: edition.matterRows[matter], meeting: main.map { edition.meetingRows[$0.meeting] },
            state: main.map { edition.state(of: $0) } ?? edition.words[.notOnAgenda])
    }
}
