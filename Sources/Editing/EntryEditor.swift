import Content
import Meetings

/// Changes one part of a record's § and leaves the others as they stand.
struct EntryEditor {
    var raw: RawLines
    let bodyLine: Int
    let number: Int
}

extension EntryEditor {
    private func entry() throws(EditFault) -> RecordOutline.Entry {
        let outline = RecordOutline(lines: raw.texts, bodyLine: bodyLine)
        guard let entry = outline.entries.first(where: { $0.number == number }) else { throw .noSuchEntry(number) }
        return entry
    }

    /// Lines from 0.
    private func textRange(_ entry: RecordOutline.Entry) -> Range<Int> {
        let end =
            [entry.sections.first?.line, entry.statement, entry.followUps.first].compactMap(\.self).min() ?? entry.end
        return entry.line..<max(entry.line, end - 1)
    }

    /// What stands in lines, without the blank ones around it.
    private func core(_ range: Range<Int>) -> Range<Int> {
        let written = range.filter { !raw.lines[$0].text.isBlank }
        guard let first = written.first, let last = written.last else { return range.lowerBound..<range.lowerBound }
        return first..<last + 1
    }

    func text() throws(EditFault) -> String { text(of: try entry()) }

    func text(of entry: RecordOutline.Entry) -> String {
        raw.texts[core(textRange(entry))].joined(separator: "\n")
    }

    func outcome() throws(EditFault) -> String? { outcome(of: try entry()) }

    func outcome(of entry: RecordOutline.Entry) -> String? {
        guard let line = entry.statement else { return nil }
        let text = raw.lines[line - 1].text
        return text.firstIndex(of: ":").map { text[text.index(after: $0)...].drop { $0 == "*" }.trimmingSpaces }
    }

    func followUps() throws(EditFault) -> [String] { followUps(of: try entry()) }

    func followUps(of entry: RecordOutline.Entry) -> [String] {
        entry.followUps.compactMap { line in
            let text = raw.lines[line - 1].text
            return text.firstIndex(of: ":").map { text[text.index(after: $0)...].drop { $0 == "*" }.trimmingSpaces }
        }
    }

    func section(_ heading: String) throws(EditFault) -> String {
        try find(heading, in: entry()).map { sectionText($0) } ?? ""
    }

    func sectionText(_ section: RecordOutline.Section) -> String {
        raw.texts[core(section.line..<section.end - 1)].joined(separator: "\n")
    }

    private func find(_ heading: String, in entry: RecordOutline.Entry) -> RecordOutline.Section? {
        let kind = MinutesEntry.Section.Kind(heading: heading)
        return entry.sections.first {
            FieldKey.fold($0.heading) == FieldKey.fold(heading) || kind != nil && $0.kind == kind
        }
    }

    mutating func apply(_ edit: EntryEdit) throws(EditFault) {
        switch edit {
        case .text(let text):
            let entry = try entry()
            fill(textRange(entry), with: text)
        case .outcome(let words): try setOutcome(words)
        case .votes(let votes): try setVotes(votes)
        case .followUps(let lines): try setFollowUps(lines)
        case .section(let heading, let text): try setSection(heading, text)
        }
    }

    /// Puts a text where another stood, with a blank line before and after.
    private mutating func fill(_ range: Range<Int>, with text: String) {
        let lines = Self.trimmed(RawLines.split(text))
        let own = core(range)
        if !own.isEmpty && !lines.isEmpty {
            raw.replace(own, with: lines)
        } else if !lines.isEmpty {
            raw.replace(range, with: [""] + lines + [""])
        } else if !own.isEmpty {
            raw.replace(range, with: [""])
        }
    }

    /// A text as it is read again, without blank lines around it.
    static func trimmed(_ text: String) -> String { trimmed(RawLines.split(text)).joined(separator: "\n") }

    private static func trimmed(_ lines: [String]) -> [String] {
        guard let first = lines.firstIndex(where: { !$0.isBlank }), let last = lines.lastIndex(where: { !$0.isBlank })
        else { return [] }
        return Array(lines[first...last])
    }

    private mutating func setOutcome(_ words: String?) throws(EditFault) {
        let entry = try entry()
        let words = words?.trimmingSpaces
        if let words, words.contains("\n") || words.isEmpty { throw .notAsMeant(part: "Beslut") }
        guard let statement = entry.statement else {
            guard let words else { return }
            let range = textRange(entry)
            insert("Beslut: \(words)", after: core(range), in: range)
            return
        }
        let line = raw.lines[statement - 1].text
        guard let words else { return removeParagraphLine(statement - 1) }
        guard let colon = line.firstIndex(of: ":") else { throw .notAsMeant(part: "Beslut") }
        let rest = line[line.index(after: colon)...]
        let stars = rest.prefix { $0 == "*" }
        if rest.dropFirst(stars.count).trimmingSpaces == words { return }
        raw.replace(statement - 1..<statement, with: [line[...colon] + stars + " " + words])
    }

    /// A line that goes takes a blank line with it where it stood alone.
    private mutating func removeParagraphLine(_ line: Int) {
        let isBlankBefore = line == 0 || raw.lines[line - 1].text.isBlank
        let isBlankAfter = line + 1 < raw.lines.count && raw.lines[line + 1].text.isBlank
        let isLast = line + 2 >= raw.lines.count
        if isBlankBefore && isBlankAfter && !isLast {
            raw.replace(line..<line + 2, with: [])
        } else if isBlankBefore && isLast && line > 0 {
            raw.replace(line - 1..<line + 1, with: [])
        } else {
            raw.replace(line..<line + 1, with: [])
        }
    }

    /// A line as a paragraph of its own below what stands in a range.
    private mutating func insert(_ line: String, after core: Range<Int>, in range: Range<Int>) {
        let place = core.isEmpty ? range.lowerBound : core.upperBound
        let isBlankAfter = place < raw.lines.count && raw.lines[place].text.isBlank
        raw.replace(place..<place, with: ["", line] + (isBlankAfter ? [] : [""]))
    }

    private mutating func setVotes(_ votes: [EntryEdit.Vote]) throws(EditFault) {
        let lines = votes.filter { !$0.names.isEmpty }.map { "\($0.word): \($0.names.joined(separator: ", "))" }
        let words = votes.map { FieldKey.fold($0.word) } + ["ja", "nej", "avstar"]
        let old = RawLines.split(try section("Omröstning"))
        let isVote: (String) -> Bool = { line in
            line.firstIndex(of: ":").map { words.contains(FieldKey.fold(line[..<$0].trimmingSpaces)) } ?? false
        }
        var kept: [String] = []
        var isPut = false
        for line in old {
            if isVote(line) {
                if !isPut { kept += lines }
                isPut = true
            } else {
                kept.append(line)
            }
        }
        if !isPut { kept = kept.allSatisfy(\.isBlank) ? lines : kept + [""] + lines }
        try setSection("Omröstning", Self.trimmed(kept).joined(separator: "\n"))
    }

    private mutating func setFollowUps(_ values: [String]) throws(EditFault) {
        let entry = try entry()
        let lines = values.map { "Följs upp: " + $0.trimmingSpaces }
        if lines.contains(where: { $0.contains("\n") }) { throw .notAsMeant(part: "Följs upp") }
        let old = entry.followUps.map { raw.lines[$0 - 1].text }
        if old == lines { return }
        guard let first = entry.followUps.first else {
            let range = textRange(entry)
            guard let statement = entry.statement else {
                for line in lines.reversed() { insert(line, after: core(range), in: range) }
                return
            }
            raw.replace(statement..<statement, with: lines)
            return
        }
        for line in entry.followUps.dropFirst().reversed() { raw.replace(line - 1..<line, with: []) }
        if lines.isEmpty { return removeParagraphLine(first - 1) }
        raw.replace(first - 1..<first, with: lines)
    }

    private mutating func setSection(_ heading: String, _ text: String) throws(EditFault) {
        let entry = try entry()
        let lines = Self.trimmed(RawLines.split(text))
        guard let section = find(heading, in: entry) else {
            if lines.isEmpty { return }
            return addSection(heading, lines, to: entry)
        }
        if lines.isEmpty {
            guard section.end > raw.lines.count else {
                return raw.replace(section.line - 1..<section.end - 1, with: [])
            }
            let end = raw.lines[..<(section.line - 1)].lastIndex { !$0.text.isBlank } ?? -1
            raw.replace(end + 1..<raw.lines.count, with: [""])
        } else {
            fill(section.line..<section.end - 1, with: text)
        }
    }

    /// In FORMAT's order of subsections.
    private mutating func addSection(_ heading: String, _ lines: [String], to entry: RecordOutline.Entry) {
        let order = MinutesEntry.Section.Kind.allCases
        let rank = MinutesEntry.Section.Kind(heading: heading).flatMap { order.firstIndex(of: $0) } ?? order.count
        let next = entry.sections.first { section in
            section.kind.flatMap { order.firstIndex(of: $0) }.map { $0 > rank } ?? false
        }
        let place = (next?.line ?? entry.end) - 1
        var new = ["### \(heading)", ""] + lines
        if place >= raw.lines.count - 1 {
            let end = (raw.lines.lastIndex { !$0.text.isBlank } ?? -1) + 1
            return raw.replace(end..<raw.lines.count, with: [""] + new + [""])
        }
        new.append("")
        if place > 0, !raw.lines[place - 1].text.isBlank { new.insert("", at: 0) }
        raw.replace(place..<place, with: new)
    }
}
