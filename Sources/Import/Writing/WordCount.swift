/// Where the words of a source went: each is on a page, in a head as a fact, or in the list of what was left out.
public struct WordCount: Hashable, Sendable {
    public internal(set) var onPages = 0
    public internal(set) var inHead = 0
    public internal(set) var leftOut = 0

    public var all: Int { onPages + inHead + leftOut }
}

/// Holds a document's words against what is written of it.
struct WordLedger {
    private var written: [Substring: Int]
    private var listed: [Substring: Int]
    private let headLines: Set<Int>
    private(set) var count = WordCount()
    /// Words that no page and no list has yet: they are listed, line by line.
    private(set) var unplaced: [NoiseLine] = []

    init(_ document: ImportedDocument, texts: [String]) {
        written = WordLedger.words(in: texts.joined(separator: "\n"))
        let removed = document.text.removed
        let own = document.noise.filter { !removed.contains($0) }
        listed = WordLedger.words(in: own.map(\.text).joined(separator: "\n"))
        count.leftOut = removed.reduce(0) { $0 + WordLedger.list($1.text).count }
        headLines = document.text.headLines
        var divided: Substring?
        for line in document.text.lines where !line.text.isEmpty {
            var own = WordLedger.list(line.text)
            // A word that the margin divided is one again.
            if let first = divided, let rest = own.first, takeWritten(Substring(first + rest)) {
                count.onPages += 2
                own = Array(own.dropFirst())
            } else if let first = divided {
                place([first], line)
            }
            divided = WordLedger.endsDivided(line.text) ? own.last : nil
            place(divided == nil ? own[...] : own.dropLast(), line)
        }
        if let divided, let last = document.text.lines.last { place([divided], last) }
    }

    private mutating func place(_ words: ArraySlice<Substring>, _ line: SourceLine) {
        var missing: [Substring] = []
        for word in words {
            if takeWritten(word) {
                count.onPages += 1
            } else if takeListed(word) {
                count.leftOut += 1
            } else if headLines.contains(line.number) || WordLedger.isLabel(word) {
                count.inHead += 1
            } else {
                missing.append(word)
            }
        }
        guard !missing.isEmpty else { return }
        count.leftOut += missing.count
        unplaced.append(NoiseLine(line: line.number, text: missing.joined(separator: " "), reason: .unplaced))
    }

    private mutating func takeWritten(_ word: Substring) -> Bool { WordLedger.take(word, &written) }
    private mutating func takeListed(_ word: Substring) -> Bool { WordLedger.take(word, &listed) }

    private static func take(_ word: Substring, _ counts: inout [Substring: Int]) -> Bool {
        guard let left = counts[word], left > 0 else { return false }
        counts[word] = left - 1
        return true
    }
}

extension WordLedger {
    static func list(_ text: String) -> [Substring] {
        MarkdownText.plain(text).lowercased().split { !($0.isLetter || $0.isNumber) }
    }

    private static func words(in text: String) -> [Substring: Int] {
        var counts: [Substring: Int] = [:]
        for line in text.split(separator: "\n") { for word in list(String(line)) { counts[word, default: 0] += 1 } }
        return counts
    }

    private static func endsDivided(_ text: String) -> Bool {
        let end = text.trimmed
        return end.hasSuffix("-") && end.dropLast().last?.isLetter ?? false
    }

    /// Words of labels, whose values are in the head.
    private static func isLabel(_ word: Substring) -> Bool {
        ["dnr", "datum", "diarienummer", "bilaga", "handläggare", "nr", "ärende", "beteckning", "plats", "tid"]
            .contains(word)
    }
}
