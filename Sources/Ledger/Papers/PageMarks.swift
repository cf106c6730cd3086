/// What a page says between its marks: `<!--klubba:NAME-->` … `<!--/klubba-->`. Marks of one name count together, in the
/// page's order.
public struct PageMarks: Sendable {
    private var parts: [String: [ArraySlice<UInt8>]] = [:]

    public init(page: [UInt8]) {
        let (start, end) = (Array("<!--klubba:".utf8), Array("<!--/klubba-->".utf8))
        var index = 0
        while let opening = page.range(of: start, from: index) {
            guard let closing = page.range(of: Array("-->".utf8), from: opening.upperBound) else { return }
            let name = String(decoding: page[opening.upperBound..<closing.lowerBound], as: UTF8.self)
            guard let last = page.range(of: end, from: closing.upperBound) else { return }
            parts[name, default: []].append(page[closing.upperBound..<last.lowerBound])
            index = last.upperBound
        }
    }
}

extension PageMarks {
    public var names: Set<String> { Set(parts.keys) }

    /// Nil where the page has no mark of the name.
    public func text(_ name: String) -> CanonicalText? {
        parts[name].map { parts in CanonicalText(joining: parts.map { CanonicalText(html: $0) }) }
    }

    /// The words as a reader sees them.
    public func shown(_ name: String) -> CanonicalText? {
        parts[name].map { parts in CanonicalText(joining: parts.map { CanonicalText(shownIn: $0) }) }
    }
}

extension [UInt8] {
    fileprivate func range(of part: [UInt8], from start: Int) -> Range<Int>? {
        guard let first = part.first, start + part.count <= count else { return nil }
        var index = start
        while let candidate = self[index...].firstIndex(of: first), candidate + part.count <= count {
            if self[candidate..<(candidate + part.count)].elementsEqual(part) {
                return candidate..<(candidate + part.count)
            }
            index = candidate + 1
        }
        return nil
    }
}
