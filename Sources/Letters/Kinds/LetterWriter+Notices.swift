import Meetings
import Register
import Site

extension LetterWriter {
    /// The text of each notice of a record: of §§ that were approved at once, and of the record.
    mutating func writeNotices(of id: MeetingID) {
        let register = everybody.register
        guard let index = register.meetingIndex[id], let linked = register.minutes[index] else { return }
        let row = everybody.meetingRows[index]
        for notice in linked.notices(register.profile.noticeRules) {
            let what = notice.paragraph.map { "§ \($0)" } ?? word("protokoll").lowercased()
            let subject = "\(word("anslagstavla")): \(what), \(row.body) \(row.dateText)"
            let content = NoticeRow(notice, row, register.profile, everybody.words)
            let page = LetterPage(page: content, address: nil)
            letters.append(
                Letter(
                    kind: .notice, name: notice.paragraph.map { "anslag-\($0)" } ?? "anslag", subject: subject,
                    recipients: book.notices.map { Mailbox(name: "", address: $0) },
                    html: html(templates.notice, page, title: subject, for: .public), language: theme.language,
                    extract: nil))
        }
    }
}
