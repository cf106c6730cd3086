import Meetings

/// What a text names without a link of its own: "Bilaga 6.1", "dnr 2026:2", "§ 12, FS 2026-12-11". Where it leads, if
/// anywhere, is known to the page.
enum TextMentions {
    /// A slot for every mention in a text's HTML, in order; none inside a link, code or a heading.
    static func all(in html: [UInt8]) -> [Prose.Link] {
        html.withUnsafeBufferPointer { bytes in
            var found: [Prose.Link] = []
            var words = MentionWords(bytes)
            var index = 0
            var tag = bytes.next(UInt8(ascii: "<"), from: 0) ?? bytes.count  // the next one
            var text = 0  // where the text after the last one begins
            var closed = 0  // how many <a>, <code>, <pre> and headings are open
            while let word = words.next(from: index) {
                index = word.place + 1
                while tag < word.place {
                    closed += change(at: tag, in: bytes)
                    text = bytes.next(UInt8(ascii: ">"), from: tag).map { $0 + 1 } ?? bytes.count
                    tag = bytes.next(UInt8(ascii: "<"), from: text) ?? bytes.count
                }
                guard closed == 0, text <= word.place, !isInWord(at: word.place, in: bytes) else { continue }
                // What is named stands in one run of text.
                let run = UnsafeBufferPointer(rebasing: bytes[max(text, found.last?.slot.upperBound ?? 0)..<tag])
                let shift = max(text, found.last?.slot.upperBound ?? 0)
                guard word.place >= shift else { continue }
                for link in links(word.kind, at: word.place - shift, in: run) {
                    let slot = link.slot.lowerBound + shift..<link.slot.upperBound + shift
                    found.append(Prose.Link(slot: slot, target: link.target, line: 0))
                    index = slot.upperBound
                }
            }
            return found
        }
    }

    private static func isInWord(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard start > 0, bytes[start] != 0xC2 else { return false }
        let previous = bytes[start - 1]
        if previous == 0xA0, start > 1, bytes[start - 2] == 0xC2 { return false }
        return previous.isASCIILetter || previous.isDigit || previous >= 0x80
    }

    private static func links(
        _ kind: MentionWords.Kind, at place: Int, in run: UnsafeBufferPointer<UInt8>
    ) -> [Prose.Link] {
        switch kind {
        case .attachment:
            guard let (range, number) = attachment(at: place, in: run) else { return [] }
            return [Prose.Link(slot: range, target: .attachment(number), line: 0)]
        case .diaryNumber:
            let text = Array(run[place...].prefix(200))
            return DiaryNumberMention.all(after: text[...]).map {
                let slot = $0.range.lowerBound + place..<$0.range.upperBound + place
                return Prose.Link(slot: slot, target: .matter($0.readings), line: 0)
            }
        case .paragraph:
            let text = Array(run[place...].prefix(80))[...]
            if let (mention, length) = ParagraphMention.after(text) {
                return [Prose.Link(slot: place..<place + length, target: .paragraph(mention), line: 0)]
            }
            let before = Array(run[max(0, place - 40)..<place])[...]
            guard let (mention, back, length) = ParagraphMention.around(before, text) else { return [] }
            return [Prose.Link(slot: place - back..<place + length, target: .paragraph(mention), line: 0)]
        }
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

    /// The number after "Bilaga" at a place, with the bytes of both.
    private static func attachment(
        at start: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> (range: Range<Int>, number: AttachmentNumber)? {
        guard start + 8 <= bytes.count else { return nil }
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
        return (start..<index, number)
    }
}
