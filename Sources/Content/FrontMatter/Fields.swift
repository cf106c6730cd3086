import Diagnostics
import Meetings

/// Takes values out of a front matter, key by key, and says what is wrong with them. A key that nobody asks for is
/// unknown.
struct Fields {
    let file: String
    let clock: CalendarDate
    var diagnostics: [Diagnostic] = []
    private var entries: [Entry]
    /// Every key that was asked for, as it is written properly.
    private var known: [String] = []

    /// True for a front matter that could not be read: what it lacks is not to be complained of.
    let isUnreadable: Bool

    private struct Entry {
        let written: FrontMatter.Entry
        var isUsed = false

        var folded: String { written.folded }
    }
}

extension Fields {
    init(_ entries: [FrontMatter.Entry], file: String, clock: CalendarDate) {
        (self.file, self.clock, isUnreadable) = (file, clock, false)
        self.entries = entries.map { Entry(written: $0) }
        known.reserveCapacity(24)
    }

    init(unreadable file: String, clock: CalendarDate) {
        (self.file, self.clock, isUnreadable, entries) = (file, clock, true, [])
    }

    /// The value of a key, in whatever shape.
    mutating func value(_ key: String) -> FrontMatter.Value? {
        known.append(key)
        let folded = FieldKey.fold(key)
        guard let index = entries.firstIndex(where: { $0.folded == folded }) else { return nil }
        entries[index].isUsed = true
        let value = entries[index].written.value
        if value.isEmpty {
            let entry = entries[index].written
            report(.valueMissing(key: key), entry.line, entry.column)
            return nil
        }
        return value
    }

    func shape(of folded: String) -> FrontMatter.Content? {
        entries.first { $0.folded == folded }?.written.value.content
    }

    func contains(_ folded: String) -> Bool {
        entries.contains { $0.folded == folded && !$0.written.value.isEmpty }
    }

    /// True when the key is written, with or without a value.
    func isWritten(_ key: String) -> Bool {
        let folded = FieldKey.fold(key)
        return entries.contains { $0.folded == folded }
    }

    mutating func markUsed(_ key: String) {
        known.append(key)
        let folded = FieldKey.fold(key)
        for index in entries.indices where entries[index].folded == folded { entries[index].isUsed = true }
    }

    /// Where a key's value stands; the file's first line when it is not there.
    func place(of key: String) -> Place {
        let folded = FieldKey.fold(key)
        guard let entry = entries.first(where: { $0.folded == folded })?.written else { return Place(file) }
        return Place(file, line: entry.value.line, column: entry.value.column)
    }

    mutating func report(_ problem: Problem, _ line: Int, _ column: Int, severity: Diagnostic.Severity? = nil) {
        diagnostics.append(Diagnostic(Place(file, line: line, column: column), problem, severity: severity))
    }

    mutating func report(_ problem: Problem, at value: FrontMatter.Value) {
        report(problem, value.line, value.column)
    }

    /// Warns of each key that was never asked for. One that was meant for "synlighet", "sekretess" or "publiceras" is
    /// an error: what was meant to be hidden would otherwise be public.
    mutating func finish() {
        for entry in entries where !entry.isUsed {
            if tellGuarding(entry.written) { continue }
            let nearest = Spelling.nearest(to: entry.written.key, among: known)
            report(.unknownKey(key: entry.written.key, nearest: nearest), entry.written.line, entry.written.column)
        }
    }

    /// Of the keys that were never asked for only those that were meant to hide something, in a file whose other keys
    /// may be another program's.
    mutating func finishGuarding() {
        for entry in entries where !entry.isUsed { _ = tellGuarding(entry.written) }
    }

    private mutating func tellGuarding(_ entry: FrontMatter.Entry) -> Bool {
        guard let meant = HeadKey.guarding(meantBy: entry.key, among: known) ?? entry.meantVisibility else {
            return false
        }
        // "sekretess" where only "synlighet: sekretess" has a meaning
        let problem: Problem =
            meant == entry.folded ? .keyWithoutMeaningHere(key: meant) : .unknownKey(key: entry.key, nearest: meant)
        report(problem, entry.line, entry.column, severity: .error)
        return true
    }
}

/// A value and where it was written.
struct Located<Value: Sendable>: Sendable {
    let value: Value
    let line: Int
    let column: Int
}

extension Fields {
    /// A free text: what a comment takes from it is told.
    mutating func text(_ key: String) -> String? {
        let folded = FieldKey.fold(key)
        if let value = entries.first(where: { $0.folded == folded })?.written.value { tellComment(in: value, key: key) }
        return locatedText(key)?.value
    }

    private mutating func tellComment(in value: FrontMatter.Value, key: String) {
        switch value.content {
        case .text:
            guard let comment = value.comment else { return }
            report(.commentInText(key: key, comment: comment.text), comment.line, comment.column)
        case .list(let items):
            for item in items { tellComment(in: item, key: key) }
        case .map(let entries):
            for entry in entries { tellComment(in: entry.value, key: key) }
        }
    }

    mutating func locatedText(_ key: String) -> Located<String>? {
        guard let value = value(key) else { return nil }
        switch value.content {
        case .text(let text):
            return Located(value: text, line: value.line, column: value.column)
        case .list(let items):
            if items.count == 1, case .text(let text) = items[0].content {
                return Located(value: text, line: items[0].line, column: items[0].column)
            }
        case .map:
            break
        }
        report(.expectedText(key: key), at: value)
        return nil
    }

    /// A YAML list, or text with commas between; free text, so what a comment takes from it is told.
    mutating func texts(_ key: String) -> [Located<String>] {
        let folded = FieldKey.fold(key)
        if let value = entries.first(where: { $0.folded == folded })?.written.value { tellComment(in: value, key: key) }
        return items(key)
    }

    /// The same of what is no free text.
    mutating func items(_ key: String) -> [Located<String>] {
        guard let value = value(key) else { return [] }
        switch value.content {
        case .text(let text):
            return split(text, line: value.line, column: value.column)
        case .list(let items):
            return items.compactMap { item in
                switch item.content {
                case .text(let text) where !text.isEmpty:
                    return Located(value: text, line: item.line, column: item.column)
                case .text:
                    return nil
                case .map(let pairs) where pairs.count == 1:
                    // "- Rapport: budget" is text to whoever wrote it.
                    if case .text(let rest) = pairs[0].value.content {
                        return Located(value: "\(pairs[0].key): \(rest)", line: item.line, column: item.column)
                    }
                default: break
                }
                report(.expectedList(key: key), at: item)
                return nil
            }
        case .map:
            report(.expectedList(key: key), at: value)
            return []
        }
    }

    private func split(_ text: String, line: Int, column: Int) -> [Located<String>] {
        guard
            text.utf8.contains(UInt8(ascii: ",")) || text.utf8.first == 0x20 || text.utf8.last == 0x20
                || text.utf8.contains(0xA0)
        else { return text.isEmpty ? [] : [Located(value: text, line: line, column: column)] }
        var offset = 0
        return text.split(separator: ",", omittingEmptySubsequences: false).compactMap { part in
            let leading = part.prefix { $0 == " " || $0 == "\u{A0}" }.count
            let start = offset + leading
            offset += part.count + 1
            let trimmed = String(part.dropFirst(leading).reversed().drop { $0 == " " || $0 == "\u{A0}" }.reversed())
            return trimmed.isEmpty ? nil : Located(value: trimmed, line: line, column: column + start)
        }
    }

    mutating func date(_ key: String) -> CalendarDate? {
        locatedText(key).flatMap { date($0) }
    }

    mutating func dates(_ key: String) -> [Located<CalendarDate>] {
        items(key).compactMap { written in
            date(written).map { Located(value: $0, line: written.line, column: written.column) }
        }
    }

    mutating func date(_ written: Located<String>) -> CalendarDate? {
        switch DateReading(written.value, clock: clock) {
        case .date(let date):
            if let problem = Problem(weekdayOf: date, asWritten: written.value) {
                report(problem, written.line, written.column)
            }
            return date
        case .impossible: report(.impossibleDate(text: written.value), written.line, written.column)
        case .unreadable: report(.unreadableDate(text: written.value), written.line, written.column)
        }
        return nil
    }

    mutating func money(_ key: String) -> Money? {
        guard let written = locatedText(key) else { return nil }
        let money = Money(written.value)
        if money == nil { report(.unreadableMoney(text: written.value), written.line, written.column) }
        return money
    }

    mutating func period(_ key: String) -> Period? {
        guard let written = locatedText(key) else { return nil }
        let period = Period(written.value, clock: clock)
        if period == nil { report(.unreadablePeriod(text: written.value), written.line, written.column) }
        return period
    }

    /// One of a few words, compared without case and diacritics.
    mutating func word<Word: RawRepresentable & CaseIterable>(_ key: String, _: Word.Type) -> Word?
    where Word.RawValue == String {
        locatedText(key).flatMap { word($0, key: key) }
    }

    mutating func word<Word: RawRepresentable & CaseIterable>(_ written: Located<String>, key: String) -> Word?
    where Word.RawValue == String {
        let folded = FieldKey.fold(written.value)
        if let word = Word.allCases.first(where: { FieldKey.fold($0.rawValue) == folded }) { return word }
        let allowed = Word.allCases.map(\.rawValue)
        let nearest = Spelling.nearest(to: written.value, among: allowed)
        let problem = Problem.unknownWord(key: key, word: written.value, allowed: allowed, nearest: nearest)
        report(problem, written.line, written.column)
        return nil
    }
}

extension Problem {
    /// Nil where no weekday stands in front of the date, or the right one.
    init?(weekdayOf date: CalendarDate, asWritten text: String) {
        guard let weekday = CalendarDate.weekday(before: text), weekday != date.weekday else { return nil }
        self = .wrongWeekday(date: date.description, weekday: date.weekday)
    }
}
