import Fingerprints
import Meetings
import Register

/// The fingerprints of what pages are made from. A file belongs to the matter, meeting or record that it is read for; one
/// that belongs to none is every page's.
///
/// A part's print takes in more than it must: a matter's holds all that lies before its meetings, so a changed ärende
/// renders its meetings' other papers again too, and finds them the same.
struct OriginPrints: Sendable {
    private let shared: Fingerprint
    private let matters: MatterTable<Fingerprint>
    private let meetings: MeetingTable<Fingerprint>
}

extension OriginPrints {
    /// - Parameters:
    ///   - files: of each file that the site is read from, by its path from the site's root, how it is.
    ///   - circumstances: all else that pages hang on: the day, the program, the options.
    init(_ edition: Edition, files: [String: Fingerprint], circumstances: Fingerprint) {
        let register = edition.register
        var left = files
        func take(_ file: String?) -> Fingerprint {
            file.flatMap { left.removeValue(forKey: $0) } ?? Fingerprint()
        }
        let ownMatters = register.matters.table { matter in
            var print = take(matter.file)
            print.add(matter.slug.text)
            if let name = matter.initiative?.name { print.add(edition.initiatives.address(of: name) ?? "") }
            for attachment in matter.attachments {
                print.add(take(attachment.file))
                if case .text(let prose, let slug) = attachment.content {
                    print.add(slug.text)
                    print.add(targetsOf: prose, edition.resolver)
                }
            }
            for prose in [matter.before, matter.after] { print.add(targetsOf: prose, edition.resolver) }
            if let proposal = matter.proposal {
                for prose in proposal.clauses.map(\.prose) + [proposal.lead, proposal.remainder].compactMap(\.self) {
                    print.add(targetsOf: prose, edition.resolver)
                }
            }
            return print
        }
        let ownMeetings = register.meetings.indices.table { index in
            var print = take(register.meetings[index].meeting.file)
            print.add(take(register.minutes[index]?.minutes.file))
            return print
        }
        shared = left.reduce(into: circumstances) { print, file in
            // A sum, for a dictionary has no order.
            var own = file.value
            own.add(file.key)
            print = Fingerprint(bits: print.bits &+ own.bits)
        }
        let gathered = register.meetings.indices.table { index in
            OriginPrints.meeting(index, edition, ownMatters, ownMeetings)
        }
        let asked = Dictionary(grouping: register.followUps.items) { $0.meeting }
        matters = register.matters.indices.table { index in
            var print = ownMatters[index]
            for consultation in register.consultations[index] { print.add(gathered[consultation.meeting]) }
            for item in edition.followUpsOfMatter[index] ?? [] { print.add(item, gathered) }
            return print
        }
        let whole = matters
        meetings = register.meetings.indices.table { index in
            var print = gathered[index]
            for matter in register.mattersAtMeeting(index) { print.add(whole[matter]) }
            for item in asked[index] ?? [] { print.add(item, gathered) }
            return print
        }
    }

    /// Of a page at a path.
    func print(of path: String, _ origin: Origin) -> Fingerprint? {
        guard case .parts(let ownMatters, let ownMeetings, let all) = origin else { return nil }
        var print = shared
        print.add(path)
        print.add(all)
        for matter in ownMatters { print.add(matters[matter]) }
        for meeting in ownMeetings { print.add(meetings[meeting]) }
        return print
    }

    /// What a meeting and its record say, and what is said there of its matters.
    private static func meeting(
        _ index: MeetingIndex, _ edition: Edition, _ matters: MatterTable<Fingerprint>,
        _ meetings: MeetingTable<Fingerprint>
    ) -> Fingerprint {
        let register = edition.register
        let linked = register.meetings[index]
        var print = meetings[index]
        print.add(linked.meeting.id.slug)
        print.add(targetsOf: linked.meeting.text, edition.resolver)
        for item in linked.agenda {
            switch item.content {
            case .heading(let text): print.add(text)
            case .matter(let matter, let consultation):
                let own = register.consultations[matter][consultation]
                print.add(matters[matter])
                for number in [own.number] + own.attachmentNumbers { print.add(number?.description) }
                print.add(own.entries.count)
                for entry in own.entries { print.add(entry.position) }
            }
        }
        if let minutes = register.minutes[index] {
            print.add(targetsOf: minutes.minutes.preamble, edition.resolver)
            for linked in minutes.entries {
                switch linked {
                case .concealed(let number, let stub):
                    print.add(number)
                    if let stub { print.add(matters[stub]) }
                case .open(let entry, let own):
                    print.add(entry.number)
                    for matter in own { print.add(matters[matter]) }
                    print.add(targetsOf: entry.text, edition.resolver)
                    for section in entry.sections { print.add(targetsOf: section.text, edition.resolver) }
                    for clause in entry.decision?.clauses ?? [] {
                        print.add(targetsOf: clause.prose, edition.resolver)
                    }
                }
            }
        }
        let neighbours = edition.neighbours[index]
        for neighbour in [neighbours.previous, neighbours.next] {
            print.add(neighbour.map { register.meetings[$0].meeting.id.slug })
            if let neighbour { print.add(meetings[neighbour]) }
        }
        return print
    }
}

extension SeenRegister {
    /// The matters on a meeting's agenda and those that its record has a § about.
    fileprivate func mattersAtMeeting(_ index: MeetingIndex) -> [MatterIndex] {
        let handled = meetings[index].agenda.compactMap { item in
            if case .matter(let matter, _) = item.content { matter } else { nil }
        }
        let recorded = (minutes[index].map { Array($0.entries) } ?? []).flatMap { entry -> [MatterIndex] in
            switch entry {
            case .open(_, let matters): matters
            case .concealed(_, let stub): stub.map { [$0] } ?? []
            }
        }
        return handled + recorded
    }
}

extension Fingerprint {
    /// Where a text's links lead now: what they name can have come, gone or been hidden since.
    fileprivate mutating func add(targetsOf prose: Prose?, _ resolver: LinkResolver) {
        for link in prose?.links ?? [] {
            switch link.target {
            case .file(let path, _), .image(let path, _):
                if case .address(let address) = resolver.resolve(path) { add(address) } else { add(0) }
            case .matter(let readings):
                let found = resolver.resolve(readings)
                add(found?.address)
                add(found?.length ?? 0)
            case .paragraph(let mention): add(resolver.resolve(mention))
            case .attachment, .note: break
            }
        }
    }

    /// A § that asks for something, and the one that answered.
    fileprivate mutating func add(_ item: FollowUps.Item, _ meetings: MeetingTable<Fingerprint>) {
        add(meetings[item.meeting])
        add(item.entry.position)
        guard let answer = item.answer else { return }
        add(meetings[answer.meeting])
        add(answer.entry.position)
    }
}
