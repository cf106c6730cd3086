import Diagnostics
import Drafts
import Meetings
import Register
import System

extension Desk {
    func site() -> JSONValue {
        let profile = reading.seen.profile
        return [
            "id": .string(String(SHA256Sum.text(of: Array(root.utf8)).prefix(16))),
            "organisation": .string(profile.organisation), "language": .string(profile.language.rawValue),
            "today": .string(reading.seen.today.description),
            "n": JSONValue(number), "bodies": .array(profile.bodies.map { row(of: $0) }),
            "meetings": .array(reading.seen.meetings.indices.reversed().map { row(of: $0) }),
            "matters": .array(reading.seen.matters.map { row(of: $0) }),
            "problems": problems(), "preview": .string(means.preview()),
            "outcomes": .array(Desk.outcomes.map { .string($0) }),
            "nextDnr": .string(NextNumbers.diaryNumber(in: reading.whole)),
            "freeKeys": .array(reading.freeKeys.map { .string($0) }),
        ]
    }

    private func row(of index: MeetingIndex) -> JSONValue {
        let meeting = reading.seen.meetings[index].meeting
        return [
            "id": .string(meeting.id.slug), "title": .string(title(of: meeting)),
            "date": .string(meeting.id.date.description), "state": .string(meeting.status.rawValue),
            "visibility": .string(meeting.shownVisibility.rawValue),
            "record": JSONValue(reading.seen.minutes[index]?.minutes.file), "steps": steps(of: index),
        ]
    }

    private func row(of matter: Matter) -> JSONValue {
        [
            "path": .string(matter.file), "dnr": JSONValue(matter.diaryNumber?.text), "title": .string(matter.title),
            "address": .string("/arenden/\(matter.slug)/"), "visibility": .string(matter.shownVisibility.rawValue),
        ]
    }

    /// The words of FORMAT §6.
    private static let outcomes = [
        "bifall", "avslag", "återremiss", "bordläggning", "till handlingarna", "noteras", "anses besvarad",
        "enligt nedan", "sats för sats",
    ]

    private func row(of body: Body) -> JSONValue {
        var members: [JSONValue] = []
        if case .members(let all)? = body.roster {
            members = all.map { member -> JSONValue in
                [
                    "name": .string(member.represents.map { "\(member.name) (\($0))" } ?? member.name),
                    "office": JSONValue(member.office), "from": JSONValue(member.from?.description),
                    "to": JSONValue(member.to?.description), "substitute": .bool(member.isSubstitute),
                ]
            }
        }
        return [
            "code": .string(body.code.text), "slug": .string(body.code.slug.text), "name": .string(body.name),
            "role": .string(body.role == .deciding ? "beslutande" : "beredande"), "members": .array(members),
            "nextDnr": .string(NextNumbers.diaryNumber(in: reading.whole, bodies: [body.code])),
        ]
    }

    func title(of meeting: Meeting) -> String {
        let names = meeting.bodies.compactMap { code in
            reading.seen.profile.bodies.first { $0.code == code }?.name
        }
        return names.joined(separator: " och ") + " \(meeting.id.day)"
    }

    func steps(of index: MeetingIndex) -> JSONValue {
        .array(
            Checklist(index, reading).steps.map { step -> JSONValue in
                [
                    "id": .string(step.id), "title": .string(step.title), "state": .string(step.state.rawValue),
                    "due": JSONValue(step.due?.description),
                    "missing": .array(
                        step.missing.map { missing -> JSONValue in
                            [
                                "text": .string(missing.text), "path": JSONValue(missing.path),
                                "action": JSONValue(missing.action),
                            ]
                        }),
                ]
            })
    }

    /// Of every meeting, by its id.
    func steps() -> JSONValue {
        .object(
            reading.seen.meetings.indices.map {
                JSONValue.Member(reading.seen.meetings[$0].meeting.id.slug, steps(of: $0))
            })
    }

    func index(of meeting: String) throws(Refusal) -> MeetingIndex {
        let codes = reading.seen.profile.bodies.map(\.code)
        guard let id = MeetingID(slug: meeting, bodies: codes), let index = reading.seen.meetingIndex[id] else {
            throw .gone
        }
        return index
    }

    func meeting(_ name: String) throws(Refusal) -> JSONValue {
        let index = try index(of: name)
        let linked = reading.seen.meetings[index]
        let meeting = linked.meeting
        var papers: [JSONValue] = []
        var agenda: [JSONValue] = []
        for item in linked.agenda {
            switch item.content {
            case .heading(let text): agenda.append(["text": .string(text), "matter": .null])
            case .matter(let place, let consultation):
                let matter = reading.seen.matters[place]
                let numbers = reading.seen.consultations[place][consultation]
                agenda.append([
                    "text": .string(matter.diaryNumber?.text ?? matter.title), "matter": .string(matter.file),
                    "title": .string(matter.title), "visibility": .string(matter.shownVisibility.rawValue),
                    "number": JSONValue(numbers.number?.description),
                ])
                papers.append([
                    "number": JSONValue(numbers.number?.description), "title": .string(matter.title),
                    "path": .string(matter.file),
                ])
                for (paper, number) in zip(matter.attachments, numbers.attachmentNumbers) {
                    papers.append([
                        "number": JSONValue(number?.description), "title": .string(paper.title),
                        "path": .string(paper.file),
                    ])
                }
            }
        }
        return [
            "id": .string(meeting.id.slug), "title": .string(title(of: meeting)), "path": JSONValue(meeting.file),
            "record": JSONValue(reading.seen.minutes[index]?.minutes.file), "steps": steps(of: index),
            "agenda": .array(agenda), "papers": .array(papers), "body": .string(meeting.id.body.slug.text),
            "sealed": .bool(!reading.seen.seals[index].isEmpty), "date": .string(meeting.id.date.description),
            "state": .string(meeting.status.rawValue), "visibility": .string(meeting.shownVisibility.rawValue),
        ]
    }
}
