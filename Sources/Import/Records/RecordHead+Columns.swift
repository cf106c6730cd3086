import Meetings

extension RecordHead {
    /// A row of labels alone, each for the column below it; the first may say what all of them are ("Beslutande").
    static func columns(_ cells: [String]) -> [Field]? {
        guard cells.count > 1 else { return nil }
        let fields = cells.map { field($0, hasValue: false, hasColon: true) }
        guard fields.allSatisfy({ $0?.isList ?? false }) else { return nil }
        let known = fields.compactMap(\.self)
        return known.count > 1 && known[0] == known[1] ? Array(known.dropFirst()) : known
    }

    /// The office that a column with a line to sign on is for.
    static func ruled(_ cells: [String]) -> Field? {
        let lines = cells.filter { $0.contains("....") || $0.contains("____") || $0.contains("……") }
        guard let cell = lines.first, lines.count == 1, !cell.contains(":") else { return nil }
        let label = cell.filter { !"._…".contains($0) }.trimmed
        guard let field = field(label, hasValue: false, hasColon: true) else { return nil }
        return field == .chair || field == .secretary || field == .approvers ? field : nil
    }
}
