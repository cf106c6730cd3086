import CommonMark
import Meetings

extension Proposal {
    /// Reads a proposal's section into its lead line and numbered clauses, whichever of the shapes of FORMAT §3 the
    /// clauses stand in. Nothing that stands in the section is lost: what comes between clauses belongs to the one
    /// before it, what comes after the last is kept as the remainder.
    init(
        _ section: ProposalSection, of markdown: Markdown, lines: SourceLines, clock: CalendarDate,
        _ reading: inout ProseReading
    ) {
        var builder = ProposalBuilder(clock: clock)
        builder.read(section.content.map { ProposalUnit.units(of: markdown.blocks[$0], lines: lines) })
        let lead = builder.lead.isEmpty ? nil : ProposalBuilder.text(builder.lead, &reading)
        self.init(
            heading: section.heading.text, lead: lead.map { reading.withNotes($0.prose) }, leadText: lead?.plain,
            clauses: builder.clauses.enumerated().map { index, parts in
                DecisionClause(number: index + 1, parts: parts, clock: clock, &reading)
            },
            remainder: builder.remainder.isEmpty
                ? Prose() : reading.withNotes(ProposalBuilder.text(builder.remainder, &reading).prose))
    }
}

extension DecisionClause {
    /// The clauses that some blocks of a text hold, read as a proposal's are, and the text around them. Without
    /// `sentences`, a plain paragraph is no clause.
    static func all(
        in blocks: Range<Int>, of markdown: Markdown, lines: SourceLines, clock: CalendarDate, sentences: Bool,
        _ reading: inout ProseReading
    ) -> (clauses: [DecisionClause], around: Prose) {
        var builder = ProposalBuilder(clock: clock)
        let units = blocks.map { ProposalUnit.units(of: markdown.blocks[$0], lines: lines) }
        guard sentences || units.contains(where: { $0.contains { $0.isAtt || $0.shape == .listItem } }) else {
            return ([], Prose())
        }
        builder.read(units)
        let clauses = builder.clauses.enumerated().map { index, parts in
            DecisionClause(number: index + 1, parts: parts, clock: clock, &reading)
        }
        let around = builder.lead + builder.remainder
        guard !around.isEmpty else { return (clauses, Prose()) }
        let source = Array(around.map(\.source).joined(separator: Array("\n\n".utf8)))
        return (clauses, reading.prose(reading.markdown(source[...], firstLine: around[0].line), isPart: true))
    }
}

/// Sorts the units of a section into lead, clauses and remainder.
private struct ProposalBuilder {
    let clock: CalendarDate
    var lead: [ProposalUnit] = []
    var clauses: [[ProposalUnit]] = []
    var remainder: [ProposalUnit] = []

    init(clock: CalendarDate) { self.clock = clock }

    /// Takes the units of each of the section's blocks, up to its first heading. Where one line begins with att, a
    /// paragraph falls apart at such lines and a list without any belongs to the clause before it.
    mutating func read(_ blocks: [[ProposalUnit]]) {
        let end = blocks.firstIndex { $0.first?.shape == .heading } ?? blocks.count
        let hasAtt = blocks[..<end].contains { block in block.contains(where: \.isAtt) && !isWrappedSentence(block) }
        let own = blocks[..<end].flatMap { block -> [ProposalUnit] in
            let isWhole =
                hasAtt ? block.first?.shape == .listItem && !block.contains(where: \.isAtt) : isWrappedSentence(block)
            return isWhole ? [ProposalUnit(whole: block)] : block
        }
        let lastAtt = hasAtt ? own.lastIndex { $0.isAtt } : nil
        for (index, unit) in own.enumerated() {
            if let lastAtt {
                place(
                    unit, isClause: unit.isAtt || (unit.shape == .listItem && !clauses.isEmpty),
                    isAfterLast: index > lastAtt)
            } else {
                let isSentence = unit.shape == .listItem || (unit.shape == .paragraph && !isLead(unit))
                place(unit, isClause: isSentence, isAfterLast: true)
            }
        }
        remainder += blocks[end...].map { ProposalUnit(whole: $0) }
    }

    /// "Förbundschefen får i uppdrag / att följa upp insatsen": one sentence whose second line happens to begin so.
    private func isWrappedSentence(_ block: [ProposalUnit]) -> Bool {
        block.count == 2 && block[0].shape == .paragraph && !block[0].isAtt && !endsAsLead(block[0])
    }

    private mutating func place(_ unit: ProposalUnit, isClause: Bool, isAfterLast: Bool) {
        if isClause && remainder.isEmpty {
            clauses.append([unit])
        } else if clauses.isEmpty {
            lead.append(unit)
        } else if remainder.isEmpty, !isAfterLast || unit.shape == .other || endsWithColon(clauses[clauses.count - 1]) {
            clauses[clauses.count - 1].append(unit)
        } else {
            remainder.append(unit)
        }
    }

    private func endsWithColon(_ parts: [ProposalUnit]) -> Bool {
        parts.last?.source.last { $0 != 0x20 && $0 != 0x0A } == UInt8(ascii: ":")
    }

    /// Where no line begins with att: "Förbundsstyrelsen föreslås besluta", "Nämnden beslutar följande:".
    private func isLead(_ unit: ProposalUnit) -> Bool {
        clauses.isEmpty && lead.isEmpty && endsAsLead(unit)
    }

    private func endsAsLead(_ unit: ProposalUnit) -> Bool {
        let words = String(decoding: unit.source, as: UTF8.self).lowercased().split { !$0.isLetter }
        guard let last = words.last else { return false }
        return ["besluta", "beslutar", "beslutas", "att", "följande", "föreslår", "föreslås", "beslut"].contains(last)
            || unit.source.last == UInt8(ascii: ":")
    }

    static func text(_ units: [ProposalUnit], _ reading: inout ProseReading) -> (prose: Prose, plain: String) {
        let source =
            units.count == 1 ? units[0].source : Array(units.map(\.source).joined(separator: Array("\n\n".utf8)))
        return text(reading.markdown(source[...], firstLine: units.first?.line ?? 1), &reading)
    }

    /// A clause of plain words after its `**att**`, as most are: read without the marks, which go with the word.
    static func plainClause(_ units: [ProposalUnit], _ reading: inout ProseReading) -> (prose: Prose, plain: String)? {
        guard units.count == 1, units[0].source.starts(with: "**att** ".utf8) else { return nil }
        let words = Array("att ".utf8) + units[0].source.dropFirst(8)
        return Markdown(plain: words[...], firstLine: units[0].line).map { text($0, &reading) }
    }

    private static func text(_ markdown: Markdown, _ reading: inout ProseReading) -> (prose: Prose, plain: String) {
        (reading.prose(markdown, isPart: true).withoutLoneParagraph, markdown.plain.oneLine)
    }
}

extension DecisionClause {
    fileprivate init(number: Int, parts: [ProposalUnit], clock: CalendarDate, _ reading: inout ProseReading) {
        let (whole, plain) = ProposalBuilder.plainClause(parts, &reading) ?? ProposalBuilder.text(parts, &reading)
        let withoutAtt = (parts.first?.isAtt ?? false) ? AttMark.removed(from: whole) : nil
        let text = withoutAtt == nil ? plain : plain.withoutLeadingAtt
        self.init(
            number: number, text: text, hasAtt: withoutAtt != nil, prose: reading.withNotes(withoutAtt ?? whole),
            amounts: Money.all(in: plain), periods: Period.all(in: plain, clock: clock),
            line: parts.first?.line ?? 1)
    }
}

extension String {
    fileprivate var withoutLeadingAtt: String {
        let bytes = Array(utf8)
        guard let length = AttMark.length(in: bytes[...]) else { return self }
        return String(decoding: bytes[length...].trimmed, as: UTF8.self)
    }
}

extension [UInt8] {
    /// Plain text in one line: every run of white space is one space.
    var oneLine: String {
        String(unsafeUninitializedCapacity: count) { line in
            var end = 0
            for byte in self {
                let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x09
                if isSpace && (end == 0 || line[end - 1] == 0x20) { continue }
                line[end] = isSpace ? 0x20 : byte
                end += 1
            }
            return end > 0 && line[end - 1] == 0x20 ? end - 1 : end
        }
    }
}

extension Prose {
    /// `<p>…</p>` loses its tags where it comes first, so that it can stand in a list item or a line.
    var withoutLoneParagraph: Prose {
        guard html.starts(with: "<p>".utf8) else { return self }
        let ending = Array("</p>\n".utf8)
        var index = 3
        while let tag = html.firstIndex(of: UInt8(ascii: "<"), from: index),
            tag + ending.count <= html.count
        {
            index = tag
            if html[index..<(index + ending.count)].elementsEqual(ending) {
                var part = self[3..<index]
                if index + ending.count < html.count { part.append(self[(index + ending.count)..<html.count]) }
                part.headings = headings
                return part
            }
            index += 1
        }
        return self
    }
}
