/// Reads documents through: of each passage its words and how much they say of it.
struct PassageReader: Sendable {
    /// In the order of reading.
    private(set) var words = WordTable()
    private(set) var passages: [Passage] = []
    /// `word << 40 | passage << 16 | weight`, passage by passage.
    private(set) var finds: [UInt64] = []

    /// Of each word, what it weighs in the passage that is being read.
    private var strong: [UInt16] = []
    private var weak: [UInt16] = []
    private var touched: [Int32] = []
    private var text = SearchText()
    private let stopWords: Int

    struct Passage: Sendable {
        /// Its place among the documents.
        let document: Int32
        let part: Int32
        /// What it takes in a file.
        let size: Int32
    }

    init() {
        for word in StopWords.all { _ = words.number(of: word.utf8) }
        stopWords = words.count
        makeRoom()
    }
}

extension PassageReader {
    /// What a word weighs in a title or a dnr, where a word of the text weighs one.
    private static let title = 14
    private static let heading = 3
    private static let most = 30
    /// Words of a text of usual length.
    private static let usualLength = 200.0
    /// Weights are kept as so many parts.
    static let parts = 32.0

    mutating func read(_ document: SearchDocument, at place: Int) {
        text.removeAll()
        document.read(&text)
        let head = Array((document.number + " " + document.title).utf8)
        for (part, sections) in text.passages().enumerated() {
            count(head[...], strong: Self.title, weak: 0)
            var length = 0
            for section in sections {
                if !section.heading.isEmpty { count(Array(section.heading.utf8)[...], strong: 0, weak: Self.heading) }
                let own = section.weight.rawValue
                length += count(text.bytes[section.range], strong: own, weak: own == 0 ? 1 : 0)
            }
            note(passages.count, length)
            passages.append(
                Passage(
                    document: Int32(place), part: Int32(part),
                    size: Int32(TextShard.size(of: sections, in: text, document))))
        }
    }

    /// - Returns: the number of words.
    @discardableResult
    private mutating func count(_ part: ArraySlice<UInt8>, strong own: Int, weak: Int) -> Int {
        var length = 0
        part.withUnsafeBufferPointer { part in
            Lexer.read(part) { word in
                length += 1
                let number = words.number(of: word)
                if number < stopWords { return }
                if number >= self.weak.count { makeRoom() }
                if self.weak[number] == 0, strong[number] == 0 { touched.append(Int32(number)) }
                self.weak[number] = UInt16(min(Int(self.weak[number]) + weak, 1000))
                strong[number] = UInt16(min(Int(strong[number]) + own, Self.most))
            }
        }
        return length
    }

    private mutating func makeRoom() {
        let more = max(1 << 12, weak.count)
        weak += [UInt16](repeating: 0, count: more)
        strong += [UInt16](repeating: 0, count: more)
    }

    /// A word of a long text says less of it. Lengths are told apart by steps, so that a word more changes nothing.
    private mutating func note(_ passage: Int, _ length: Int) {
        var step = 50.0
        while step < Double(length) { step *= 1.6 }
        let usual = 0.4 + 0.6 * step / Self.usualLength
        for number in touched {
            let number = Int(number)
            let weight = Double(strong[number]) + Double(weak[number]) / usual
            let kept = UInt64(min(max(1, (weight * Self.parts).rounded()), 65535))
            finds.append(UInt64(number) << 40 | UInt64(passage) << 16 | kept)
            (strong[number], weak[number]) = (0, 0)
        }
        touched.removeAll(keepingCapacity: true)
    }

    /// The finds word by word: of each word, where its own begin.
    func sorted() -> (starts: [UInt32], finds: [UInt64]) {
        var starts = [UInt32](repeating: 0, count: words.count + 1)
        for find in finds { starts[Int(find >> 40) + 1] += 1 }
        for word in 0..<words.count { starts[word + 1] += starts[word] }
        var next = starts
        let sorted = [UInt64](unsafeUninitializedCapacity: finds.count) { sorted, count in
            for find in finds {
                let word = Int(find >> 40)
                sorted[Int(next[word])] = find
                next[word] += 1
            }
            count = finds.count
        }
        return (starts, sorted)
    }
}
