import Meetings

/// Reads a short line from left to right, word by word; a read that fails moves nothing.
struct WordReader {
    let bytes: [UInt8]
    var position = 0

    /// Compares without case and diacritics.
    init(_ text: String) { bytes = Spelling.fold(text.trimmed) }

    var isAtEnd: Bool { position >= bytes.count }

    mutating func skipSpaces() {
        while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
    }

    /// One of some words, not followed by a letter, and the spaces after it.
    mutating func skip(anyOf words: [String]) -> Bool {
        for word in words where bytes[position...].starts(with: word.utf8) {
            let end = position + word.utf8.count
            if end < bytes.count, bytes[end].isASCIILetter { continue }
            position = end
            skipSpaces()
            return true
        }
        return false
    }

    @discardableResult
    mutating func skipSigns(_ signs: String) -> Bool {
        let start = position
        while position < bytes.count, signs.utf8.contains(bytes[position]) { position += 1 }
        let found = position > start
        skipSpaces()
        return found
    }

    /// Hyphens; a dash beyond ASCII is folded to a question mark.
    mutating func skipDashes() -> Bool { skipSigns("-?") }

    mutating func number() -> (value: Int, digits: Int)? {
        let start = position
        var value = 0
        while position < bytes.count, bytes[position].isDigit, position - start < 9 {
            value = value * 10 + Int(bytes[position] - 0x30)
            position += 1
        }
        guard position > start else { return nil }
        let digits = position - start
        skipSpaces()
        return (value, digits)
    }
}
