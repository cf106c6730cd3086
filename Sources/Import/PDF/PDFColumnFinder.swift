/// Where a page has two columns of running text, told from where its words lie: many lines begin at the same place to the
/// right of the middle, none reaches across it, and on both sides sentences go on from line to line. In a table they don't.
struct PDFColumnFinder {
    /// In the order that they are read; nil for a page without columns.
    private(set) var parts: [Part]?
    private let width: Double

    struct Part {
        var spans: [PDFPage.Span]
        var isColumn: Bool
    }

    private static let least = 5

    init(_ page: PDFPage) {
        width = page.width
        let sorted = page.spans.sorted { ($0.top, $0.left) < ($1.top, $1.left) }
        guard let start = start(of: sorted), let columns = columns(sorted, from: start) else { return }
        let (left, right) = columns
        let top = min(left.first?.top ?? 0, right.first?.top ?? 0)
        let taken = Set((left + right).map(Place.init))
        let rest = sorted.filter { !taken.contains(Place($0)) }
        parts = [
            Part(spans: rest.filter { $0.top < top }, isColumn: false), Part(spans: left, isColumn: true),
            Part(spans: right, isColumn: true), Part(spans: rest.filter { $0.top >= top }, isColumn: false),
        ]
        .filter { !$0.spans.isEmpty }
    }
}

extension PDFColumnFinder {
    private struct Place: Hashable {
        let left: Double
        let top: Double
        let text: String

        init(_ span: PDFPage.Span) { (left, top, text) = (span.left, span.top, span.text) }
    }

    /// A line of running words, no cell.
    private func isLine(_ span: PDFPage.Span) -> Bool {
        span.right - span.left > width * 0.2 && span.text.words.count >= 3
    }

    /// Where the second column's lines begin.
    private func start(of spans: [PDFPage.Span]) -> Double? {
        let starts = spans.filter { $0.left > width * 0.35 && isLine($0) }.map { $0.left.rounded() }
        let counts = starts.reduce(into: [Double: Int]()) { $0[$1, default: 0] += 1 }
        let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
        return best.flatMap { $0.value >= PDFColumnFinder.least ? $0.key : nil }
    }

    /// The two columns between lines that reach across.
    private func columns(
        _ spans: [PDFPage.Span], from start: Double
    ) -> (left: [PDFPage.Span], right: [PDFPage.Span])? {
        let edge = start - 6
        let across = spans.filter { $0.left < edge && $0.right > edge }.map(\.middle)
        // The longest stretch of the second column that nothing crosses.
        var groups: [Int: [PDFPage.Span]] = [:]
        for span in spans where span.left >= edge {
            groups[across.count { $0 < span.middle }, default: []].append(span)
        }
        guard let right = groups.values.max(by: { $0.count < $1.count }), let first = right.first else { return nil }
        let height = first.bottom - first.top
        let ceiling = across.filter { $0 < first.middle }.max() ?? -.infinity
        let floor = across.filter { $0 > first.middle }.min() ?? .infinity
        let bottom = right.map(\.bottom).max() ?? 0
        var left: [PDFPage.Span] = []
        for span in spans where span.right <= edge && span.middle > ceiling && span.middle < floor {
            guard span.middle > first.top - height * 0.2 else { continue }
            // Below the second column's end only what follows close is the first one's.
            if span.top > bottom, span.top - (left.last?.bottom ?? 0) > height * 0.8 { break }
            left.append(span)
        }
        return isRunning(left) && isRunning(right) ? (left, right) : nil
    }

    /// Sentences that go on from line to line.
    private func isRunning(_ column: [PDFPage.Span]) -> Bool {
        let lines = column.filter(isLine)
        guard lines.count >= PDFColumnFinder.least else { return false }
        let going = zip(lines, lines.dropFirst()).count { !SentenceEnd.isAt($0.text.trimmed) && isBelow($1, $0) }
        return going * 2 >= lines.count - 1
    }

    private func isBelow(_ span: PDFPage.Span, _ above: PDFPage.Span) -> Bool {
        span.top - above.bottom < (above.bottom - above.top) * 0.8
    }
}
