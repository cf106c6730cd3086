import Meetings

/// Amounts added up.
struct FundSum {
    private(set) var count = 0
    private(set) var proposed = Money(kronor: 0)
    private(set) var granted = Money(kronor: 0)

    mutating func add(_ fund: Funds) {
        guard fund.proposed != nil || fund.granted != nil else { return }
        count += 1
        fund.proposed.map { proposed = proposed + $0 }
        fund.granted.map { granted = granted + $0 }
    }

    func row(_ years: String) -> SumRow {
        SumRow(years: years, count: count, proposed: proposed.grouped, granted: granted.grouped)
    }
}
