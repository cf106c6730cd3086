/// Goes through the bytes of a text in one pass.
enum PersonalDataScanner {
    static func marks(in bytes: UnsafeBufferPointer<UInt8>, form: TextForm) -> [PersonalDataMark] {
        let numbers = IdentityNumberReader(bytes, form: form)
        let contacts = ContactReader(bytes: bytes)
        var found: [PersonalDataMark] = []
        var index = 0
        while let place = nextSign(in: bytes, from: index) {
            index = place
            let byte = bytes[index]
            if byte == UInt8(ascii: "@") {
                if let range = contacts.email(at: index) { found.append(PersonalDataMark(kind: .email, range: range)) }
                index += 1
            } else if let mark = numbers.mark(at: index) {
                found.append(mark)
                index = mark.range.upperBound
            } else if byte.isDigit || byte == UInt8(ascii: "+"), let length = contacts.phone(at: index) {
                found.append(PersonalDataMark(kind: .phone, range: index..<(index + length)))
                index += length
            } else {
                index += 1
                while index < bytes.count, bytes[index].isDigit, byte.isDigit { index += 1 }
            }
        }
        return found
    }

    static func identityNumbers(in bytes: UnsafeBufferPointer<UInt8>, form: TextForm) -> [PersonalDataMark] {
        let numbers = IdentityNumberReader(bytes, form: form)
        var found: [PersonalDataMark] = []
        var index = 0
        while let place = nextSign(in: bytes, from: index) {
            index = place
            if let mark = numbers.mark(at: index) {
                found.append(mark)
                index = mark.range.upperBound
                continue
            }
            let isDigit = bytes[index].isDigit
            index += 1
            while index < bytes.count, bytes[index].isDigit, isDigit { index += 1 }
        }
        return found
    }

    /// Six digits in a row have one of every sixth place: no other bytes are looked at.
    static func identityNumbers(onPage bytes: UnsafeBufferPointer<UInt8>, form: TextForm) -> [PersonalDataMark] {
        var found: [PersonalDataMark] = []
        let step = 6
        var place = step - 1
        while place < bytes.count {
            guard bytes[place].isDigit else {
                place += step
                continue
            }
            var start = place
            while start > 0, bytes[start - 1].isDigit { start -= 1 }
            var end = place + 1
            while end < bytes.count, bytes[end].isDigit { end += 1 }
            if end - start >= step, let mark = IdentityNumberReader(bytes, form: form).mark(at: start) {
                found.append(mark)
                end = max(end, mark.range.upperBound)
            }
            place = max(end, place + 1) + step - 1
        }
        return found
    }

    /// The next digit, or sign that may be one, or `+` or `@`: eight bytes at a time.
    @inline(__always)
    private static func nextSign(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let raw = UnsafeRawBufferPointer(bytes)
        let ones: UInt64 = 0x0101_0101_0101_0101
        var index = start
        while index + 8 <= bytes.count {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
            let digits = word & (ones &* 0xF0) ^ ones &* 0x30
            let pluses = word ^ ones &* UInt64(UInt8(ascii: "+"))
            let signs = word ^ ones &* UInt64(UInt8(ascii: "@"))
            let entities = word ^ ones &* UInt64(UInt8(ascii: "&"))
            let wide = word ^ ones &* 0xEF
            var zeros = (digits &- ones) & ~digits | (pluses &- ones) & ~pluses | (signs &- ones) & ~signs
            zeros |= (entities &- ones) & ~entities | (wide &- ones) & ~wide
            let marks = zeros & (ones &* 0x80)
            if marks == 0 {
                index += 8
                continue
            }
            index += marks.trailingZeroBitCount / 8
            if mayBegin(bytes[index]) { return index }
            index += 1
        }
        while index < bytes.count {
            if mayBegin(bytes[index]) { return index }
            index += 1
        }
        return nil
    }

    private static func mayBegin(_ byte: UInt8) -> Bool {
        byte.isDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "&")
            || byte == 0xEF
    }
}
