import Meetings

/// What an exported Word file carries: the text that it was made from, and how each of its pieces came out, so that a
/// person's changes can be told from the program's.
struct ExportedText: Sendable {
    /// Relative to content/.
    let path: String
    /// Empty for a part of a record: who gets one § gets no more.
    let text: String
    /// Of each piece of the Word file as it was exported.
    let pieces: [Piece]
    /// A record's § or its decisions, and no whole text.
    var isPart = false

    struct Piece: Hashable, Sendable {
        let sum: String
        /// Which of the text's pieces it was made from; nil for one that has none of its own.
        let source: Int?
    }
}

extension ExportedText {
    private static let mark = "--klubba-export--"
    private static let part = " del"

    var payload: String {
        let sums = pieces.map { $0.sum + ($0.source.map { ":\($0)" } ?? ":") }
        return [path + (isPart ? ExportedText.part : ""), sums.joined(separator: " "), text]
            .joined(separator: "\n\(ExportedText.mark)\n")
    }

    init?(payload: String) {
        let parts = payload.split(separator: "\n\(ExportedText.mark)\n", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        isPart = parts[0].hasSuffix(ExportedText.part)
        path = String(isPart ? parts[0].dropLast(ExportedText.part.count) : parts[0])
        guard ExportedText.isInside(path) else { return nil }
        text = String(parts[2])
        let fields = parts[1].split(separator: " ").map { $0.split(separator: ":", omittingEmptySubsequences: false) }
        guard fields.allSatisfy({ $0.count == 2 }) else { return nil }
        pieces = fields.map { Piece(sum: String($0[0]), source: Int($0[1])) }
    }

    /// The file may have been through anybody's hands: its path leads nowhere but to a text in content/.
    private static func isInside(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return path.hasSuffix(".md") && parts.count > 1 && ["arenden", "moten"].contains(parts[0])
            && parts.allSatisfy { !$0.isEmpty && $0 != ".." && $0 != "." && !$0.hasPrefix(".") }
    }

    /// Its head with the lines of dashes, and what follows.
    static func parts(_ text: String) -> (head: String, body: String) {
        guard text.hasPrefix("---\n"), let end = text.firstRange(of: "\n---\n") else { return ("", text) }
        return (String(text[..<end.upperBound]), String(text[end.upperBound...]))
    }

    /// A text as it is compared: single line feeds, and no mark in front.
    static func clean(_ text: String) -> String {
        let own = text.replacing("\r\n", with: "\n")
        return own.hasPrefix("\u{FEFF}") ? String(own.dropFirst()) : own
    }

    /// The same for the same words: FNV-1a.
    static func sum(_ piece: String) -> String {
        var sum: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in TextPieces.words(piece).utf8 where byte != 0x20 {
            sum = (sum ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        return String(sum, radix: 36)
    }

    /// What Word made of each piece: pandoc's pieces of the file as it was exported, and the text's own.
    static func pieces(_ word: [String], of body: String) -> [Piece] {
        let own = TextPieces(body)
        let ownKeys = own.ranges.indices.map { TextPieces.key(own.text($0)) }
        let keys = word.map(TextPieces.key)
        var sources = [Int?](repeating: nil, count: word.count)
        for run in Alignment(ownKeys, keys).runs {
            if run.old.count == run.new.count { for (old, new) in zip(run.old, run.new) { sources[new] = old } }
        }
        // A footnote comes last, wherever the text has it.
        let taken = Set(sources.compactMap(\.self))
        var free = ownKeys.indices.filter { !taken.contains($0) }
        for index in word.indices where sources[index] == nil && !keys[index].isEmpty {
            guard let place = free.firstIndex(where: { ownKeys[$0] == keys[index] }) else { continue }
            sources[index] = free.remove(at: place)
        }
        return zip(word, sources).map { Piece(sum: sum($0), source: $1) }
    }
}
