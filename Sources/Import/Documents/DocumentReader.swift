import Content
import Meetings

/// Reads a document's text and says what it is and what it holds. Pure: the same text gives the same answer.
public struct DocumentReader: Sendable {
    let clock: CalendarDate
    let codes: BodyCodes
    let isRedacting: Bool
    /// A file is one paper, whatever its pages say.
    let isOnePaper: Bool
    /// How a person has cut the file.
    let plan: CutPlan?

    public init(
        bodies: [Body], clock: CalendarDate, isRedacting: Bool = false, isOnePaper: Bool = false, plan: CutPlan? = nil
    ) {
        (self.clock, self.isRedacting, self.isOnePaper, self.plan) = (clock, isRedacting, isOnePaper, plan)
        codes = BodyCodes(bodies: bodies)
    }
}

extension DocumentReader {
    /// Reads bytes of text.
    public func read(_ bytes: [UInt8], file: String, isMarkdown: Bool = false) -> ImportedDocument {
        guard let source = SourceText(bytes, isMarkdown: isMarkdown) else {
            return .unread(file, .binary)
        }
        return read(source, file: file)
    }

    /// - Parameter kind: what it is known to be; nil where its content decides.
    func read(_ source: SourceText, file: String, kind: DocumentKind? = nil) -> ImportedDocument {
        var source = source
        if source.isMarkdown {
            let (opened, struck) = InlineTags.opened(FrontMatterLines.opened(source.lines))
            source.lines = MarkupLines.opened(opened)
            source.noise += struck
            source = LinkedWords.opened(source)
            source.lines = HeadTables.opened(source.lines, codes: codes)
        }
        source.lines = SourcePages.numbered(source.lines)
        if kind == nil, let packet = readPacket(source, file: file) { return packet }
        return readWhole(source, file: file, kind: kind)
    }

    /// One paper, of the kind that a person has said or of the one that its content has.
    func readWhole(_ source: SourceText, file: String, kind: DocumentKind? = nil) -> ImportedDocument {
        var document = ImportedDocument(file: file)
        document.remarks = source.remarks
        document.hasLineNumbers = source.hasLineNumbers
        var source = source
        document.personalData = PersonalDataMask.findings(in: source)
        if isRedacting, !document.personalData.isEmpty {
            let count = PersonalDataMask.mask(&source)
            document.remarks.append(.redacted(count: count))
        }
        document.text.lines = source.lines
        let visibility = OwnVisibility(source.lines, clock: clock)
        document.text.visibility = visibility
        document.text.secrecy =
            SecrecyMark.ground(in: source.lines) ?? (visibility.audience == "sekretess" ? "" : nil)
        let (lines, noise) = NoiseFilter.filter(source)
        document.noise = source.noise + noise
        document.text.removed = source.noise
        let read = SignatureTables.opened(PassageReader.read(lines, isMarkdown: source.isMarkdown))
        let passages = NumberedPoints.marked(read)
        guard passages.contains(where: { $0.plain.contains { $0.isLetter } }) else {
            return .unread(file, .empty)
        }
        var head = HeadReader.read(passages, clock: clock, codes: codes)
        document.kind = kind ?? DocumentKind(passages, head: head, fileName: FileName.stem(file))
        let kept = head.giveBack(passages, of: document.kind)
            .union(head.giveBackUnused(passages, of: document.kind))
        document.take(head)
        if let time = head.time {
            let hours = MeetingHours.text(in: time.value, clock: clock)
            if hours != time.value { document.text.notes.append(Found("Tid: \(time.value)", line: time.line)) }
            document.text.time = hours
        }
        switch document.kind {
        case .record: readRecord(&document, passages, head)
        case .summons: readSummons(&document, passages, head)
        case .application: readApplication(&document, passages, head)
        default: readPaper(&document, passages, head, kept: kept)
        }
        complete(&document)
        return document
    }

    /// What holds for every kind: a title, an order of meetings, and what a person should be told.
    private func complete(_ document: inout ImportedDocument) {
        if document.title == nil, document.kind == .record, let meeting = document.text.meeting {
            document.title = Found("Protokoll \(meeting)", line: 1)
        }
        if document.title == nil {
            let stem = FileName.title(document.file)
            let shown = isRedacting ? PersonalDataMask.masked(stem) : stem
            document.title = Found(shown, line: 1)
            document.remarks.append(.noTitle(used: shown))
        }
        if document.diaryNumber == nil, [.matter, .application].contains(document.kind) {
            document.remarks.append(.noDiaryNumber)
            // "Skolskjuts (dnr 2026:12)"
            if let title = document.title, let dnr = RecordHeading.split(title.value).diaryNumber {
                document.doubts.append(ImportFact("dnr", dnr, line: title.line, isSure: false))
            }
        }
        readNames(&document)
        if document.kind == .other {
            document.remarks.append(.unknownKind)
            let line = document.text.lines.first { RecordHeading.isPointed($0.text) }
            if let line { document.remarks.append(.unreadableParagraphs(line: line.number)) }
        }
        document.remarks += document.personalData.map { finding in
            switch finding.kind {
            case .identityNumber: .identityNumber(line: finding.line, page: finding.page)
            case .email: .email(line: finding.line, page: finding.page)
            case .phone: .phone(line: finding.line, page: finding.page)
            }
        }
        document.text.notes.removeAll { document.text.visibility.lines.contains($0.line) }
        document.text.headLines.formUnion(document.text.visibility.lines)
        placeNotes(&document)
        // What a clause says stands in the text, and is counted there.
        let inHead = document.facts.filter { !["forslag", "belopp", "perioder", "insats"].contains($0.key) }
        document.text.headLines.formUnion(inHead.map(\.line))
        document.remarks += document.doubts.map { .doubt($0) }
        document.remarks += document.noise.map { .noise($0) }
    }
}

extension DocumentReader {
    /// What the file's and its folders' names say of an ärende or a bilaga whose text is silent: told as such.
    private func readNames(_ document: inout ImportedDocument) {
        guard [.matter, .attachment].contains(document.kind), document.part == nil else { return }
        let names = NameFacts(document.file, codes: codes, clock: clock)
        if document.meetings.isEmpty, !document.doubts.contains(where: { $0.key == "moten" }),
            let meeting = names.meeting
        {
            document.add(meeting, line: 1)
            document.remarks.append(.fromName(key: "mötet", value: "\(meeting.code) \(meeting.date)"))
        }
        guard document.kind == .matter, document.attachmentNumbers.isEmpty, let number = names.attachment else {
            return
        }
        document.attachmentNumbers = [number]
        document.remarks.append(.fromName(key: "bilaga", value: number.description))
    }

    /// A meeting's day that the head names without a body, "Sammanträdesdatum: 2026-11-11": proposed, with who decides.
    func proposeMeeting(_ document: inout ImportedDocument, _ passages: [Passage], _ head: Head) {
        guard document.meetings.isEmpty else { return }
        let words = ["sammantrade", "sammantraden", "mote", "motet"]
        let line = passages.prefix(head.end).first { passage in
            passage.plain.utf8.count <= 160
                && passage.plain.foldedWords.split(separator: " ").contains { word in words.contains { word == $0 } }
                && !DateMention.all(in: passage.plain, clock: clock).isEmpty
        }
        let named = line.flatMap { passage in
            DateMention.all(in: passage.plain, clock: clock).first.map { Found($0.date, line: passage.line) }
        }
        guard let day = head.meetingDate ?? named else { return }
        let body = document.body.map { codes.code(of: $0.value).code + " " } ?? ""
        document.doubts.append(ImportFact("moten", body + day.value.description, line: day.line, isSure: false))
    }

    /// What stood in the head and is no fact: running words belong to the text, the sender's name and the like to the list
    /// of what was left out.
    private func placeNotes(_ document: inout ImportedDocument) {
        let running = document.text.notes.filter { SentenceEnd.isRunning($0.value) }
        document.noise += document.text.notes.filter { !SentenceEnd.isRunning($0.value) }
            .map { NoiseLine(line: $0.line, text: $0.value, reason: .letterhead) }
        document.noise.sort { ($0.line, $0.text) < ($1.line, $1.text) }
        let paragraphs = running.map { MarkdownText.escaped($0.value) } + [document.text.markdown]
        document.text.markdown = paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n")
        document.text.notes = []
    }
}

extension ImportedDocument {
    public static func unread(_ file: String, _ refusal: ImportRefusal) -> ImportedDocument {
        var document = ImportedDocument(file: file)
        document.isRead = false
        document.remarks = [.nothingRead(refusal)]
        return document
    }

    fileprivate mutating func take(_ head: Head) {
        (diaryNumber, title, date, body) = (head.diaryNumber, head.title, head.date, head.body)
        for mention in head.meetings { add(mention.value, line: mention.line) }
        attachmentNumbers = head.attachmentNumbers?.value ?? []
        text.attachmentPlace = head.attachmentNumbers.map {
            Found($0.value.map(\.description).joined(separator: ", "), line: $0.line)
        }
        doubts = head.doubts
        caseOfficers = head.caseOfficers
        remarks += head.remarks
        text.notes = head.notes
        (text.place, text.time, text.summonsDate) = (head.place?.value, head.time?.value, head.summonsDate?.value)
    }

    mutating func add(_ mention: MeetingMention, line: Int) {
        text.meetingPlaces.append(Found("\(mention.code) \(mention.date)", line: line))
        if let index = meetings.firstIndex(where: { $0.code == mention.code }) {
            if !meetings[index].dates.contains(mention.date) { meetings[index].dates.append(mention.date) }
        } else {
            meetings.append(MeetingDates(code: mention.code, dates: [mention.date]))
        }
    }
}
