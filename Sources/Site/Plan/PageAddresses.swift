import Meetings
import Register

/// The addresses of the site's pages, for links that name an address.
struct PageAddresses {
    let all: [String]
}

extension PageAddresses {
    init(_ register: SeenRegister) {
        var all = [
            "", Addresses.meetings, Addresses.decisions, Addresses.diary, Addresses.initiatives, Addresses.archive,
            Addresses.noticeBoard, Addresses.data,
        ]
        all += FeedLinks.all(register.profile).flatMap { [$0.feed, $0.calendar] }
        for linked in register.meetings {
            all.append(Addresses.meeting(linked.meeting.id))
            all.append(Addresses.decisionList(linked.meeting.id))
        }
        for linked in register.minutes.compactMap(\.self) {
            all.append(Addresses.minutes(linked.minutes.meeting))
            for case .open(let entry, _) in linked.entries {
                all.append(Addresses.extract(linked.minutes.meeting, entry.number))
            }
        }
        for former in register.formerMeetings { all.append(Addresses.meeting(former.id)) }
        for matter in register.matters {
            for number in matter.formerNumbers { Slug(number.text).map { all.append(Addresses.matter($0)) } }
            all.append(Addresses.matter(matter))
            for attachment in matter.attachments {
                if let address = Addresses.attachment(attachment, of: matter) { all.append(address) }
            }
        }
        all += Initiatives(register).all.map(\.address)
        all += register.pages.map { Addresses.page($0.slug) }
        self.all = all
    }
}
