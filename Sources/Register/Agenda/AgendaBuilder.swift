import Meetings

/// Puts a meeting's agenda together: the lines that its file has, and the matters that they do not name (FORMAT §5).
struct AgendaBuilder<Extent> {
    let meeting: Meeting
    /// Of each line of the file's agenda, the matter that it names by its dnr.
    let named: [MatterIndex?]
    /// The matters that carry the meeting's date.
    let handled: [Links<Extent>.Handled]
    let matters: Links<Extent>.MatterTable<Matter>

    typealias MatterIndex = Links<Extent>.MatterIndex
    typealias AgendaItem = Links<Extent>.AgendaItem
}

extension AgendaBuilder {
    func agenda() -> [AgendaItem] {
        var left = handled
        var items: [AgendaItem] = []
        for (line, numbered) in zip(meeting.agenda, named) {
            let named = numbered ?? titled(line)
            if let named, let place = left.firstIndex(where: { $0.matter == named }) {
                let found = left.remove(at: place)
                items.append(AgendaItem(content: .matter(found.matter, consultation: found.consultation)))
            } else if named == nil {
                items.append(AgendaItem(content: .heading(line)))
            }
        }
        for found in left.sorted(by: { isBefore($0.matter, $1.matter) }) {
            let item = AgendaItem(content: .matter(found.matter, consultation: found.consultation))
            items.insert(item, at: place(for: found.matter, in: items))
        }
        return items
    }

    /// The matter that a line names by its dnr, alone or before its title.
    static func matter(named line: String, _ index: [String: MatterIndex]) -> MatterIndex? {
        guard line.utf8.contains(where: \.isDigit) else { return nil }
        let key = DiaryNumber.key(of: line)
        if let matter = index[key] { return matter }
        if key.hasPrefix("dnr"), let matter = index[withoutLabel(key)] { return matter }
        var end = line.startIndex
        for _ in 0..<3 {
            guard let space = line.utf8[end...].firstIndex(of: 0x20) else { break }
            if let matter = index[DiaryNumber.key(of: String(line[..<space]))] { return matter }
            end = line.utf8.index(after: space)
        }
        return nil
    }

    /// The one matter whose dnr stands anywhere in a heading: "Budget (dnr 2019:30)". Nil where it names several.
    static func matter(mentionedIn line: String, _ index: [String: MatterIndex]) -> MatterIndex? {
        guard mayMention(line) else { return nil }
        let words = line.split { $0 == " " || $0 == "\u{A0}" }.map(bare)
        var found: Set<MatterIndex> = []
        var start = 0
        while start < words.count {
            let isLabelled = start > 0 && isLabel(words[start - 1])
            let named = (1...3).reversed().lazy.compactMap { length -> (matter: MatterIndex, length: Int)? in
                guard start + length <= words.count else { return nil }
                let text = words[start..<(start + length)].joined(separator: " ")
                guard isLabelled || DiaryNumber.looksLikeOne(text) else { return nil }
                return index[DiaryNumber.key(of: text)].map { ($0, length) }
            }.first
            if let named { found.insert(named.matter) }
            start += named?.length ?? 1
        }
        return found.count == 1 ? found.first : nil
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

    /// "Dnr 2019:30" is 2019:30.
    private static func withoutLabel(_ key: String) -> String {
        key.hasPrefix("dnr") ? String(key.dropFirst(3).drop { ".:".contains($0) }) : key
    }

    /// The matter without a dnr whose title a line is.
    private func titled(_ line: String) -> MatterIndex? {
        let candidates = handled.filter { matters[$0.matter].diaryNumber == nil }
        guard !candidates.isEmpty else { return nil }
        let folded = Spelling.fold(line)
        return candidates.first { Spelling.fold(matters[$0.matter].title) == folded }?.matter
    }

    private func number(_ matter: MatterIndex) -> AttachmentNumber? {
        matters[matter].handlings.first { $0.body == meeting.id.body }?.place
    }

    /// By number, those without one last; then by dnr and address.
    private func isBefore(_ left: MatterIndex, _ right: MatterIndex) -> Bool {
        switch (number(left), number(right)) {
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

    /// After the matter with the nearest lower number, before the first with a higher one, or else before what closes
    /// the meeting.
    private func place(for matter: MatterIndex, in items: [AgendaItem]) -> Int {
        var lower: (number: AttachmentNumber, index: Int)?
        var firstHigher: Int?
        var last: Int?
        let own = number(matter)
        for (index, item) in items.enumerated() {
            guard case .matter(let other, _) = item.content else { continue }
            last = index
            guard let own, let number = number(other) else { continue }
            if number <= own {
                if lower.map({ $0.number <= number }) ?? true { lower = (number, index) }
            } else if firstHigher == nil {
                firstHigher = index
            }
        }
        if let lower { return lower.index + 1 }
        if let firstHigher { return firstHigher }
        if let last { return last + 1 }
        var end = items.count
        while end > 0, case .heading(let text) = items[end - 1].content, isClosing(text) { end -= 1 }
        return end
    }

    private func isClosing(_ heading: String) -> Bool {
        let folded = String(decoding: Spelling.fold(heading), as: UTF8.self)
        return [
            "ovrig", "avslut", "nasta mote", "nasta sammantrade", "motets avslutande", "motet avslutas",
            "sammantradet avslutas",
        ]
        .contains { folded.hasPrefix($0) } || folded.contains("avslut")
    }
}
