import Meetings

/// What decisions ask somebody to do by a day, with the § that answered it, if any.
public struct FollowUps: Sendable {
    public let items: [Item]

    public struct Item: Sendable {
        public let meeting: MeetingIndex
        public let entry: EntryIndex
        /// What the § is about.
        public let matters: [MatterIndex]
        public let followUp: FollowUp
        /// The later § that answers it.
        public let answer: (meeting: MeetingIndex, entry: EntryIndex)?
    }
}

extension FollowUps {
    /// From what an audience sees of the records. Answered by the first later § that says so ("Besvarar: § 45
    /// 2020-09-18"), or that the same body has about the same matter.
    package init(_ minutes: MeetingTable<LinkedMinutes?>, matters: MatterTable<Matter>) {
        var asked: [(place: Place, entry: MinutesEntry, matters: [MatterIndex])] = []
        var about: [MatterIndex: [Place]] = [:]
        var answers: [(place: Place, answer: FollowUp.Answer)] = []
        for case (let meeting, let linked?) in minutes.indexed {
            let id = linked.minutes.meeting
            for case (let index, .open(let open, let own)) in linked.entries.indexed {
                let place = Place(meeting: meeting, entry: index, id: id)
                if !open.followUps.isEmpty { asked.append((place, open, own)) }
                for matter in own { about[matter, default: []].append(place) }
                answers += open.answers.map { (place, $0) }
            }
        }
        items = asked.flatMap { asked -> [Item] in
            let numbers = asked.matters.compactMap { matters[$0].diaryNumber?.key }
            let named = answers.first {
                $0.place.id.date > asked.place.id.date
                    && $0.answer.means(asked.entry.number, at: asked.place.id, of: numbers, from: $0.place.id)
            }?.place
            let same = asked.matters.compactMap { matter in
                about[matter]?.first { $0.id.date > asked.place.id.date && $0.id.body == asked.place.id.body }
            }.min { ($0.meeting, $0.entry) < ($1.meeting, $1.entry) }
            let answer = [named, same].compactMap(\.self).min { ($0.meeting, $0.entry) < ($1.meeting, $1.entry) }
            return asked.entry.followUps.map {
                Item(
                    meeting: asked.place.meeting, entry: asked.place.entry, matters: asked.matters, followUp: $0,
                    answer: answer.map { ($0.meeting, $0.entry) })
            }
        }.sorted { left, right in
            (left.followUp.date, left.meeting, left.entry) < (right.followUp.date, right.meeting, right.entry)
        }
    }

    private struct Place {
        let meeting: MeetingIndex
        let entry: EntryIndex
        let id: MeetingID
    }

    /// There is a decision before a meeting that an answer can mean.
    static func hasEarlier(
        _ answer: FollowUp.Answer, than meeting: MeetingID, _ minutes: [Minutes], _ links: Links<Whole>
    ) -> Bool {
        switch answer.target {
        case .matter(let dnr): links.matterIndex[DiaryNumber.key(of: dnr)] != nil
        case .paragraph(let number, let date):
            minutes.contains { other in
                let isMeant =
                    date.map { $0 == other.meeting.date }
                    ?? (other.meeting.body == meeting.body && other.meeting.date.year == meeting.date.year)
                return isMeant && other.meeting.date < meeting.date && other.entries.contains { $0.number == number }
            }
        }
    }
}

extension FollowUp.Answer {
    fileprivate func means(_ number: Int, at meeting: MeetingID, of numbers: [String], from own: MeetingID) -> Bool {
        switch target {
        case .paragraph(number, let date?): date == meeting.date
        case .paragraph(number, nil): own.body == meeting.body && own.date.year == meeting.date.year
        case .paragraph: false
        case .matter(let named): numbers.contains(DiaryNumber.key(of: named))
        }
    }
}
