import Editing
import Meetings
import Register

/// A meeting on another day: its file, its papers, and the day and the numbers in each ärende that it takes up. The old
/// day stays in its file, so that the old address says where it went (FORMAT §5).
public struct MovedMeeting {
    let meeting: LinkedMeeting
    let register: SeenRegister
    let target: MeetingID
    private let editor: Editor
    private let read: (String) -> [UInt8]?
}

extension MovedMeeting {
    /// `read` gives a file's bytes, by its path from the site's root.
    public init(
        _ id: MeetingID, to date: CalendarDate, register: SeenRegister, read: @escaping (String) -> [UInt8]?
    ) throws(NoDraft) {
        guard let index = register.meetingIndex[id] else { throw NoDraft("\(id) finns inte.") }
        if let record = register.minutes[index] {
            throw NoDraft("\(id) har hållits: \(record.minutes.file) är dess protokoll. Ett hållet möte flyttas inte.")
        }
        if date == id.date { throw NoDraft("\(id) är redan den dagen. Inget ändrades.") }
        let target = MeetingID(body: id.body, date: date)
        if register.meetingIndex[target] != nil { throw NoDraft("\(target) finns redan. Inget ändrades.") }
        let bodies = register.profile.bodies.map(\.code.slug.text)
        self.init(
            meeting: register.meetings[index], register: register, target: target, editor: Editor(bodies: bodies),
            read: read)
    }

    private var id: MeetingID { meeting.meeting.id }

    public var draft: Draft {
        var draft = Draft()
        let path = "content/moten/\(target.slug).md"
        if let file = meeting.meeting.file {
            draft.changes.append(.move(from: file, to: path, edits(of: file)))
            draft.rows.append(Draft.Row(path: file, title: "Mötet", now: "\(id)", after: "\(target)"))
        } else {
            let head = "organ: \(id.body)\ndatum: \(target.date)\nflyttat-från: \(id.day)\n"
            draft.changes.append(.new(path: path, text: "---\n\(head)---\n"))
            draft.rows.append(Draft.Row(path: path, title: "Mötet", now: "\(id)", after: "\(target)"))
        }
        for paper in meeting.meeting.papers {
            let folder = "content/moten/\(id.slug)/"
            guard paper.file.hasPrefix(folder) else { continue }
            let moved = "content/moten/\(target.slug)/" + paper.file.dropFirst(folder.count)
            draft.changes.append(.move(from: paper.file, to: moved, []))
            draft.rows.append(Draft.Row(path: paper.file, title: "Mötets fil", now: paper.file, after: moved))
        }
        for matter in register.matters {
            let edits = edits(of: matter)
            if edits.isEmpty { continue }
            draft.changes.append(.edits(path: matter.file, edits))
            draft.rows.append(
                Draft.Row(
                    path: matter.file, title: matter.diaryNumber.map { "\($0.text) \(matter.title)" } ?? matter.title,
                    now: "\(id.body) \(id.day)", after: "\(id.body) \(target.day)"))
        }
        if meeting.meeting.summonsDate != nil {
            draft.warnings.append("Kallelsen har skickats. Skicka en ny, och skriv dess dag i mötets fil.")
        }
        return draft
    }

    private func edits(of file: String) -> [Edit] {
        guard let bytes = read(file) else { return [] }
        var edits: [Edit] = []
        if let days = value("datum", bytes) {
            edits.append(.head(key: "datum", replaced(days) { isOwn(day: $0) ? "\(target.date)" : nil }))
        }
        if case .text(let time)? = value("tid", bytes) {
            let dated = DatedTime(time, year: id.date.year, clock: register.today)
            if dated.date == id.date, !dated.hours.isEmpty { edits.append(.head(key: "tid", .text(dated.hours))) }
        }
        let earlier = meeting.meeting.movedFrom.filter { $0 != target }.map { EditValue.text("\($0.day)") }
        let all = earlier + [.text("\(id.day)")]
        edits.append(.head(key: "flyttat-från", all.count == 1 ? all[0] : .list(all)))
        return edits
    }

    private func edits(of matter: Matter) -> [Edit] {
        let isHandled = matter.handlings.contains { $0.body == id.body && $0.days.contains(id.day) }
        guard isHandled, let bytes = read(matter.file) else { return [] }
        var edits: [Edit] = []
        let key = id.body.slug.text
        if let days = value(key, bytes) {
            let new = replaced(days) { isOwn(day: $0) ? "\(target.day)" : nil }
            if new != days { edits.append(.head(key: key, new)) }
        }
        if case .map(let pairs)? = value("bilaga", bytes) {
            let codes = register.profile.bodies.map(\.code)
            let new = pairs.map { pair in
                MeetingID(slug: pair.key.lowercased(), bodies: codes) == id
                    ? EditValue.Pair(target.slug, pair.value) : pair
            }
            if new != pairs { edits.append(.head(key: "bilaga", .map(new))) }
        }
        return edits
    }

    private func value(_ key: String, _ bytes: [UInt8]) -> EditValue? { try? editor.value(of: key, in: bytes) }

    private func isOwn(day written: String) -> Bool {
        let parts = MeetingDay.parts(of: written)
        guard case .date(let date) = DateReading(parts.date, clock: register.today) else { return false }
        return MeetingDay(date: date, ordinal: parts.ordinal) == id.day
    }

    /// A day, or those of a list or of a text with commas, with some of them others.
    private func replaced(_ value: EditValue, by change: (String) -> String?) -> EditValue {
        switch value {
        case .text(let text):
            let parts = text.split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
            let new = parts.map { change($0) ?? $0 }
            return new == parts ? value : new.count == 1 ? .text(new[0]) : .text(new.joined(separator: ", "))
        case .list(let items): return .list(items.map { replaced($0, by: change) })
        case .map: return value
        }
    }
}
