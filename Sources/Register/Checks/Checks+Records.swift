import Content
import Diagnostics
import Meetings

extension Checks {
    /// What has to hold between a record, its meeting's agenda and the proposals (FORMAT §6).
    mutating func checkRecords() {
        var recordOf: [MeetingID: String] = [:]
        var paragraphs: [ParagraphKey: Place] = [:]
        for (record, source) in sources.records.enumerated() {
            let minutes = source.minutes
            if let other = recordOf.updateValue(minutes.file, forKey: minutes.meeting) {
                report(Place(minutes.file), .sameMeeting(meeting: minutes.meeting.description, other: other))
            }
            guard let meeting = links.meetingIndex[minutes.meeting] else {
                report(Place(minutes.file), .recordWithoutMeeting(meeting: minutes.meeting.description))
                continue
            }
            if let notice = Notice(minutes, rules: sources.profile.noticeRules), notice.isOverdue(on: sources.today) {
                report(Place(minutes.file), .postingOverdue(due: notice.due.description))
            }
            checkQuorum(of: minutes)
            checkOrder(of: minutes, &paragraphs)
            checkParagraphs(of: minutes, matters: entryMatters[record], at: meeting)
            for entry in minutes.entries.indices where minutes.entries[entry].vote != nil {
                checkVote(of: minutes.entries[entry], in: minutes)
            }
        }
        checkAnswers()
    }

    /// More than half of the members have to be there (kommunallagen 5:45, 6:27); how many they are, klubba.yml or the
    /// record's own list of absent says.
    private mutating func checkQuorum(of minutes: Minutes) {
        let (present, absent) = (minutes.present.count, minutes.absent.count)
        let body = sources.profile.bodies.first { $0.code == minutes.meeting.body }
        guard present > 0, let members = body?.memberCount ?? (absent > 0 ? present + absent : nil),
            present * 2 <= members
        else { return }
        report(Place(minutes.file), .quorumMissing(present: present, members: members))
    }

    private mutating func checkVote(of entry: MinutesEntry, in minutes: Minutes) {
        guard let vote = entry.vote else { return }
        let place = Place(minutes.file, line: entry.line)
        let present = minutes.present.isEmpty ? 0 : minutes.present.count + minutes.substitutes.count
        for contradiction in vote.contradictions(present: present) {
            switch contradiction {
            case .counts(let choice, let counted, let stated):
                let word = [Vote.Choice.yes: "ja", .no: "nej", .abstention: "avstår"][choice] ?? ""
                report(place, .votesDisagree(choice: word, counted: counted, stated: stated))
            case .twice(let name): report(place, .votedTwice(name: name))
            case .tooMany(let votes, let present): report(place, .tooManyVotes(votes: votes, present: present))
            }
        }
        let outside = entry.sections.filter { $0.kind == .recusal || $0.kind == .abstention }
            .map { Spelling.fold(String(decoding: $0.text.html, as: UTF8.self)) }
        guard !outside.isEmpty else { return }
        for name in vote.sides.flatMap(\.names) {
            let key = PersonName.key(of: name)
            if key.count >= 4, outside.contains(where: { $0.contains(key) }) {
                report(place, .recusedVotes(name: name))
            }
        }
    }

    /// "Besvarar:" has to name a § or a matter that was handled before.
    private mutating func checkAnswers() {
        for source in sources.records {
            for entry in source.minutes.entries {
                for answer in entry.answers
                where !FollowUps.hasEarlier(answer, than: source.minutes.meeting, sources.records.map(\.minutes), links)
                {
                    let text =
                        switch answer.target {
                        case .paragraph(let number, let date): "§ \(number)\(date.map { " \($0)" } ?? "")"
                        case .matter(let dnr): dnr
                        }
                    report(Place(source.minutes.file, line: answer.line), .answersNothing(text: text))
                }
            }
        }
    }

    private struct ParagraphKey: Hashable {
        let body: BodyCode
        let year: Int
        let number: Int
    }

    /// Numbers run through a body's year.
    private mutating func checkOrder(of minutes: Minutes, _ paragraphs: inout [ParagraphKey: Place]) {
        var last: Int?
        for index in minutes.entries.indices {
            let number = minutes.entries[index].number
            let place = Place(minutes.file, line: minutes.entries[index].line)
            let key = ParagraphKey(body: minutes.meeting.body, year: minutes.meeting.date.year, number: number)
            if let other = paragraphs.updateValue(place, forKey: key) {
                report(place, .sameParagraph(number: number, other: "\(other.file):\(other.line)"))
            } else if let last, number < last {
                report(place, .paragraphOutOfOrder(number: number, after: last))
            }
            last = number
        }
    }

    private mutating func checkParagraphs(
        of minutes: Minutes, matters: [MatterIndex?], at meeting: Links<Whole>.MeetingIndex
    ) {
        let handled = links.handled(at: meeting)
        var answered: Set<MatterIndex> = []
        for (index, matter) in matters.enumerated() {
            guard let matter else {
                if let dnr = AgendaBuilder<Whole>.leadingDiaryNumber(of: minutes.entries[index].heading) {
                    let known = handled.compactMap { links.matters[$0].diaryNumber?.text }
                    let nearest = Spelling.nearest(to: dnr, among: known)
                    let place = Place(minutes.file, line: minutes.entries[index].line)
                    report(place, .paragraphMatterUnknown(dnr: dnr, nearest: nearest))
                }
                continue
            }
            answered.insert(matter)
            guard let decision = minutes.entries[index].decision, !decision.clauseOutcomes.isEmpty else { continue }
            let clauses = links.matters[matter].proposal?.clauses.count ?? 0
            for number in decision.clauseOutcomes.keys.sorted() where !(1...max(1, clauses)).contains(number) {
                report(Place(minutes.file, line: decision.line), .unknownClause(number: number, count: clauses))
            }
        }
        for matter in handled where !answered.contains(matter) {
            let name = links.matters[matter].diaryNumber?.text ?? links.matters[matter].title
            report(Place(minutes.file), .matterWithoutParagraph(matter: name))
        }
    }
}
