import Meetings
import Register
import Theme

extension Planner {
    func meetingPages() -> [PlannedPage] {
        register.meetings.indices.flatMap { index in
            let id = register.meetings[index].meeting.id
            let source = register.meetings[index].meeting.file ?? "content/moten/\(id.slug).md"
            let (edition, templates) = (edition, templates)
            // What has been called may have been linked to: its address stays.
            let called = register.meetings[index].meeting
            let isPublished = called.file != nil && called.status != .planned
            let own = edition.papers(ofMeeting: index).map { paper in
                PlannedPage(
                    path: Addresses.meetingPaper(paper, of: id), content: .copy(paper.location), isPermanent: false,
                    source: paper.file)
            }
            let packet = edition.packets[id].map { packet in
                PlannedPage(
                    path: Addresses.packet(id), content: .copy(packet.location), isPermanent: false, source: source)
            }
            return [packet].compactMap(\.self) + own + [
                PlannedPage.page(
                    Addresses.meeting(id), source: source, isPermanent: isPublished, of: .parts(meetings: [index])
                ) { page in
                    templates.meeting.render(edition.meetingFrame(index, Addresses.meeting(id)), into: &page)
                },
                PlannedPage.page(
                    Addresses.decisionList(id), source: source, isPermanent: isPublished,
                    of: .parts(meetings: [index])
                ) { page in
                    templates.decisionList.render(edition.decisionListFrame(index), into: &page)
                },
            ]
        }
    }
}

extension Edition {
    package func meetingFrame(_ index: MeetingIndex, _ address: String) -> PageFrame<MeetingPage> {
        let row = meetingRows[index]
        let title = "\(row.body) \(row.dateText)"
        return frame(
            meetingPage(index, root: Addresses.root(from: address), withProposals: false), title: title,
            description: words.text(.meetingDescription, row.body, row.dateText), address: address,
            section: Addresses.meetings,
            crumbs: [
                NamedLink(text: words[.meetings], address: Addresses.meetings), NamedLink(text: title, address: nil),
            ], structured: StructuredData(self)?.meeting(index))
    }

    /// Its own files, those that its record names too.
    func papers(ofMeeting index: MeetingIndex) -> [MeetingPaper] {
        let all = register.meetings[index].meeting.papers + (register.minutes[index]?.minutes.papers ?? [])
        var seen: Set<String> = []
        return all.filter { seen.insert($0.name).inserted }
    }

    package func decisionListFrame(_ index: MeetingIndex) -> PageFrame<MeetingPage> {
        let id = register.meetings[index].meeting.id
        let row = meetingRows[index]
        let address = Addresses.decisionList(id)
        let name = words[row.isComing ? .proposalList : .decisionList]
        return frame(
            meetingPage(index, root: Addresses.root(from: address), withProposals: true),
            title: "\(name), \(row.body) \(row.dateText)", address: address, section: Addresses.meetings,
            crumbs: [
                NamedLink(text: words[.meetings], address: Addresses.meetings),
                NamedLink(text: "\(row.body) \(row.dateText)", address: Addresses.meeting(id)),
                NamedLink(text: name, address: nil),
            ])
    }

    private func meetingPage(_ index: MeetingIndex, root: String, withProposals: Bool) -> MeetingPage {
        let linked = register.meetings[index]
        let later = withProposals ? [] : laterPapers(index)
        let agenda = AgendaPosition.all(linked.agenda).map { position, item in
            switch item.content {
            case .heading(let text):
                return AgendaRow(
                    position: position, heading: text, matter: nil, number: nil, papers: [], proposal: nil,
                    decisions: [], state: nil, earlier: [])
            case .matter(let matter, let consultation):
                let proposal = withProposals ? register.matters[matter].proposal : nil
                let own = register.consultations[matter][consultation]
                let decisions = decisions(of: own, matter: matter, root: root)
                return AgendaRow(
                    position: position, heading: nil, matter: matterRows[matter],
                    number: own.number?.description,
                    papers: papers(of: matter, at: consultation),
                    proposal: proposal.map { proposal in
                        ProposalContext(proposal) { place($0, root: root, .matter(matter)) }
                    }, decisions: withProposals ? decisions : [],
                    state: decisions.isEmpty ? nil : stateHere(decisions),
                    earlier: matterRows[matter].isSecret ? [] : earlier(than: consultation, of: matter),
                    later: laterPapers(later, of: matter))
            }
        }
        return MeetingPage(
            meeting: meetingRows[index],
            text: withProposals ? nil : linked.meeting.text.map { place($0, root: root, .meeting(index)) },
            agenda: withProposals ? agenda : AgendaRow.nested(agenda),
            packet: packets[linked.meeting.id].map { PacketLink($0, linked.meeting.id, words) },
            previous: neighbours[index].previous.map { meetingRows[$0] },
            next: neighbours[index].next.map { meetingRows[$0] }, hasMatters: agenda.contains { $0.matter != nil },
            archive: hasArchives && meetingRows[index].matterCount > 0
                ? Addresses.archiveFile(linked.meeting.id) : nil,
            summonsSealed: summonsSealed(index).map { words.date($0) },
            papers: withProposals ? [] : papers(ofMeeting: index).map { PaperRow($0, of: linked.meeting.id, words) },
            laterPapers: later,
            corrections: withProposals ? [] : corrections(index))
    }
}

extension Edition {
    /// What the §§ decided, after "Beslut:".
    private func stateHere(_ decisions: [DecisionContext]) -> String {
        guard decisions.count > 1 else {
            let only = decisions.first
            return only.map { $0.labelHere.isEmpty ? $0.label : $0.labelHere } ?? ""
        }
        return decisions.map { "§ \($0.number): \($0.label)" }.joined(separator: "; ")
    }
}
