import Meetings

/// An application form, read as its questions and answers.
struct ApplicationForm: Sendable {
    /// In the form's order.
    var parts: [Part] = []
    var name: Found<String>?
    var owner: Found<String>?
    var partners: [Found<String>] = []
    var purpose: Found<String>?
    var targetGroup: Found<String>?
    var start: Found<CalendarDate>?
    var end: Found<CalendarDate>?
    var budget: Found<String>?
    var amounts: [Money] = []
    var officers: [Found<String>] = []
    var signatures: [SignatureBlock.Signature] = []
    /// Its questions and answers are Markdown already.
    var isMarkdown = false

    enum Part: Sendable {
        case question(String, line: Int)
        /// A label with a short answer.
        case field(label: String, value: String, line: Int)
        case text(Passage)
    }
}

extension ApplicationForm {
    /// A question's or an answer's words as Markdown.
    func markdown(_ words: String) -> String { isMarkdown ? words : MarkdownText.escaped(words) }

    /// True for a line that a form begins with.
    static func beginsForm(_ plain: String) -> Bool {
        guard let first = FormLine(plain) else { return false }
        switch first.label {
        case .name, .owner, .partners, .purpose, .targetGroup, .start, .period: return true
        case nil: return first.isQuestion && plain.foldedWords.hasPrefix("beskriv")
        default: return false
        }
    }

    /// How many different fields and questions of a form a text has.
    static func score(_ passages: [Passage]) -> Int {
        var labels: Set<ApplicationLabel> = []
        var questions = 0
        for passage in passages {
            guard let line = FormLine(passage) else { continue }
            if let label = line.label {
                labels.insert(label)
            } else if line.isQuestion {
                questions += 1
            }
        }
        let strong = labels.intersection([
            .name, .owner, .partners, .start, .end, .period, .clarifiedName, .organisationAndDate,
        ])
        let weak = labels.intersection([.purpose, .targetGroup, .budget])
        return strong.count * 2 + weak.count + min(questions, 4)
    }
}

/// A form's line: its label or question, and an answer on the same line.
struct FormLine {
    /// As printed, with its `(*)`.
    let name: String
    let label: ApplicationLabel?
    let value: String
    let isQuestion: Bool

    /// A passage that is a field or a question; an item counts when it asks something, its number with it.
    init?(_ passage: Passage) {
        switch passage.kind {
        case .text, .heading:
            let isOneLine = passage.text.utf8.count <= passage.lastLine.utf8.count
            let isSet = passage.text.cells.count > 1 || passage.lastLine.utf8.contains(0x09)
            self.init(isOneLine && isSet ? passage.lastLine : passage.plain)
        case .item(let number?, depth: 0):
            guard let line = FormLine(passage.plain), line.isQuestion || line.label != nil else { return nil }
            let name = "\(number) \(line.name)"
            self.init(
                name: name, label: line.label, value: line.value, isQuestion: line.value.isEmpty || line.isQuestion)
        default: return nil
        }
    }

    init?(_ line: String) {
        let cells = line.cells
        let whole = line.singleSpaced
        if cells.count >= 1, let label = FormLine.label(cells[0]), line.utf8.contains(0x09) || cells.count > 1 {
            self.init(name: cells[0], label: label, value: cells.dropFirst().joined(separator: " "), isQuestion: false)
        } else if let star = whole.firstRange(of: "(*)"),
            whole[..<star.lowerBound].utf8.count <= 130,
            FormLine.isAsking(String(whole[..<star.lowerBound]))
        {
            let name = String(whole[..<star.upperBound])
            self.init(
                name: name, label: FormLine.label(name),
                value: String(whole[star.upperBound...]).trimmed.leadingColonGone,
                isQuestion: true)
        } else if let colon = whole.firstIndex(of: ":"), whole[..<colon].utf8.count <= 70,
            let label = FormLine.label(String(whole[..<colon]))
        {
            let value = String(whole[whole.index(after: colon)...]).trimmed
            self.init(name: String(whole[..<colon]), label: label, value: value, isQuestion: false)
        } else if let label = FormLine.label(whole) {
            self.init(name: whole, label: label, value: "", isQuestion: false)
        } else if let (name, label, value) = FormLine.unmarked(whole) {
            self.init(name: name, label: label, value: value, isQuestion: false)
        } else if whole.utf8.count <= 170, !whole.hasSuffix("."), FormLine.isAsking(whole) {
            self.init(name: whole, label: nil, value: "", isQuestion: true)
        } else {
            return nil
        }
    }

    private init(name: String, label: ApplicationLabel?, value: String, isQuestion: Bool) {
        (self.name, self.label, self.value, self.isQuestion) = (name, label, value, isQuestion)
    }

    private static func label(_ text: String) -> ApplicationLabel? {
        guard text.utf8.count <= 80 else { return nil }
        return ApplicationLabel(words: text.foldedWords)
    }

    /// "Planerat startdatum 2020-06-01"
    private static func unmarked(_ line: String) -> (String, ApplicationLabel, String)? {
        guard line.utf8.count <= 120, let digit = line.firstIndex(where: { $0.isASCII && $0.isNumber }) else {
            return nil
        }
        let name = String(line[..<digit]).trimmed
        guard let label = label(name), label == .start || label == .end || label == .period || label == .budget else {
            return nil
        }
        return (name, label, String(line[digit...]))
    }

    private static func isAsking(_ text: String) -> Bool {
        let words = text.foldedWords.split(separator: " ")
        guard let first = words.first, text.startsWithCapital || text.startsWithDigit else { return false }
        let asks: Set<Substring> = [
            "beskriv", "ange", "redovisa", "motivera", "redogor", "fyll", "specificera", "kryssa",
        ]
        let askers: Set<Substring> = [
            "har", "vilka", "vilken", "vilket", "vad", "hur", "nar", "vem", "varfor", "ar", "finns", "pa",
        ]
        let starts =
            asks.contains(first) || first.first?.isNumber ?? false && words.count > 1 && asks.contains(words[1])
        return starts || (askers.contains(first) && text.trimmed.hasSuffix("?"))
            || ApplicationLabel(words: words.joined(separator: " ")) != nil
    }
}

extension String {
    fileprivate var leadingColonGone: String { hasPrefix(":") ? String(dropFirst()).trimmed : self }
}
