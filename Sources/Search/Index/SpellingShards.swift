/// The site's words, for what is misspelt or begun: in files by the hash of their first two letters.
struct SpellingShards: Sendable {
    let files: [(name: String, bytes: [UInt8])]
    let count: Int

    /// `budget:D|atgard:åtgärder:F|`: the key, the word where it is another, and how common it is.
    init(_ vocabulary: Vocabulary, _ words: WordTable, frequencies: [Int]) {
        var entries: [(key: [UInt8], shown: [UInt8], frequency: Int)] = []
        for (term, shown) in vocabulary.shown.enumerated() {
            let stem = vocabulary.terms[term].stem
            guard let shown, stem.count >= 3, !stem.contains(where: { $0 < 0x61 }) else { continue }
            entries.append((vocabulary.terms[term].key, Array(words[shown]), frequencies[term]))
        }
        entries.sort { left, right in
            if left.key != right.key { return left.key.lexicographicallyPrecedes(right.key) }
            return left.frequency == right.frequency
                ? left.shown.lexicographicallyPrecedes(right.shown) : left.frequency > right.frequency
        }
        let size = entries.reduce(0) { $0 + $1.key.count + $1.shown.count + 4 }
        let count = Shard.count(for: size)
        var texts = [[[UInt8]]](repeating: [[]], count: count)
        var last: [UInt8] = []
        for entry in entries where entry.key != last {
            last = entry.key
            let file = Int(WordTable.hash(Array(entry.key.prefix(2)))) & (count - 1)
            var text = entry.key
            text.append(UInt8(ascii: ":"))
            if entry.shown != entry.key { text += entry.shown + [UInt8(ascii: ":")] }
            // By doublings, so that one page more changes little.
            text.append(Signs.alphabet[Int.bitWidth - max(1, entry.frequency).leadingZeroBitCount])
            text.append(UInt8(ascii: "|"))
            if texts[file][texts[file].count - 1].count + text.count > Shard.most { texts[file].append([]) }
            texts[file][texts[file].count - 1] += text
        }
        files = texts.enumerated().flatMap { file, parts in
            parts.enumerated().map { index, text in
                let name = "ord/\(file)" + (index == 0 ? "" : "-\(index)")
                var value: [UInt8] = []
                Shard.append(text[...], to: &value)
                if index == 0 { value += Array(",\(parts.count)".utf8) }
                return (name, Shard.script(name, value))
            }
        }
        self.count = count
    }
}
