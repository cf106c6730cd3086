import Meetings

/// The hours in what a kallelse says of day and time: "fredag 11 december 2026 kl. 13.00–16.00" has "13.00–16.00".
enum MeetingHours {
    /// What stands after the day, without "kl."; the whole text where no day stands in it.
    static func text(in value: String, clock: CalendarDate) -> String {
        guard let day = DateMention.all(in: value, clock: clock).last else { return value }
        return after(day, in: value) ?? value
    }

    /// The hours after the day in a line of running words; nil where it has none.
    static func found(in line: String, clock: CalendarDate) -> String? {
        DateMention.all(in: line, clock: clock).last.flatMap { after($0, in: line) }
    }

    private static func after(_ day: DateMention, in value: String) -> String? {
        var rest = String(decoding: Array(value.utf8)[day.range.upperBound...], as: UTF8.self).trimmed[...]
        while let first = rest.first, ",;:–-( ".contains(first) { rest = rest.dropFirst() }
        for word in ["klockan", "kl.", "kl"] where rest.lowercased().hasPrefix(word) {
            rest = rest.dropFirst(word.count).trimmed
            break
        }
        while let last = rest.last, ".,;) ".contains(last) { rest = rest.dropLast() }
        // "18.00, Stadshuset": the place goes on after the hours.
        if let comma = rest.firstIndex(of: ","), MeetingTime(String(rest[..<comma])) != nil { rest = rest[..<comma] }
        return MeetingTime(String(rest)) == nil ? nil : String(rest)
    }
}
