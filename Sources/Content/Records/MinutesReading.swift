import CommonMark
import Diagnostics
import Meetings

/// Reads a record (FORMAT §6): its head, and one § under each second-level heading.
struct MinutesReading {
    let disk: FileSystem
    let clock: CalendarDate
    let bodies: [Body]
    var documents = DocumentReading.here
    var diagnostics: [Diagnostic] = []
}

extension MinutesReading {
    /// `folder` is what lies in the meeting's own folder; `together` are the bodies of a joint meeting.
    mutating func read(
        _ file: FoundFile, folder: [FoundFile] = [], meeting: MeetingID, together: [BodyCode]? = nil
    ) -> MinutesSource? {
        guard let text = TextFile.read(file.location, as: file.place, disk: disk, &diagnostics) else { return nil }
        var fields = text.fields(clock: clock, &diagnostics)
        var minutes = Minutes(meeting: meeting, entries: [], file: file.place)
        minutes.chair = fields.text("ordförande")
        minutes.secretary = fields.text("sekreterare")
        minutes.present = fields.texts("närvarande").map(\.value)
        minutes.substitutes = fields.texts("ersättare").map(\.value)
        minutes.absent = fields.texts("frånvarande").map(\.value)
        minutes.others = fields.texts("övriga").map(\.value)
        minutes.approvers = fields.texts("justerare").map(\.value)
        minutes.approved = fields.date("justerat")
        minutes.posted = fields.date("anslaget")
        minutes.keptAt = fields.text("förvaras")
        minutes.takenDown = fields.date("nedtaget").map { ($0, fields.place(of: "nedtaget").line) }
        let reviewed = fields.text("personuppgifter-granskade")
        var papers = MeetingPaperReading(folder: folder, stem: file.name.dropLast(".protokoll.md".utf8.count))
        let own = papers.read(&fields)
        minutes.papers = own.map(\.paper)
        fields.skip("organ", "datum", "titel", "närvarande-ersättare")
        checkDates(of: minutes, &fields)
        waitForDays(of: &minutes, &fields)
        fields.finish()
        diagnostics += fields.diagnostics
        let (marked, unmarked) = MarkedLines.take(
            from: text.bytes[text.body], firstLine: text.bodyLine, file: file.place, clock: clock)
        diagnostics += marked.diagnostics
        var reading = ProseReading(file: file)
        let body = reading.body(unmarked, firstLine: text.bodyLine)
        let markdown = ParagraphBreaks(in: body).markdown(of: body, firstLine: text.bodyLine, &reading)
        var reader = EntryReader(
            markdown: markdown, lines: SourceLines(body, firstLine: text.bodyLine), file: file.place, clock: clock,
            marked: marked,
            sentence: DecisionSentence(
                names: BodyNames(of: together ?? [meeting.body], among: bodies), meeting: meeting, clock: clock),
            reading: reading)
        minutes.entries = reader.entries()
        waitForDays(of: &minutes.entries, in: file.place)
        minutes.preamble = reader.preamble()
        reader.reading.setNotes(of: &minutes)
        diagnostics += reader.diagnostics
        checkDates(of: minutes.entries, in: minutes)
        let findings = PersonalDataFinding.all(in: text.bytes, file: file.place)
        let paperData = own.map { documents.personalData(of: $0.file, disk: disk) }
        minutes.signed = zip(own, paperData).compactMap { SignedRecord($0.paper, $1) }
        return MinutesSource(
            minutes: minutes, personalData: PersonalData(findings: findings, reviewed: reviewed), paperData: paperData)
    }

    /// What says that it was done on a day to come is not done yet.
    private func waitForDays(of minutes: inout Minutes, _ fields: inout Fields) {
        for (key, day) in [("justerat", minutes.approved), ("anslaget", minutes.posted)] {
            guard let day, day > clock else { continue }
            let place = fields.place(of: key)
            fields.report(.doneOnDayToCome(key: key, date: day.description), place.line, place.column)
        }
        if let day = minutes.approved, day > clock { minutes.approved = nil }
        if let day = minutes.posted, day > clock { minutes.posted = nil }
    }

    private mutating func waitForDays(of entries: inout [MinutesEntry], in file: String) {
        for index in entries.indices {
            guard let approval = entries[index].approval else { continue }
            if approval.approved > clock {
                let problem = Problem.doneOnDayToCome(key: "Justerat", date: approval.approved.description)
                diagnostics.append(Diagnostic(Place(file, line: approval.line), problem))
                entries[index].approval = nil
            } else if let posted = approval.posted, posted > clock {
                let problem = Problem.doneOnDayToCome(key: "Anslaget", date: posted.description)
                diagnostics.append(Diagnostic(Place(file, line: approval.line), problem))
                entries[index].approval?.posted = nil
            }
        }
    }

    /// Of the §§ that were approved at once.
    private mutating func checkDates(of entries: [MinutesEntry], in minutes: Minutes) {
        for approval in entries.compactMap(\.approval) {
            let place = Place(minutes.file, line: approval.line)
            if approval.approved < minutes.meeting.date {
                diagnostics.append(Diagnostic(place, .approvedTooEarly(date: approval.approved.description)))
            }
            if let posted = approval.posted, posted < approval.approved {
                diagnostics.append(Diagnostic(place, .postedTooEarly(date: posted.description)))
            }
        }
    }

    private func checkDates(of minutes: Minutes, _ fields: inout Fields) {
        if let approved = minutes.approved, approved < minutes.meeting.date {
            let place = fields.place(of: "justerat")
            fields.report(.approvedTooEarly(date: approved.description), place.line, place.column)
        }
        if let posted = minutes.posted, minutes.approved.map({ posted < $0 }) ?? !fields.has("justerat") {
            let place = fields.place(of: "anslaget")
            fields.report(.postedTooEarly(date: posted.description), place.line, place.column)
        }
    }
}

/// A record as its file has it.
public struct MinutesSource: Sendable {
    public var minutes: Minutes
    public var personalData: PersonalData
    /// Of each of the files that the record names.
    public var paperData: [PersonalData]
}

extension SignedRecord {
    /// Nil for a file of another kind.
    fileprivate init?(_ paper: MeetingPaper, _ data: PersonalData) {
        guard paper.kind == .signed else { return nil }
        self.init(
            file: paper.file, text: data.text,
            signatures: data.signatures.map {
                RecordSignature(name: $0.name, time: $0.time, isIntact: $0.isIntact)
            },
            isUnread: data.hasUnreadSignatures,
            hasGrown: !data.signatures.isEmpty && !data.signatures.contains(where: \.coversAll))
    }
}
