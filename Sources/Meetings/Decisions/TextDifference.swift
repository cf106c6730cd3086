/// What was added to a text and what fell, word by word. An amount, a date, a § or a dnr is one word.
public struct TextDifference: Hashable, Sendable {
    public let parts: [Part]

    public struct Part: Hashable, Sendable {
        public let kind: Kind
        /// One or more words with single spaces between.
        public let text: String

        public init(kind: Kind, text: String) { (self.kind, self.text) = (kind, text) }
    }

    public enum Kind: Hashable, Sendable {
        case kept, added, removed
    }
}

extension TextDifference {
    /// Longer texts than this are told as one exchanged for the other.
    private static let mostWords = 1000

    public init(from old: String, to new: String) {
        guard old != new else {
            parts = old.isEmpty ? [] : [Part(kind: .kept, text: old.split(separator: " ").joined(separator: " "))]
            return
        }
        let before = DifferenceWords.words(of: old)
        let after = DifferenceWords.words(of: new)
        var builder = DifferenceBuilder()
        let start = zip(before, after).prefix { $0 == $1 }.count
        let end = zip(before.dropFirst(start).reversed(), after.dropFirst(start).reversed()).prefix { $0 == $1 }.count
        builder.add(.kept, before[..<start])
        let (middle, other) = (before[start..<(before.count - end)], after[start..<(after.count - end)])
        if middle.count <= Self.mostWords && other.count <= Self.mostWords {
            builder.addLongestCommon(Array(middle), Array(other))
        } else {
            builder.add(.removed, middle)
            builder.add(.added, other)
        }
        builder.add(.kept, before[(before.count - end)...])
        parts = builder.parts
    }

    public var isChange: Bool { parts.contains { $0.kind != .kept } }

    /// The share of words that both texts have, 0–1.
    static func likeness(_ words: [DifferenceWords.Word], _ others: [DifferenceWords.Word]) -> Double {
        guard !words.isEmpty || !others.isEmpty else { return 1 }
        var left: [DifferenceWords.Word: Int] = [:]
        for word in words { left[word, default: 0] += 1 }
        var shared = 0
        for word in others where left[word, default: 0] > 0 {
            left[word, default: 0] -= 1
            shared += 1
        }
        return 2 * Double(shared) / Double(words.count + others.count)
    }
}

private struct DifferenceBuilder {
    var parts: [TextDifference.Part] = []

    mutating func add(_ kind: TextDifference.Kind, _ words: some Collection<DifferenceWords.Word>) {
        guard !words.isEmpty else { return }
        let text = words.lazy.map(\.text).joined(separator: " ")
        if let last = parts.last, last.kind == kind {
            parts[parts.count - 1] = TextDifference.Part(kind: kind, text: last.text + " " + text)
        } else {
            parts.append(TextDifference.Part(kind: kind, text: text))
        }
    }

    /// Keeps a longest common subsequence of the words; what falls is told before what is added.
    mutating func addLongestCommon(_ old: [DifferenceWords.Word], _ new: [DifferenceWords.Word]) {
        // Words are compared as numbers: equal words have one.
        var numbers: [DifferenceWords.Word: Int32] = [:]
        func number(_ word: DifferenceWords.Word) -> Int32 {
            if let known = numbers[word] { return known }
            numbers[word] = Int32(numbers.count)
            return numbers[word] ?? 0
        }
        let (before, after) = (old.map(number), new.map(number))
        let width = after.count + 1
        var lengths = [Int32](repeating: 0, count: (before.count + 1) * width)
        for i in before.indices.reversed() {
            for j in after.indices.reversed() {
                let place = i * width + j
                lengths[place] =
                    before[i] == after[j]
                    ? lengths[place + width + 1] + 1 : max(lengths[place + width], lengths[place + 1])
            }
        }
        var (i, j) = (0, 0)
        while i < before.count || j < after.count {
            let place = i * width + j
            if i < before.count, j < after.count, before[i] == after[j] {
                add(.kept, old[i...i])
                (i, j) = (i + 1, j + 1)
            } else if i < before.count, j == after.count || lengths[place + width] >= lengths[place + 1] {
                add(.removed, old[i...i])
                i += 1
            } else {
                add(.added, new[j...j])
                j += 1
            }
        }
    }
}
