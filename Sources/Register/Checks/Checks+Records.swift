import Content
import Diagnostics
import Meetings

extension Checks {
    /// What has to hold between a record, its meeting's agenda and the proposals (FORMAT §6).
    mutating func checkRecords() {
        var recordOf: [MeetingID: String] = [:]
        var paragraphs: [ParagraphKey: String] = [:]
        for source in sources.records {
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
            checkOrder(of: minutes, &paragraphs)
            checkParagraphs(of: minutes, at: meeting)
        }
    }

    private struct ParagraphKey: Hashable {
        let body: BodyCode
        let year: Int
        let number: Int
    }

    /// Numbers run through a body's year.
    private mutating func checkOrder(of minutes: Minutes, _ paragraphs: inout [ParagraphKey: String]) {
        var last: Int?
        for entry in minutes.entries {
            let place = Place(minutes.file, line: entry.line)
            let key = ParagraphKey(body: minutes.meeting.body, year: minutes.meeting.date.year, number: entry.number)
            if let other = paragraphs.updateValue("\(minutes.file):\(entry.line)", forKey: key) {
                report(place, .sameParagraph(number: entry.number, other: other))
            } else if let last, entry.number < last {
                report(place, .paragraphOutOfOrder(number: entry.number, after: last))
            }
            last = entry.number
        }
    }

    private mutating func checkParagraphs(of minutes: Minutes, at meeting: Int) {
        let handled = links.handled(at: meeting)
        var answered: Set<Int> = []
        for entry in minutes.entries {
            let place = Place(minutes.file, line: entry.line)
            guard let matter = links.matter(of: entry, among: handled) else {
                if let dnr = AgendaBuilder.leadingDiaryNumber(of: entry.heading) {
                    let known = handled.compactMap { links.matters[$0].diaryNumber?.text }
                    let nearest = Spelling.nearest(to: dnr, among: known)
                    report(place, .paragraphMatterUnknown(dnr: dnr, nearest: nearest))
                }
                continue
            }
            answered.insert(matter)
            let clauses = links.matters[matter].proposal?.clauses.count ?? 0
            for number in entry.decision?.clauseOutcomes.keys.sorted() ?? []
            where !(1...max(1, clauses)).contains(number) {
                let decisionPlace = Place(minutes.file, line: entry.decision?.line ?? entry.line)
                report(decisionPlace, .unknownClause(number: number, count: clauses))
            }
        }
        for matter in handled where !answered.contains(matter) {
            let name = links.matters[matter].diaryNumber?.text ?? links.matters[matter].title
            report(Place(minutes.file), .matterWithoutParagraph(matter: name))
        }
    }
}
