import Diagnostics
import Meetings

/// The lines of a record that are facts and no text: "Följs upp: 2021-03-31", "Besvarar: § 45 2020-09-18", and the days
/// of a § approved at once: "Justerat: 2020-09-18", "Anslaget: 2020-09-18", "Förvaras: Kansliet". They are taken out of the text before it is read as Markdown, so that they may stand right below "Beslut: bifall".
struct MarkedLines {
    var followUps: [FollowUp] = []
    var answers: [FollowUp.Answer] = []
    private var approved: [(date: CalendarDate, line: Int)] = []
    private var posted: [(date: CalendarDate, line: Int)] = []
    private var kept: [(place: String, line: Int)] = []
    var diagnostics: [Diagnostic] = []
}

extension MarkedLines {
    /// The text without the lines, each left blank so that the others keep their numbers.
    static func take(
        from body: ArraySlice<UInt8>, firstLine: Int, file: String, clock: CalendarDate
    ) -> (lines: MarkedLines, rest: ArraySlice<UInt8>) {
        var lines = MarkedLines()
        var rest = body
        let found = all(in: body, firstLine: firstLine)
        let approved = Set(found.lazy.filter { $0.kind == .approved }.map(\.section))
        for line in found {
            // What is kept where, and posted when, is text like any other where nothing is approved.
            if line.kind.isOfApproval && !approved.contains(line.section) { continue }
            lines.read(line.kind, line.value, Place(file, line: line.number), clock: clock)
            for index in line.bytes { rest[index] = 0x20 }
        }
        lines.diagnostics += doubtfulApprovals(in: body, found, firstLine: firstLine, file: file)
        return (lines, rest)
    }

    /// A § that says that it was approved at once, and has no line with the day; and one that has two such lines.
    private static func doubtfulApprovals(
        in body: ArraySlice<UInt8>, _ found: [Line], firstLine: Int, file: String
    ) -> [Diagnostic] {
        var days: [Int: Int] = [:]
        var diagnostics: [Diagnostic] = []
        for line in found where line.kind == .approved {
            if let first = days.updateValue(line.number, forKey: line.section) {
                days[line.section] = first
                diagnostics.append(Diagnostic(Place(file, line: line.number), .approvedTwice(line: first)))
            }
        }
        // Nearly no record has the word.
        guard body.range(of: "medelbar") != nil else { return diagnostics }
        var (section, count) = (0, 0)
        for (offset, line) in body.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            if line.starts(with: "## ".utf8) {
                count += 1
                section = line.dropFirst(3).drop { $0 == 0x20 }.starts(with: "§".utf8) ? count : 0
            } else if section > 0, days[section] == nil, saysApprovedAtOnce(line) {
                days[section] = firstLine + offset
                diagnostics.append(Diagnostic(Place(file, line: firstLine + offset), .approvedAtOnceWithoutDay))
            }
        }
        return diagnostics
    }

    /// "Paragrafen justeras omedelbart", "förklaras omedelbart justerad", "omedelbar justering"
    private static func saysApprovedAtOnce(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.range(of: "medelbar") != nil else { return false }
        let words = String(decoding: Spelling.fold(String(decoding: line, as: UTF8.self)), as: UTF8.self)
        return [
            "omedelbart juster", "omedelbar juster", "juster omedelbart", "justeras omedelbart",
            "justerades omedelbart",
        ]
        .contains { words.contains($0) }
    }

    private struct Line {
        let kind: Kind
        let value: String
        let number: Int
        let bytes: Range<Int>
        /// Which § it stands in, from 1; 0 before the first, and under a heading that is none.
        let section: Int
    }

    private static func all(in body: ArraySlice<UInt8>, firstLine: Int) -> [Line] {
        var found: [Line] = []
        var number = firstLine
        var start = body.startIndex
        var (section, count) = (0, 0)
        while start < body.endIndex {
            let end = body[start...].firstIndex(of: 0x0A) ?? body.endIndex
            let line = body[start..<end]
            if line.starts(with: "## ".utf8) {
                count += 1
                section = line.dropFirst(3).drop { $0 == 0x20 }.starts(with: "§".utf8) ? count : 0
            } else if let (kind, value) = marked(line), !kind.isOfApproval || section > 0 {
                found.append(
                    Line(kind: kind, value: value, number: number, bytes: start..<end, section: section))
            }
            start = end < body.endIndex ? end + 1 : end
            number += 1
        }
        return found
    }

    /// The days of a § that has its own; one that is not approved has none.
    func approval(in lines: Range<Int>) -> ImmediateApproval? {
        guard let approved = approved.first(where: { lines.contains($0.line) }) else { return nil }
        return ImmediateApproval(
            approved: approved.date, posted: posted.first { lines.contains($0.line) }?.date,
            keptAt: kept.first { lines.contains($0.line) }?.place, line: approved.line)
    }

    private enum Kind {
        case followUp, answer, approved, posted, kept

        var isOfApproval: Bool { self == .approved || self == .posted || self == .kept }
    }

    private static func marked(_ line: ArraySlice<UInt8>) -> (kind: Kind, value: String)? {
        var text = line.drop { $0 == 0x20 }
        // "- Justerat: 2020-09-18"
        if let mark = text.first, mark == UInt8(ascii: "-"), text.dropFirst().first == 0x20 { text = text.dropFirst(2) }
        text = text.drop { $0 == 0x20 || $0 == UInt8(ascii: "*") }
        // Cheap first: nearly every line is another.
        guard let first = text.first, "fbjao".utf8.contains(first | 0x20),
            let colon = text.prefix(24).firstIndex(of: UInt8(ascii: ":"))
        else { return nil }
        let key = FieldKey.fold(String(decoding: text[..<colon].filter { $0 != UInt8(ascii: "*") }, as: UTF8.self))
        let value = [UInt8](text[(colon + 1)...].drop { $0 == UInt8(ascii: "*") }).oneLine
        switch key {
        case "foljs-upp": return (.followUp, value)
        case "besvarar": return (.answer, value)
        // Only with a day: "Justerat: Anna Alm" is a line of names.
        case "justerat" where value.utf8.contains(where: \.isDigit),
            "omedelbart-justerat" where value.utf8.contains(where: \.isDigit):
            return (.approved, value)
        case "anslaget" where value.utf8.contains(where: \.isDigit): return (.posted, value)
        case "forvaras": return (.kept, value)
        default: return nil
        }
    }

    private mutating func read(_ kind: Kind, _ value: String, _ place: Place, clock: CalendarDate) {
        switch kind {
        case .followUp: readFollowUp(value, place, clock: clock)
        case .answer: readAnswer(value, place, clock: clock)
        case .approved: readDay(value, place, clock: clock).map { approved.append(($0, place.line)) }
        case .posted: readDay(value, place, clock: clock).map { posted.append(($0, place.line)) }
        case .kept: kept.append((value, place.line))
        }
    }

    private mutating func readDay(_ value: String, _ place: Place, clock: CalendarDate) -> CalendarDate? {
        var written = value[...]
        while written.last == "." { written.removeLast() }
        switch DateReading(String(written), clock: clock) {
        case .date(let date):
            if let problem = Problem(weekdayOf: date, asWritten: value) {
                diagnostics.append(Diagnostic(place, problem))
            }
            return date
        case .impossible: diagnostics.append(Diagnostic(place, .impossibleDate(text: value)))
        case .unreadable: diagnostics.append(Diagnostic(place, .unreadableDate(text: value)))
        }
        return nil
    }

    /// A day, and after it what is asked: "31 mars 2021, Uppsala kommun redovisar".
    private mutating func readFollowUp(_ value: String, _ place: Place, clock: CalendarDate) {
        let words = value.split(separator: " ").map(String.init)
        // "måndag den 1 december 2026" is the longest.
        for length in 1...5 where length <= words.count {
            var written = words[..<length].joined(separator: " ")
            while let last = written.last, ",.:;–-".contains(last) { written.removeLast() }
            switch DateReading(written, clock: clock) {
            case .date(let date):
                if let problem = Problem(weekdayOf: date, asWritten: written) {
                    diagnostics.append(Diagnostic(place, problem))
                }
                let text = words[length...].joined(separator: " ").drop { " –-:,".contains($0) }
                followUps.append(FollowUp(date: date, text: String(text), line: place.line))
                return
            case .impossible:
                diagnostics.append(Diagnostic(place, .impossibleDate(text: written)))
                return
            case .unreadable: continue
            }
        }
        diagnostics.append(Diagnostic(place, .unreadableDate(text: words.prefix(3).joined(separator: " "))))
    }

    /// `§ 45`, `§ 45 2020-09-18`, `FS 2020-09-18 § 45`, `2019:30`
    private mutating func readAnswer(_ value: String, _ place: Place, clock: CalendarDate) {
        guard let sign = value.firstIndex(of: "§") else {
            answers.append(FollowUp.Answer(target: .matter(value), line: place.line))
            return
        }
        let digits = value[value.index(after: sign)...].drop { $0 == " " || $0 == "\u{A0}" }.prefix { $0.isNumber }
        guard digits.utf8.count <= 6, let number = Int(digits) else {
            diagnostics.append(Diagnostic(place, .answersNothing(text: value)))
            return
        }
        let dates = value.split { " \u{A0},()".contains($0) }.compactMap { word -> CalendarDate? in
            if case .date(let date) = DateReading(String(word), clock: clock) { date } else { nil }
        }
        answers.append(FollowUp.Answer(target: .paragraph(number, on: dates.first), line: place.line))
    }
}

extension ArraySlice<UInt8> {
    /// Where some ASCII text first occurs.
    fileprivate func range(of word: StaticString) -> Range<Int>? {
        word.withUTF8Buffer { word in
            guard let first = word.first else { return nil }
            var index = startIndex
            while let place = firstIndex(of: first, from: index) {
                if self[place...].starts(with: word) { return place..<place + word.count }
                index = place + 1
            }
            return nil
        }
    }
}
