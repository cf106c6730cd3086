import Meetings
import Register
import Theme

extension Planner {
    /// One page a meeting with all its papers, put together from the papers' own pages.
    func wholeMeetingPages() -> [PlannedPage] {
        register.meetings.indices.compactMap { index in
            guard edition.meetingRows[index].matterCount > 0 else { return nil }
            let id = register.meetings[index].meeting.id
            let source = register.meetings[index].meeting.file ?? "content/moten/\(id.slug).md"
            let (edition, templates) = (edition, templates)
            return PlannedPage.page(Addresses.wholeMeeting(id), source: source, of: .parts(meetings: [index])) { page in
                let row = edition.meetingRows[index]
                let name = edition.words[.allPapers]
                let frame = edition.frame(
                    WholeMeetingPage(meeting: row, papers: edition.wholePapers(at: index, templates)),
                    title: "\(name), \(row.body) \(row.dateText)", address: Addresses.wholeMeeting(id),
                    section: Addresses.meetings,
                    crumbs: [
                        NamedLink(text: edition.words[.meetings], address: Addresses.meetings),
                        NamedLink(text: "\(row.body) \(row.dateText)", address: Addresses.meeting(id)),
                        NamedLink(text: name, address: nil),
                    ])
                templates.wholeMeeting.render(frame, into: &page)
            }
        }
    }
}

extension Edition {
    /// A slug has neither `_` nor two dashes, so no heading of one paper has the id of another's, or of a paper.
    /// In agenda order, each ärende before its bilagor; files are in the ärende's own list of bilagor.
    fileprivate func wholePapers(at meeting: MeetingIndex, _ templates: Templates) -> [WholePaper] {
        var page: [UInt8] = []
        return register.meetings[meeting].agenda.flatMap { item -> [WholePaper] in
            guard case .matter(let matter, let consultation) = item.content,
                register.matters[matter].visibility != .secret
            else { return [] }
            let owner = register.matters[matter]
            let own = register.consultations[matter][consultation]
            templates.bareMatter.render(matterFrame(matter), into: &page)
            let row = matterRows[matter]
            let main = Excerpted(prefix: owner.slug.text + "--", way: "../").article(of: page).map {
                WholePaper(
                    anchor: owner.slug.text, number: own.number?.description,
                    title: [row.dnr, row.title].compactMap(\.self).joined(separator: " "), isAttachment: false, html: $0
                )
            }
            page.removeAll(keepingCapacity: true)
            let attachments = owner.attachments.indices.compactMap { index -> WholePaper? in
                guard let frame = attachmentFrame(index, of: matter),
                    case .text(_, let slug) = owner.attachments[index].content
                else { return nil }
                templates.bareAttachment.render(frame, into: &page)
                defer { page.removeAll(keepingCapacity: true) }
                let anchor = "\(owner.slug)_\(slug)"
                let number = index < own.attachmentNumbers.count ? own.attachmentNumbers[index] : nil
                return Excerpted(prefix: anchor + "--", way: "").article(of: page).map {
                    WholePaper(
                        anchor: anchor, number: number?.description,
                        title: owner.attachments[index].title, isAttachment: true, html: $0)
                }
            }
            return [main].compactMap(\.self) + attachments
        }
    }
}
