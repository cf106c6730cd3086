import Diagnostics
import Meetings

/// The lines of a record that are facts and no text: "Följs upp: 2021-03-31", "Besvarar: § 45 2020-09-18". They are
/// taken out of the text before it is read as Markdown, so that they may stand right below "Beslut: bifall".
struct MarkedLines {
    var followUps: [FollowUp] = []
    var answers: [FollowUp.Answer] = []
    var diagnostics: [Diagnostic] = []
}

extension MarkedLines {
    /// The text without the lines, each left blank so that the others keep their numbers.
    static func take(
        from body: ArraySlice<UInt8>, firstLine: Int, file: String, clock: CalendarDate
    ) -> (lines: MarkedLines, rest: ArraySlice<UInt8>) {
        var lines = MarkedLines()
        var rest = body
        var number = firstLine
        var start = body.startIndex
        while start < body.endIndex {
            let end = body[start...].firstIndex(of: 0x0A) ?? body.endIndex
            if let (kind, value) = marked(body[start..<end]) {
                lines.read(kind, value, Place(file, line: number), clock: clock)
                for index in start..<end { rest[index] = 0x20 }
            }
            start = end < body.endIndex ? end + 1 : end
            number += 1
        }
        return (lines, rest)
    }

    private enum Kind { case followUp, answer }

    private static func marked(_ line: ArraySlice<UInt8>) -> (kind: Kind, value: String)? {
        let text = line.drop { $0 == 0x20 || $0 == UInt8(ascii: "*") }
        // Cheap first: nearly every line is another.
        guard let first = text.first, first | 0x20 == UInt8(ascii: "f") || first | 0x20 == UInt8(ascii: "b"),
            let colon = text.prefix(16).firstIndex(of: UInt8(ascii: ":"))
        else { return nil }
        let key = FieldKey.fold(String(decoding: text[..<colon].filter { $0 != UInt8(ascii: "*") }, as: UTF8.self))
        let value = [UInt8](text[(colon + 1)...].drop { $0 == UInt8(ascii: "*") }).oneLine
        switch key {
        case "foljs-upp": return (.followUp, value)
        case "besvarar": return (.answer, value)
        default: return nil
        }
    }

    private mutating func read(_ kind: Kind, _ value: String, _ place: Place, clock: CalendarDate) {
        switch kind {
        case .followUp: readFollowUp(value, place, clock: clock)
        case .answer: readAnswer(value, place, clock: clock)
        }
    }

    /// A day, and after it what is asked: "31 mars 2021, Uppsala kommun redovisar".
    private mutating func readFollowUp(_ value: String, _ place: Place, clock: CalendarDate) {
        let words = value.split(separator: " ").map(String.init)
        for length in [1, 2, 3] where length <= words.count {
            var written = words[..<length].joined(separator: " ")
            while let last = written.last, ",.:;–-".contains(last) { written.removeLast() }
            switch DateReading(written, clock: clock) {
            case .date(let date):
                let text = words[length...].joined(separator: " ").drop { " –-:,".contains($0) }
                followUps.append(FollowUp(date: date, text: String(text), line: place.line))
                return
            case .impossible:
                diagnostics.append(Diagnostic(place, .impossibleDate(text: written)))
                return
            case .unreadable: continue
            }
        }
        diagnostics.append(Diagnostic(place, .unreadableDate(text: words.first ?? "")))
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
