import Meetings

/// The last digits of many dnr. A text where they do not stand in a row names none of them, which tells nearly every
/// text at the cost of looking at its bytes once.
struct NumberDigits {
    /// The two last numbers of a dnr, `2019` and `30`.
    private var pairs: Set<UInt64> = []
    /// Of a dnr with one number.
    private var single: Set<UInt32> = []
    /// A dnr has no digits at all.
    private var isBlind = false

    /// - Parameter keys: of the dnr (``DiaryNumber/key``).
    init(_ keys: some Sequence<String>) {
        for key in keys {
            var runs = DigitRuns(key.utf8.makeIterator())
            var (previous, last): (UInt32?, UInt32?) = (nil, nil)
            while let run = runs.next() { (previous, last) = (last, run) }
            switch (previous, last) {
            case (let previous?, let last?): pairs.insert(NumberDigits.pair(previous, last))
            case (nil, let last?): single.insert(last)
            default: isBlind = true
            }
        }
    }

    /// False where none of them can be.
    func mayBe(in text: some Sequence<UInt8>) -> Bool {
        if isBlind { return true }
        guard !pairs.isEmpty || !single.isEmpty else { return false }
        var runs = DigitRuns(text.makeIterator())
        var previous: UInt32?
        while let run = runs.next() {
            if single.contains(run) { return true }
            if let previous, pairs.contains(NumberDigits.pair(previous, run)) { return true }
            previous = run
        }
        return false
    }

    private static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }
}

/// The numbers of a text, in order; one that is too long for its type is another, which only costs a closer look.
private struct DigitRuns<Bytes: IteratorProtocol<UInt8>> {
    private var bytes: Bytes

    init(_ bytes: Bytes) { self.bytes = bytes }

    mutating func next() -> UInt32? {
        var value: UInt32?
        while let byte = bytes.next() {
            if byte.isDigit {
                value = (value ?? 0) &* 10 &+ UInt32(byte - UInt8(ascii: "0"))
            } else if let value {
                return value
            }
        }
        return value
    }
}
