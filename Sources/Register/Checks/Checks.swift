import Content
import Diagnostics
import Meetings

/// What has to hold between files. Each rule has a function of its own in an extension beside this file.
struct Checks {
    let sources: SiteSources
    let links: Links<Whole>
    /// Of each record, and each of its §§, the matter that it is about.
    let entryMatters: [[[MatterIndex]]]
    let raised: [RaisedMatter]
    var diagnostics: [Diagnostic] = []
    let sealed: SealedMeetings

    typealias MatterIndex = Links<Whole>.MatterIndex

    init(sources: SiteSources, links: Links<Whole>, entryMatters: [[[MatterIndex]]], raised: [RaisedMatter]) {
        (self.sources, self.links, self.entryMatters, self.raised) = (sources, links, entryMatters, raised)
        sealed = SealedMeetings(sources.seals)
    }
}

/// What the log tells of meetings, looked up rather than searched: a site has as many records as seals.
struct SealedMeetings {
    /// The day of the first seal.
    let begun: CalendarDate?
    let summoned: Set<MeetingID>
    let recorded: Set<MeetingID>

    fileprivate init(_ seals: [MeetingSeal]) {
        begun = seals.lazy.map(\.day).min()
        summoned = Set(seals.lazy.filter { $0.kind == .summons }.map(\.meeting))
        recorded = Set(seals.lazy.filter { $0.kind == .minutes }.map(\.meeting))
    }
}

extension Checks {
    mutating func run() {
        checkMatters()
        checkAddresses()
        checkMeetings()
        checkNumbers()
        checkRecords()
        checkReminders()
    }

    /// The file that a matter was read from: the whole register has them in the files' order.
    func source(of matter: MatterIndex) -> MatterSource { sources.matters[matter.position] }

    mutating func report(_ place: Place, _ problem: Problem) {
        diagnostics.append(Diagnostic(place, problem))
    }
}
