/// Reads a personnummer at a place in a text, in every way that a person writes one (RULES.md, "Personal data").
struct IdentityNumberReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let reader: SignReader

    init(_ bytes: UnsafeBufferPointer<UInt8>, form: TextForm) {
        (self.bytes, reader) = (bytes, SignReader(bytes: bytes, form: form))
    }

    /// Digits in a row as a reader sees them.
    private struct Run {
        var value: UInt64 = 0
        var count = 0
        /// After the last digit.
        var end: Int
        /// The sign that ends it, and the index after that sign.
        var next: Sign = .end
        var after: Int
    }

    /// What stands between two runs of digits.
    private enum Parting {
        case spaces
        /// A dash or a plus, with spaces around it or without.
        case sign
    }
}

extension IdentityNumberReader {
    /// A number that begins at an index where a digit may begin.
    func mark(at start: Int) -> PersonalDataMark? {
        if start > 0, bytes[start - 1].isDigit { return nil }
        let first = run(at: start, atMost: 13)
        switch first.count {
        case 6, 8: return inTwo(first, from: start) ?? grouped(first, from: start)
        case 10: return afterWords(first.value, count: 10, end: first.end, from: start)
        case 12: return inOne(first, from: start)
        case 1: return spaced(first, from: start) ?? grouped(first, from: start)
        case 2...11: return grouped(first, from: start)
        default: return nil
        }
    }

    /// `19811218-9876` and all that has something between the date and the last four.
    private func inTwo(_ date: Run, from start: Int) -> PersonalDataMark? {
        if let (_, last) = lastFour(after: date), isEnd(last) {
            let number = IdentityNumber(date.value * 10_000 + last.value, count: date.count + 4)
            return number.map { mark($0, start..<last.end) }
        }
        return reserve(date, from: start)
    }

    private func lastFour(after date: Run) -> (Parting, Run)? {
        guard let (parting, place) = parting(date) else { return nil }
        let last = run(at: place, atMost: 5)
        return last.count == 4 ? (parting, last) : nil
    }

    /// Twelve in a row. Within a long row of letters and digits, such as a hash, they are none.
    private func inOne(_ run: Run, from start: Int) -> PersonalDataMark? {
        let isWithin =
            start > 0 && bytes[start - 1].isASCIILetter && run.end < bytes.count
            && bytes[run.end].isASCIILetter
        guard !isWithin, isEnd(run) else { return nil }
        return IdentityNumber(run.value, count: 12).map { mark($0, start..<run.end) }
    }

    /// `1981-12-18-9876` and `81 12 18-9876`; after the words also with any parting, `81 12 18 98 76`.
    private func grouped(_ first: Run, from start: Int) -> PersonalDataMark? {
        var (all, count, runs) = (first.value, first.count, 1)
        var last = first
        while count < 12, runs < 6, let (parting, place) = parting(last) {
            let next = run(at: place, atMost: 5)
            guard (1...4).contains(next.count) else { break }
            for _ in 0..<next.count { all *= 10 }
            all += next.value
            (count, runs, last) = (count + next.count, runs + 1, next)
            if count == 10 || count == 12, isEnd(last), let number = IdentityNumber(all, count: count) {
                let isDate =
                    (first.count == 4 || first.count == 2) && runs == 4 && next.count == 4 && parting == .sign
                    && next.next != .dash
                if isDate || isAfterWords(start) { return mark(number, start..<last.end) }
            }
        }
        return nil
    }

    /// `8 1 1 2 1 8 - 9 8 7 6`, as the boxes of a form have it; without the dash after the words alone.
    private func spaced(_ first: Run, from start: Int) -> PersonalDataMark? {
        var (all, count, sign, last) = (first.value, 1, 0, first)
        while count < 12, let (parting, place) = parting(last) {
            let next = run(at: place, atMost: 2)
            guard next.count == 1 else { return nil }
            if parting == .sign {
                guard sign == 0, count == 6 || count == 8 else { return nil }
                sign = count
            }
            (all, count, last) = (all * 10 + next.value, count + 1, next)
            guard count == 10 && sign != 8 || count == 12 && sign != 6, isEnd(last) else { continue }
            if let number = IdentityNumber(all, count: count), sign > 0 || isAfterWords(start) {
                return mark(number, start..<last.end)
            }
        }
        return nil
    }

    private func afterWords(_ value: UInt64, count: Int, end: Int, from start: Int) -> PersonalDataMark? {
        guard let number = IdentityNumber(value, count: count), isAfterWords(start) else { return nil }
        return mark(number, start..<end)
    }

    /// A date and four signs with a letter among them, after the words.
    private func reserve(_ date: Run, from start: Int) -> PersonalDataMark? {
        guard let (_, place) = parting(date) ?? (date.next.isLetter ? (.sign, date.end) : nil) else { return nil }
        var (value, letters, count, index) = (date.value, 0, 0, place)
        while count < 4 {
            let (sign, end) = reader.sign(at: index)
            switch sign {
            case .digit(let digit): value = value * 10 + digit
            case .letter: (value, letters) = (value * 10, letters + 1)
            default: return nil
            }
            (count, index) = (count + 1, end)
        }
        let next = reader.sign(at: index).sign
        guard (1...2).contains(letters), !next.isDigit, !next.isLetter,
            let number = IdentityNumber(reserve: value, count: date.count + 4), isAfterWords(start)
        else { return nil }
        return mark(number, start..<index)
    }

    private func mark(_ number: IdentityNumber, _ range: Range<Int>) -> PersonalDataMark {
        PersonalDataMark(kind: .identityNumber(number), range: range)
    }
}

extension IdentityNumberReader {
    private func run(at start: Int, atMost most: Int) -> Run {
        var run = Run(end: start, after: start)
        var index = start
        while true {
            let (sign, end) = reader.sign(at: index)
            guard case .digit(let digit) = sign, run.count < most else {
                (run.next, run.after) = (sign, end)
                return run
            }
            run.value = run.value * 10 + digit
            run.count += 1
            (run.end, index) = (end, end)
        }
    }

    /// What parts a run from the next: at most four spaces, one line end, and one sign.
    private func parting(_ run: Run) -> (Parting, next: Int)? {
        var (sign, index) = (run.next, run.after)
        var (spaces, lineEnds, signs) = (0, 0, 0)
        var start = run.end
        while true {
            switch sign {
            case .space: spaces += 1
            case .lineEnd: lineEnds += 1
            case .dash, .plus: signs += 1
            case .digit, .letter:
                guard spaces + lineEnds + signs > 0 else { return nil }
                return (signs > 0 ? .sign : .spaces, start)
            case .other, .end: return nil
            }
            // A line end may be two bytes, and the next line may be indented.
            guard spaces <= (lineEnds > 0 ? 12 : 4), lineEnds <= 2, signs <= 1 else { return nil }
            start = index
            (sign, index) = reader.sign(at: index)
        }
    }

    /// No more digits follow, not after a dash either: those make it a period or a longer number.
    private func isEnd(_ run: Run) -> Bool {
        if run.next.isDigit { return false }
        guard run.next == .dash else { return true }
        return self.run(at: run.after, atMost: 4).count < 3
    }
}

extension IdentityNumberReader {
    /// So many bytes before a number its words are looked for.
    private static let reach = 48
    private static let words = [
        "personnummer", "personnr", "persnr", "pers.nr", "person nr", "pnr", "p.nr", "född", "fo\u{308}dd", "f&ouml;dd",
        "personnumret", "personnumren", "födelsenummer", "samordningsnumret", "samordningsnummer", "samordningsnr",
        "reservnummer",
    ].map { Array($0.utf8) }
    /// What says that the digits are something else after all.
    private static let others = ["tel", "mobil", "org", "ocr", "bankgiro", "plusgiro", "konto"].map { Array($0.utf8) }

    /// Whether the words stand before an index, on its line or the one before that has any.
    private func isAfterWords(_ start: Int) -> Bool {
        var before: [UInt8] = []
        var (lineEnds, isEmpty) = (0, false)
        for byte in bytes[max(0, start - Self.reach)..<start].reversed() {
            if byte == UInt8(ascii: "\n") {
                if !isEmpty { lineEnds += 1 }
                isEmpty = true
            } else if byte > 0x20 {
                isEmpty = false
            }
            if lineEnds > 1 { break }
            // Capital letters, and those of Å, Ä and Ö, whose second byte it is.
            let isCapital = byte &- 0x41 < 26 || byte == 0x96 || byte == 0x84 || byte == 0x85
            before.append(isCapital ? byte | 0x20 : byte)
        }
        before.reverse()
        return Self.words.contains { word in
            guard let place = before.lastPlace(of: word) else { return false }
            if place > 0, before[place - 1].isASCIILetter || before[place - 1] >= 0x80 { return false }
            let rest = Array(before[(place + word.count)...])
            return !Self.others.contains { rest.lastPlace(of: $0) != nil }
        }
    }
}

extension Sign {
    fileprivate var isLetter: Bool { if case .letter = self { true } else { false } }
}

extension [UInt8] {
    /// Where the last occurrence of some bytes begins.
    fileprivate func lastPlace(of part: [UInt8]) -> Int? {
        guard part.count <= count else { return nil }
        return stride(from: count - part.count, through: 0, by: -1).first {
            self[$0..<($0 + part.count)].elementsEqual(part)
        }
    }
}
