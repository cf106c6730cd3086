/// Two rows of the same kind held against each other: what both have, in its order, and what stands between.
struct Alignment {
    /// Stretches that are the same, one and one, and stretches that differ, which may be empty on either side.
    private(set) var runs: [Run] = []

    struct Run {
        let old: Range<Int>
        let new: Range<Int>
        let isSame: Bool
    }
}

extension Alignment {
    private static let most = 4_000_000

    init(_ old: [String], _ new: [String]) {
        var (first, second) = (0, 0)
        for (left, right) in Alignment.common(old, new) {
            add(first..<left, second..<right)
            runs.append(Run(old: left..<(left + 1), new: right..<(right + 1), isSame: true))
            (first, second) = (left + 1, right + 1)
        }
        add(first..<old.count, second..<new.count)
    }

    private mutating func add(_ old: Range<Int>, _ new: Range<Int>) {
        if !old.isEmpty || !new.isEmpty { runs.append(Run(old: old, new: new, isSame: false)) }
    }

    /// The longest row that both have, by its places.
    private static func common(_ old: [String], _ new: [String]) -> [(Int, Int)] {
        let start = zip(old, new).prefix { $0 == $1 }.count
        let rest = min(old.count, new.count) - start
        let end = zip(old.reversed(), new.reversed()).prefix(rest).prefix { $0 == $1 }.count
        let middle = longest(Array(old[start..<(old.count - end)]), Array(new[start..<(new.count - end)]))
        return (0..<start).map { ($0, $0) } + middle.map { ($0 + start, $1 + start) }
            + (0..<end).map { (old.count - end + $0, new.count - end + $0) }
    }

    private static func longest(_ old: [String], _ new: [String]) -> [(Int, Int)] {
        guard !old.isEmpty, !new.isEmpty, old.count * new.count <= most else { return [] }
        var (gone, come): (Set<Int>, Set<Int>) = ([], [])
        for change in new.difference(from: old) {
            switch change {
            case .remove(let place, _, _): gone.insert(place)
            case .insert(let place, _, _): come.insert(place)
            }
        }
        return Array(zip(old.indices.filter { !gone.contains($0) }, new.indices.filter { !come.contains($0) }))
    }
}

extension Alignment {
    /// In a stretch that differs: which new piece is an old one changed. The others came or went.
    static func pairs(_ old: [String], _ new: [String]) -> [(old: Int, new: Int)] {
        if old.count == new.count { return old.indices.map { ($0, $0) } }
        guard !old.isEmpty, !new.isEmpty, old.count * new.count <= 10_000 else { return [] }
        let likeness = old.map { left in new.map { Alignment.likeness(left, $0) } }
        var best = [[Int]](repeating: [Int](repeating: 0, count: new.count + 1), count: old.count + 1)
        for first in old.indices.reversed() {
            for second in new.indices.reversed() {
                best[first][second] = max(
                    best[first + 1][second], best[first][second + 1],
                    likeness[first][second] + best[first + 1][second + 1])
            }
        }
        var pairs: [(old: Int, new: Int)] = []
        var (first, second) = (0, 0)
        while first < old.count, second < new.count {
            if best[first][second] == best[first + 1][second] {
                first += 1
            } else if best[first][second] == best[first][second + 1] {
                second += 1
            } else {
                pairs.append((first, second))
                (first, second) = (first + 1, second + 1)
            }
        }
        return pairs
    }

    /// How many of a hundred words both have; 0 where fewer than half.
    private static func likeness(_ left: String, _ right: String) -> Int {
        let (old, new) = (left.foldedWords.split(separator: " "), right.foldedWords.split(separator: " "))
        var counts: [Substring: Int] = [:]
        for word in old { counts[word, default: 0] += 1 }
        var shared = 0
        for word in new where counts[word, default: 0] > 0 {
            counts[word, default: 0] -= 1
            shared += 1
        }
        let share = 200 * shared / max(1, old.count + new.count)
        return share >= 50 ? share : 0
    }
}
