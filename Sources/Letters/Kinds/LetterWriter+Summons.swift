import Diagnostics
import Meetings
import Register
import Site

extension LetterWriter {
    /// The kallelse, to those in office on the meeting's day and those who are called beside them. Members see it as their
    /// edition has it.
    mutating func writeSummons(of id: MeetingID) {
        guard let index = members.register.meetingIndex[id] else { return }
        let meeting = members.register.meetings[index].meeting
        let address = Addresses.meeting(id)
        let content = members.meetingFrame(index, "").content.value
        let page = LetterPage(
            page: content, address: links.address(address, for: .members), hasChanged: content.hasChanged,
            movedFrom: meeting.movedFrom.last.map { members.words.date($0.date) })
        let row = members.meetingRows[index]
        let what = word(
            meeting.status == .cancelled ? "brev_installt" : content.hasChanged ? "brev_andrat" : "kallelse")
        let subject = "\(what): \(row.body) \(row.dateText)"
        let html = html(templates.summons, page, title: subject, for: .members)
        if links.members == nil, LetterLinks.hasLostLinks(html) {
            report(.membersAddressMissing, Place("klubba.yml"))
        }
        letters.append(
            Letter(
                kind: .summons, name: "kallelse", subject: subject, recipients: called(to: meeting), html: html,
                language: theme.language, extract: nil))
    }

    private mutating func called(to meeting: Meeting) -> [Mailbox] {
        let bodies = members.register.profile.bodies.filter { meeting.bodies.contains($0.code) }
        var mailboxes: [Mailbox] = []
        for body in bodies {
            guard case .members(let roster)? = body.roster else {
                // Without a register all members of the book are called, but those that it names other bodies for.
                mailboxes += book.members.filter { $0.bodies.isEmpty || $0.bodies.contains(body.code) }
                    .flatMap(\.mailboxes)
                continue
            }
            for member in roster where member.isInOffice(on: meeting.id.date) {
                guard let found = book.member(named: member.name) else {
                    let nearest = Spelling.nearest(to: member.name, among: book.members.map(\.name))
                    report(.memberWithoutAddress(name: member.name, nearest: nearest), Place(Self.bookFile))
                    continue
                }
                if found.addresses.isEmpty, !found.isPassedOver {
                    report(
                        .memberWithoutAddress(name: member.name, nearest: nil),
                        Place(Self.bookFile, line: found.line, column: found.column))
                }
                mailboxes += found.mailboxes
            }
        }
        if mailboxes.isEmpty {
            report(.nobodyToCall(body: bodies.first?.name ?? meeting.id.body.text), Place(Self.bookFile))
        }
        tellStrangers()
        mailboxes += book.alsoCalled.filter { one in
            one.bodies.isEmpty || one.bodies.contains { meeting.bodies.contains($0) }
        }.flatMap(\.mailboxes)
        var seen: Set<MailAddress> = []
        return mailboxes.filter { seen.insert($0.address).inserted }
    }

    /// Names of the book that no register has: somebody who is misspelt would be forgotten.
    private mutating func tellStrangers() {
        let rosters = members.register.profile.bodies.compactMap(\.roster)
        guard rosters.contains(where: \.hasNames), rosters.allSatisfy(\.hasNames) else { return }
        let names = rosters.flatMap { roster in
            if case .members(let members) = roster { members.map(\.name) } else { [String]() }
        }
        let known = Set(names.map { PersonName.key(of: $0) })
        for one in book.members where !known.contains(PersonName.key(of: one.name)) {
            report(
                .correspondentUnknown(name: one.name, nearest: Spelling.nearest(to: one.name, among: names)),
                Place(Self.bookFile, line: one.line, column: one.column))
        }
    }
}
