import Meetings

extension RecordHead {
    /// When the record was approved and posted, told below its last §: "Justerat 2020-09-25", "Anslaget: 2020-09-26".
    ///
    /// - Returns: the passages that went into it whole.
    mutating func takeClosing(_ passages: ArraySlice<Passage>, clock: CalendarDate) -> Set<Int> {
        var closing: Set<Int> = []
        for index in passages.indices where passages[index].kind == .text {
            let plain = passages[index].plain.singleSpaced
            guard plain.utf8.count <= 100, let (field, value) = RecordHead.dated(plain) else { continue }
            let known = field == .approved ? approved : field == .posted ? posted : nil
            let day = field == .keptAt ? nil : HeadValue.loneDate(value, clock: clock)
            let isSaidAgain = day != nil && known?.value == day
            guard
                isSaidAgain
                    || (day != nil || field == .keptAt) && set(field, value, line: passages[index].line, clock: clock)
            else { continue }
            closing.insert(index)
        }
        taken.formUnion(closing)
        return closing
    }

    /// A label with its value, with or without a colon where the value is a day.
    private static func dated(_ plain: String) -> (Field, String)? {
        if let colon = plain.firstIndex(of: ":") {
            let value = String(plain[plain.index(after: colon)...]).trimmed
            guard let field = field(String(plain[..<colon]), hasValue: true, hasColon: true), !value.isEmpty,
                field == .approved || field == .posted || field == .keptAt
            else { return nil }
            return (field, value)
        }
        let words = plain.words.map(String.init)
        for count in 1...2 where words.count > count {
            guard let field = field(words.prefix(count).joined(separator: " "), hasValue: true, hasColon: false),
                field == .approved || field == .posted
            else { continue }
            return (field, words.dropFirst(count).joined(separator: " "))
        }
        return nil
    }
}
