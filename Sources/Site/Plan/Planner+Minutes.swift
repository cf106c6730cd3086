import Meetings
import Register
import Theme

extension Planner {
    func minutesPages() -> [PlannedPage] {
        var files: [PlannedPage] = []
        for (index, linked) in register.minutes.indexed {
            guard let linked else { continue }
            let (edition, templates) = (edition, templates)
            let id = linked.minutes.meeting
            let head = MinutesHead(linked, edition.meetingRows[index], register.profile, words)
            files.append(
                .page(Addresses.minutes(id), source: linked.minutes.file, of: .parts(meetings: [index])) { page in
                    templates.minutes.render(edition.minutesFrame(index, linked, head), into: &page)
                })
            for (place, entry) in linked.entries.indexed {
                guard case .open = entry else { continue }
                files.append(
                    .page(
                        edition.meetingRows[index].extract(entry.number), source: linked.minutes.file,
                        of: .parts(meetings: [index])
                    ) { page in
                        templates.extract.render(edition.extractFrame(index, linked, head, place), into: &page)
                    })
            }
        }
        return files
    }
}

extension Edition {
    package func minutesFrame(_ index: MeetingIndex, _ linked: LinkedMinutes, _ head: MinutesHead) -> PageFrame<
        MinutesPage
    > {
        let row = meetingRows[index]
        let address = Addresses.minutes(linked.minutes.meeting)
        let root = Addresses.root(from: address)
        let content = MinutesPage(
            meeting: row, head: head,
            preamble: linked.minutes.preamble.isEmpty
                ? nil : place(linked.minutes.preamble, root: root, .meeting(index)),
            entries: linked.entries.indexed.map {
                self.row($1, $0, at: index, root: root, level: 3)
            },
            corrections: corrections(ofRecordAt: index), sealed: minutesSealed(index).map { words.date($0) })
        return frame(
            content, title: "\(words[.minutes]), \(row.body) \(row.dateText)", address: address,
            section: Addresses.meetings,
            crumbs: [
                NamedLink(text: words[.meetings], address: Addresses.meetings),
                NamedLink(text: "\(row.body) \(row.dateText)", address: row.address),
                NamedLink(text: words[.minutes], address: nil),
            ])
    }

    package func extractFrame(
        _ index: MeetingIndex, _ linked: LinkedMinutes, _ head: MinutesHead, _ place: EntryIndex
    ) -> PageFrame<ExtractPage> {
        let row = meetingRows[index]
        let entry = linked.entries[place]
        let address = row.extract(entry.number)
        let minutesAddress = Addresses.minutes(linked.minutes.meeting)
        // A § that was approved at once has days of its own.
        let own =
            entry.entry.flatMap { $0.approval == nil ? nil : $0 }
            .map { MinutesHead(linked, row, register.profile, words, paragraph: $0) } ?? head
        let content = ExtractPage(
            meeting: row, minutesAddress: minutesAddress, head: own,
            entry: self.row(entry, place, at: index, root: Addresses.root(from: address), level: 2),
            corrections: corrections(ofRecordAt: index, paragraph: entry.number),
            sealed: (minutesSealed(index) ?? paragraphSealed(entry.number, at: index)).map { words.date($0) })
        return frame(
            content, title: "§ \(entry.number), \(row.body) \(row.dateText)", address: address,
            section: Addresses.meetings,
            crumbs: [
                NamedLink(text: words[.meetings], address: Addresses.meetings),
                NamedLink(text: "\(row.body) \(row.dateText)", address: row.address),
                NamedLink(text: words[.minutes], address: minutesAddress),
                NamedLink(text: "§ \(entry.number)", address: nil),
            ])
    }

    private func row(
        _ linked: LinkedEntry, _ place: EntryIndex, at meeting: MeetingIndex, root: String, level: Int
    ) -> EntryRow {
        switch linked {
        case .concealed(let number, let stub):
            return EntryRow(
                number: number, heading: nil,
                matters: stub.map { [EntryMatterRow(matterRows[$0], isFurther: false)] } ?? [],
                isMembersOnly: stub == nil, approval: nil, text: nil, decision: nil, followUps: [], sections: [],
                address: nil)
        case .open(let entry, let matters):
            let scope = matters.first.map { AttachmentScope.matter($0) } ?? .meeting(meeting)
            return EntryRow(
                number: entry.number, heading: matters.isEmpty ? entry.heading : nil,
                matters: matters.enumerated().map { EntryMatterRow(matterRows[$1], isFurther: $0 > 0) },
                isMembersOnly: false, approval: entry.approval.map { words.date($0.approved) },
                text: entry.text.isEmpty ? nil : self.place(entry.text, root: root, scope),
                decision: decision(entry, at: meeting, matters: matters, root: root, isWhole: true),
                followUps: entry.followUps.isEmpty ? [] : followUps(of: place, at: meeting),
                sections: entry.sections.map { section in
                    SectionRow(
                        heading: section.heading, level: level, text: self.place(section.text, root: root, scope),
                        vote: section.kind == .vote ? entry.vote.map { VoteRow($0, in: section.text, words) } : nil)
                },
                address: meetingRows[meeting].extract(entry.number))
        }
    }

    private func followUps(of entry: EntryIndex, at meeting: MeetingIndex) -> [FollowUpRow] {
        register.followUps.items.filter { $0.meeting == meeting && $0.entry == entry }.compactMap { row($0) }
    }
}
