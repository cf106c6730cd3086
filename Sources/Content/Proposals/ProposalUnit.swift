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
    /// The whole block that it is a part of, as written.
    let block: [ArraySlice<UInt8>]
}

extension ProposalUnit {
    /// All units of a block as one, in the block's own Markdown.
    init(whole block: [ProposalUnit]) {
        let isParagraph = block.first?.shape == .paragraph
        let lines = block.first?.block ?? []
        self = ProposalUnit.unit(
            isParagraph ? .paragraph : .other, isParagraph ? lines.map(\.trimmedStart) : lines,
            line: block.first?.line ?? 1,
            block: lines)
    }

    /// The units of a block. A paragraph falls apart where a line begins with "att", a list into its items.
    static func units(of block: Block, lines: SourceLines) -> [ProposalUnit] {
        let own = lines[block.lines]
        switch block.kind {
        case .paragraph: return paragraph(own, line: block.lines.lowerBound)
        case .list: return list(own, line: block.lines.lowerBound)
        case .heading: return [unit(.heading, own, line: block.lines.lowerBound, block: own)]
        default: return [unit(.other, own, line: block.lines.lowerBound, block: own)]
        }
    }

    private static func unit(
        _ shape: Shape, _ lines: [ArraySlice<UInt8>], line: Int, block: [ArraySlice<UInt8>]
    ) -> ProposalUnit {
        let isAtt = shape != .heading && shape != .other && lines.first.map { AttMark.length(in: $0) != nil } ?? false
        return ProposalUnit(shape: shape, isAtt: isAtt, source: joined(lines), line: line, block: block)
    }

    private static func joined(_ lines: [ArraySlice<UInt8>]) -> [UInt8] {
        Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    }

    private static func paragraph(_ lines: [ArraySlice<UInt8>], line: Int) -> [ProposalUnit] {
        var units: [ProposalUnit] = []
        var start = 0
        for index in lines.indices.dropFirst() where AttMark.length(in: lines[index].trimmed) != nil {
            units.append(unit(.paragraph, lines[start..<index].map { $0.trimmed }, line: line + start, block: lines))
            start = index
        }
        units.append(unit(.paragraph, lines[start...].map { $0.trimmedStart }, line: line + start, block: lines))
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
            if !item.isEmpty { units.append(unit(.listItem, item, line: itemLine, block: lines)) }
        }
        for (index, text) in lines.enumerated() {
            let (columns, bytes) = text.indentation
            if let marker = markerLength(text.dropFirst(bytes)), index == 0 || columns < indentation + 2 {
                flush()
                if index == 0 { indentation = columns }
                contentOffset = columns + marker
                item = [text.dropFirst(bytes + marker)]
                itemLine = line + index
            } else {
                let spaces = [UInt8](repeating: 0x20, count: max(0, columns - contentOffset))
                item.append((spaces + text.dropFirst(bytes))[...])
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
        if index == text.endIndex { return index - text.startIndex }
        while index < text.endIndex, text[index] == 0x20 || text[index] == 0x09, index - mark <= 4 { index += 1 }
        return index > mark + 1 ? index - text.startIndex : nil
    }
}

/// A text's lines, by their number in the file.
struct SourceLines {
    private let body: ArraySlice<UInt8>
    /// Where each line begins, and last where one would begin after them.
    private let starts: [Int]
    private let first: Int

    /// `through`: the last line that will be asked for; what follows is not looked at.
    init(_ body: ArraySlice<UInt8>, firstLine: Int, through last: Int = .max) {
        let count = last == .max ? Int.max : Swift.max(0, last - firstLine + 1)
        (self.body, first) = (body, firstLine)
        var starts = [body.startIndex]
        var start = body.startIndex
        while starts.count <= count, let end = body.firstIndex(of: UInt8(ascii: "\n"), from: start) {
            start = end + 1
            starts.append(start)
        }
        // The text's last line has no line feed of its own.
        if starts.count <= count { starts.append(body.endIndex + 1) }
        self.starts = starts
    }

    subscript(range: ClosedRange<Int>) -> [ArraySlice<UInt8>] {
        let start = Swift.max(0, range.lowerBound - first)
        let end = Swift.min(starts.count - 1, range.upperBound - first + 1)
        return start < end ? (start..<end).map { body[starts[$0]..<(starts[$0 + 1] - 1)] } : []
    }
}

extension ArraySlice<UInt8> {
    var trimmedStart: ArraySlice<UInt8> { drop { $0 == 0x20 || $0 == 0x09 } }

    /// The white space in front: its width, where a tab goes to the next multiple of four, and its bytes.
    fileprivate var indentation: (columns: Int, bytes: Int) {
        var columns = 0
        for (bytes, byte) in enumerated() {
            switch byte {
            case 0x20: columns += 1
            case 0x09: columns += 4 - columns % 4
            default: return (columns, bytes)
            }
        }
        return (columns, count)
    }
}
