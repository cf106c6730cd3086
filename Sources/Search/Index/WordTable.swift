import System

/// Numbers the words of a text, each once, in the order in which they come.
struct WordTable: Sendable {
    private var bytes: [UInt8] = []
    /// Of each word, where it begins; and at last the end.
    private var starts: [UInt32] = [0]
    /// A word's hash, then its number and one; nought is free.
    private var slots = [UInt64](repeating: 0, count: 1 << 12)
}

extension WordTable {
    var count: Int { starts.count - 1 }

    subscript(number: Int) -> ArraySlice<UInt8> { bytes[Int(starts[number])..<Int(starts[number + 1])] }

    mutating func number(of word: Word) -> Int {
        var slot = Int(word.hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let number = Int(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF) - 1
            if UInt32(truncatingIfNeeded: slots[slot] >> 32) == word.hash, holds(word, number) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        bytes.append(contentsOf: word.bytes)
        starts.append(UInt32(bytes.count))
        slots[slot] = UInt64(word.hash) << 32 | UInt64(count)
        if count * 2 > slots.count { grow() }
        return count - 1
    }

    mutating func number(of word: some Collection<UInt8>) -> Int {
        let word = Array(word)
        let hash = WordTable.hash(word)
        return word.withUnsafeBufferPointer { number(of: Word(bytes: $0, hash: hash)) }
    }

    private func holds(_ word: Word, _ number: Int) -> Bool {
        let start = Int(starts[number])
        guard Int(starts[number + 1]) - start == word.bytes.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            guard let own = bytes.baseAddress, let other = word.bytes.baseAddress else { return word.bytes.isEmpty }
            return Memory.isSame(own + start, other, count: word.bytes.count)
        }
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: old.count * 2)
        for entry in old where entry != 0 {
            var slot = Int(entry >> 32) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = entry
        }
    }

    @inline(__always)
    static var emptyHash: UInt32 { 2_166_136_261 }

    /// FNV-1a, which the search page's script has too.
    @inline(__always)
    static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 16_777_619 }

    static func hash(_ word: [UInt8]) -> UInt32 { word.reduce(emptyHash) { hash($0, $1) } }
}
