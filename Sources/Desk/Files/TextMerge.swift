/// Two texts that came from one, put together a paragraph at a time: what only one has changed is as that one has it, and
/// what both have changed stands twice, for a person to look over. A head is put together a line at a time and stands
/// once: where both have changed a line, the disk's stands above it as a remark.
enum TextMerge {
    /// Beyond so much text, or so many paragraphs that differ, the two texts stand whole, one after the other.
    private static let mostBytes = 1 << 20
    private static let mostParts = 1500

    static func both(base: String, mine: String, disk: String) -> String {
        let (base, mine, disk) = (Parts(base), Parts(mine), Parts(disk))
        let body = merged(base.paragraphs, mine.paragraphs, disk.paragraphs) { theirs, own in
            theirs + own.filter { !theirs.contains($0) }
        }.joined(separator: "\n\n")
        guard mine.head != nil || disk.head != nil else { return body + "\n" }
        let head = merged(base.head ?? [], mine.head ?? [], disk.head ?? []) { theirs, own in
            let others = theirs.filter { !own.contains($0) }
            return (own.isEmpty ? others : others.map { "# " + $0 }) + own
        }
        return (["---"] + head + ["---"]).joined(separator: "\n") + "\n\n" + body + "\n"
    }

    /// `clash` settles what was put in at the same place.
    private static func merged(
        _ base: [String], _ mine: [String], _ disk: [String], clash: ([String], [String]) -> [String]
    ) -> [String] {
        let least = min(base.count, mine.count, disk.count)
        var start = 0
        while start < least, base[start] == mine[start], base[start] == disk[start] { start += 1 }
        var end = 0
        while end < least - start, base[base.count - 1 - end] == mine[mine.count - 1 - end],
            base[base.count - 1 - end] == disk[disk.count - 1 - end]
        { end += 1 }
        let middle = [base, mine, disk].map { Array($0[start..<($0.count - end)]) }
        let put = changed(middle[0], middle[1], middle[2], clash)
        return Array(base[..<start]) + put + Array(base[(base.count - end)...])
    }

    private static func changed(
        _ base: [String], _ mine: [String], _ disk: [String], _ clash: ([String], [String]) -> [String]
    ) -> [String] {
        if mine == base || mine == disk { return disk }
        if disk == base { return mine }
        let parts = [base, mine, disk]
        guard parts.allSatisfy({ $0.count <= mostParts }),
            parts.joined().reduce(0, { $0 + $1.utf8.count }) <= mostBytes
        else { return disk + mine }
        let (own, other) = (Difference(from: base, to: mine), Difference(from: base, to: disk))
        var result: [String] = []
        for place in 0...base.count {
            result += clash(other.added[place] ?? [], own.added[place] ?? [])
            if place < base.count, !own.removed.contains(place), !other.removed.contains(place) {
                result.append(base[place])
            }
        }
        return result
    }

    /// The lines of a head, without its rules, and the paragraphs below.
    private struct Parts {
        var head: [String]?
        var paragraphs: [String] = []

        init(_ text: String) {
            var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { Substring($0) }[...]
            if lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") {
                head = lines[1..<end].map(String.init)
                lines = lines[(end + 1)...]
            }
            var paragraph: [Substring] = []
            for line in lines + [""] {
                if !line.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
                    paragraph.append(line)
                } else if !paragraph.isEmpty {
                    paragraphs.append(paragraph.joined(separator: "\n"))
                    paragraph = []
                }
            }
        }
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
                while removed.contains(place) { place += 1 }
                if inserted.contains(index) {
                    added[place, default: []].append(text)
                } else {
                    place += 1
                }
            }
        }
    }
}
