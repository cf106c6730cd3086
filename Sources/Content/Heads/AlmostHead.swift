import Diagnostics

/// A text that begins like a head but is not read as one. Whoever wrote it meant it to be, and it may say that nobody
/// is to see the text: so nothing of it is published (FORMAT §1).
struct AlmostHead {
    let line: Int
    let fault: HeadFault
}

extension AlmostHead {
    /// More lines than any head has that somebody writes by hand.
    private static let reach = 60

    /// In a text that has no head. `wantsHead`: keys of ours in its first line would be lost, and not only those that hide.
    init?(at start: Int, of bytes: [UInt8], wantsHead: Bool) {
        var below = HeadLines(bytes, from: start, firstLine: 1, limit: AlmostHead.reach)
        guard let opening = below.nextWritten() else { return nil }
        if opening.isRule || opening.beginsWithDashes {
            let block = (opening.isRule ? [] : [opening]) + AlmostHead.block(below)
            if block.contains(where: { $0.hasOurKey || $0.hasNearlyGuardingKey }) {
                self.init(line: opening.number, fault: .opening(opening.text))
                return
            }
        }
        if wantsHead, opening.hasOurKey, !opening.isHeading {
            self.init(line: opening.number, fault: .withoutDashes(opening.text))
            return
        }
        // `synlighet: ledamöter` without any dashes, perhaps below a heading.
        let block = AlmostHead.block(below, startingWith: opening.text.hasPrefix("# ") ? nil : opening)
        if let guarding = block.first(where: { $0.hasGuardingKey && !$0.isHeading }) {
            self.init(line: guarding.number, fault: .withoutDashes(guarding.text))
            return
        }
        guard let later = AlmostHead.laterHead(in: bytes, from: start) else { return nil }
        self = later
    }

    /// At the beginning of the body below a head.
    init?(bodyAt start: Int, line: Int, of bytes: [UInt8]) {
        guard let first = bytes[start...].first(where: { $0 > 0x20 }) else { return nil }
        // Nearly every body begins with a heading or a sentence.
        guard first == UInt8(ascii: "-") || first >= 0x80 || "sSpP*_`\"'>".utf8.contains(first) else { return nil }
        var below = HeadLines(bytes, from: start, firstLine: line, limit: 12)
        guard let opening = below.nextWritten() else { return nil }
        let isRule = opening.isRule || opening.beginsWithDashes
        let block = isRule ? AlmostHead.block(below) : [opening]
        guard block.contains(where: { $0.hasGuardingKey && !$0.isHeading }) else { return nil }
        self.init(line: opening.number, fault: .belowTheHead)
    }

    /// A line further down in a text that says who may see it, where nothing reads it: "synlighet: ledamöter", and in a
    /// record "sekretess: 26 kap. 1 § OSL".
    init?(inText start: Int, line: Int, of bytes: [UInt8], isRecord: Bool) {
        var (index, number, isCode) = (start, line, false)
        while index < bytes.count {
            let written = bytes.line(at: index)
            if written.starts(with: "```".utf8) || written.starts(with: "~~~".utf8) { isCode.toggle() }
            if !isCode, let first = written.first(where: { $0 > 0x20 }), "sSpP*_-".utf8.contains(first),
                written.prefix(24).contains(UInt8(ascii: ":")),
                HeadLine(written, number: number).guards(isRecord: isRecord)
            {
                self.init(line: number, fault: .inText)
                return
            }
            index = bytes.nextLine(after: index)
            number += 1
        }
        return nil
    }

    /// A head further down, with a key that says who may see the text.
    private static func laterHead(in bytes: [UInt8], from start: Int) -> AlmostHead? {
        var index = start
        var number = 1
        var isCode = false
        while index < bytes.count {
            let line = bytes.line(at: index)
            if line.starts(with: "```".utf8) || line.starts(with: "~~~".utf8) { isCode.toggle() }
            let next = bytes.nextLine(after: index)
            if !isCode, let byte = line.first, byte == UInt8(ascii: "-") || byte == 0xE2, line.count < 40,
                HeadLine(line, number: number).isDashes
            {
                let following = HeadLines(bytes, from: next, firstLine: number + 1, limit: 20)
                if block(following).contains(where: \.hasGuardingKey) {
                    return AlmostHead(line: number, fault: .textBefore)
                }
            }
            index = next
            number += 1
        }
        return nil
    }

    /// Lines up to the next rule, or to an empty line with something else than a key below it.
    private static func block(_ lines: HeadLines, startingWith first: HeadLine? = nil) -> [HeadLine] {
        var block: [HeadLine] = []
        var isAfterBlank = false
        var lines = lines
        var upcoming = first ?? lines.next()
        while let line = upcoming {
            upcoming = lines.next()
            if line.isBlank {
                isAfterBlank = !block.isEmpty
                continue
            }
            if line.isRule || isAfterBlank && line.key == nil && !line.isHeading { break }
            isAfterBlank = false
            block.append(line)
        }
        return block
    }
}

extension AlmostHead {
    /// In a file that is published as it is, of a kind that has no head.
    init?(inCopy raw: [UInt8]) {
        let bytes = raw.prefix(16 << 10).map { $0 == UInt8(ascii: "\r") ? UInt8(ascii: "\n") : $0 }
        var below = HeadLines(bytes, from: 0, firstLine: 1, limit: AlmostHead.reach)
        guard let opening = below.nextWritten() else { return nil }
        guard opening.isDashes || opening.beginsWithDashes && opening.hasOurKey else { return nil }
        guard opening.hasOurKey || AlmostHead.block(below).contains(where: { $0.hasOurKey }) else { return nil }
        self.init(line: opening.number, fault: .notMarkdown)
    }
}
