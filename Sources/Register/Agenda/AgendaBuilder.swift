import Meetings

/// Puts a meeting's agenda together: the lines that its file has, and the matters that they do not name (FORMAT §5).
struct AgendaBuilder<Extent> {
    let meeting: Meeting
    /// Of each line of the file's agenda, what it names.
    let names: [AgendaNames<Extent>.Name]
    /// The matters that carry the meeting's date.
    let handled: [Links<Extent>.Handled]
    let matters: Links<Extent>.MatterTable<Matter>
    /// Where the numbers are the program's, what is not named stands before the closing items, by dnr.
    let isAutomatic: Bool
    /// The numbers that the sealed kallelse was sent with.
    let sent: SentNumbers.Papers?

    typealias MatterIndex = Links<Extent>.MatterIndex
    typealias AgendaItem = Links<Extent>.AgendaItem
}

extension AgendaBuilder {
    /// A point with what stands below it.
    private struct Point {
        var items: [AgendaItem]
        /// The highest number of its matters.
        var number: AttachmentNumber?
        var hasMatter = false
    }

    func agenda() -> [AgendaItem] {
        var left: [MatterIndex: Links<Extent>.Handled] = [:]
        for handled in handled where left[handled.matter] == nil { left[handled.matter] = handled }
        var points: [Point] = []
        for (line, name) in zip(meeting.agenda, names) {
            let item: AgendaItem
            switch name {
            case .heading: item = AgendaItem(content: .heading(line.text), level: line.level)
            case .matter(let matter):
                guard let found = left.removeValue(forKey: matter) else { continue }
                item = AgendaItem(content: .matter(matter, consultation: found.consultation), level: line.level)
            case .again: continue
            }
            add(item, to: &points)
        }
        let unnamed = handled.filter { left[$0.matter]?.consultation == $0.consultation }
            .sorted { isBefore($0.matter, $1.matter) }
        return unnamed.isEmpty ? points.flatMap(\.items) : merged(points, unnamed)
    }

    private func add(_ item: AgendaItem, to points: inout [Point]) {
        if item.level == .point || points.isEmpty {
            points.append(Point(items: []))
        }
        let place = points.count - 1
        // What nothing stands above is a point itself.
        let level: AgendaLevel = points[place].items.isEmpty ? .point : .subpoint
        points[place].items.append(AgendaItem(content: item.content, level: level))
        guard case .matter(let matter, _) = item.content else { return }
        points[place].hasMatter = true
        if let number = number(matter) { points[place].number = max(points[place].number ?? number, number) }
    }

    /// The matters that no line names, each in its place among the points.
    private func merged(_ points: [Point], _ unnamed: [Links<Extent>.Handled]) -> [AgendaItem] {
        var before = [[AgendaItem]](repeating: [], count: points.count + 1)
        var closing = points.count
        while closing > 0, isClosing(points[closing - 1]) { closing -= 1 }
        let afterMatters = points.lastIndex(where: \.hasMatter).map { $0 + 1 }
        let numbered = points.indices.compactMap { place in points[place].number.map { (number: $0, place: place) } }
            .sorted { ($0.number, $0.place) < ($1.number, $1.place) }
        var lower = numbered.startIndex
        // Where the one before it went: they come by number.
        var slot: Int?
        for found in unnamed {
            let place: Int
            if isAutomatic {
                place = closing
            } else if let own = number(found.matter) {
                // After the nearest lower number, or before the first higher one.
                while lower < numbered.endIndex, numbered[lower].number <= own {
                    slot = numbered[lower].place + 1
                    lower += 1
                }
                place = slot ?? points.firstIndex { $0.number.map { $0 > own } ?? false } ?? afterMatters ?? closing
                slot = place
            } else {
                place = max(slot ?? 0, afterMatters ?? (slot == nil ? closing : 0))
            }
            before[place].append(
                AgendaItem(content: .matter(found.matter, consultation: found.consultation), level: .point))
        }
        return points.indices.flatMap { before[$0] + points[$0].items } + before[points.count]
    }

    private func isClosing(_ point: Point) -> Bool {
        guard !point.hasMatter, case .heading(let text)? = point.items.first?.content else { return false }
        return AgendaWords.isClosing(text)
    }

    /// The matter that a line names by its dnr, alone or before its title.
    static func matter(named line: String, _ index: [String: MatterIndex]) -> MatterIndex? {
        DiaryNumberList.leading(of: line[...]) { index[$0] != nil }.flatMap { index[$0.key] }
    }

    /// The one matter whose dnr stands anywhere in a heading: "Budget (dnr 2019:30)". Nil where it names several.
    static func matter(mentionedIn line: String, _ index: [String: MatterIndex]) -> MatterIndex? {
        let found = matters(mentionedIn: line, index)
        return found.count == 1 ? found[0] : nil
    }

    /// Every matter whose dnr stands anywhere in a line, in the line's order.
    static func matters(mentionedIn line: String, _ index: [String: MatterIndex]) -> [MatterIndex] {
        guard mayMention(line) else { return [] }
        let words = line.split { $0 == " " || $0 == "\u{A0}" }.map(bare)
        var found: [MatterIndex] = []
        var start = 0
        while start < words.count {
            let isLabelled = start > 0 && isLabel(words[start - 1])
            let named = (1...3).reversed().lazy.compactMap { length -> (matter: MatterIndex, length: Int)? in
                guard start + length <= words.count else { return nil }
                let text = words[start..<(start + length)].joined(separator: " ")
                guard isLabelled || DiaryNumber.looksLikeOne(text) else { return nil }
                return index[DiaryNumber.key(of: text)].map { ($0, length) }
            }.first
            if let named, !found.contains(named.matter) { found.append(named.matter) }
            start += named?.length ?? 1
        }
        return found
    }

    /// Nothing without a digit looks like a dnr, and what else is one has a label before it.
    private static func mayMention(_ line: String) -> Bool {
        if line.utf8.contains(where: \.isDigit) { return true }
        var previous: UInt8 = 0
        for byte in line.utf8 {
            let letter = byte.asciiLowercased
            // "dnr", "diarienummer"
            if previous == UInt8(ascii: "n"), letter == UInt8(ascii: "r") || letter == UInt8(ascii: "u") { return true }
            previous = letter
        }
        return false
    }

    /// The dnr that a line is or begins with, whether or not any matter has it: `2019:30`, "Dnr 2019:30 Budget".
    static func leadingDiaryNumber(of line: String) -> String? {
        guard line.utf8.contains(where: \.isDigit) else { return nil }
        if DiaryNumber.looksLikeOne(line) { return line }
        let words = line.split { $0 == " " || $0 == "\u{A0}" }.map(bare)
        guard let word = words.first(where: { !isLabel($0) }), words.prefix(2).contains(word) else { return nil }
        // "2020-09" is a month and "2020/21" a working year before they are anybody's dnr.
        let isLong = word.utf8.count > 7 || word.contains(":")
        return isLong && DiaryNumber.looksLikeOne(word) ? word : nil
    }

    private static func isLabel(_ word: String) -> Bool { ["dnr", "diarienummer"].contains(word.lowercased()) }

    /// A word without the signs around it.
    private static func bare(_ word: Substring) -> String {
        let isSign = { (character: Character) in "()[],.;:\"”".contains(character) }
        var word = word.drop(while: isSign)
        while let last = word.last, isSign(last) { word.removeLast() }
        return String(word)
    }

    /// Where the matter stands among the others: as it was sent, else as far as it is written; a stub keeps it.
    private func number(_ matter: MatterIndex) -> AttachmentNumber? {
        if let sent, sent.wasSent(matters[matter].file) { return sent.number(of: matters[matter].file) }
        return matters[matter].numbers.range(at: meeting.id)?.place
    }

    /// By number, those without one last; then by dnr and address.
    private func isBefore(_ left: MatterIndex, _ right: MatterIndex) -> Bool {
        let (ofLeft, ofRight) = (isAutomatic ? nil : number(left), isAutomatic ? nil : number(right))
        switch (ofLeft, ofRight) {
        case (let one?, let other?) where one != other: return one < other
        case (.some, nil): return true
        case (nil, .some): return false
        default: break
        }
        switch (matters[left].diaryNumber, matters[right].diaryNumber) {
        case (let one?, let other?) where one != other: return one < other
        case (.some, nil): return true
        case (nil, .some): return false
        default: return (matters[left].slug, left) < (matters[right].slug, right)
        }
    }
}
