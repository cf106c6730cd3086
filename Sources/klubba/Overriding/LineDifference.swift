/// What lines a text has gained and lost, each with its number.
struct LineDifference {
    let added: Int
    let removed: Int
    /// A line each: `+ 12  {{#ny}}`.
    let text: String

    var isEmpty: Bool { added + removed == 0 }

    init(from old: [UInt8], to new: [UInt8]) {
        func lines(_ bytes: [UInt8]) -> [Substring] {
            String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        }
        let difference = lines(new).difference(from: lines(old))
        (added, removed) = (difference.insertions.count, difference.removals.count)
        let rows =
            difference.removals.map { change in LineDifference.row(change, "-") }
            + difference.insertions.map { change in LineDifference.row(change, "+") }
        text = rows.sorted { ($0.line, $0.sign) < ($1.line, $1.sign) }
            .map { "\($0.sign) \($0.line)\t\($0.text)" }.joined(separator: "\n")
    }

    private static func row(
        _ change: CollectionDifference<Substring>.Change, _ sign: String
    ) -> (line: Int, sign: String, text: Substring) {
        switch change {
        case .insert(let offset, let element, _), .remove(let offset, let element, _): (offset + 1, sign, element)
        }
    }
}
