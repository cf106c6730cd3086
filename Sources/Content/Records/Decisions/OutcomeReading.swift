import Diagnostics
import Meetings

/// Words that say what became of a proposal: `bifall`, `bordläggning till 2020-10-23`, `1–2 bifall, 3 avslag`.
struct OutcomeReading {
    let file: String
    let clock: CalendarDate
    var diagnostics: [Diagnostic] = []
}

extension OutcomeReading {
    enum Words {
        case whole(Outcome)
        case clauses([Int: Outcome])
        case unknown(String)
        /// One a clause, of which this is no outcome.
        case unknownPart(String)
    }

    /// The words after "Beslut:", or alone under a heading "Beslut".
    mutating func read(_ words: String, line: Int) -> Words {
        let text = OutcomeReading.bare(words)
        if let outcome = outcome(text, line: line) { return .whole(outcome) }
        return clauses(text, line: line) ?? .unknown(text)
    }

    /// Outcomes as the words that records have for them, besides `Outcome.words`.
    private static let others: [(words: String, outcome: Outcome)] = [
        ("bifalls", .approved), ("bifalles", .approved), ("bifölls", .approved), ("bifall till förslaget", .approved),
        ("förslaget bifalls", .approved), ("enligt förslaget", .approved), ("enligt förslag", .approved),
        ("i enlighet med förslaget", .approved), ("i enlighet med förslag", .approved),
        ("tillstyrks", .approved), ("tillstyrkes", .approved), ("tillstyrkt", .approved), ("tillstyrkan", .approved),
        ("avslås", .rejected), ("avslogs", .rejected), ("avstyrks", .rejected), ("avstyrkes", .rejected),
        ("avstyrkt", .rejected),
        ("avstyrkan", .rejected), ("återremitteras", .remitted(to: nil)), ("återremitterades", .remitted(to: nil)),
        ("bordläggs", .tabled(until: nil)), ("bordlägges", .tabled(until: nil)), ("bordlades", .tabled(until: nil)),
        ("läggs till handlingarna", .filed), ("lägges till handlingarna", .filed),
        ("lades till handlingarna", .filed), ("noterades", .noted), ("noteras till protokollet", .noted),
        ("antecknas", .noted), ("antecknas till protokollet", .noted), ("anses besvarat", .deemedAnswered),
        ("anses vara besvarad", .deemedAnswered), ("anses vara besvarat", .deemedAnswered),
        ("ärendet utgår", .dropped), ("utgick", .dropped), ("ärendet utgick", .dropped), ("dras tillbaka", .dropped),
    ]

    private static let known = Dictionary(
        (Outcome.words.map { ($0.word, $0.outcome) } + others.map { ($0.words, $0.outcome) })
            .map { (FieldKey.fold($0.0), $0.1) }
    ) { first, _ in first }

    /// Words that mean an outcome to who wrote them and to nobody else, and what she may have meant.
    private static let meant: [String: String] = [
        "godkanns": "bifall", "godkannes": "bifall", "godkant": "bifall", "godkand": "bifall", "ok": "bifall",
        "ja": "bifall", "nej": "avslag", "antas": "bifall", "beviljas": "bifall", "faststalls": "bifall",
        "uppskjuts": "bordläggning", "ajourneras": "bordläggning", "info": "noteras",
    ]

    static func nearest(to word: String) -> String? {
        let words = Outcome.words.map(\.word).filter { $0 != word }
        // "bifall utom punkt 2" has an outcome for each clause.
        let exceptions = ["utom", "forutom", "undantag", "undantaget"]
        if FieldKey.fold(word).split(separator: "-").contains(where: { exceptions.contains(String($0)) }) {
            return "1 bifall, 2 avslag"
        }
        let first = word.split(separator: " ").first.map { FieldKey.fold(String($0)) }
        return meant[FieldKey.fold(word)] ?? Spelling.nearest(to: word, among: words)
            ?? words.first { FieldKey.fold($0) == first }
    }

    private static func bare(_ words: String) -> String {
        var text = words[...]
        while let last = text.last, ". *_".contains(last) { text.removeLast() }
        return String(text.drop { " .)*_".contains($0) })
    }

    private mutating func outcome(_ text: String, line: Int) -> Outcome? {
        if let known = OutcomeReading.known[FieldKey.fold(text)] { return known }
        let words = text.split(separator: " ", maxSplits: 2).map(String.init)
        guard words.count == 3, FieldKey.fold(words[1]) == "till" else { return nil }
        switch FieldKey.fold(words[0]) {
        case "aterremiss", "aterremitteras": return remitted(to: words[2], line: line)
        case "bordlaggning", "bordlaggs":
            switch DateReading(words[2], clock: clock) {
            case .date(let date):
                Problem(weekdayOf: date, asWritten: words[2]).map { report($0, line) }
                return .tabled(until: date)
            case .impossible: report(.impossibleDate(text: words[2]), line)
            case .unreadable: report(.unreadableDate(text: words[2]), line)
            }
            return .tabled(until: nil)
        default: return nil
        }
    }

    /// `1 bifall, 2 avslag`, `1–3 bifall, 4 utgår`, `1, 2 bifall`, `1) bifall 2) avslag`, "punkt 1: bifall och punkt 2: avslag"
    private mutating func clauses(_ text: String, line: Int) -> Words? {
        guard OutcomeReading.number(text[...]) != nil else { return nil }
        var clauses: [Int: Outcome] = [:]
        // Numbers whose outcome comes with a later one's.
        var waiting: [Int] = []
        for part in OutcomeReading.parts(of: text) {
            guard let (numbers, rest) = OutcomeReading.number(part) else {
                return .unknownPart(OutcomeReading.bare(String(part)))
            }
            waiting += Array(numbers)
            let word = OutcomeReading.bare(String(rest))
            if word.isEmpty { continue }
            // What one of several clauses says instead cannot be told from what the others do.
            guard let outcome = outcome(word, line: line), outcome != .asWritten else {
                // "200 000 kronor till …" is no outcome of clause 200.
                return clauses.isEmpty && OutcomeReading.nearest(to: word) == nil ? nil : .unknownPart(word)
            }
            for number in waiting where clauses.updateValue(outcome, forKey: number) != nil {
                report(.clauseDecidedTwice(number: number), line)
            }
            waiting = []
        }
        guard waiting.isEmpty else { return clauses.isEmpty ? nil : .unknownPart("\(waiting[0])") }
        return .clauses(clauses)
    }

    /// Split at commas, at "och" before a number, and before `2)`.
    private static func parts(of text: String) -> [Substring] {
        text.split { ",;".contains($0) }.flatMap { part -> [Substring] in
            let words = part.split(separator: " ")
            var parts: [Substring] = []
            var start = part.startIndex
            for word in words.dropFirst() {
                let isAnd = ["och", "samt", "&"].contains(word) && number(part[word.endIndex...]) != nil
                let isNumbered = word.last == ")" && Int(word.dropLast()) != nil
                guard isAnd || isNumbered else { continue }
                parts.append(part[start..<word.startIndex])
                start = isAnd ? word.endIndex : word.startIndex
            }
            parts.append(part[start...])
            return parts.filter { $0.contains { $0 != " " } }
        }
    }

    private static let most = 1000

    /// The number or the range that a part begins with, and what follows it.
    private static func number(_ part: Substring) -> (ClosedRange<Int>, Substring)? {
        var rest = part.drop { $0 == " " }
        let label = rest.prefix { $0.isLetter || $0 == "-" }
        if !label.isEmpty {
            guard
                ["punkt", "punkten", "punkterna", "sats", "att-sats", "att-satsen", "att-satserna"]
                    .contains(FieldKey.fold(String(label)))
            else { return nil }
            rest = rest.dropFirst(label.count).drop { $0 == " " }
        }
        let first = rest.prefix { $0.isASCII && $0.isNumber }
        guard let start = Int(first), start < most else { return nil }
        rest = rest.dropFirst(first.count)
        let dash = rest.drop { $0 == " " }
        guard let mark = dash.first, "–-—".contains(mark) else { return (start...start, rest.withoutMark) }
        let after = dash.dropFirst().drop { $0 == " " }
        let last = after.prefix { $0.isASCII && $0.isNumber }
        // "1 – bifall"
        guard !last.isEmpty else { return (start...start, after) }
        guard let end = Int(last), start <= end, end < most else { return nil }
        return (start...end, after.dropFirst(last.count).withoutMark)
    }

    /// "AU 2026-10-15", "arbetsutskottet", "2026-10-15", "AU torsdagen den 15 oktober 2026 för komplettering"
    private mutating func remitted(to text: String, line: Int) -> Outcome {
        let words = text.split(separator: " ").map(String.init)
        for start in words.indices {
            for length in (1...5).reversed() where start + length <= words.count {
                var written = words[start..<(start + length)].joined(separator: " ")
                while let last = written.last, ",.;)".contains(last) { written.removeLast() }
                guard case .date(let date) = DateReading(String(written.drop { $0 == "(" }), clock: clock) else {
                    continue
                }
                Problem(weekdayOf: date, asWritten: written).map { report($0, line) }
                var office = words[..<start]
                if let last = office.last, ["den", "till"].contains(last.lowercased()) { office.removeLast() }
                office += words[(start + length)...]
                return .remitted(to: office.isEmpty ? nil : office.joined(separator: " "), until: date)
            }
        }
        return .remitted(to: text)
    }

    private mutating func report(_ problem: Problem, _ line: Int) {
        diagnostics.append(Diagnostic(Place(file, line: line), problem))
    }
}

extension Substring {
    /// Without the mark that closes a number: `1:`, `1)`, `1.`
    fileprivate var withoutMark: Substring { first.map { ":).".contains($0) } ?? false ? dropFirst() : self }
}
