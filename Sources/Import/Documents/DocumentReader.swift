import Content
import Meetings

/// Reads a document's text and says what it is and what it holds. Pure: the same text gives the same answer.
public struct DocumentReader: Sendable {
    let clock: CalendarDate
    let codes: BodyCodes
    let isRedacting: Bool

    public init(bodies: [Body], clock: CalendarDate, isRedacting: Bool = false) {
        (self.clock, self.isRedacting) = (clock, isRedacting)
        codes = BodyCodes(bodies: bodies)
    }
}

extension DocumentReader {
    /// Reads bytes of text.
    public func read(_ bytes: [UInt8], file: String, isMarkdown: Bool = false) -> ImportedDocument {
        guard let source = SourceText(bytes, isMarkdown: isMarkdown) else {
            return .unread(file, reason: ImportRefusal.binary.text)
        }
        return read(source, file: file)
    }

    func read(_ source: SourceText, file: String) -> ImportedDocument {
        var document = ImportedDocument(file: file)
        document.remarks = source.remarks
        document.hasLineNumbers = source.hasLineNumbers
        var source = source
        document.personalData = PersonalDataMask.findings(in: source)
        if isRedacting, !document.personalData.isEmpty {
            let count = PersonalDataMask.mask(&source)
            document.remarks.append(.redacted(count: count))
        }
        if source.isMarkdown { source.lines = MarkupLines.opened(FrontMatterLines.opened(source.lines)) }
        let (lines, noise) = NoiseFilter.filter(source)
        document.noise = noise
        let passages = NumberedPoints.marked(PassageReader.read(lines, isMarkdown: source.isMarkdown))
        guard passages.contains(where: { $0.plain.contains { $0.isLetter } }) else {
            return .unread(file, reason: ImportRefusal.empty.text)
        }
        let head = HeadReader.read(passages, clock: clock, codes: codes)
        document.kind = DocumentKind(passages, head: head, fileName: FileName.stem(file))
        document.take(head)
        if let time = head.time {
            let hours = MeetingHours.text(in: time.value, clock: clock)
            if hours != time.value { document.text.notes.append(Found("Tid: \(time.value)", line: time.line)) }
            document.text.time = hours
        }
        switch document.kind {
        case .record: readRecord(&document, passages, head, isMarkdown: source.isMarkdown)
        case .summons: readSummons(&document, passages, head, isMarkdown: source.isMarkdown)
        case .application: readApplication(&document, passages, head, isMarkdown: source.isMarkdown)
        case .matter, .attachment, .other: readPaper(&document, passages, head, isMarkdown: source.isMarkdown)
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
        }
        if document.kind == .other { document.remarks.append(.unknownKind) }
        document.remarks += document.personalData.map { finding in
            switch finding.kind {
            case .identityNumber: .identityNumber(line: finding.line)
            case .email: .email(line: finding.line)
            case .phone: .phone(line: finding.line)
            }
        }
        document.remarks += document.noise.map { .noise($0) }
        document.remarks += document.text.notes.map { .headLine(text: $0.value, line: $0.line) }
    }
}

extension ImportedDocument {
    public static func unread(_ file: String, reason: String) -> ImportedDocument {
        var document = ImportedDocument(file: file)
        document.isRead = false
        document.remarks = [.nothingRead(reason: reason)]
        return document
    }

    fileprivate mutating func take(_ head: Head) {
        (diaryNumber, title, date, body) = (head.diaryNumber, head.title, head.date, head.body)
        for mention in head.meetings { add(mention.value) }
        attachmentNumbers = head.attachmentNumbers?.value ?? []
        caseOfficers = head.caseOfficers
        remarks += head.remarks
        text.notes = head.notes
        (text.place, text.time, text.summonsDate) = (head.place?.value, head.time?.value, head.summonsDate?.value)
    }

    mutating func add(_ mention: MeetingMention) {
        if let index = meetings.firstIndex(where: { $0.code == mention.code }) {
            if !meetings[index].dates.contains(mention.date) { meetings[index].dates.append(mention.date) }
        } else {
            meetings.append(MeetingDates(code: mention.code, dates: [mention.date]))
        }
    }
}
