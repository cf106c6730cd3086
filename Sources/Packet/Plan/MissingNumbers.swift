import Meetings

/// Which numbers a reader looks for in vain. Told from the numbers that are there and from nothing else, so it says no
/// more than the packet's own numbering does: a number can be missing because its paper is hidden, or because nobody
/// ever used it.
enum MissingNumbers {
    /// 3 among 1, 2, 4.
    static func among(_ numbers: [AttachmentNumber]) -> [AttachmentNumber] {
        let taken = Set(numbers.map(\.first))
        guard let last = taken.max(), last <= 500 else { return [] }
        return (1...last).filter { !taken.contains($0) }.compactMap { AttachmentNumber([$0]) }
    }

    /// 6.2 among 6, 6.1, 6.3.
    static func below(_ number: AttachmentNumber?, _ numbers: [AttachmentNumber]) -> [AttachmentNumber] {
        guard let number else { return [] }
        let parts = numbers.filter { $0.isBelow(number) && $0.parts.count == number.parts.count + 1 }
        let taken = Set(parts.compactMap(\.parts.last))
        guard let last = taken.max(), last <= 500 else { return [] }
        return (1...last).filter { !taken.contains($0) }.compactMap { AttachmentNumber(number.parts + [$0]) }
    }
}
