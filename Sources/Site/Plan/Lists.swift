import Meetings
import Register

/// The long lists, each put together once.
struct Lists: Sendable {
    let meetings: MeetingsPage
    let funds: [(name: String, funds: [Funds])]
    let archive: ArchivePage
    /// Newest first.
    let diary: [(row: DiaryRow, year: Int)]
    let unscheduled: [MatterRow]
    /// Newest first, each with its part of the diary.
    let diaryYears: [Int]
    let diaryRanges: [Range<Int>]
}

extension Lists {
    init(_ edition: Edition) {
        meetings = Lists.meetings(edition)
        funds = Funds.byInitiative(edition)
        archive = Lists.archive(edition)
        diary = Lists.diary(edition)
        unscheduled = edition.register.matters.indices
            .filter { edition.register.consultations[$0].isEmpty }.map { edition.matterRows[$0] }
        var years: [Int] = []
        var ranges: [Range<Int>] = []
        for (index, entry) in diary.enumerated() {
            if years.last == entry.year {
                ranges[ranges.count - 1] = ranges[ranges.count - 1].lowerBound..<(index + 1)
            } else {
                years.append(entry.year)
                ranges.append(index..<(index + 1))
            }
        }
        (diaryYears, diaryRanges) = (years, ranges)
    }

    private static func meetings(_ edition: Edition) -> MeetingsPage {
        let rows = edition.meetingRows
        let past = zip(edition.register.meetings, rows).filter { !$0.1.isComing }
        let byYear = Dictionary(grouping: past) { $0.0.meeting.id.date.year }
        let years = byYear.keys.sorted(by: >).map { year in
            MeetingYear(year: year, meetings: (byYear[year] ?? []).reversed().map { $0.1 })
        }
        return MeetingsPage(coming: rows.filter { $0.isComing }, years: years)
    }

    static func decisions(_ edition: Edition) -> DecisionsPage {
        var byYear: [Int: [DecisionRow]] = [:]
        for index in edition.register.meetings.indices.reversed() {
            let rows = decisions(at: index, edition)
            if rows.isEmpty { continue }
            byYear[edition.register.meetings[index].meeting.id.date.year, default: []] += rows
        }
        let years = byYear.keys.sorted(by: >).map { year -> DecisionYear in
            let byKind = Dictionary(grouping: byYear[year] ?? [], by: \.kind)
            let groups = OutcomeKind.allCases.compactMap { kind in
                byKind[kind].map {
                    OutcomeGroup(
                        kind: kind, text: kind.text(edition.words), anchor: "ar-\(year)-\(kind.rawValue)", rows: $0)
                }
            }
            return DecisionYear(year: year, groups: groups)
        }
        return DecisionsPage(years: years)
    }

    /// What a deciding body decides at one meeting, in agenda order.
    private static func decisions(at meeting: MeetingIndex, _ edition: Edition) -> [DecisionRow] {
        let linked = edition.register.meetings[meeting]
        guard edition.isDeciding(linked.meeting.id), linked.meeting.status != .cancelled else { return [] }
        return linked.agenda.flatMap { item -> [DecisionRow] in
            guard case .matter(let matter, let consultation) = item.content else { return [] }
            return decisions(of: matter, edition.register.consultations[matter][consultation], edition)
        }
    }

    /// A row for each § that decided something; where none did, one that tells how far the matter has come. The amount
    /// stands with the last.
    private static func decisions(
        of matter: MatterIndex, _ own: Consultation, _ edition: Edition
    ) -> [DecisionRow] {
        let proposed = edition.register.matters[matter].amount
        let granted = edition.granted(by: own, of: matter, proposed: proposed)
        let amount =
            switch granted {
            case .open: proposed
            case .granted(let amount): amount
            case .nothing: Money?.none
            }
        let entries = edition.entries(of: own)
        let decided = entries.filter { $0.decision != nil }
        let meeting = edition.meetingRows[own.meeting]
        func row(_ entry: MinutesEntry?, _ kind: OutcomeKind, _ state: String, _ amount: Money?) -> DecisionRow {
            DecisionRow(
                matter: edition.matterRows[matter], meeting: meeting, kind: kind, state: state,
                amount: amount?.description, paragraph: entry.map { String($0.number) },
                address: entry.map { meeting.extract($0.number) })
        }
        guard !decided.isEmpty else {
            return [row(entries.first, edition.kind(of: own, matter), edition.state(of: own, matter), amount)]
        }
        return decided.enumerated().compactMap { place, entry in
            guard let decision = entry.decision else { return nil }
            let kind = OutcomeKind(decision, proposed: edition.proposed([matter], at: own.id))
            return row(
                entry, kind, edition.label(decision, of: [matter], at: own.id) ?? kind.text(edition.words),
                place == decided.count - 1 ? amount : nil)
        }
    }

    static func latestDecisions(_ edition: Edition, atMost limit: Int) -> [DecisionRow] {
        for index in edition.register.meetings.indices.reversed() where !edition.meetingRows[index].isComing {
            let rows = decisions(at: index, edition)
            if !rows.isEmpty { return Array(rows.prefix(limit)) }
        }
        return []
    }

    private static func diary(_ edition: Edition) -> [(row: DiaryRow, year: Int)] {
        let register = edition.register
        let sorted = edition.diaryOrder
        return sorted.enumerated().map { place, index in
            let consultations = register.consultations[index]
            let matter = register.matters[index]
            let row = DiaryRow(
                matter: edition.matterRows[index], order: sorted.count - place,
                meetings: consultations.map { edition.meetingRows[$0.meeting] },
                amount: matter.amount.map { $0.grouped }, amountValue: matter.amount?.kronor,
                initiative: matter.initiative?.name == matter.title ? nil : matter.initiative?.name,
                lastDate: consultations.last?.id.date.description)
            return (row, edition.year(of: index) ?? 0)
        }
    }

    private static func archive(_ edition: Edition) -> ArchivePage {
        let meetings = Dictionary(grouping: edition.register.meetings.indices) {
            edition.register.meetings[$0].meeting.id.date.year
        }
        let matters = Dictionary(grouping: edition.register.matters.indices) { edition.year(of: $0) ?? 0 }
        let notices = notices(edition)
        let years = Set(meetings.keys).union(matters.keys).union(notices.keys).filter { $0 > 0 }.sorted(by: >)
        return ArchivePage(
            years: years.map { year in
                ArchiveYear(
                    year: year, address: Addresses.archive(year: year),
                    meetings: (meetings[year] ?? []).map { edition.meetingRows[$0] },
                    matters: (matters[year] ?? []).map { edition.matterRows[$0] }, notices: notices[year] ?? [])
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
