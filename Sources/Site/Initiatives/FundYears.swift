/// The years that an amount is for.
struct FundYears: Hashable, Comparable {
    let first: Int
    let last: Int

    var text: String { first == last ? "\(first)" : "\(first)–\(last)" }

    static func < (left: FundYears, right: FundYears) -> Bool { (left.first, left.last) < (right.first, right.last) }
}
