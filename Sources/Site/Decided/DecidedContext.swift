import Meetings
import Register
import Theme

/// What the page of a decided matter begins with: when, under which §§, how much of what was asked for, and until when it
/// can be appealed.
package struct DecidedContext: TemplateContext {
    let meeting: MeetingRow
    let paragraphs: [ParagraphRow]
    /// "avslag"; nil where the granted amount says it.
    let outcome: String?
    /// "1 200 000 kr"; nil where nothing was granted.
    let granted: String?
    /// What was asked for, where that is not what was granted.
    let proposed: String?
    let appeal: AppealRow?

    package static let shapeName = "beslutat"
    package static let fields: [Field<Self>] = [
        .object("mote") { $0.meeting },
        .list("paragrafer") { $0.paragraphs },
        .text("utfall") { $0.outcome },
        .text("beviljat") { $0.granted },
        .text("foreslaget") { $0.proposed },
        .object("overklagande") { $0.appeal },
    ]
}

/// How far the time to appeal a decision has come.
package struct AppealRow: TemplateContext {
    enum State { case unapproved, unposted, open(until: String), closed(since: String) }

    let state: State

    package static let shapeName = "överklagande"
    package static let fields: [Field<Self>] = [
        .flag("ojusterat") { if case .unapproved = $0.state { true } else { false } },
        .flag("inte_anslaget") { if case .unposted = $0.state { true } else { false } },
        .text("till") { if case .open(let day) = $0.state { day } else { nil } },
        .text("slut") { if case .closed(let day) = $0.state { day } else { nil } },
    ]
}

extension Edition {
    func decidedContext(_ matter: MatterIndex) -> DecidedContext? {
        guard let consultation = decided(matter) else { return nil }
        let entries = entries(of: consultation).filter { $0.decision != nil }
        let meeting = meetingRows[consultation.meeting]
        let amount = amounts(of: matter, at: consultation)
        let granted = amount?.granted.flatMap { $0.kronor > 0 ? $0 : nil }
        return DecidedContext(
            meeting: meeting,
            paragraphs: entries.enumerated().map { place, entry in
                ParagraphRow(
                    number: entry.number, address: meeting.extract(entry.number),
                    isUnapproved: isUnapproved(entry, at: consultation.meeting), isFurther: place > 0)
            },
            outcome: granted != nil && isPlainGrant(consultation, matter)
                ? nil : words.lowercasedFirst(state(of: consultation, matter)),
            granted: granted.map { words.kronor($0) },
            proposed: amount.flatMap { $0.granted == $0.proposed ? nil : $0.proposed }.map { words.kronor($0) },
            appeal: entries.last.flatMap { appeal(of: $0, at: consultation.meeting) })
    }

    /// The amount says what was decided.
    private func isPlainGrant(_ consultation: Consultation, _ matter: MatterIndex) -> Bool {
        [.approved, .asWritten, .decided].contains(kind(of: consultation, matter))
    }

    /// By the notice of the §, else by the record's.
    func appeal(of entry: MinutesEntry, at meeting: MeetingIndex) -> AppealRow? {
        guard let linked = register.minutes[meeting] else { return nil }
        let own = entry.approval == nil ? nil : entry.number
        guard let notice = linked.notices(register.profile.noticeRules).first(where: { $0.paragraph == own }) else {
            return AppealRow(state: .unapproved)
        }
        guard let posted = notice.posted, let last = notice.lastAppealDay, posted <= register.today else {
            return AppealRow(state: .unposted)
        }
        let day = words.date(last)
        return AppealRow(state: notice.isLive(on: register.today) ? .open(until: day) : .closed(since: day))
    }

    /// The same in one sentence without links, for a page's description: "Beslutat 6 november 2026, § 17: 1 200 000 kr
    /// (föreslaget 1 350 000 kr)."
    func decidedSentence(_ decided: DecidedContext) -> String {
        let numbers = words.joined(decided.paragraphs.map { "§\u{A0}\($0.number)" })
        let what = [decided.outcome, decided.granted].compactMap(\.self).joined(separator: ", ")
        let asked = decided.proposed.map { " (\(words[.proposedShort]) \($0))" } ?? ""
        return words.text(.decidedOn, decided.meeting.dateText, numbers, what + asked)
    }
}
