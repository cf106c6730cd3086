/// A bilaga's number, a sequence of whole numbers: 6, 6.1, 6.10 (which comes after 6.9). At most four parts, each
/// at most 65 534.
public struct AttachmentNumber: Hashable, Sendable {
    /// Sixteen bits a part, each one more than its number, the first part highest: order is that of the sequences.
    private let packed: UInt64
}

extension AttachmentNumber {
    public init?(_ parts: [Int]) {
        guard (1...4).contains(parts.count), parts.allSatisfy({ (0...65_534).contains($0) }) else { return nil }
        var packed: UInt64 = 0
        for (index, part) in parts.enumerated() { packed |= UInt64(part + 1) << (48 - 16 * UInt64(index)) }
        self.packed = packed
    }

    public init?(_ text: String) {
        var scanner = TextScanner(text)
        scanner.skipSpaces()
        guard let number = scanner.attachmentNumber() else { return nil }
        scanner.skipSpaces()
        guard scanner.isAtEnd else { return nil }
        self = number
    }

    public var parts: [Int] {
        (0..<4).compactMap { index in
            let part = Int(packed >> (48 - 16 * UInt64(index)) & 0xFFFF)
            return part == 0 ? nil : part - 1
        }
    }

    /// How many parts it has: 2 for 6.1.
    public var depth: Int { 4 - packed.trailingZeroBitCount / 16 }

    /// 6 of 6.1.
    public var first: Int { Int(packed >> 48) - 1 }

    /// True for 6.1 below 6.
    public func isBelow(_ other: AttachmentNumber) -> Bool {
        depth > other.depth && packed >> UInt64(64 - 16 * other.depth) == other.packed >> UInt64(64 - 16 * other.depth)
    }

    /// 6.2 after 6.1.
    public var next: AttachmentNumber? {
        let step = UInt64(1) << UInt64(64 - 16 * depth)
        let isLast = packed / step & 0xFFFF == 0xFFFF
        return isLast ? nil : AttachmentNumber(packed: packed + step)
    }

    /// 6.1 below 6.
    public var firstBelow: AttachmentNumber? {
        depth == 4 ? nil : AttachmentNumber(packed: packed | UInt64(2) << UInt64(48 - 16 * depth))
    }
}

extension AttachmentNumber: Comparable, CustomStringConvertible {
    public static func < (left: AttachmentNumber, right: AttachmentNumber) -> Bool { left.packed < right.packed }
    public var description: String {
        var text = String(first)
        for place in 1..<4 {
            let part = packed >> (48 - 16 * UInt64(place)) & 0xFFFF
            if part == 0 { break }
            text += "." + String(part - 1)
        }
        return text
    }
}

extension AttachmentNumber {
    /// A written list (FORMAT §3): `6`, `6.1`, `6 - 6.1`, `6–6.3`, `6, 6.1, 6.4`. A range counts its last part:
    /// 6 – 6.3 is 6, 6.1, 6.2, 6.3. `nil` when it cannot be read, runs backwards or names over 500 numbers.
    public static func list(_ text: String) -> [AttachmentNumber]? {
        var scanner = TextScanner(text)
        var numbers: [AttachmentNumber] = []
        repeat {
            scanner.skipSpaces()
            guard let from = scanner.attachmentNumber() else { return nil }
            scanner.skipSpaces()
            if scanner.skipDash() || scanner.skipWord("till") {
                scanner.skipSpaces()
                guard let to = scanner.attachmentNumber(), let range = counted(from: from, to: to) else { return nil }
                numbers += range
                scanner.skipSpaces()
            } else {
                numbers.append(from)
            }
            guard numbers.count <= 500 else { return nil }
        } while scanner.skip(UInt8(ascii: ",")) || scanner.skipWord("och")
        return scanner.isAtEnd ? numbers : nil
    }

    private static func counted(from: AttachmentNumber, to: AttachmentNumber) -> [AttachmentNumber]? {
        let (start, end) = (from.parts, to.parts)
        guard from < to, let last = end.last, last <= 500 else { return from == to ? [from] : nil }
        let firstCounted: Int
        if end.count == start.count, end.dropLast() == start.dropLast() {
            firstCounted = (start.last ?? 0) + 1
        } else if end.count == start.count + 1, Array(end.dropLast()) == start {
            firstCounted = 1
        } else {
            return nil
        }
        guard firstCounted <= last else { return nil }
        return [from] + (firstCounted...last).compactMap { AttachmentNumber(end.dropLast() + [$0]) }
    }
}

extension TextScanner {
    mutating func attachmentNumber() -> AttachmentNumber? {
        let start = position
        var parts: [Int] = []
        repeat {
            guard let part = digits(upTo: 5), !isAtDigit else { break }
            parts.append(part.value)
        } while parts.count < 5 && byte(at: 1)?.isDigit == true && skip(UInt8(ascii: "."))
        if let number = AttachmentNumber(parts) { return number }
        position = start
        return nil
    }
}
