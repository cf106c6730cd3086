import Content
import Diagnostics
import Meetings

/// What has to hold between files. Each rule has a function of its own in an extension beside this file.
struct Checks {
    let sources: SiteSources
    let links: Links<Whole>
    /// Of each record, and each of its §§, the matter that it is about.
    let entryMatters: [[[MatterIndex]]]
    var diagnostics: [Diagnostic] = []

    typealias MatterIndex = Links<Whole>.MatterIndex

    init(sources: SiteSources, links: Links<Whole>, entryMatters: [[[MatterIndex]]]) {
        (self.sources, self.links, self.entryMatters) = (sources, links, entryMatters)
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
