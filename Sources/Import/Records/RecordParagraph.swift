import Meetings

/// A § of an imported record.
public struct RecordParagraph: Sendable {
    public let number: Int
    public internal(set) var title: String
    public let diaryNumber: String?
    /// The decision's clauses, without the leading att and without markup.
    public let decision: [String]
    public let line: Int
    let amounts: [Money]
    let periods: [Period]
    /// What it says, as Markdown; its subsections have headings of the third level.
    let markdown: String
    /// The headings within it.
    let sections: [Found<String>]

    /// It has a title of its own, and not its number for want of one.
    var isTitled: Bool { title != "§ \(number)" }

    /// "b) Budget": a part of the § before, with the same number.
    var isPart: Bool { title.dropFirst().first == ")" && title.startsWithSmallLetter }
}
