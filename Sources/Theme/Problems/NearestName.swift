/// The known name that a misspelt one probably means.
enum NearestName {
    private static let longest = 80

    static func of(_ name: String, among known: some Sequence<String>) -> String? {
        guard name.utf8.count <= longest else { return nil }
        let wanted = Array(name.lowercased())
        let limit = min(3, (wanted.count + 1) / 3)
        var best: (distance: Int, name: String)?
        for candidate in known where candidate != Shape.ownValue && candidate.utf8.count <= longest {
            let distance = distance(wanted, Array(candidate.lowercased()))
            guard distance <= limit else { continue }
            if let best, (best.distance, best.name) <= (distance, candidate) { continue }
            best = (distance, candidate)
        }
        return best?.name
    }

    /// Damerau-Levenshtein, as optimal string alignment: insertions, deletions, substitutions and swaps of neighbours.
    private static func distance(_ one: [Character], _ other: [Character]) -> Int {
        var rowBeforeLast: [Int] = []
        var lastRow = Array(0...other.count)
        for i in one.indices {
            var row = [i + 1]
            for j in other.indices {
                var cost = min(lastRow[j + 1] + 1, row[j] + 1, lastRow[j] + (one[i] == other[j] ? 0 : 1))
                if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
                    cost = min(cost, rowBeforeLast[j - 1] + 1)
                }
                row.append(cost)
            }
            rowBeforeLast = lastRow
            lastRow = row
        }
        return lastRow[other.count]
    }
}
