/// The words of a text, in lower case, as the search page's script finds them too.
///
/// Beside single words, numbers in one piece: `2019:30`, `2019/30` and `2019-30` are all `2019-30`, `1 050 000` is
/// `1050000`, and "§ 45" is `§45`.
struct Lexer {
    private let text: UnsafeBufferPointer<UInt8>
    private var word: Piece
    /// Words with dashes, colons or slashes between them.
    private var run: Piece
    private var hasDigit = false
    private var hasLetter = false
    /// A number of several groups of digits.
    private var isGrouped = false
    private var runGroups = 0
    private var runHasDigit = false
    private var runTail = 0
    private var firstIsLetters = false
    /// After a §.
    private var isParagraph = false

    private static let longest = 60

    /// A word while it is put together, with its hash.
    private struct Piece {
        let bytes: UnsafeMutableBufferPointer<UInt8>
        var count = 0
        var hash = WordTable.emptyHash

        @inline(__always)
        mutating func append(_ byte: UInt8) {
            guard count < Lexer.longest else { return }
            bytes[count] = byte
            count += 1
            hash = WordTable.hash(hash, byte)
        }

        var found: Word { Word(bytes: UnsafeBufferPointer(rebasing: bytes[..<count]), hash: hash) }

        mutating func clear() { (count, hash) = (0, WordTable.emptyHash) }
    }
}

/// A word of a text, for as long as it is looked at.
struct Word {
    let bytes: UnsafeBufferPointer<UInt8>
    let hash: UInt32
}

extension Lexer {
    static func read(_ text: UnsafeBufferPointer<UInt8>, _ found: (Word) -> Void) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * longest) { scratch in
            let word = Piece(bytes: UnsafeMutableBufferPointer(rebasing: scratch[..<longest]))
            let run = Piece(bytes: UnsafeMutableBufferPointer(rebasing: scratch[longest...]))
            var lexer = Lexer(text: text, word: word, run: run)
            lexer.read(found)
        }
    }

    private mutating func read(_ found: (Word) -> Void) {
        var index = 0
        while index < text.count {
            let byte = text[index]
            let lower = byte | 0x20
            if lower >= UInt8(ascii: "a"), lower <= UInt8(ascii: "z") {
                word.append(lower)
                hasLetter = true
                index += 1
            } else if Self.isDigit(byte) {
                word.append(byte)
                hasDigit = true
                index += 1
            } else if byte < 0x80 {
                index = separate(at: index, width: 1, found)
            } else {
                index = readWide(at: index, found)
            }
        }
        end(joined: false, found)
    }

    /// A sign of more than one byte.
    private mutating func readWide(at index: Int, _ found: (Word) -> Void) -> Int {
        let lead = text[index]
        let width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard index + width <= text.count else { return separate(at: index, width: 1, found) }
        let second = text[index + 1]
        switch lead {
        case 0xC3 where second != 0x97 && second != 0xB7:
            if word.count + 2 <= Self.longest {
                word.append(lead)
                word.append(second < 0x9F ? second + 0x20 : second)
            }
            hasLetter = true
            return index + 2
        // A soft hyphen, and marks that belong to the letter before.
        case 0xC2 where second == 0xAD, 0xCD where second < 0xB0: return index + 2
        case 0xCC: return index + 2
        case 0xC2 where second == 0xA7:
            let next = separate(at: index, width: 2, found)
            isParagraph = true
            return next
        case 0xC4...0xDF, 0xE0, 0xE1, 0xE3...0xED:
            if word.count + width <= Self.longest { for place in index..<(index + width) { word.append(text[place]) } }
            hasLetter = true
            return index + width
        default: return separate(at: index, width: width, found)
        }
    }

    /// What parts words. A number goes on after a space: `1 050 000`.
    private mutating func separate(at index: Int, width: Int, _ found: (Word) -> Void) -> Int {
        let next = index + width
        let byte = text[index]
        let isSpace = byte == 0x20 || width == 2 && byte == 0xC2 && text[index + 1] == 0xA0
        if word.count == 0 {
            if !isSpace { isParagraph = false }
            return next
        }
        if isSpace {
            if hasDigit, !hasLetter, runGroups == 0, isGrouped || word.count <= 3, goesOn(from: next) {
                isGrouped = true
                return next
            }
            end(joined: false, found)
        } else {
            end(joined: isJoint(at: index, width: width) && next < text.count && Self.isPart(text[next]), found)
        }
        return next
    }

    /// Three digits and no more.
    private func goesOn(from start: Int) -> Bool {
        guard start + 3 <= text.count else { return false }
        for index in start..<(start + 3) where !Self.isDigit(text[index]) { return false }
        return start + 3 == text.count || !Self.isDigit(text[start + 3])
    }

    @inline(__always)
    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// A letter, a digit, or the first byte of a letter that is not ASCII.
    private static func isPart(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte >= 0xC3 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private func isJoint(at index: Int, width: Int) -> Bool {
        switch width {
        case 1:
            text[index] == UInt8(ascii: ":") || text[index] == UInt8(ascii: "/") || text[index] == UInt8(ascii: "-")
        case 3: text[index] == 0xE2 && text[index + 1] == 0x80 && (text[index + 2] == 0x90 || text[index + 2] == 0x91)
        default: false
        }
    }

    private mutating func end(joined: Bool, _ found: (Word) -> Void) {
        guard word.count > 0 else { return }
        if word.count > 1 || hasDigit { found(word.found) }
        if joined || runGroups > 0 { extendRun() }
        if isParagraph, !hasLetter, runGroups == 0 { findParagraph(found) }
        isParagraph = false
        word.clear()
        (hasDigit, hasLetter, isGrouped) = (false, false, false)
        if !joined, runGroups > 0 { endRun(found) }
    }

    private mutating func findParagraph(_ found: (Word) -> Void) {
        run.append(0xC2)
        run.append(0xA7)
        for place in 0..<word.count { run.append(word.bytes[place]) }
        found(run.found)
        run.clear()
    }

    private mutating func extendRun() {
        if runGroups > 0 { run.append(UInt8(ascii: "-")) }
        if runGroups == 0 { firstIsLetters = !hasDigit }
        if runGroups == 1 { runTail = run.count }
        var start = 0
        while !hasLetter, start + 1 < word.count, word.bytes[start] == 0x30 { start += 1 }
        for place in start..<word.count { run.append(word.bytes[place]) }
        runGroups += 1
        runHasDigit = runHasDigit || hasDigit
    }

    private mutating func endRun(_ found: (Word) -> Void) {
        if runGroups > 1, runHasDigit, run.count < Self.longest {
            found(run.found)
            if runGroups > 2, firstIsLetters {
                word.clear()
                for place in runTail..<run.count { word.append(run.bytes[place]) }
                found(word.found)
                word.clear()
            }
        }
        run.clear()
        (runGroups, runHasDigit, runTail, firstIsLetters) = (0, false, 0, false)
    }
}
