import Content
import Meetings

/// Reads a paper's head: labels with their values beside or below, meetings, and the title among what is left.
struct HeadReader {
    let passages: [Passage]
    let clock: CalendarDate
    private let codes: BodyCodes
    var head = Head()
    /// Labels that wait for a value on a later line.
    var waiting: [HeadLabel.Pair] = []
    var waitingFrom = 0
    /// Passages that no label claimed.
    var unclaimed: [Int] = []

    private init(_ passages: [Passage], clock: CalendarDate, codes: BodyCodes) {
        (self.passages, self.clock, self.codes) = (passages, clock, codes)
    }
}

extension HeadReader {
    static func read(_ passages: [Passage], clock: CalendarDate, codes: BodyCodes) -> Head {
        var reader = HeadReader(passages, clock: clock, codes: codes)
        reader.head.end = reader.findEnd()
        for index in 0..<reader.head.end { reader.read(index) }
        reader.chooseTitle()
        return reader.head
    }

    private mutating func read(_ index: Int) {
        let passage = passages[index]
        if passage.kind == .table {
            readTable(passage)
            return
        }
        let plain = passage.plain
        let pairs = HeadLabel.pairs(in: passage.text.cells.count > 1 ? passage.text : plain)
        if !pairs.isEmpty {
            take(pairs, line: passage.line, index: index)
            return
        }
        let meetings = MeetingMention.all(in: plain, codes: codes, clock: clock)
        if !meetings.isEmpty {
            head.meetings += meetings.map { Found($0, line: passage.line) }
            return
        }
        if !waiting.isEmpty, index - waitingFrom <= 5, fill(passage, index: index) { return }
        let cells = passage.text.cells
        if cells.count > 1, cells.contains(where: { isFact($0) }) {
            for cell in cells { readCell(cell, line: passage.line, index: index) }
            return
        }
        if cells.count > 1, cells.contains(where: isBareFact) {
            for cell in cells { takeBare(cell, line: passage.line) }
            return
        }
        if head.diaryNumber == nil, HeadValue.hasShapeOfDiaryNumber(plain.trimmed), plain.words.count <= 2 {
            takeUnlabelled(plain.trimmed, line: passage.line, isContinued: isContinued(index))
            return
        }
        if let date = HeadValue.loneDate(plain, clock: clock) {
            if head.date == nil { head.date = Found(date, line: passage.line) }
            if plain.contains(where: \.isLetter) { head.notes.append(Found(plain.singleSpaced, line: passage.line)) }
            return
        }
        if let date = PaperKindWord.handedIn(plain, clock: clock) {
            if head.date == nil { head.date = Found(date, line: passage.line) }
            head.notes.append(Found(plain.singleSpaced, line: passage.line))
            return
        }
        unclaimed.append(index)
    }

    /// Cells are read as a line's: labels beside their values, or a row of labels over a row of values.
    private mutating func readTable(_ passage: Passage) {
        for (offset, row) in passage.text.split(separator: "\n").enumerated() {
            let cells = row.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
                .map { MarkdownText.plain(String($0)).trimmed }
            guard cells.contains(where: { $0.contains { $0.isLetter || $0.isNumber } }) else { continue }
            let line = cells.filter { !$0.isEmpty }.joined(separator: "\t")
            let pairs = HeadLabel.pairs(in: line)
            let part = Passage(kind: .text, text: line, line: passage.line + offset, blankBefore: false)
            if !pairs.isEmpty {
                take(pairs, line: part.line, index: waitingFrom)
            } else if waiting.isEmpty || !fill(part, index: waitingFrom) {
                for cell in cells where !cell.isEmpty { head.notes.append(Found(cell, line: part.line)) }
            }
        }
    }

    private mutating func take(_ pairs: [HeadLabel.Pair], line: Int, index: Int) {
        waiting.removeAll { $0.label == .other }
        for pair in pairs {
            if pair.name.isEmpty {
                takeBare(pair.value, line: line)
            } else if pair.value.isEmpty {
                waiting.append(pair)
                waitingFrom = index
            } else if !set(pair, line: line) {
                head.notes.append(Found("\(pair.name): \(pair.value)", line: line))
            }
        }
    }

    /// "FS 261111   Bilaga 3 - 3.2": columns that each say something of their own.
    private func isFact(_ cell: String) -> Bool {
        let plain = MarkdownText.plain(cell)
        return HeadLabel.pairs(in: plain).contains { !$0.value.isEmpty }
            || !MeetingMention.all(in: plain, codes: codes, clock: clock).isEmpty
    }

    private mutating func readCell(_ cell: String, line: Int, index: Int) {
        let plain = MarkdownText.plain(cell)
        let meetings = MeetingMention.all(in: plain, codes: codes, clock: clock)
        let pairs = HeadLabel.pairs(in: plain)
        if !meetings.isEmpty {
            head.meetings += meetings.map { Found($0, line: line) }
        } else if !pairs.isEmpty {
            take(pairs, line: line, index: index)
        } else {
            takeBare(plain, line: line)
        }
    }

    private func isBareFact(_ cell: String) -> Bool {
        HeadValue.hasShapeOfDiaryNumber(cell) || (cell.startsWithDigit && HeadValue.loneDate(cell, clock: clock) != nil)
    }

    /// A column without a label: a day, a dnr, or a note.
    private mutating func takeBare(_ value: String, line: Int) {
        if head.date == nil, let date = HeadValue.loneDate(value, clock: clock) {
            head.date = Found(date, line: line)
        } else if head.diaryNumber == nil, HeadValue.hasShapeOfDiaryNumber(value) {
            takeUnlabelled(value, line: line)
        } else {
            head.notes.append(Found(value, line: line))
        }
    }

    /// "Delegationsnr: D" ends the line before: what follows is its value's rest.
    private func isContinued(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        return passages[index - 1].plain.words.suffix(2).contains { $0.hasSuffix("nr:") || $0.hasSuffix("nummer:") }
    }

    /// A number without a label is a dnr where it has a year and a serial number; another shape is only proposed.
    private mutating func takeUnlabelled(_ value: String, line: Int, isContinued: Bool = false) {
        if HeadValue.isSureDiaryNumber(value, clock: clock), !isContinued {
            head.diaryNumber = Found(value, line: line)
        } else {
            head.doubts.append(ImportFact("dnr", value, line: line, isSure: false))
            head.notes.append(Found(value, line: line))
        }
    }

    /// Values below their labels, one a line or in columns: each goes to the first label that takes its shape.
    private mutating func fill(_ passage: Passage, index: Int) -> Bool {
        let cells = passage.text.cells.count > 1 ? passage.text.cells : [passage.plain]
        var isFilled = false
        var left: [String] = []
        for cell in cells {
            let fitting = waiting.firstIndex { pair in
                pair.label != .other && fits(cell, pair.label)
            }
            guard let fitting else {
                left.append(cell)
                continue
            }
            let pair = waiting[fitting]
            guard set(HeadLabel.Pair(label: pair.label, name: pair.name, value: cell), line: passage.line) else {
                left.append(cell)
                continue
            }
            waiting.remove(at: fitting)
            isFilled = true
            // What follows belongs to the same column of labels.
            waitingFrom = index
        }
        guard isFilled else {
            let isOthers = waiting.allSatisfy { $0.label == .other } && index - waitingFrom <= 1 && !passage.blankBefore
            guard isOthers, passage.plain.utf8.count < 60, let label = waiting.first else { return false }
            waiting.removeFirst()
            head.notes.append(Found("\(label.name): \(passage.plain.singleSpaced)", line: passage.line))
            return true
        }
        for cell in left { head.notes.append(Found(cell, line: passage.line)) }
        return true
    }

    private func fits(_ value: String, _ label: HeadLabel) -> Bool {
        switch label {
        case .diaryNumber: HeadValue.diaryNumber(in: value) != nil
        case .date, .meetingDate, .summonsDate: !DateMention.all(in: value, clock: clock).isEmpty
        case .caseOfficer: PersonName.all(in: value).contains { PersonName.isOne($0) || PersonName.isTitle($0) }
        case .attachment: AttachmentNumber.list(value) != nil
        case .title: value.utf8.count < 240
        case .body: DecidingBody.named(by: value) != nil
        case .place, .time: value.utf8.count < 120
        case .other: false
        }
    }

    /// False for a value that the label cannot take.
    private mutating func set(_ pair: HeadLabel.Pair, line: Int) -> Bool {
        switch pair.label {
        case .diaryNumber:
            guard head.diaryNumber == nil, let number = HeadValue.diaryNumber(in: pair.value) else { return false }
            head.diaryNumber = Found(number, line: line)
            // "2026:18, 2025:4": the first is the paper's, the other only proposed.
            if let comma = pair.value.firstIndex(of: ","),
                let other = HeadValue.diaryNumber(in: String(pair.value[pair.value.index(after: comma)...]).trimmed),
                other != number, HeadValue.hasShapeOfDiaryNumber(other)
            {
                head.doubts.append(ImportFact("dnr", other, line: line, isSure: false))
            }
        case .date:
            guard let date = date(pair, line: line) else { return false }
            if head.date == nil { head.date = Found(date, line: line) }
        case .meetingDate, .time:
            if let date = DateMention.all(in: pair.value, clock: clock).first?.date, head.meetingDate == nil {
                head.meetingDate = Found(date, line: line)
                head.isMeetingDateOwn = pair.name.folded.hasPrefix("datum")
            }
            if pair.label == .time { head.time = head.time ?? Found(pair.value, line: line) }
        case .summonsDate:
            guard let date = date(pair, line: line) else { return false }
            head.summonsDate = Found(date, line: line)
        case .caseOfficer:
            let names = PersonName.all(in: pair.value)
            guard !names.isEmpty else { return false }
            head.caseOfficers += names.filter { name in !head.caseOfficers.contains { $0.value == name } }
                .map { Found($0, line: line) }
            let plain = pair.value.foldedWords
            if plain != names.joined(separator: " ").foldedWords,
                !names.joined(separator: " och ").foldedWords.elementsEqual(plain)
            {
                head.notes.append(Found("\(pair.name): \(pair.value)", line: line))
            }
        case .title:
            guard head.title == nil else { return false }
            head.title = Found(pair.value, line: line)
        case .attachment:
            guard head.attachmentNumbers == nil else { return false }
            guard let numbers = AttachmentNumber.list(pair.value) else {
                head.remarks.append(.unreadableNumbers(text: pair.value, line: line))
                return false
            }
            head.attachmentNumbers = Found(numbers, line: line)
        case .body:
            let meetings = MeetingMention.all(in: pair.value, codes: codes, clock: clock)
            head.meetings += meetings.map { Found($0, line: line) }
            guard head.body == nil, let name = DecidingBody.named(by: pair.value) else { return !meetings.isEmpty }
            head.body = Found(name, line: line)
        case .place:
            head.place = head.place ?? Found(pair.value, line: line)
            if let date = DateMention.all(in: pair.value, clock: clock).first?.date, head.meetingDate == nil {
                head.meetingDate = Found(date, line: line)
            }
        case .other: return false
        }
        return true
    }

    private mutating func date(_ pair: HeadLabel.Pair, line: Int) -> CalendarDate? {
        if let date = DateMention.all(in: pair.value, clock: clock).first?.date { return date }
        head.remarks.append(.unreadableDate(label: pair.name, text: pair.value, line: line))
        return nil
    }
}
