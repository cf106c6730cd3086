extension Outcome {
    /// As a record writes it: `bordläggning till 2020-10-23`. The same whatever words a theme shows it in.
    public var written: String {
        switch self {
        case .remitted(let office, let day):
            (["återremiss"] + [office, day?.description].compactMap(\.self)).joined(separator: " till ")
        case .tabled(let date?): "bordläggning till \(date)"
        case .tabled: "bordläggning"
        default: Outcome.words.first { $0.outcome == self }?.word ?? ""
        }
    }
}

extension Decision {
    /// `bifall`; `1 bifall, 2 avslag` where each clause has an outcome of its own; nil where there is none.
    public var written: String? {
        if let outcome { return outcome.written }
        guard !clauseOutcomes.isEmpty else { return nil }
        return clauseOutcomes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.written)" }.joined(separator: ", ")
    }
}
