import CommonMark
import Meetings

/// A piece of a proposal's section, before it is known what it is.
struct ProposalUnit {
    enum Shape {
        case paragraph
        case listItem
        /// A table, a quote, code.
        case other
        case heading
    }

    let shape: Shape
    /// Begins with "att", in any of its spellings.
    let isAtt: Bool
    /// Its Markdown, without the list's marker and indentation.
    var source: [UInt8]
    let line: Int
}

extension ProposalUnit {
    /// The units of a block. A paragraph falls apart where a line begins with "att", a list into its items.
    static func units(of block: Block, lines: SourceLines) -> [ProposalUnit] {
        let own = lines[block.lines]
        switch block.kind {
        case .paragraph: return paragraph(own, line: block.lines.lowerBound)
        case .list: return list(own, line: block.lines.lowerBound)
        case .heading: return [unit(.heading, own, line: block.lines.lowerBound)]
        default: return [unit(.other, own, line: block.lines.lowerBound)]
        }
    }

    private static func unit(_ shape: Shape, _ lines: [ArraySlice<UInt8>], line: Int) -> ProposalUnit {
        let isAtt = shape != .heading && shape != .other && lines.first.map { AttMark.length(in: $0) != nil } ?? false
        return ProposalUnit(shape: shape, isAtt: isAtt, source: joined(lines), line: line)
    }

    private static func joined(_ lines: [ArraySlice<UInt8>]) -> [UInt8] {
        Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    }

    private static func paragraph(_ lines: [ArraySlice<UInt8>], line: Int) -> [ProposalUnit] {
        var units: [ProposalUnit] = []
        var start = 0
        for index in lines.indices.dropFirst() where AttMark.length(in: lines[index].trimmed) != nil {
            units.append(unit(.paragraph, lines[start..<index].map { $0.trimmed }, line: line + start))
            start = index
        }
        units.append(unit(.paragraph, lines[start...].map { $0.trimmedStart }, line: line + start))
        return units
    }

    /// Items begin where a line has a marker no deeper than the first line's.
    private static func list(_ lines: [ArraySlice<UInt8>], line: Int) -> [ProposalUnit] {
        var units: [ProposalUnit] = []
        var item: [ArraySlice<UInt8>] = []
        var itemLine = line
        var indentation = 0
        var contentOffset = 0
        func flush() {
            while item.last?.trimmed.isEmpty == true { item.removeLast() }
            if !item.isEmpty { units.append(unit(.listItem, item, line: itemLine)) }
        }
        for (index, text) in lines.enumerated() {
            let spaces = text.prefix { $0 == 0x20 }.count
            if let marker = markerLength(text.dropFirst(spaces)), index == 0 || spaces < indentation + 2 {
                flush()
                if index == 0 { indentation = spaces }
                contentOffset = spaces + marker
                item = [text.dropFirst(contentOffset)]
                itemLine = line + index
            } else {
                item.append(text.dropFirst(min(spaces, contentOffset)))
            }
        }
        flush()
        return units
    }

    /// The marker and the spaces after it: `- `, `* `, `1. `, `2) `.
    private static func markerLength(_ text: ArraySlice<UInt8>) -> Int? {
        var index = text.startIndex
        while index < text.endIndex, text[index].isDigit, index - text.startIndex < 9 { index += 1 }
        guard index < text.endIndex else { return nil }
        let marks: StaticString = index > text.startIndex ? ".)" : "-*+"
        let isMark = marks.withUTF8Buffer { $0.contains(text[index]) }
        guard isMark else { return nil }
        let mark = index
        index += 1
        while index < text.endIndex, text[index] == 0x20 || text[index] == 0x09, index - mark <= 4 { index += 1 }
        return index > mark + 1 ? index - text.startIndex : nil
    }
}

/// A text's lines, by their number in the file.
struct SourceLines {
    private let lines: [ArraySlice<UInt8>]
    private let first: Int

    init(_ body: ArraySlice<UInt8>, firstLine: Int) {
        lines = body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        first = firstLine
    }

    subscript(range: ClosedRange<Int>) -> [ArraySlice<UInt8>] {
        let start = Swift.max(0, range.lowerBound - first)
        let end = Swift.min(lines.count, range.upperBound - first + 1)
        return start < end ? Array(lines[start..<end]) : []
    }
}

extension ArraySlice<UInt8> {
    var trimmedStart: ArraySlice<UInt8> { drop { $0 == 0x20 || $0 == 0x09 } }
}
