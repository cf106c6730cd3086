import Meetings
import Register

/// The record that a meeting's secretary begins with: a § an agenda item, numbered as the body's other records are,
/// and the people of the register. It decides nothing: no § has an outcome before somebody has written it.
public struct NewRecord {
    let meeting: LinkedMeeting
    let register: SeenRegister
}

extension NewRecord {
    /// Throws for a meeting that nobody knows and for one that has a record.
    public init(_ id: MeetingID, register: SeenRegister) throws(NoDraft) {
        guard let index = register.meetingIndex[id] else {
            throw NoDraft("\(id) finns inte. Lägg upp mötet med klubba new mote \(id.slug).")
        }
        if let record = register.minutes[index] {
            throw NoDraft("\(id) har redan ett protokoll: \(record.minutes.file). Inget skrevs.")
        }
        self.init(meeting: register.meetings[index], register: register)
    }

    public var path: String { "content/moten/\(meeting.meeting.id.slug).protokoll.md" }

    public var draft: Draft {
        var draft = Draft()
        draft.changes = [.new(path: path, text: text)]
        return draft
    }

    /// The first § that nobody has: the year's next, or 1 where the body's records begin anew at each meeting, as those
    /// of this year or of the year before show.
    public var firstNumber: Int {
        let id = meeting.meeting.id
        let records = register.minutes.compactMap(\.self).filter {
            $0.minutes.meeting.body == id.body && $0.minutes.meeting != id
        }
        let numbers = ParagraphNumbers(
            firstNumbers: records.map { (meeting: $0.minutes.meeting, number: $0.entries.first?.number) })
        let own = records.filter { $0.minutes.meeting.date.year == id.date.year }
        let tells = own.count > 1 ? id.date.year : id.date.year - 1
        if numbers.beginAnew(id.body, in: tells) { return 1 }
        return (own.flatMap { $0.entries.map(\.number) }.max() ?? 0) + 1
    }

    public var text: String {
        var text = "---\n" + head + "---\n"
        var number = firstNumber
        for point in points {
            text += "\n## § \(number) \(point.heading)\n"
            if !point.below.isEmpty { text += "\n" + point.below.map { "- \($0)\n" }.joined() }
            if !point.papers.isEmpty {
                text += "\n### Beslutsunderlag\n\n" + point.papers.map { "- \($0)\n" }.joined()
            }
            number += 1
        }
        return text
    }

    // Who is there

    private var head: String {
        let people = inOffice
        var head = ""
        func add(_ key: String, _ names: [String]) {
            guard !names.isEmpty else { return }
            head += "\(key):\n" + names.map { "  - \(DraftText.value($0))\n" }.joined()
        }
        if let chair = people.first(where: { $0.office.map { DraftText.fold($0) == "ordforande" } ?? false }) {
            head += "ordförande: \(DraftText.value(chair.shown))\n"
        }
        add("närvarande", people.filter { !$0.isSubstitute }.map(\.shown))
        if let place = register.profile.noticeRules.keptAt { head += "förvaras: \(DraftText.value(place))\n" }
        return head
    }

    private var inOffice: [Member] {
        let bodies = meeting.meeting.bodies
        return register.profile.bodies.filter { bodies.contains($0.code) }.flatMap { body -> [Member] in
            guard case .members(let members)? = body.roster else { return [] }
            return members.filter { $0.isInOffice(on: meeting.meeting.id.date) }
        }
    }

    // What is taken up

    private struct Point {
        let heading: String
        var below: [String] = []
        var papers: [String] = []
    }

    private var points: [Point] {
        var points: [Point] = []
        for item in meeting.agenda {
            switch item.content {
            case .matter(let matter, let consultation):
                let own = register.matters[matter]
                let heading = own.diaryNumber?.text ?? own.title
                let numbers = register.consultations[matter][consultation]
                points.append(Point(heading: heading, papers: papers(of: own, numbers)))
            case .heading(let text) where item.level == .subpoint && !points.isEmpty:
                points[points.count - 1].below.append(text)
            case .heading(let text): points.append(Point(heading: text))
            }
        }
        return points
    }

    /// Those that everybody who sees the § may know of.
    private func papers(of matter: Matter, _ numbers: Consultation) -> [String] {
        var papers: [String] = []
        if matter.visibility == .secret { return [] }
        if let own = numbers.number { papers.append("Bilaga \(own), tjänsteskrivelse") }
        for (paper, number) in zip(matter.attachments, numbers.attachmentNumbers)
        where paper.visibility == .public || paper.visibility == matter.visibility {
            guard let number else { continue }
            papers.append("Bilaga \(number), \(paper.title)")
        }
        return papers
    }
}

extension Member {
    /// `Anna Alm (Uppsala kommun)`
    public var shown: String { represents.map { "\(name) (\($0))" } ?? name }
}
