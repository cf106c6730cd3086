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
    /// From what an audience sees of the records.
    package init(_ minutes: MeetingTable<LinkedMinutes?>, matters: MatterTable<Matter>) {
        var places: [(meeting: MeetingIndex, entry: EntryIndex, open: MinutesEntry)] = []
        var paragraphs: [FollowUpAnswers<MatterIndex>.Paragraph] = []
        for case (let meeting, let linked?) in minutes.indexed {
            for case (let index, .open(let open, let own)) in linked.entries.indexed {
                places.append((meeting, index, open))
                paragraphs.append(
                    FollowUpAnswers.Paragraph(
                        meeting: linked.minutes.meeting, number: open.number, subjects: own,
                        diaryNumbers: own.compactMap { matters[$0].diaryNumber?.key }, answers: open.answers))
            }
        }
        let answers = FollowUpAnswers(paragraphs)
        items = places.indices.filter { !places[$0].open.followUps.isEmpty }.flatMap { asked -> [Item] in
            let answer = answers.answer(to: asked).map { (places[$0].meeting, places[$0].entry) }
            return places[asked].open.followUps.map {
                Item(
                    meeting: places[asked].meeting, entry: places[asked].entry, matters: paragraphs[asked].subjects,
                    followUp: $0, answer: answer)
            }
        }.sorted { left, right in
            (left.followUp.date, left.meeting, left.entry) < (right.followUp.date, right.meeting, right.entry)
        }
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
