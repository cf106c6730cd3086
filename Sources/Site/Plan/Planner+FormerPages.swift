import Meetings
import Register
import Theme

extension Planner {
    /// Pages at addresses that were sent out and hold something else now: where a meeting was moved, what dnr an ärende has.
    func formerPages() -> [PlannedPage] { formerMeetingPages() + formerMatterPages() }

    private func formerMeetingPages() -> [PlannedPage] {
        let (edition, template) = (edition, templates.reference)
        return register.formerMeetings.flatMap { former -> [PlannedPage] in
            let source: String
            if case .moved(let meeting) = former.fate {
                source = register.meetings[meeting].meeting.file ?? ""
            } else {
                source = "content/moten/\(former.id.slug).md"
            }
            return Addresses.kept(of: former.id).map { address in
                .page(address, source: source, isPermanent: true) { page in
                    template.render(edition.frame(of: former, at: address), into: &page)
                }
            }
        }
    }

    /// A file that lay below an old dnr can't say where it went; the pages can.
    private func formerMatterPages() -> [PlannedPage] {
        let (edition, template) = (edition, templates.reference)
        return register.matters.flatMap { matter in
            matter.formerNumbers.flatMap { number -> [PlannedPage] in
                guard let slug = Slug(number.text), slug != matter.slug else { return [] }
                let below = matter.attachments.compactMap { attachment -> String? in
                    if case .text(_, let slug) = attachment.content { slug.text + "/" } else { nil }
                }
                return ([""] + below).map { part in
                    let (address, target) = (Addresses.matter(slug) + part, Addresses.matter(matter) + part)
                    return .page(address, source: matter.file, isPermanent: true) { page in
                        template.render(
                            edition.frame(of: matter, before: number, at: address, to: target), into: &page)
                    }
                }
            }
        }
    }
}

extension Edition {
    fileprivate func frame(of former: FormerMeeting, at address: String) -> PageFrame<ReferencePage> {
        let names = words.joined(former.bodies.map { body($0)?.name ?? $0.text })
        guard case .moved(let meeting) = former.fate else {
            return goneFrame(names, former.id, at: address)
        }
        let row = meetingRows[meeting]
        return reference(
            words[.movedMeeting], words.text(.movedTo, names, dateText(of: former.id), row.weekdayText),
            to: NamedLink(text: "\(row.body) \(row.dateText)", address: row.address), at: address,
            section: NamedLink(text: words[.meetings], address: Addresses.meetings))
    }

    /// For an address that has been a meeting's or a year's in the archive; nil for any other. What it says hangs on the address alone.
    func goneFrame(at address: String) -> PageFrame<ReferencePage>? {
        let parts = address.split(separator: "/")
        if parts.count == 2, parts[0] == "arkiv", let year = Int(parts[1]) { return goneFrame(year, at: address) }
        guard parts.count > 1, parts[0] == "moten" else { return nil }
        guard let id = MeetingID(slug: String(parts[1]), bodies: register.profile.bodies.map(\.code)) else {
            return nil
        }
        return goneFrame(body(id.body)?.name ?? id.body.text, id, at: address)
    }

    private func goneFrame(_ year: Int, at address: String) -> PageFrame<ReferencePage> {
        let archive = NamedLink(text: words[.archive], address: Addresses.archive)
        return reference(
            words[.goneYear], words.text(.goneYearNote, String(year)), to: archive, at: address, section: archive)
    }

    private func goneFrame(_ names: String, _ id: MeetingID, at address: String) -> PageFrame<ReferencePage> {
        let all = NamedLink(text: words[.meetings], address: Addresses.meetings)
        return reference(
            words[.goneMeeting], words.text(.goneMeetingNote, names, dateText(of: id)), to: all, at: address,
            section: all)
    }

    fileprivate func frame(
        of matter: Matter, before number: DiaryNumber, at address: String, to target: String
    ) -> PageFrame<ReferencePage> {
        let now = [matter.diaryNumber?.text, matter.title].compactMap(\.self).joined(separator: " ")
        return reference(
            words[.renumberedMatter],
            words.text(.renumberedMatterNote, number.text, matter.diaryNumber?.text ?? matter.title),
            to: NamedLink(text: now, address: target), at: address,
            section: NamedLink(text: words[.diary], address: Addresses.diary))
    }

    private func reference(
        _ title: String, _ text: String, to link: NamedLink, at address: String, section: NamedLink
    ) -> PageFrame<ReferencePage> {
        frame(
            ReferencePage(title: title, text: text, link: link), title: title, address: address,
            section: section.address ?? "", crumbs: [section, NamedLink(text: title, address: nil)])
    }

    /// `18 september 2020`, and which of the body's meetings that day.
    func dateText(of id: MeetingID) -> String {
        let date = words.date(id.date)
        return id.ordinal == 1 ? date : words.text(.laterMeeting, date, String(id.ordinal))
    }
}
