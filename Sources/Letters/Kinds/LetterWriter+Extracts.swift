import Diagnostics
import Meetings
import Register
import Site

extension LetterWriter {
    /// Each § to each that it names under "Beslutet skickas till", once it is approved.
    mutating func writeExtracts(of id: MeetingID) {
        guard let index = whole.meetingIndex[id], let linked = whole.minutes[index] else { return }
        var names: Set<String> = []
        for entry in linked.entries.compactMap(\.entry) where !entry.recipients.isEmpty {
            let place = Place(linked.minutes.file, line: entry.line)
            guard linked.minutes.approved(entry) != nil else {
                report(.letterNotApproved(paragraph: entry.number), place)
                continue
            }
            for recipient in entry.recipients {
                let found = book.recipient(named: recipient)
                if found?.isPassedOver == true { continue }
                let audience = reader(of: entry.number, at: id, found?.reads ?? .public)
                guard let audience else {
                    report(.letterHidden(paragraph: entry.number, name: recipient), place)
                    continue
                }
                if found?.addresses.isEmpty ?? true {
                    let nearest =
                        found == nil ? Spelling.nearest(to: recipient, among: book.recipients.map(\.name)) : nil
                    report(
                        .recipientWithoutAddress(name: recipient, paragraph: entry.number, nearest: nearest), place)
                }
                var name = "utdrag-\(entry.number)-\(Slug(recipient)?.text ?? "mottagare")"
                while !names.insert(name).inserted { name += "-2" }
                write(entry.number, at: id, to: found?.mailboxes ?? [], name: name, for: audience)
            }
        }
    }

    /// Whose edition of a § somebody gets: everybody's where that has it, the members' where they may read it, else none.
    private func reader(of paragraph: Int, at id: MeetingID, _ reads: Audience) -> Audience? {
        for audience in reads == .members ? [Audience.public, .members] : [.public] {
            let register = edition(for: audience).register
            guard let index = register.meetingIndex[id], let linked = register.minutes[index] else { continue }
            if linked.entries.contains(where: { $0.entry?.number == paragraph }) { return audience }
        }
        return nil
    }

    private mutating func write(
        _ number: Int, at id: MeetingID, to recipients: [Mailbox], name: String, for audience: Audience
    ) {
        let edition = edition(for: audience)
        guard let index = edition.register.meetingIndex[id], let linked = edition.register.minutes[index],
            let place = linked.entries.firstIndex(where: { $0.entry?.number == number })
        else { return }
        let row = edition.meetingRows[index]
        let head = MinutesHead(linked, row, edition.register.profile, edition.words)
        let frame = edition.extractFrame(index, linked, head, place)
        let title = title(of: linked.entries[place], edition)
        let subject = "\(word("protokollsutdrag")) § \(number), \(row.body) \(row.dateText): \(title)"
        let page = LetterPage(
            page: frame.content.value, address: links.address(Addresses.extract(id, number), for: audience))
        letters.append(
            Letter(
                kind: .extract, name: name, subject: subject, recipients: recipients,
                html: html(templates.extract, page, title: subject, for: audience), language: theme.language,
                extract: Letter.Extract(paragraph: number, audience: audience)))
    }

    private func title(of entry: LinkedEntry, _ edition: Edition) -> String {
        guard case .open(_, let matters) = entry, !matters.isEmpty else { return entry.entry?.heading ?? "" }
        return matters.map { edition.matterRows[$0].title }.joined(separator: ", ")
    }
}
