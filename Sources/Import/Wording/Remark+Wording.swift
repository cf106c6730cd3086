import Diagnostics

extension Remark {
    /// In Swedish, one line.
    public var text: String { text(in: .swedish) }

    /// One line.
    public func text(in language: MessageLanguage) -> String {
        switch language {
        case .swedish: swedish
        case .english: english
        }
    }

    /// One line; with the page instead of the line where lines are not the document's own.
    public func text(
        withLines: Bool, page: (Int) -> Int? = { _ in nil }, in language: MessageLanguage = .swedish
    ) -> String {
        let text = text(in: language)
        if withLines { return text }
        if case .repeatedText = self {
            switch language {
            case .swedish: return "en lång text står två gånger. Ta bort den ena"
            case .english: return "a long text stands twice. Remove one of them"
            }
        }
        let (lineWord, pageWord) = language == .swedish ? ("rad", "sida") : ("line", "page")
        guard text.hasPrefix(lineWord + " "), let colon = text.firstRange(of: ": ") else { return text }
        let rest = String(text[colon.upperBound...])
        let line = Int(text[..<colon.lowerBound].dropFirst(lineWord.count + 1))
        return line.flatMap(page).map { "\(pageWord) \($0): \(rest)" } ?? rest
    }
}

extension ExportChange {
    /// ", att-sats 2: före → efter"
    func shown(in language: MessageLanguage) -> String {
        let place = place.map { ", \($0.text(in: language))" } ?? ""
        switch (before.isEmpty, after.isEmpty, language) {
        case (true, _, .swedish): return "\(place), nytt: \(after.oneLine)"
        case (true, _, .english): return "\(place), new: \(after.oneLine)"
        case (_, true, .swedish): return "\(place), borttaget: \(before.oneLine)"
        case (_, true, .english): return "\(place), removed: \(before.oneLine)"
        case (false, false, .swedish) where before == after: return "\(place), flyttat: \(after.oneLine)"
        case (false, false, .english) where before == after: return "\(place), moved: \(after.oneLine)"
        default: return "\(place): \(before.oneLine) → \(after.oneLine)"
        }
    }
}

extension ExportChange.Spot {
    func text(in language: MessageLanguage) -> String {
        switch self {
        case .key(let key): key
        case .clause(let number, let paragraph):
            (paragraph.map { "§ \($0), " } ?? "") + (language == .swedish ? "att-sats" : "clause")
                + (number.map { " \($0)" } ?? "")
        }
    }
}

extension String {
    /// In one line, at most some two hundred signs of it.
    var oneLine: String {
        let line = split(separator: "\n").map { String($0).trimmed }.joined(separator: " ")
        return line.count > 240 ? line.prefix(240) + "…" : line
    }
}
