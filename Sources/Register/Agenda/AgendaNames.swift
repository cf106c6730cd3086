import Meetings

/// Which matter an agenda's lines name (FORMAT §5): by dnr, alone, in front or anywhere, or by title.
struct AgendaNames<Extent> {
    /// Of each line.
    let lines: [Name]
    /// Lines that say what another line or no single line can mean; for messages.
    let remarks: [Remark]

    typealias MatterIndex = Links<Extent>.MatterIndex

    enum Name: Equatable {
        case heading
        case matter(MatterIndex)
        /// A matter that an earlier line has named: the line would show it again.
        case again(MatterIndex)
    }

    struct Remark {
        /// The line's place.
        let line: Int
        let reason: Reason
    }

    enum Reason {
        /// Another line is the matter.
        case namedAgain(MatterIndex)
        case several([MatterIndex])
        /// The line has a matter's title among other words, and the matter has no line of its own.
        case titleWithin(MatterIndex)
    }
}

extension AgendaNames {
    /// - Parameters:
    ///   - index: every matter by its dnr's key.
    ///   - titles: the matters that carry the meeting's date, by title.
    ///   - undated: those that carry no date at all, by title; a line that is such a title names the matter.
    init(
        _ agenda: [AgendaLine], _ index: [String: MatterIndex], titles: [[UInt8]: [MatterIndex]],
        undated: [[UInt8]: [MatterIndex]] = [:]
    ) {
        var lines = [Name](repeating: .heading, count: agenda.count)
        var remarks: [Remark] = []
        var taken: Set<MatterIndex> = []
        var open: [Int] = []
        // What a line begins with or is comes before what another only mentions.
        for (place, line) in agenda.enumerated() {
            if let matter = AgendaBuilder<Extent>.matter(named: line.text, index) {
                let others = AgendaBuilder<Extent>.listed(in: line.text, index)
                if others.count > 1 {
                    remarks.append(Remark(line: place, reason: .several(others)))
                    continue
                }
                lines[place] = taken.insert(matter).inserted ? .matter(matter) : .again(matter)
                if case .again = lines[place] { remarks.append(Remark(line: place, reason: .namedAgain(matter))) }
            } else {
                open.append(place)
            }
        }
        for place in open {
            let mentioned = AgendaBuilder<Extent>.matters(mentionedIn: agenda[place].text, index)
            if mentioned.count > 1 {
                remarks.append(Remark(line: place, reason: .several(mentioned)))
            } else if let matter = mentioned.first {
                if taken.insert(matter).inserted {
                    lines[place] = .matter(matter)
                } else {
                    remarks.append(Remark(line: place, reason: .namedAgain(matter)))
                }
            } else if let named = AgendaNames.titled(agenda[place].text, titles)
                ?? AgendaNames.titled(agenda[place].text, undated)
            {
                if let matter = named.first(where: { !taken.contains($0) }) {
                    taken.insert(matter)
                    lines[place] = .matter(matter)
                } else if let matter = named.first {
                    lines[place] = .again(matter)
                    remarks.append(Remark(line: place, reason: .namedAgain(matter)))
                }
            }
        }
        remarks += AgendaNames.titlesWithin(agenda, open.filter { lines[$0] == .heading }, taken, titles)
        (self.lines, self.remarks) = (lines, remarks.sorted { $0.line < $1.line })
    }

    /// By the whole line, or by what stands after its number: "1.2 Budget".
    private static func titled(_ line: String, _ titles: [[UInt8]: [MatterIndex]]) -> [MatterIndex]? {
        if titles.isEmpty { return nil }
        return titles[Spelling.words(line)]
            ?? AgendaLine.withoutBareNumber(line).flatMap { titles[Spelling.words($0.rest)] }
    }

    /// Shorter titles are words of many lines; of two words ("Budget 2027") they may be a little shorter.
    private static func isTelling(_ title: [UInt8]) -> Bool {
        title.count >= 12 || title.count >= 8 && title.contains(0x20)
    }

    private static func titlesWithin(
        _ agenda: [AgendaLine], _ headings: [Int], _ taken: Set<MatterIndex>, _ titles: [[UInt8]: [MatterIndex]]
    ) -> [Remark] {
        guard !headings.isEmpty else { return [] }
        let left = titles.filter { isTelling($0.key) && $0.value.contains { !taken.contains($0) } }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }
        let finder = WordFinder(left.map(\.key))
        guard !finder.isEmpty else { return [] }
        return headings.compactMap { place in
            let text = Spelling.words(agenda[place].text)
            var longest: (word: Int, length: Int)?
            finder.find(in: text) { word, found in
                let isWhole =
                    (found.lowerBound == 0 || !text[found.lowerBound - 1].isASCIILetter)
                    && (found.upperBound == text.count || !text[found.upperBound].isASCIILetter)
                if isWhole, found.count > longest?.length ?? 0 { longest = (word, found.count) }
            }
            return longest.flatMap { left[$0.word].value.first { !taken.contains($0) } }
                .map { Remark(line: place, reason: .titleWithin($0)) }
        }
    }
}
