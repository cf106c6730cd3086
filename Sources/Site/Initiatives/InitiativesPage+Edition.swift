import Meetings
import Register

extension InitiativesPage {
    /// What is proposed and what is granted, for which years. Amounts for one period are added up; an amount for several
    /// years is never divided among them, for nobody has said how.
    init(_ all: [(initiative: Initiatives.Initiative, funds: [Funds])], rows: [InitiativeRow], links: PartLinks?) {
        var sums: [FundYears: FundSum] = [:]
        var total = FundSum()
        for fund in all.flatMap(\.funds) {
            guard let span = fund.span else { continue }
            sums[span, default: FundSum()].add(fund)
            total.add(fund)
        }
        let spans = sums.keys.filter { sums[$0]?.count ?? 0 > 0 }.sorted()
        self.rows = rows
        self.links = links
        self.sums = spans.compactMap { sums[$0]?.row($0.text) }
        self.total = spans.count > 1 ? total.row("") : nil
        chart = spans.isEmpty ? nil : FundChart(spans.compactMap { span in sums[span].map { (span.text, $0) } })
    }
}

extension InitiativeRow {
    init(_ initiative: Initiatives.Initiative, _ funds: [Funds], _ edition: Edition) {
        var sum = FundSum()
        for fund in funds { sum.add(fund) }
        let spans = funds.compactMap(\.span)
        let years = spans.map(\.first).min().flatMap { first in
            spans.map(\.last).max().map { FundYears(first: first, last: $0).text }
        }
        name = initiative.name
        address = initiative.address
        owner = initiative.matters.max().flatMap { edition.register.matters[$0].initiative?.owner }
        self.years = years
        self.sum = sum.row(years ?? "")
    }
}

extension InitiativePage {
    init(_ initiative: Initiatives.Initiative, _ funds: [Funds], _ edition: Edition) {
        var sum = FundSum()
        for fund in funds { sum.add(fund) }
        let latest = initiative.matters.max().flatMap { edition.register.matters[$0].initiative }
        name = initiative.name
        owner = latest?.owner
        partners = latest.map { $0.partners.joined(separator: ", ") }
        grants = funds.enumerated().map { $1.row(after: funds[..<$0], edition) }
        self.sum = sum.count > 1 ? sum.row("") : nil
    }
}
