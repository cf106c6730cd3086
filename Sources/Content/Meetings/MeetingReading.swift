import CommonMark
import Diagnostics
import Meetings

/// Reads one meeting's file.
struct MeetingReading {
    let disk: FileSystem
    let clock: CalendarDate
    let bodies: [Body]
    var diagnostics: [Diagnostic] = []
}

extension MeetingReading {
    mutating func read(_ file: FoundFile) -> MeetingSource? {
        guard let text = TextFile.read(file.location, as: file.place, disk: disk, &diagnostics) else { return nil }
        var fields = text.fields(clock: clock, &diagnostics)
        let body = body(&fields)
        let date = fields.locatedText("datum").flatMap { written in
            fields.date(written).map { Located(value: $0, line: written.line, column: written.column) }
        }
        let time = fields.text("tid")
        let place = fields.text("plats")
        let summonsDate = fields.date("kallelse")
        let status = fields.word("status", Meeting.Status.self)
        let agenda = fields.texts("dagordning")
        let visibility = fields.visibility()
        let reviewed = fields.text("personuppgifter-granskade")
        fields.skip("titel")
        fields.finish()
        diagnostics += fields.diagnostics
        guard let id = identity(file, body: body, date: date, isUnreadable: fields.isUnreadable) else { return nil }
        var reading = ProseReading(file: file)
        let prose = TitledText(text, givenTitle: "", &reading).prose
        diagnostics += reading.diagnostics
        let meeting = Meeting(
            id: id, time: time, place: place, summonsDate: summonsDate,
            status: status ?? Meeting.Status(date: id.date, summonsDate: summonsDate, today: clock),
            agenda: agenda.map(\.value), text: prose.isEmpty ? nil : prose, visibility: visibility, file: file.place)
        let findings = PersonalDataFinding.all(in: text.bytes, file: file.place)
        return MeetingSource(
            meeting: meeting, personalData: PersonalData(findings: findings, reviewed: reviewed),
            agendaPlaces: agenda.map { Place(file.place, line: $0.line, column: $0.column) })
    }

    private func body(_ fields: inout Fields) -> Located<Body>? {
        guard let written = fields.locatedText("organ") else { return nil }
        let code = BodyCode(written.value)
        let name = FieldKey.fold(written.value)
        if let body = bodies.first(where: { $0.code == code || FieldKey.fold($0.name) == name }) {
            return Located(value: body, line: written.line, column: written.column)
        }
        let problem = Problem.unknownBody(code: written.value, known: bodies.map(\.code.text))
        fields.report(problem, written.line, written.column)
        return nil
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
            return MeetingID(body: code, date: id.date)
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
