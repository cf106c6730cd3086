import Glibc
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
            guard mayMention(bytes) else { return [] }
            var found: [AttachmentMention] = []
            var index = 0
            var closed = 0  // how many <a>, <code>, <pre> and headings are open
            while index < bytes.count {
                let byte = bytes[index]
                if byte == UInt8(ascii: "<") {
                    closed += change(at: index, in: bytes)
                    while index < bytes.count, bytes[index] != UInt8(ascii: ">") { index += 1 }
                } else if byte | 0x20 == UInt8(ascii: "b"), closed == 0, let mention = mention(at: index, in: bytes) {
                    found.append(mention)
                    index = mention.range.upperBound
                    continue
                }
                index += 1
            }
            return found
        }
    }

    /// Most texts do not, and are not walked through.
    private static func mayMention(_ html: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = html.baseAddress, html.count > 6 else { return false }
        let letters: StaticString = "ilaga"
        // Its g is the rarest of its letters.
        var index = 4
        while let found = memchr(start + index, Int32(UInt8(ascii: "g")), html.count - 1 - index) {
            index = UnsafeRawPointer(found) - UnsafeRawPointer(start) + 1
            if memcmp(start + index - 4, letters.utf8Start, 5) == 0 { return true }
            if index >= html.count - 1 { return false }
        }
        return false
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

    private static func mention(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> AttachmentMention? {
        let word: StaticString = "ilaga"
        guard start + 8 <= bytes.count else { return nil }
        if start > 0, bytes[start - 1].isASCIILetter || bytes[start - 1].isDigit || bytes[start - 1] >= 0x80 {
            return nil
        }
        let letters = word.utf8Start
        for offset in 0..<5 where bytes[start + 1 + offset] != letters[offset] { return nil }
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
