import Meetings
import Register

extension InitiativesPage {
    /// From the clauses and the front matter: what is proposed and what is granted, for which years. Amounts for one
    /// period are added up; an amount for several years is never divided among them, for nobody has said how.
    init(_ edition: Edition, _ all: [(name: String, funds: [Funds])]) {
        var anchors: Set<String> = []
        var sums: [FundYears: FundSum] = [:]
        var total = FundSum()
        initiatives = all.map { name, funds in
            var sum = FundSum()
            for fund in funds {
                sum.add(fund)
                guard let span = fund.span else { continue }
                sums[span, default: FundSum()].add(fund)
                total.add(fund)
            }
            var anchor = Slug(name)?.text ?? "insats"
            while !anchors.insert(anchor).inserted { anchor += "-2" }
            let latest = funds.map(\.matter).max().flatMap { edition.register.matters[$0].initiative }
            return InitiativeContext(
                name: name, anchor: anchor, owner: latest?.owner,
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
