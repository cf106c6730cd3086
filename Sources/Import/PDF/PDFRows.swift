/// A row of a page: what stands on one line, from left to right, apart where a gap is wide.
struct PDFRow: Sendable {
    let page: Int
    var cells: [Cell]

    struct Cell: Sendable {
        var left: Double
        var right: Double
        /// As Markdown: bold words are marked where the row is not all bold.
        var text: String
        var plain: String
    }

    var top: Double
    var bottom: Double
    /// The size of most of its words.
    var size: Double
    var isBold: Bool
    /// It begins with a small number, as a note does.
    var startsRaised = false
    /// Where its column ends; nil for a row of the whole page.
    var edge: Double?

    var left: Double { cells.first?.left ?? 0 }
    var right: Double { cells.last?.right ?? 0 }
    var plain: String { cells.map(\.plain).joined(separator: "   ") }
    var text: String { cells.map(\.text).joined(separator: "   ") }
    var height: Double { bottom - top }
}

extension PDFRow {
    /// The rows of a page from top to bottom.
    static func rows(of page: PDFPage) -> [PDFRow] {
        var groups: [[PDFPage.Span]] = []
        for span in page.spans.sorted(by: { ($0.middle, $0.left) < ($1.middle, $1.left) }) {
            let place = groups.lastIndex { group in
                guard let first = group.max(by: { $0.size < $1.size }) else { return false }
                return span.middle < first.bottom && span.middle > first.top
                    || first.middle > span.top && first.middle < span.bottom
            }
            if let place, place >= groups.count - 2 { groups[place].append(span) } else { groups.append([span]) }
        }
        return groups.map { row($0.sorted { $0.left < $1.left }, page.number) }.filter { !$0.cells.isEmpty }
            .sorted { $0.top < $1.top }
    }

    private static func row(_ spans: [PDFPage.Span], _ page: Int) -> PDFRow {
        let letters = spans.map { $0.text.count }
        let size = zip(spans, letters).max { $0.1 < $1.1 }?.0.size ?? 0
        let isBold = spans.allSatisfy { $0.isBold || !$0.text.contains { $0.isLetter || $0.isNumber } }
        var cells: [Cell] = []
        var lastSize = size
        for span in spans {
            let isNote = isNoteMark(span, size, cells)
            let plain = isNote ? "[^\(span.text.trimmed)]" : span.text
            let marked = isNote ? plain : inline(span, isBold: isBold)
            let gap = span.left - (cells.last?.right ?? -1_000)
            if !cells.isEmpty, gap < max(size, lastSize) * 1.1 {
                let needsSpace =
                    gap > size * 0.12 && !(cells[cells.count - 1].plain.hasSuffix(" ") || plain.hasPrefix(" "))
                cells[cells.count - 1].plain += (needsSpace ? " " : "") + plain
                cells[cells.count - 1].text += (needsSpace ? " " : "") + marked
                cells[cells.count - 1].right = max(cells[cells.count - 1].right, span.right)
            } else {
                cells.append(Cell(left: span.left, right: span.right, text: marked, plain: plain))
            }
            lastSize = span.size
        }
        for index in cells.indices {
            cells[index].plain = cells[index].plain.singleSpaced.trimmed
            cells[index].text = cells[index].text.replacing("****", with: "").singleSpaced.trimmed
        }
        var row = PDFRow(
            page: page, cells: cells.filter { !$0.plain.isEmpty }, top: spans.map(\.top).min() ?? 0,
            bottom: spans.map(\.bottom).max() ?? 0, size: size, isBold: isBold)
        row.startsRaised = spans.count > 1 && (spans.first.map { isSmallNumber($0, size) } ?? false)
        return row
    }

    /// A small number raised after a word.
    private static func isNoteMark(_ span: PDFPage.Span, _ size: Double, _ cells: [Cell]) -> Bool {
        !cells.isEmpty && isSmallNumber(span, size)
    }

    private static func isSmallNumber(_ span: PDFPage.Span, _ size: Double) -> Bool {
        let text = span.text.trimmed
        return span.size <= size * 0.75 && text.utf8.count <= 2 && !text.isEmpty
            && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    private static func inline(_ span: PDFPage.Span, isBold: Bool) -> String {
        let text = MarkdownText.inlineEscaped(span.text)
        guard span.isBold, !isBold, text.contains(where: \.isLetter) else { return text }
        let words = text.trimmed
        return (text.hasPrefix(" ") ? " " : "") + "**\(words)**" + (text.hasSuffix(" ") ? " " : "")
    }
}
