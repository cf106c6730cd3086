import Meetings

/// A line of its own at a paper's top that says whom it is for, as `klubba export` writes it.
struct VisibilityMark {
    let text: String
    let visibility: Visibility

    private init(text: String, visibility: Visibility) { (self.text, self.visibility) = (text, visibility) }

    static let all = [
        VisibilityMark(text: "Endast för ledamöter", visibility: .members),
        VisibilityMark(text: "Utkast, inte publicerat", visibility: .draft),
    ]

    static func text(for visibility: Visibility) -> String? { all.first { $0.visibility == visibility }?.text }

    /// Nil for a line that is no such mark.
    init?(_ line: String) {
        let words = line.foldedWords
        guard let mark = VisibilityMark.all.first(where: { $0.text.foldedWords == words }) else { return nil }
        self = mark
    }
}
