import CommonMark
import Meetings

/// Where a record's §§ and their parts stand, in lines of its file: for whoever changes one and leaves the others alone.
package struct RecordOutline: Sendable {
    package let entries: [Entry]

    package struct Entry: Sendable, Equatable {
        package let number: Int
        /// What the heading says after the number.
        package let heading: String
        /// The heading's line, and the line after the §'s last.
        package let line: Int
        package let end: Int
        package let sections: [Section]
        /// The line that begins with "Beslut:", outside what others want or think.
        package let statement: Int?
        /// Lines like "Följs upp: 2021-03-31".
        package let followUps: [Int]
    }

    package struct Section: Sendable, Equatable {
        package let heading: String
        package let kind: MinutesEntry.Section.Kind?
        package let line: Int
        package let end: Int
    }
}

extension RecordOutline {
    /// `lines` are all of the file's, without their ends; the body begins at the 1-based `bodyLine`.
    package init(lines: [String], bodyLine: Int) {
        let body = Array(lines.dropFirst(bodyLine - 1).joined(separator: "\n").utf8)
        let markdown = Markdown(body[...], firstLine: bodyLine)
        let headings = markdown.headings.filter { $0.block != nil }
        var entries: [Entry] = []
        for (index, heading) in headings.enumerated() where heading.level <= 2 {
            guard let (number, title) = EntryReader.paragraph(heading.text) else { continue }
            let rest = headings[(index + 1)...]
            let next = rest.first { $0.level <= 2 }
            let end = next?.line ?? lines.count + 1
            let inner = rest.prefix { $0.level > 2 }
            var sections: [Section] = []
            for (place, sub) in zip(inner.indices, inner) {
                let after = place + 1 < inner.endIndex ? inner[place + 1].line : end
                sections.append(
                    Section(
                        heading: sub.text, kind: SectionHeading.kind(of: sub.text), line: sub.line, end: after))
            }
            let own = (heading.line + 1)..<max(heading.line + 1, end)
            entries.append(
                Entry(
                    number: number, heading: title, line: heading.line, end: end, sections: sections,
                    statement: own.first { line in
                        Self.isStatement(lines[line - 1])
                            && !sections.contains { $0.line < line && line < $0.end && $0.kind?.isOthersWords ?? true }
                    },
                    followUps: own.filter { Self.isFollowUp(lines[$0 - 1]) }))
        }
        self.entries = entries
    }

    private static func isStatement(_ line: String) -> Bool {
        guard line.contains(":") else { return false }
        return StatedLine.words(of: String(line.filter { $0 != "*" }.drop { $0 == " " })) != nil
    }

    private static func isFollowUp(_ line: String) -> Bool {
        guard let colon = line.firstIndex(of: ":"), line.utf8.count < 2000 else { return false }
        return FieldKey.fold(line[..<colon].filter { $0 != "*" }.description) == "foljs-upp"
    }
}

extension MinutesEntry.Section.Kind {
    /// What a heading of a § begins; nil for one that the record does not know.
    package init?(heading: String) {
        guard let kind = SectionHeading.kind(of: heading) else { return nil }
        self = kind
    }
}
