import CommonMark

/// Where a line of a record begins a paragraph of its own though no empty line stands above it: a second "Beslut:" below
/// the first, and clauses right below a decision (FORMAT §6: adjacent lines are separate clauses).
struct ParagraphBreaks {
    /// The lines that begin anew, counted from the text's first, which is 0; in rising order.
    private let starts: [Int]
}

extension ParagraphBreaks {
    init(in body: ArraySlice<UInt8>) {
        var starts: [Int] = []
        // What the paragraph before a line is: nil between paragraphs and within code.
        var paragraph: Kind?
        var isCode = false
        for (index, line) in body.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let written = line.trimmed
            if written.starts(with: "```".utf8) || written.starts(with: "~~~".utf8) { isCode.toggle() }
            guard !isCode, let first = written.first, line.first != 0x09, !line.starts(with: "    ".utf8),
                !"#>|`~".utf8.contains(first), !(("-*+".utf8.contains(first)) && written.dropFirst().first == 0x20)
            else {
                paragraph = nil
                continue
            }
            if ParagraphBreaks.states(written) {
                if paragraph != nil { starts.append(index) }
                paragraph = .decision
            } else if paragraph == .decision, AttMark.length(in: written) != nil {
                starts.append(index)
            } else if paragraph == nil {
                paragraph = ParagraphBreaks.isHeading(written) ? .decision : .text
            }
        }
        self.starts = starts
    }

    private enum Kind { case text, decision }

    /// "Beslut: bifall", "**Beslut:** bifall", "Styrelsens beslut: att …"
    private static func states(_ line: ArraySlice<UInt8>) -> Bool {
        guard let colon = line.prefix(60).firstIndex(of: UInt8(ascii: ":")) else { return false }
        return endsWithDecision(line[..<colon])
    }

    /// "Beslut" alone
    private static func isHeading(_ line: ArraySlice<UInt8>) -> Bool {
        line.count <= 12 && line.first.map { "*_bB".utf8.contains($0) } ?? false && endsWithDecision(line)
    }

    private static func endsWithDecision(_ line: ArraySlice<UInt8>) -> Bool {
        let marks = "*_ ".utf8
        var words = line.drop { marks.contains($0) }
        while let last = words.last, marks.contains(last) { words.removeLast() }
        guard words.suffix(6).elementsEqual("beslut".utf8, by: { $0.asciiLowercased == $1 }) else { return false }
        // One word, or the name of who decides before it.
        let owner = words.dropLast(6)
        return owner.isEmpty || owner.last == 0x20 && owner.split(separator: 0x20).count <= 3
    }

    /// The Markdown of the text, with the paragraphs apart and the line numbers that the file has.
    func markdown(of body: ArraySlice<UInt8>, firstLine: Int, _ reading: inout ProseReading) -> Markdown {
        if starts.isEmpty { return reading.markdown(body, firstLine: firstLine) }
        var source: [UInt8] = []
        source.reserveCapacity(body.count + starts.count)
        var next = starts[...]
        for (index, line) in body.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            if index > 0 { source.append(0x0A) }
            if next.first == index {
                source.append(0x0A)
                next.removeFirst()
            }
            source += line
        }
        // The lines that were put in, as they are counted in the longer text.
        let added = starts.enumerated().map { firstLine + $1 + $0 }
        return reading.markdown(source[...], firstLine: firstLine).withLines { line in
            var (low, high) = (0, added.count)
            while low < high {
                let middle = (low + high) / 2
                if added[middle] < line { low = middle + 1 } else { high = middle }
            }
            return line - low
        }
    }
}
