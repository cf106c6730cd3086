extension DiaryNumberMention {
    /// The numbers that a text names after "dnr", each with its readings, longest first, and the bytes that the longest
    /// takes: "dnr 2026:2", "Dnr: KS 2018/14", "dnr 2026:2, 2026:3 och 2026:4". `text` begins at the word.
    package static func all(
        after text: ArraySlice<UInt8>
    ) -> [(range: Range<Int>, readings: [DiaryNumberMention])] {
        let bytes = Array(text.prefix(200))
        var index = 3
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ":") { index += 1 }
        guard let space = bytes.space(at: index) else { return [] }
        index += space
        var found: [(range: Range<Int>, readings: [DiaryNumberMention])] = []
        var start = 0
        while let first = bytes.word(at: index) {
            var readings: [DiaryNumberMention] = []
            func add(through end: Int) {
                let key = DiaryNumber.key(of: String(decoding: bytes[index..<end], as: UTF8.self))
                readings.append(DiaryNumberMention(key: key, length: end - start))
            }
            // "KS 2018/14", "2023/KS 0362"
            if let space = bytes.space(at: first), let second = bytes.word(at: first + space),
                bytes[(first + space)..<second].contains(where: \.isDigit),
                bytes[index..<first].contains(where: \.isASCIILetter)
            {
                add(through: second)
            }
            if bytes[index..<first].contains(where: \.isDigit) { add(through: first) }
            guard let longest = readings.first else { break }
            found.append((text.startIndex + start..<text.startIndex + start + longest.length, readings))
            // Only what has the shape of a number goes on with the list.
            guard let next = bytes.separator(at: start + longest.length), bytes.isNumber(at: next) else { break }
            (start, index) = (next, next)
        }
        return found
    }
}

extension [UInt8] {
    fileprivate func space(at index: Int) -> Int? {
        TextScanner(bytes: self, position: 0).spaceLength(at: index)
    }

    /// Where a word of a dnr ends that begins at an index: letters, digits and the signs within one.
    fileprivate func word(at start: Int) -> Int? {
        var end = start
        while end < count,
            self[end].isDigit || self[end].isASCIILetter || self[end] >= 0xC3
                || self[end] & 0xC0 == 0x80 || [0x2D, 0x2F, 0x3A].contains(self[end])
        {
            // A no-break space and its like end a word.
            if TextScanner(bytes: self, position: 0).spaceLength(at: end) != nil { break }
            end += 1
        }
        while end > start, [0x2D, 0x2F, 0x3A].contains(self[end - 1]) { end -= 1 }
        return end > start ? end : nil
    }

    /// One word with the shape of a dnr, or two: "2018/14", "KS 2018/14".
    fileprivate func isNumber(at start: Int) -> Bool {
        guard let end = word(at: start) else { return false }
        var ends = [end]
        if let space = space(at: end), let second = word(at: end + space) { ends.append(second) }
        return ends.contains { DiaryNumber.looksLikeOne(String(decoding: self[start..<$0], as: UTF8.self)) }
    }

    /// Where the next number begins after ", ", " och " or " samt ".
    fileprivate func separator(at start: Int) -> Int? {
        for words in [", ", " och ", " samt ", ", och "] where self[Swift.min(start, count)...].starts(with: words.utf8)
        {
            return start + words.utf8.count
        }
        return nil
    }
}
