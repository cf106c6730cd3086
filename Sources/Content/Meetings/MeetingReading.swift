import CommonMark
import Diagnostics
import Meetings

/// Reads one meeting's file.
struct MeetingReading {
    let disk: FileSystem
    let clock: CalendarDate
    let bodies: [Body]
    var documents = DocumentReading.here
    var diagnostics: [Diagnostic] = []
}

extension MeetingReading {
    /// `folder` is what lies in the meeting's own folder.
    mutating func read(_ file: FoundFile, folder: [FoundFile] = []) -> MeetingSource? {
        guard let text = TextFile.read(file.location, as: file.place, disk: disk, &diagnostics) else { return nil }
        var fields = text.fields(clock: clock, &diagnostics)
        let bodies = bodies(&fields)
        let days = fields.dates("datum").sorted { $0.value < $1.value }
        let time = fields.locatedText("tid")
        let place = fields.text("plats")
        let summonsPlace = fields.has("kallelse") ? fields.place(of: "kallelse") : nil
        let summonsDate = fields.date("kallelse")
        let status = fields.word("status", Meeting.Status.self)
        let agenda = fields.agenda("dagordning")
        let visibility = fields.visibility()
        let moved = fields.texts("flyttat-från")
        if visibility == .draft {
            let place = fields.place(of: "synlighet")
            fields.report(.draftNotAllowed, place.line, place.column)
        }
        let holding = Holding(visibility, fields.embargo(), today: clock)
        let reviewed = fields.text("personuppgifter-granskade")
        fields.skip("titel")
        var papers = MeetingPaperReading(folder: folder, stem: file.name.dropLast(3))
        let own = papers.read(&fields)
        let id = identity(file, body: bodies.first, date: days.first, isUnreadable: fields.isUnreadable)
        let movedFrom = id.map { id in moved.compactMap { former($0, body: id.body, &fields) } } ?? []
        fields.finish()
        diagnostics += fields.diagnostics
        guard let id else { return nil }
        let dates = days.map(\.value)
        var reading = ProseReading(file: file)
        let prose = TitledText(text, givenTitle: "", &reading).prose
        diagnostics += reading.diagnostics
        var meeting = Meeting(
            id: id, bodies: MeetingReading.once(bodies.map(\.value.code), first: id.body),
            days: MeetingReading.once(dates, first: id.date), place: place, summonsDate: summonsDate, status: .planned,
            agenda: agenda.map(\.line), text: prose.isEmpty ? nil : prose,
            visibility: holding == nil ? visibility : .draft, file: file.place)
        meeting.status = status ?? Meeting.Status(date: meeting.lastDay, summonsDate: summonsDate, today: clock)
        meeting.time = time.flatMap { hours($0, of: meeting) }
        (meeting.movedFrom, meeting.papers) = (movedFrom, own.map(\.paper))
        meeting.holding = holding
        let findings = PersonalDataFinding.all(in: text.bytes, file: file.place)
        return MeetingSource(
            meeting: meeting, personalData: PersonalData(findings: findings, reviewed: reviewed),
            agendaPlaces: agenda.map(\.place), summonsPlace: summonsPlace,
            movedPlace: moved.first.map { Place(file.place, line: $0.line, column: $0.column) } ?? Place(file.place),
            paperData: own.map { documents.personalData(of: $0.file, disk: disk) })
    }

    private static func once<Value: Hashable>(_ values: [Value], first: Value) -> [Value] {
        var seen: Set<Value> = [first]
        return [first] + values.filter { seen.insert($0).inserted }
    }

    /// One body, or those that meet together, by code or name.
    private func bodies(_ fields: inout Fields) -> [Located<Body>] {
        fields.texts("organ").compactMap { written in
            let code = BodyCode(written.value)
            let name = FieldKey.fold(written.value)
            if let body = bodies.first(where: { $0.code == code || FieldKey.fold($0.name) == name }) {
                return Located(value: body, line: written.line, column: written.column)
            }
            let problem = Problem.unknownBody(code: written.value, known: bodies.map(\.code.text))
            fields.report(problem, written.line, written.column)
            return nil
        }
    }

    /// Without a day in front that says no more than the meeting's own (FORMAT §5).
    private mutating func hours(_ written: Located<String>, of meeting: Meeting) -> String? {
        let dated = DatedTime(written.value, year: meeting.id.date.year, clock: clock)
        check(dated, written, of: meeting)
        guard let date = dated.date else { return written.value }
        guard meeting.days.contains(date) else {
            let problem = Problem.timeOfOtherDay(
                time: written.value, day: date.description, meeting: meeting.id.description)
            let place = Place(meeting.file ?? "", line: written.line, column: written.column)
            diagnostics.append(Diagnostic(place, problem))
            return written.value
        }
        if meeting.days.count > 1 { return written.value }
        return dated.hours.isEmpty ? nil : dated.hours
    }

    /// The weekday in front is that of the day, and calendars find the hours.
    private mutating func check(_ dated: DatedTime, _ written: Located<String>, of meeting: Meeting) {
        let place = Place(meeting.file ?? "", line: written.line, column: written.column)
        if let weekday = dated.weekday {
            let day = dated.date ?? meeting.id.date
            let isOne = dated.date == nil ? meeting.days.contains { $0.weekday == weekday } : day.weekday == weekday
            if !isOne {
                let problem = Problem.wrongWeekday(date: day.description, weekday: day.weekday)
                diagnostics.append(Diagnostic(place, problem))
            }
        }
        // Of several days the hours may be said day by day.
        guard dated.date.map(meeting.days.contains) ?? true, !dated.hours.isEmpty, meeting.days.count == 1 else {
            return
        }
        let read = MeetingTime(dated.hours)
        if read == nil || read?.hasWrongEnd == true {
            diagnostics.append(Diagnostic(place, .unreadableTime(text: written.value)))
        }
    }

    /// Where the meeting was before: a day, or a meeting's whole name.
    private func former(_ written: Located<String>, body: BodyCode, _ fields: inout Fields) -> MeetingID? {
        if case .meeting(let id) = MeetingName(written.value[...], bodies: bodies, clock: clock) { return id }
        return fields.meetingDay(written).map { MeetingID(body: body, day: $0) }
    }

    /// Name and front matter have to agree where both tell.
    private mutating func identity(
        _ file: FoundFile, body: Located<Body>?, date: Located<CalendarDate>?, isUnreadable: Bool
    ) -> MeetingID? {
        switch MeetingName(file.name.dropLast(3), bodies: bodies, clock: clock) {
        case .meeting(let id):
            if let body, body.value.code != id.body {
                contradiction(file, "organ", body.value.code.text, name: id.body.text, body.line, body.column)
            }
            if let date, date.value != id.date {
                contradiction(file, "datum", date.value.description, name: id.date.description, date.line, date.column)
            }
            let code = bodies.first { $0.code == id.body }?.code ?? id.body
            return MeetingID(body: code, day: id.day)
        case .wrong(let problem):
            diagnostics.append(Diagnostic(Place(file.place), problem))
            return nil
        case .other:
            if let body, let date { return MeetingID(body: body.value.code, date: date.value) }
            if !isUnreadable { diagnostics.append(Diagnostic(Place(file.place), .meetingNameUnreadable)) }
            return nil
        }
    }

    private mutating func contradiction(
        _ file: FoundFile, _ key: String, _ value: String, name: String, _ line: Int, _ column: Int
    ) {
        let problem = Problem.meetingContradictsName(key: key, value: value, name: name)
        diagnostics.append(Diagnostic(Place(file.place, line: line, column: column), problem))
    }

    /// The meeting that a record's name names.
    mutating func meeting(ofRecord file: FoundFile) -> MeetingID? {
        switch MeetingName(file.name.dropLast(".protokoll.md".utf8.count), bodies: bodies, clock: clock) {
        case .meeting(let id):
            return id
        case .wrong(let problem):
            diagnostics.append(Diagnostic(Place(file.place), problem))
        case .other:
            diagnostics.append(Diagnostic(Place(file.place), .meetingNameUnreadable))
        }
        return nil
    }
}
