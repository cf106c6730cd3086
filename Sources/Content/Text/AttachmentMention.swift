import Meetings

/// "Bilaga 6.1" in a text.
struct AttachmentMention: Equatable {
    /// The bytes of the words in the HTML.
    let range: Range<Int>
    let number: AttachmentNumber
}

extension AttachmentMention {
    /// Every mention in a text's HTML, in order; none inside a link, code or a heading.
    static func all(in html: [UInt8]) -> [AttachmentMention] {
        html.withUnsafeBufferPointer { bytes in
            var found: [AttachmentMention] = []
            var index = 0
            var tag = bytes.next(UInt8(ascii: "<"), from: 0) ?? bytes.count  // the next one
            var text = 0  // where the text after the last one begins
            var closed = 0  // how many <a>, <code>, <pre> and headings are open
            while let word = nextWord(from: index, in: bytes) {
                index = word + 1
                while tag < word {
                    closed += change(at: tag, in: bytes)
                    text = bytes.next(UInt8(ascii: ">"), from: tag).map { $0 + 1 } ?? bytes.count
                    tag = bytes.next(UInt8(ascii: "<"), from: text) ?? bytes.count
                }
                guard closed == 0, text <= word, let mention = mention(at: word, in: bytes) else {
                    continue
                }
                found.append(mention)
                index = mention.range.upperBound
            }
            return found
        }
    }

    /// Where "Bilaga" next stands, wherever that may be. It is looked for by its g, the rarest of its letters.
    private static func nextWord(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let letters: StaticString = "ilaga"
        var index = start + 4
        while let found = bytes.next(UInt8(ascii: "g"), from: index), found + 1 < bytes.count {
            let isWord = (0..<5).allSatisfy { bytes[found - 3 + $0] == letters.utf8Start[$0] }
            if isWord && bytes[found - 4] | 0x20 == UInt8(ascii: "b") { return found - 4 }
            index = found + 1
        }
        return nil
    }

    /// +1 for a tag that opens what mentions are not looked for in, −1 for its end.
    private static func change(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let isEnd = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "/")
        let name = start + (isEnd ? 2 : 1)
        guard name + 1 < bytes.count else { return 0 }
        let (first, second) = (bytes[name], bytes[name + 1])
        let isShort = second == UInt8(ascii: " ") || second == UInt8(ascii: ">")
        let counts =
            switch first {
            case UInt8(ascii: "a"): isShort
            case UInt8(ascii: "h"): second.isDigit
            case UInt8(ascii: "c"): second == UInt8(ascii: "o")  // code
            case UInt8(ascii: "p"): second == UInt8(ascii: "r")  // pre
            default: false
            }
        return counts ? (isEnd ? -1 : 1) : 0
    }

    private static func mention(at start: Int, in bytes: UnsafeBufferPointer<UInt8>)
        -> AttachmentMention?
    {
        guard start + 8 <= bytes.count else { return nil }
        if start > 0, bytes[start - 1].isASCIILetter || bytes[start - 1].isDigit || bytes[start - 1] >= 0x80 {
            return nil
        }
        var index = start + 6
        if bytes[index] == 0x20 || bytes[index] == 0x0A {
            index += 1
        } else if bytes[index] == 0xC2, bytes[index + 1] == 0xA0 {
            index += 2
        } else {
            return nil
        }
        var parts: [Int] = []
        while index < bytes.count, bytes[index].isDigit, parts.count < 5 {
            var value = 0
            while index < bytes.count, bytes[index].isDigit, value < 100_000 {
                value = value * 10 + Int(bytes[index] - 0x30)
                index += 1
            }
            parts.append(value)
            guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "."), bytes[index + 1].isDigit else { break }
            index += 1
        }
        guard let number = AttachmentNumber(parts), index == bytes.count || !bytes[index].isASCIILetter else {
            return nil
        }
        return AttachmentMention(range: start..<index, number: number)
    }
}
