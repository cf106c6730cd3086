import Content
import Meetings

/// The proposal's section as clean Markdown, and what Content reads out of it: what the dry run says is what the site
/// will show.
struct ProposalText: Sendable {
    let markdown: String
    let lead: String?
    let clauses: [DecisionClause]
    /// The heading's line.
    let line: Int
}

extension ProposalText {
    init(_ passages: ArraySlice<Passage>, heading: Passage, clock: CalendarDate) {
        markdown = ClauseMarkdown.text(passages)
        let reading = ClauseReading(proposal: markdown, clock: clock)
        (lead, clauses, line) = (reading.lead, reading.clauses, heading.line)
    }
}

/// Writes the passages of a proposal or a decision so that each att-sats is an item of its own.
enum ClauseMarkdown {
    static func text(_ passages: ArraySlice<Passage>) -> String {
        let hasAtt = passages.contains { isAtt($0) }
        var blocks: [String] = []
        var lastWasItem = false
        var isUnderClause = false
        for passage in passages {
            let text = passage.markdown
            switch passage.kind {
            case .heading(let level): blocks.append(String(repeating: "#", count: max(3, level)) + " " + text)
            case .table, .verbatim: blocks.append(isUnderClause ? indented(passage.text) : passage.text)
            case .text, .item:
                if isAtt(passage) {
                    add("- " + attMarked(text), &blocks, joining: lastWasItem)
                    (lastWasItem, isUnderClause) = (true, true)
                    continue
                }
                if case .item(let number, _) = passage.kind {
                    let letter = number.flatMap { $0.startsWithDigit ? nil : $0 + " " } ?? ""
                    let mark = (isUnderClause && hasAtt ? "  - " : "- ") + letter
                    add(mark + text, &blocks, joining: lastWasItem || (isUnderClause && hasAtt))
                    lastWasItem = true
                    continue
                }
                // What holds two lists apart ends the clause.
                if passage.text == "<!-- -->" { isUnderClause = false }
                blocks.append(text)
            }
            lastWasItem = false
        }
        return blocks.joined(separator: "\n\n")
    }

    static func isAtt(_ passage: Passage) -> Bool {
        (passage.kind == .text || passage.isItem) && AttMark.length(in: Array(passage.text.utf8)[...]) != nil
    }

    /// `att** bevilja`, `Att: bevilja` and `att bevilja` become `**att** bevilja`.
    static func attMarked(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard let length = AttMark.length(in: bytes[...]) else { return text }
        let mark = String(decoding: bytes[..<length], as: UTF8.self).trimmed
        let rest = String(decoding: bytes[length...], as: UTF8.self).trimmed
        let opens = mark.hasPrefix("*") || mark.hasPrefix("_")
        let closes = mark.hasSuffix("*") || mark.hasSuffix("_") || mark.hasSuffix(":") && mark.dropLast().hasSuffix("*")
        // "**att bevilja** medel": the emphasis goes on.
        return opens && !closes ? text : "**att** " + rest
    }

    private static func add(_ item: String, _ blocks: inout [String], joining: Bool) {
        if joining, let last = blocks.last {
            blocks[blocks.count - 1] = last + "\n" + item
        } else {
            blocks.append(item)
        }
    }

    private static func indented(_ text: String) -> String {
        text.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
    }
}
