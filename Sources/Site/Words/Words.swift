import Meetings
import Theme

/// The site's words in its language, looked up once.
package struct Words: Sendable {
    package let language: String
    private let texts: [String]
    private let catalogue: [String: String]
    private let months: [String]
    private let weekdays: [String]
    /// Outcomes are told as records write them, and not in the catalogue's words.
    var hasOutcomesAsWritten = false
}

extension Words {
    /// Keys that the catalogue lacks go to `missing`.
    init(_ theme: Theme, missing: inout [String]) {
        language = theme.language
        var texts: [String] = []
        for word in Word.allCases {
            let text = theme.string(word.rawValue)
            if text == nil { missing.append(word.rawValue) }
            texts.append(text ?? word.rawValue)
        }
        self.texts = texts
        catalogue = theme.strings
        months = Words.list(theme.string(Word.months.rawValue), count: 12)
        weekdays = Words.list(theme.string(Word.weekdays.rawValue), count: 7)
    }

    /// The same with some texts, by their keys, as they were when something was sealed.
    func saying(_ sealed: [String: String]) -> Words {
        var texts = texts
        for (index, word) in Word.allCases.enumerated() { texts[index] = sealed[word.rawValue] ?? texts[index] }
        return Words(
            language: language, texts: texts, catalogue: catalogue.merging(sealed) { $1 }, months: months,
            weekdays: weekdays, hasOutcomesAsWritten: hasOutcomesAsWritten)
    }

    /// Whether texts are those that the catalogue has.
    func says(_ sealed: [String: String]) -> Bool { sealed.allSatisfy { catalogue[$0] ?? $1 == $1 } }

    private static func list(_ text: String?, count: Int) -> [String] {
        let words = (text ?? "").split(separator: " ").map(String.init)
        return words.count == count ? words : (1...count).map(String.init)
    }

    package subscript(word: Word) -> String {
        let index = Word.indices[word] ?? 0
        return texts[index]
    }

    /// A text by its key in the catalogue, where the key is made from a name; the key itself where it is missing.
    subscript(key key: String) -> String { catalogue[key] ?? key }

    /// With `{0}` and `{1}` filled in.
    package func text(_ word: Word, _ arguments: String...) -> String {
        let pattern = self[word].utf8
        var text: [UInt8] = []
        var rest = pattern[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "{"), let digit = rest.first, digit.isDigit,
                rest.dropFirst().first == UInt8(ascii: "}"),
                Int(digit) - 0x30 < arguments.count
            {
                text += arguments[Int(digit) - 0x30].utf8
                rest = rest.dropFirst(2)
            } else {
                text.append(byte)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// `1 050 000 kr`, with no-break spaces.
    func kronor(_ money: Money) -> String { "\(money.grouped)\u{A0}\(self[.kronorShort])" }

    /// "Ändrat beslut" inside a sentence.
    func lowercasedFirst(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }

    /// `18 september 2020`
    package func date(_ date: CalendarDate) -> String {
        String(date.day) + " " + months[date.month - 1] + " " + String(date.year)
    }

    /// `fredag 18 september 2020`
    package func dateWithWeekday(_ date: CalendarDate) -> String { "\(weekdays[date.weekday - 1]) \(self.date(date))" }

    /// "A, B och C"
    func joined(_ names: [String]) -> String {
        guard names.count > 1, let last = names.last else { return names.first ?? "" }
        return "\(names.dropLast().joined(separator: ", ")) \(self[.and]) \(last)"
    }

    /// `18 och 19 september 2020`, `30 september och 1 oktober 2020`: month and year once where they are the same.
    package func dates(_ days: [CalendarDate]) -> String {
        joined(
            days.enumerated().map { index, day in
                guard index + 1 < days.count, days[index + 1].year == day.year else { return date(day) }
                let month = days[index + 1].month == day.month ? "" : " \(months[day.month - 1])"
                return "\(day.day)\(month)"
            })
    }

    /// `fredag 18 och lördag 19 september 2020`
    func datesWithWeekday(_ days: [CalendarDate]) -> String {
        guard days.count > 1 else { return days.first.map { dateWithWeekday($0) } ?? "" }
        return joined(
            days.enumerated().map { index, day in
                let weekday = weekdays[day.weekday - 1]
                guard index + 1 < days.count, days[index + 1].year == day.year else {
                    return "\(weekday) \(date(day))"
                }
                let month = days[index + 1].month == day.month ? "" : " \(months[day.month - 1])"
                return "\(weekday) \(day.day)\(month)"
            })
    }

    /// `1 januari – 31 december 2021`; the year once where it is the same.
    func period(_ period: Period) -> String {
        guard period.start.year == period.end.year else { return "\(date(period.start)) – \(date(period.end))" }
        return "\(period.start.day) \(months[period.start.month - 1]) – \(date(period.end))"
    }

    /// `2021`, `2021–2024`
    func years(_ period: Period) -> String {
        period.start.year == period.end.year ? "\(period.start.year)" : "\(period.start.year)–\(period.end.year)"
    }

    func status(_ status: Meeting.Status) -> String {
        switch status {
        case .planned: self[.statusPlanned]
        case .summoned: self[.statusSummoned]
        case .held: self[.statusHeld]
        case .cancelled: self[.statusCancelled]
        }
    }

    func kind(_ kind: Matter.Kind) -> String {
        switch kind {
        case .decision: self[.kindDecision]
        case .information: self[.kindInformation]
        case .notification: self[.kindNotification]
        case .application: self[.kindApplication]
        }
    }

    func choice(_ choice: Vote.Choice) -> String {
        switch choice {
        case .yes: self[.voteYes]
        case .no: self[.voteNo]
        case .abstention: self[.voteAbstention]
        }
    }

    func role(_ role: Body.Role) -> String { role == .deciding ? self[.roleDeciding] : self[.rolePreparing] }

    /// A preparing body's bifall only supports what another decides.
    func outcome(_ outcome: Outcome, isDeciding: Bool) -> String {
        if hasOutcomesAsWritten { return outcome.written.prefix(1).uppercased() + outcome.written.dropFirst() }
        return shown(outcome, isDeciding: isDeciding)
    }

    private func shown(_ outcome: Outcome, isDeciding: Bool) -> String {
        switch outcome {
        case .approved: self[isDeciding ? .outcomeApproved : .outcomeSupported]
        case .rejected: self[.outcomeRejected]
        case .remitted(nil, nil): self[.outcomeRemitted]
        case .remitted(let office, let date):
            text(.outcomeRemittedTo, [office, date.map { self.date($0) }].compactMap(\.self).joined(separator: " "))
        case .tabled(nil): self[.outcomeTabled]
        case .tabled(let date?): text(.outcomeTabledUntil, self.date(date))
        case .filed: self[.outcomeFiled]
        case .noted: self[.outcomeNoted]
        case .deemedAnswered: self[.outcomeDeemedAnswered]
        case .asWritten: self[.outcomeAsWritten]
        case .dropped: self[.outcomeDropped]
        }
    }

    /// `84 kB`, `1,2 MB`; decimal units, as file managers show them.
    package func size(_ bytes: Int) -> String {
        if bytes < 1000 { return "\(bytes)\u{A0}B" }
        if bytes < 1_000_000 { return "\((bytes + 500) / 1000)\u{A0}kB" }
        let tenths = (bytes + 50_000) / 100_000
        return tenths % 10 == 0 || tenths >= 1000
            ? "\(tenths / 10)\u{A0}MB" : "\(tenths / 10)\(self[.decimalMark])\(tenths % 10)\u{A0}MB"
    }

    /// "PDF", "Word"; by the ending, in lower case.
    package func fileType(_ ending: String) -> String {
        switch ending {
        case "pdf": "PDF"
        case "doc", "docx": "Word"
        case "xls", "xlsx": "Excel"
        case "ppt", "pptx": "PowerPoint"
        case "odt": "OpenDocument"
        case "png", "jpg", "jpeg", "gif", "svg", "webp", "tif", "tiff", "heic": self[.fileImage]
        case "txt", "md", "rtf": self[.fileText]
        case "csv", "ods", "tsv": self[.fileTable]
        case "zip", "tar", "gz", "7z": self[.fileArchive]
        case "": self[.fileOther]
        default: ending.uppercased()
        }
    }
}

extension Word {
    fileprivate static let indices = Dictionary(uniqueKeysWithValues: zip(allCases, allCases.indices))
}
