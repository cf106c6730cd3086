import System

/// What a page says between its marks: `<!--klubba:NAME-->` … `<!--/klubba-->`. Marks of one name count together, in the
/// page's order.
public struct PageMarks: Sendable {
    private var parts: [String: [ArraySlice<UInt8>]] = [:]
    /// True where some of it is in words of the theme's own.
    public private(set) var hasData = false

    public init(page: [UInt8]) {
        let (start, end, data) = (Array("<!--klubba:".utf8), Array("<!--/klubba-->".utf8), Array("<data ".utf8))
        var index = 0
        while let opening = page.range(of: start, from: index) {
            guard let closing = page.range(of: Array("-->".utf8), from: opening.upperBound) else { return }
            let name = String(decoding: page[opening.upperBound..<closing.lowerBound], as: UTF8.self)
            guard let last = page.range(of: end, from: closing.upperBound) else { return }
            parts[name, default: []].append(page[closing.upperBound..<last.lowerBound])
            if !hasData { hasData = page.range(of: data, from: closing.upperBound, to: last.lowerBound) != nil }
            index = last.upperBound
        }
    }
}

extension PageMarks {
    /// A page without all that stands between marks.
    public static func outside(of page: [UInt8]) -> [UInt8] {
        let (start, end) = (Array("<!--klubba:".utf8), Array("<!--/klubba-->".utf8))
        var rest: [UInt8] = []
        var index = 0
        while let opening = page.range(of: start, from: index),
            let last = page.range(of: end, from: opening.upperBound)
        {
            rest += page[index..<opening.lowerBound]
            index = last.upperBound
        }
        return rest + page[index...]
    }

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
    fileprivate func range(of part: [UInt8], from start: Int, to end: Int? = nil) -> Range<Int>? {
        let end = end ?? count
        guard start + part.count <= end else { return nil }
        return withUnsafeBytes { bytes in
            part.withUnsafeBytes { part in
                guard let base = bytes.baseAddress, let wanted = part.baseAddress else { return nil }
                var position = start
                // A byte at a time only where the first one is right.
                while position + part.count <= end,
                    let index = Memory.place(of: part[0], in: base, from: position, to: end - part.count + 1)
                {
                    if Memory.isSame(base + index, wanted, count: part.count) { return index..<(index + part.count) }
                    position = index + 1
                }
                return nil
            }
        }
    }
}
