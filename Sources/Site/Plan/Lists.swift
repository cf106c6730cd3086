import Meetings
import Register

/// The long lists, each put together once.
struct Lists: Sendable {
    let meetings: MeetingsPage
    let funds: [(initiative: Initiatives.Initiative, funds: [Funds])]
    let initiatives: Parts<InitiativeRow>
    let archive: ArchivePage
    let decisions: Parts<DecisionRow>
    let diary: Parts<DiaryRow>
    let unscheduled: [MatterRow]
}

extension Lists {
    init(_ edition: Edition) {
        meetings = Lists.meetings(edition)
        funds = Funds.byInitiative(edition)
        archive = Lists.archive(edition)
        decisions = Parts(edition.decisionRows(), below: Addresses.decisions)
        diary = Parts(edition.diaryRows(), below: Addresses.diary)
        initiatives = Parts(
            funds.map { InitiativeRow($0.initiative, $0.funds, edition) },
            below: "\(Addresses.initiatives)\(Addresses.furtherPart)/", first: Addresses.initiatives)
        unscheduled = edition.register.matters.indices
            .filter { edition.register.consultations[$0].isEmpty }.map { edition.matterRows[$0] }
    }

    private static func meetings(_ edition: Edition) -> MeetingsPage {
        let rows = edition.meetingRows
        let past = zip(edition.register.meetings, rows).filter { !$0.1.isComing }
        let byYear = Dictionary(grouping: past) { $0.0.meeting.id.date.year }
        var shown = 0
        var years: [MeetingYear] = []
        var earlier: [NamedLink] = []
        for year in byYear.keys.sorted(by: >) {
            let own = byYear[year] ?? []
            if shown > 0, shown + own.count > PartSize.whole {
                earlier.append(NamedLink(text: "\(year)", address: Addresses.archive(year: year)))
            } else {
                shown += own.count
                years.append(MeetingYear(year: year, meetings: own.reversed().map { $0.1 }))
            }
        }
        return MeetingsPage(coming: rows.filter { $0.isComing }, years: years, earlier: earlier)
    }

    private static func archive(_ edition: Edition) -> ArchivePage {
        let meetings = Dictionary(grouping: edition.register.meetings.indices) {
            edition.register.meetings[$0].meeting.id.date.year
        }
        var matters: [Int: [MatterIndex]] = [:]
        for index in edition.register.matters.indices {
            for year in edition.archiveYears(of: index) { matters[year, default: []].append(index) }
        }
        let notices = notices(edition)
        let calendars = Set(edition.calendarYears)
        let years = Set(meetings.keys).union(matters.keys).union(notices.keys).filter { $0 > 0 }.sorted(by: >)
        return ArchivePage(
            years: years.map { year in
                ArchiveYear(
                    year: year, address: Addresses.archive(year: year),
                    meetings: (meetings[year] ?? []).map { edition.meetingRows[$0] },
                    matters: (matters[year] ?? []).map { edition.matterRows[$0] }, notices: notices[year] ?? [],
                    calendar: calendars.contains(year) ? Addresses.calendar(year: year) : nil)
            })
    }

    /// The notices whose time is out, by the year that they went up in.
    private static func notices(_ edition: Edition) -> [Int: [NoticeRow]] {
        let register = edition.register
        var rows: [Int: [NoticeRow]] = [:]
        for (index, linked) in register.minutes.indexed {
            for notice in linked?.notices(register.profile.noticeRules) ?? [] {
                guard let posted = notice.posted, posted <= register.today, !notice.isLive(on: register.today) else {
                    continue
                }
                rows[posted.year, default: []].append(
                    NoticeRow(notice, edition.meetingRows[index], register.profile, edition.words))
            }
        }
        return rows
    }
}

extension Edition {
    /// The years in which a deciding body decided a matter; of one that none has, the year that it is filed under.
    fileprivate func archiveYears(of matter: MatterIndex) -> Set<Int> {
        let decided = register.consultations[matter].filter { isDeciding($0.id) && !decisions(of: $0).isEmpty }
        return decided.isEmpty ? [year(of: matter) ?? 0] : Set(decided.map(\.id.date.year))
    }
}
