import Meetings

extension MatterSource {
    /// Matters in the order of their files; a secret one stands where a file named for its dnr would, since the place of
    /// its stub in a list must not tell what the file is called (FORMAT §8).
    static func ordered(_ matters: [MatterSource]) -> [MatterSource] {
        guard matters.contains(where: { $0.matter.visibility == .secret }) else { return matters }
        let keyed = matters.enumerated().map { (place: $0.offset, key: Array($0.element.name.utf8)) }
        let order = keyed.sorted { left, right in
            left.key == right.key ? left.place < right.place : left.key.lexicographicallyPrecedes(right.key)
        }
        return order.map { matters[$0.place] }
    }

    private var name: String {
        if matter.visibility == .secret, matter.diaryNumber != nil { return "content/arenden/\(matter.slug)" }
        let ending = "/arende.md"
        return matter.file.hasSuffix(ending) ? String(matter.file.dropLast(ending.utf8.count)) : matter.file
    }
}
