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

    /// The office that a line to sign on is for: "Sekreterare ______ Paragrafer 50–54", or "Ordförande" in the column before.
    static func ruled(_ cells: [String]) -> Field? {
        let places = cells.indices.filter { SignatureBlock.isRuled(cells[$0]) }
        guard let place = places.first, places.count == 1, !cells[place].contains(":") else { return nil }
        let own = String(cells[place].prefix { !"._…".contains($0) }).trimmed
        let rest = cells[place].dropFirst(own.count).drop { "._… ".contains($0) }.trimmed
        // A name on the line itself is read with its label.
        guard rest.isEmpty || ["paragraf", "§"].contains(where: { String(rest).folded.hasPrefix($0) }) else {
            return nil
        }
        let label = own.isEmpty && place > 0 ? cells[place - 1] : own
        guard let field = field(label, hasValue: false, hasColon: true) else { return nil }
        return field == .chair || field == .secretary || field == .approvers ? field : nil
    }
}
