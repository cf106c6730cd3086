/// Two texts that came from one, put together a paragraph at a time: what only one has changed is as that one has it, and
/// what both have changed stands twice, for a person to look over.
enum TextMerge {
    static func both(base: String, mine: String, disk: String) -> String {
        let (base, mine, disk) = (paragraphs(base), paragraphs(mine), paragraphs(disk))
        let (own, other) = (Difference(from: base, to: mine), Difference(from: base, to: disk))
        var result: [String] = []
        for place in 0...base.count {
            let (left, right) = (other.added[place] ?? [], own.added[place] ?? [])
            result += left + right.filter { !left.contains($0) }
            if place < base.count, !own.removed.contains(place), !other.removed.contains(place) {
                result.append(base[place])
            }
        }
        return result.joined(separator: "\n\n") + "\n"
    }

    private static func paragraphs(_ text: String) -> [String] {
        var paragraphs: [String] = []
        var lines: [String] = []
        let all = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for line in all + [""] {
            if !line.allSatisfy(\.isWhitespace) {
                lines.append(line)
            } else if !lines.isEmpty {
                paragraphs.append(lines.joined(separator: "\n"))
                lines = []
            }
        }
        return paragraphs
    }

    /// What was taken away, and what was put in before each place.
    private struct Difference {
        var removed: Set<Int> = []
        var added: [Int: [String]] = [:]

        init(from base: [String], to new: [String]) {
            let changes = new.difference(from: base)
            for case .remove(let offset, _, _) in changes.removals { removed.insert(offset) }
            let inserted = Set(changes.insertions.map { if case .insert(let offset, _, _) = $0 { offset } else { -1 } })
            var place = 0
            for (index, text) in new.enumerated() {
                if inserted.contains(index) {
                    while removed.contains(place) { place += 1 }
                    added[place, default: []].append(text)
                } else {
                    while removed.contains(place) { place += 1 }
                    place += 1
                }
            }
        }
    }
}
