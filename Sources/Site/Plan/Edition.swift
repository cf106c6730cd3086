import Meetings
import Register
import Theme

/// One audience's site while it is made: the register, the words, and the rows that many pages share, each made once.
package final class Edition: Sendable {
    package let register: SeenRegister
    package let words: Words
    /// Of meetings whose records were sealed with other words.
    let sealedWords: [MeetingID: Words]
    package let site: SiteContext
    let resolver: LinkResolver
    /// Of each matter and each meeting.
    package let matterRows: MatterTable<MatterRow>
    package let meetingRows: MeetingTable<MeetingRow>
    /// Of the meetings that have one.
    let packets: [MeetingID: PublishedPacket]
    /// Of each meeting, the meeting of the same body before and after it.
    let neighbours: MeetingTable<(previous: MeetingIndex?, next: MeetingIndex?)>
    /// The log's public head; nil before there is one.
    let head: PublicHead?
    let sealedParts: SealedParts
    /// Each meeting's papers are there as a zip archive too.
    let hasArchives: Bool
    /// The papers of each matter with their own numbers.
    private let paperRows: MatterTable<[PaperRow]>
    let decidedChanges = DecidedChanges()
    let followUpsOfMatter: [MatterIndex: [FollowUps.Item]]
    /// The matters as the diary has them: by year and number, newest first.
    let diaryOrder: [MatterIndex]
    let initiatives: Initiatives

    init(
        _ register: SeenRegister, words: Words, resolver: LinkResolver, hasArchives: Bool = false,
        packets: [MeetingID: PublishedPacket] = [:], head: PublicHead? = nil
    ) {
        self.head = head
        sealedParts = SealedParts(register, head)
        self.hasArchives = hasArchives
        self.register = register
        self.packets = packets
        self.words = words
        sealedWords = register.profile.sealedWords.filter { !words.says($1) }.mapValues { words.saying($0) }
        self.resolver = resolver
        let matterRows = register.matters.table { MatterRow($0, words) }
        self.matterRows = matterRows
        paperRows = MatterTable(
            zip(register.matters, matterRows).map { matter, row in
                let address = row.address ?? Addresses.matter(matter)
                return matter.attachments.map { PaperRow($0, number: $0.number, below: address, words) }
            })
        meetingRows = MeetingTable(
            zip(register.meetings, register.minutes).map {
                MeetingRow($0, hasMinutes: $1 != nil, register, words)
            })
        site = SiteContext(
            register, words, appealAddress: resolver.appealAddress(register.profile), hasHead: head != nil)
        initiatives = Initiatives(register)
        var asking: [MatterIndex: [FollowUps.Item]] = [:]
        for item in register.followUps.items {
            for matter in item.matters { asking[matter, default: []].append(item) }
        }
        followUpsOfMatter = asking
        diaryOrder = Edition.diaryOrder(register)
        var neighbours = MeetingTable<(previous: MeetingIndex?, next: MeetingIndex?)>(
            repeating: (nil, nil), count: register.meetings.count)
        var last: [BodyCode: MeetingIndex] = [:]
        for (index, linked) in register.meetings.indexed {
            neighbours[index].previous = last[linked.meeting.id.body]
            for body in linked.meeting.bodies {
                if let previous = last[body], register.meetings[previous].meeting.id.body == body {
                    neighbours[previous].next = index
                }
                last[body] = index
            }
        }
        self.neighbours = neighbours
    }
}

extension Edition {
    package func place(_ prose: Prose, root: String, _ scope: AttachmentScope) -> PlacedProse {
        PlacedProse(prose: prose, root: root, edition: self, scope: scope)
    }

    package func body(_ code: BodyCode, at meeting: MeetingID? = nil) -> Body? {
        register.profile.body(code, at: meeting)
    }

    /// Some body of those that meet decides.
    package func isDeciding(_ meeting: MeetingID) -> Bool {
        let bodies = register.meetingIndex[meeting].map { register.meetings[$0].meeting.bodies } ?? [meeting.body]
        return bodies.contains { body($0, at: meeting)?.role == .deciding }
    }

    /// The consultation that a matter's page speaks of: the latest by a deciding body, else the latest.
    func mainConsultation(of matter: MatterIndex) -> ConsultationIndex? {
        let all = register.consultations[matter]
        return all.lastIndex { isDeciding($0.id) } ?? all.indices.last
    }

    /// The papers of a matter with their numbers at one of its meetings; with their own numbers at none.
    func papers(of matter: MatterIndex, at consultation: ConsultationIndex?) -> [PaperRow] {
        guard let consultation else { return paperRows[matter] }
        let numbers = register.consultations[matter][consultation].attachmentNumbers
        return paperRows[matter].enumerated().map { index, row in
            row.numbered(index < numbers.count ? numbers[index] : nil)
        }
    }

    /// The year that a matter is filed under: its dnr's, else its first meeting's.
    func year(of matter: MatterIndex) -> Int? { Edition.year(of: matter, register) }

    private static func diaryOrder(_ register: SeenRegister) -> [MatterIndex] {
        let keyed = register.matters.indices.map { index in
            (
                index: index, year: year(of: index, register) ?? 0,
                order: SwedishOrder(register.matters[index].diaryNumber?.text ?? register.matters[index].title)
            )
        }
        return keyed.sorted { left, right in
            if left.year != right.year { return left.year > right.year }
            return left.order == right.order ? left.index < right.index : right.order < left.order
        }.map(\.index)
    }

    private static func year(of matter: MatterIndex, _ register: SeenRegister) -> Int? {
        let number = register.matters[matter].diaryNumber?.text ?? ""
        let groups = number.split { !$0.isNumber }
        let inNumber = groups.first { $0.utf8.count == 4 && (1900...2199).contains(Int($0) ?? 0) }
        return inNumber.flatMap { Int($0) } ?? register.consultations[matter].first?.id.date.year
    }
}

extension SiteContext {
    fileprivate convenience init(_ register: SeenRegister, _ words: Words, appealAddress: String?, hasHead: Bool) {
        self.init(
            name: register.profile.organisation, address: register.profile.address, language: words.language,
            isForMembers: register.audience == .members,
            menu: [
                NamedLink(text: words[.meetings], address: Addresses.meetings),
                NamedLink(text: words[.decisions], address: Addresses.decisions),
                NamedLink(text: words[.diary], address: Addresses.diary),
                NamedLink(text: words[.initiatives], address: Addresses.initiatives),
                NamedLink(text: words[.noticeBoard], address: Addresses.noticeBoard),
                NamedLink(text: words[.archive], address: Addresses.archive),
                NamedLink(text: words[.search], address: Addresses.search),
            ],
            footer: register.pages.map { NamedLink(text: $0.title, address: Addresses.page($0.slug)) },
            feeds: FeedLinks.all(register.profile), appealAddress: appealAddress, hasHead: hasHead,
            licence: register.profile.licence.map { LicenceRow(licence: $0) })
    }
}
