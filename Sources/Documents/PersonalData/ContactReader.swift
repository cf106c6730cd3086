/// Finds e-mail addresses and phone numbers in the bytes of a text.
struct ContactReader {
    let bytes: UnsafeBufferPointer<UInt8>
}

extension ContactReader {
    /// An address around an `@`; with one stray space after the `@` it is still one.
    func email(at sign: Int) -> Range<Int>? {
        func isLocal(_ byte: UInt8) -> Bool {
            byte.isASCIILetter || byte.isDigit || byte >= 0x80 || "._%+-".utf8.contains(byte)
        }
        func isDomain(_ byte: UInt8) -> Bool {
            byte.isASCIILetter || byte.isDigit || byte >= 0x80 || byte == UInt8(ascii: "-")
        }
        var start = sign
        while start > 0, isLocal(bytes[start - 1]) { start -= 1 }
        guard start < sign else { return nil }
        var end = sign + 1
        if end < bytes.count, bytes[end] == 0x20 { end += 1 }
        let domain = end
        var dot: Int?
        while end < bytes.count {
            if bytes[end] == UInt8(ascii: "."), end > domain {
                dot = end
            } else if !isDomain(bytes[end]) {
                break
            }
            end += 1
        }
        guard var lastDot = dot else { return nil }
        if lastDot == end - 1 {
            // The dot that ends the sentence is not the address's.
            end = lastDot
            guard let earlier = (domain..<lastDot).last(where: { bytes[$0] == UInt8(ascii: ".") }) else { return nil }
            lastDot = earlier
        }
        return lastDot > domain && end - lastDot > 2 && bytes[lastDot + 1].isASCIILetter ? start..<end : nil
    }

    /// Swedish numbers: `018-123 45 67`, `070-123 45 67`, `070 123 45 67`, `+46 70 123 45 67`. Gives the length.
    func phone(at start: Int) -> Int? {
        guard bytes[start] == UInt8(ascii: "0") || bytes[start] == UInt8(ascii: "+") else { return nil }
        if start > 0 {
            let before = bytes[start - 1]
            // "tel:018-…" but not the minutes of a time or the serial of a dnr
            let isLabel = before == UInt8(ascii: ":") && start > 1 && bytes[start - 2].isASCIILetter
            if !isLabel, before.isDigit || before.isASCIILetter || before >= 0x80 || "-:/.,+".utf8.contains(before) {
                return nil
            }
            if before == 0x20, start > 1, bytes[start - 2].isDigit { return nil }
        }
        var index = start
        var digits = 0
        if bytes[start] == UInt8(ascii: "+") {
            guard start + 3 < bytes.count, digit(start + 1) == 4, digit(start + 2) == 6 else { return nil }
            index = start + 3
            digits = 1
            // +46 (0)70
            if index < bytes.count, bytes[index] == 0x20 { index += 1 }
            if bytes[index...].prefix(3).elementsEqual("(0)".utf8) { index += 3 }
            if index < bytes.count, bytes[index] == 0x20 || bytes[index] == UInt8(ascii: "-") { index += 1 }
        } else {
            let area = digitsEnd(from: start)
            guard start + 1 < bytes.count, digit(start + 1) != 0 else { return nil }
            let isMobile = digit(start + 1) == 7
            // 0701234567
            if isMobile, area - start == 10 { return 10 }
            guard (2...4).contains(area - start),
                let sign = phoneSign(at: area, isMobile: isMobile && area - start == 3)
            else { return nil }
            digits = area - start
            index = area + sign
        }
        var end = index
        while index < bytes.count {
            if bytes[index].isDigit {
                digits += 1
                end = index + 1
                index += 1
            } else if bytes[index] == 0x20 || bytes[index] == UInt8(ascii: "-"), index + 1 < bytes.count,
                bytes[index + 1].isDigit
            {
                index += 1
            } else if bytes[index] == 0xC2, index + 2 < bytes.count, bytes[index + 1] == 0xA0, bytes[index + 2].isDigit
            {
                index += 2
            } else {
                break
            }
        }
        return (8...11).contains(digits) ? end - start : nil
    }

    /// The length of what parts an area's digits from the rest: a dash or a slash, with a space on either side or none;
    /// a mobile number's may be a space alone.
    func phoneSign(at start: Int, isMobile: Bool) -> Int? {
        var index = start
        func skipSpace() {
            if index < bytes.count, bytes[index] == 0x20 {
                index += 1
            } else if index + 1 < bytes.count, bytes[index] == 0xC2, bytes[index + 1] == 0xA0 {
                index += 2
            }
        }
        skipSpace()
        if index < bytes.count, bytes[index] == UInt8(ascii: "/") {
            index += 1
        } else if let length = dashLength(at: index) {
            index += length
        } else {
            return isMobile && index > start ? index - start : nil
        }
        skipSpace()
        return index - start
    }

    private func digitsEnd(from start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end].isDigit { end += 1 }
        return end
    }

    private func digit(_ index: Int) -> Int { Int(bytes[index]) - 0x30 }

    private func dashLength(at index: Int) -> Int? {
        guard index < bytes.count else { return nil }
        if bytes[index] == UInt8(ascii: "-") { return 1 }
        let isDash =
            index + 2 < bytes.count && bytes[index] == 0xE2 && (bytes[index + 1] == 0x80 || bytes[index + 1] == 0x88)
        return isDash ? 3 : nil
    }
}
