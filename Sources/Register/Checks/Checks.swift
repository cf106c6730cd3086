import Content
import Diagnostics
import Meetings

/// What has to hold between files. Each rule has a function of its own in an extension beside this file.
struct Checks {
    let sources: SiteSources
    let links: Links
    /// Of each record, and each of its §§, the matter that it is about.
    let entryMatters: [[Int?]]
    var diagnostics: [Diagnostic] = []

    init(sources: SiteSources, links: Links, entryMatters: [[Int?]]) {
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
    }

    mutating func report(_ place: Place, _ problem: Problem) {
        diagnostics.append(Diagnostic(place, problem))
    }
}
