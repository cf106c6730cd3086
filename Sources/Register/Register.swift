import Content
import Diagnostics
import Meetings

/// All matters and meetings of a site, linked both ways and checked. Nothing is rendered from it: what an audience may
/// see of it is a `SeenRegister`.
public struct Register: Sendable {
    public let profile: SiteProfile
    public let today: CalendarDate
    package let sources: SiteSources
    package let links: Links<Whole>
    /// Of each record, and each of its §§, the matter that it is about.
    package let entryMatters: [[RowIndex<Matter, Whole>?]]
    /// What the reading and the checks found; what depends on the audience comes with the gate.
    public let diagnostics: [Diagnostic]
}

extension Register {
    public init(_ sources: SiteSources) {
        (profile, today, self.sources) = (sources.profile, sources.today, sources)
        links = Links(
            matters: sources.matters.map(\.matter), meetings: sources.meetings.map(\.meeting),
            postponements: sources.records.flatMap { [bodies = profile.bodies] in
                Postponement.all(in: $0.minutes, bodies: bodies)
            }, today: today)
        entryMatters = sources.records.map { [links] in links.matters(of: $0.minutes) }
        var checks = Checks(sources: sources, links: links, entryMatters: entryMatters)
        checks.run()
        diagnostics = sources.diagnostics + checks.diagnostics
    }
}
