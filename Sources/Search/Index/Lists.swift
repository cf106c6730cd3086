/// Of each term, the passages that it is in and what it weighs there, in files by the hash of its key.
struct Lists: Sendable {
    let files: [(name: String, bytes: [UInt8])]
    /// Of each term, in how many passages it is.
    let frequencies: [Int]
    let count: Int

    /// A reader's finds, word by word, and of each word of the site its number with that reader.
    struct Finds: Sendable {
        let starts: [UInt32]
        let finds: [UInt64]
        let own: [Int32]
        /// The number of its first passage among all.
        let first: Int
    }

    /// What a part of a compound weighs, in fifths of the word itself.
    private static let partShare = 2
}

extension Lists {
    /// - Parameter number: of each passage.
    init(_ vocabulary: Vocabulary, _ finds: [Finds], number: @escaping @Sendable (Int) -> Int, passages: Int) {
        let entries = finds.reduce(0) { $0 + $1.finds.count }
        let files = Shard.count(for: entries * 4)
        let keys = vocabulary.terms.map(\.key)
        var terms = [[Int]](repeating: [], count: files)
        for (term, key) in keys.enumerated() { terms[Int(WordTable.hash(key)) & (files - 1)].append(term) }
        let byFile = terms
        let stripes = min(files, Cores.count * 4)
        let made = Cores.map(stripes) { stripe -> [(file: Int, bytes: [[UInt8]], frequencies: [(Int, Int)])] in
            var scratch = ListScratch(passages: passages)
            return stride(from: stripe, to: files, by: stripes).map { file in
                let own = byFile[file].sorted { left, right in
                    keys[left] == keys[right]
                        ? vocabulary.terms[left].stem.lexicographicallyPrecedes(vocabulary.terms[right].stem)
                        : keys[left].lexicographicallyPrecedes(keys[right])
                }
                var writer = ListWriter()
                var frequencies: [(Int, Int)] = []
                for term in own {
                    scratch.gather(vocabulary.words[term], finds, partShare: Self.partShare)
                    frequencies.append((term, scratch.passages.count))
                    writer.write(vocabulary.terms[term].stem, scratch, number)
                }
                return (file, writer.files(named: "lista/\(file)"), frequencies)
            }
        }.flatMap(\.self).sorted { $0.file < $1.file }
        var frequencies = [Int](repeating: 0, count: vocabulary.terms.count)
        for file in made { for (term, frequency) in file.frequencies { frequencies[term] = frequency } }
        self.files = made.flatMap { file in
            file.bytes.enumerated().map { ("lista/\(file.file)" + ($0 == 0 ? "" : "-\($0)"), $1) }
        }
        self.frequencies = frequencies
        count = files
    }
}

/// Puts together what several words find.
struct ListScratch {
    private(set) var passages: [Int32] = []
    /// In parts (`PassageReader.parts`): whole numbers, whose sum no order changes.
    private(set) var weights: [Int32]

    init(passages: Int) { weights = [Int32](repeating: 0, count: passages) }

    mutating func gather(_ words: [Vocabulary.Meant], _ finds: [Lists.Finds], partShare: Int) {
        for passage in passages { weights[Int(passage)] = 0 }
        passages.removeAll(keepingCapacity: true)
        var isSorted = words.count == 1
        for reader in finds {
            for meant in words {
                let own = Int(reader.own[Int(meant.word)])
                if own < 0 { continue }
                for index in Int(reader.starts[own])..<Int(reader.starts[own + 1]) {
                    let find = reader.finds[index]
                    let passage = Int(find >> 16 & 0xFF_FFFF) + reader.first
                    if weights[passage] == 0 { passages.append(Int32(passage)) }
                    let weight = Int(find & 0xFFFF)
                    weights[passage] += Int32(max(1, meant.isPart ? weight * partShare / 5 : weight))
                }
            }
        }
        if passages.count < 2 { isSorted = true }
        if !isSorted { passages.sort() }
    }
}

/// `lån=AbC…|län=…|`, in as many files as it takes.
private struct ListWriter {
    private var files: [[UInt8]] = []
    private var current: [UInt8] = []

    mutating func write(_ stem: [UInt8], _ list: ListScratch, _ number: (Int) -> Int) {
        if list.passages.isEmpty { return }
        begin(stem)
        var last = -1
        for passage in list.passages {
            if current.count > Shard.most - 200 {
                current.append(UInt8(ascii: "|"))
                files.append(current)
                current = []
                begin(stem)
                last = -1
            }
            let number = number(Int(passage))
            Signs.append(number - last - 1, to: &current)
            current.append(Signs.sign(ofWeight: Double(list.weights[Int(passage)]) / PassageReader.parts))
            last = number
        }
        current.append(UInt8(ascii: "|"))
    }

    private mutating func begin(_ stem: [UInt8]) {
        current += stem
        current.append(UInt8(ascii: "="))
    }

    /// The first says how many there are.
    func files(named name: String) -> [[UInt8]] {
        let all = files + [current]
        return all.enumerated().map { index, text in
            var value: [UInt8] = []
            Shard.append(text[...], to: &value)
            if index == 0 { value += Array(",\(all.count)".utf8) }
            return Shard.script(name + (index == 0 ? "" : "-\(index)"), value)
        }
    }
}
