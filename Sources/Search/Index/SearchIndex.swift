/// A full-text index of an edition: files that a page's script loads as it needs them, from any server or folder.
///
/// Every file is a script of at most 50 kB and the same bytes for the same documents. `index` says how many there are;
/// `lista/` has where each term is, by the hash of its key; `fakta/` what results can be narrowed by; `text/` the texts
/// for excerpts; `ord/` the words, for what is misspelt.
public struct SearchIndex: Sendable {
    public let files: [File]

    public struct File: Sendable {
        /// `lista/5.js`
        public let path: String
        /// Of the documents given, those that the file is made of; nil for all.
        public let documents: [Int]?
        public let render: @Sendable (inout [UInt8]) -> Void
    }
}

extension SearchIndex {
    public init(_ documents: [SearchDocument]) {
        let placing = Placing(documents)
        let ordered = placing.order.map { documents[$0] }
        let readers = SearchIndex.readers(ordered)
        let passages = readers.flatMap(\.passages)
        let packing = Packing(passages, placing)
        let (words, finds) = SearchIndex.finds(readers)
        let frequencies = (0..<words.count).map { word in
            finds.reduce(0) { sum, reader in
                let own = Int(reader.own[word])
                return own < 0 ? sum : sum + Int(reader.starts[own + 1] - reader.starts[own])
            }
        }
        let vocabulary = Vocabulary(words, skipping: StopWords.all.count, frequencies: frequencies)
        let numbers = SearchIndex.numbers(passages, packing)
        let lists = Lists(vocabulary, finds, number: { numbers[$0] }, passages: passages.count)
        let facts = FactShards(ordered, passages, packing)
        let spelling = SpellingShards(vocabulary, words, frequencies: lists.frequencies)
        var index: [UInt8] = []
        index +=
            Array(
                "{\"passager\":\(passages.count),\"bitar\":\(packing.bits),\"grupper\":\(placing.groups),\"fakta\":\(facts.count),\"listor\":\(lists.count),\"ord\":\(spelling.count)}"
                    .utf8)
        let made = [("index", Shard.script("index", index))] + lists.files + facts.files + spelling.files
        files =
            made.map { name, bytes in File(path: name + ".js", documents: nil) { $0 += bytes } }
            + SearchIndex.texts(ordered, placing.order, passages, packing)
    }

    /// Each reads a run of the documents.
    private static func readers(_ documents: [SearchDocument]) -> [PassageReader] {
        let count = documents.count < 64 ? 1 : Cores.count
        return Cores.map(count) { core in
            var reader = PassageReader()
            for document in (documents.count * core / count)..<(documents.count * (core + 1) / count) {
                reader.read(documents[document], at: document)
            }
            return reader
        }
    }

    /// All words of the readers, numbered anew.
    private static func finds(_ readers: [PassageReader]) -> (WordTable, [Lists.Finds]) {
        var words = WordTable()
        var first = 0
        let numbered = readers.map { reader in
            let own = (0..<reader.words.count).map { words.number(of: reader.words[$0]) }
            defer { first += reader.passages.count }
            return (numbers: own, first: first)
        }
        let count = words.count
        let finds = Cores.map(readers.count) { index in
            var own = [Int32](repeating: -1, count: count)
            for (mine, all) in numbered[index].numbers.enumerated() { own[all] = Int32(mine) }
            let (starts, finds) = readers[index].sorted()
            return Lists.Finds(starts: starts, finds: finds, own: own, first: numbered[index].first)
        }
        return (words, finds)
    }

    private static func numbers(_ passages: [PassageReader.Passage], _ packing: Packing) -> [Int] {
        var numbers = [Int](repeating: 0, count: passages.count)
        for (group, range) in packing.ranges.enumerated() {
            for passage in range { numbers[passage] = group << packing.bits | (passage - range.lowerBound) }
        }
        return numbers
    }

    /// The texts are not kept: they are read once more when a file is written.
    private static func texts(
        _ documents: [SearchDocument], _ order: [Int], _ passages: [PassageReader.Passage], _ packing: Packing
    ) -> [File] {
        packing.ranges.enumerated().flatMap { group, range -> [File] in
            var files: [File] = []
            var start = range.lowerBound
            while start < range.upperBound {
                let part = packing.parts[start]
                let end = (start..<range.upperBound).first { packing.parts[$0] != part } ?? range.upperBound
                let own = Array(passages[start..<end])
                let name = "text/\(group)" + (part == 0 ? "" : "-\(part)")
                let inside = own.map { documents[Int($0.document)] }
                files.append(
                    File(path: name + ".js", documents: Set(own.map { order[Int($0.document)] }).sorted()) { page in
                        var value = Array("[".utf8)
                        var text = SearchText()
                        var passages: [[SearchText.Section]] = []
                        for (index, passage) in own.enumerated() {
                            if index == 0 || own[index - 1].document != passage.document {
                                text.removeAll()
                                inside[index].read(&text)
                                passages = text.passages()
                            }
                            if index > 0 { value.append(UInt8(ascii: ",")) }
                            TextShard.append(passages[Int(passage.part)], of: text, inside[index], to: &value)
                        }
                        value.append(UInt8(ascii: "]"))
                        page += Shard.script(name, value)
                    })
                start = end
            }
            return files
        }
    }
}
