import Ledger
import Meetings

extension LogNotice {
    /// The notices of a record that have gone up by a day.
    package static func all(_ minutes: Minutes?, rules: NoticeRules, today: CalendarDate) -> [LogNotice] {
        guard let minutes else { return [] }
        return Notice.all(minutes, entries: minutes.entries, rules: rules).compactMap { notice in
            guard let posted = notice.posted, posted <= today, let last = notice.lastAppealDay else { return nil }
            return LogNotice(
                paragraph: notice.paragraph ?? 0, posted: posted.description, lastAppealDay: last.description,
                keptAt: notice.keptAt ?? "")
        }
    }
}
