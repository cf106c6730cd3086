import Meetings

/// Words that alone below "Beslut" say what became of a proposal: "bifall", "återremitteras".
package enum OutcomeWords {
    package static func isKnown(_ words: String, clock: CalendarDate) -> Bool {
        var reading = OutcomeReading(file: "", clock: clock)
        return switch reading.read(words, line: 1) {
        case .whole, .clauses: true
        case .unknown, .unknownPart: false
        }
    }
}
