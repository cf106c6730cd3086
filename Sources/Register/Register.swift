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
    package let namedFiles: NamedFiles
    /// The place of each meeting's record.
    let recordIndex: [MeetingID: Int]
    /// Of each record, and each of its §§, the matters that it is about.
    package let entryMatters: [[[RowIndex<Matter, Whole>]]]
    package let raised: [RaisedMatter]
    /// All that are taken, drafts' too.
    public var diaryNumbers: [String] {
        (sources.matters + sources.held.drafts).compactMap(\.matter.diaryNumber?.text)
    }
    /// Of the matters that one of the bodies handles.
    public func diaryNumbers(of bodies: [BodyCode]) -> [String] {
        sources.matters.filter { source in source.matter.handlings.contains { bodies.contains($0.body) } }
            .compactMap(\.matter.diaryNumber?.text)
    }
    /// What is in no edition yet; for messages.
    public var held: HeldTexts { sources.held }
    /// What programs have left under content/, passed over; for messages.
    public var leftovers: [String] { sources.leftovers }
    /// What the reading and the checks found; what depends on the audience comes with the gate.
    public let diagnostics: [Diagnostic]
}

extension Register {
    /// What people have looked at.
    public var reviewed: [ReviewLine] { sources.reviews.lines }

    public init(_ sources: SiteSources) {
        (profile, today) = (sources.profile, sources.today)
        var sources = sources
        sources.hideWhatHiddenBilagorShow()
        let told = sources.settleSentLists()
        let linked = Register.links(of: sources)
        let records = sources.records.map(\.minutes)
        entryMatters = records.map { linked.matters(of: $0) }
        raised = RaisedMatter.all(in: records, entryMatters, linked)
        links = raised.isEmpty ? linked : Register.links(of: sources, raised)
        sources = sources.settled(entryMatters)
        self.sources = sources
        recordIndex = Dictionary(sources.records.enumerated().map { ($1.minutes.meeting, $0) }) { first, _ in first }
        namedFiles = sources.others.isEmpty ? NamedFiles() : NamedFiles(sources)
        var checks = Checks(sources: sources, links: links, entryMatters: entryMatters, raised: raised)
        checks.checkLooseFiles(namedFiles)
        checks.run()
        diagnostics = sources.diagnostics + told + checks.diagnostics
    }
}

extension Register {
    private static func links(of sources: SiteSources, _ raised: [RaisedMatter] = []) -> Links<Whole> {
        Links(
            matters: sources.matters.map(\.matter), meetings: sources.meetings.map(\.meeting),
            postponements: sources.records.flatMap { Postponement.all(in: $0.minutes, bodies: sources.profile.bodies) },
            raised: raised, sent: sources.sent, today: sources.today)
    }
}

extension SiteSources {
    /// With each § read as what it is: about an ärende, or about none.
    fileprivate func settled(_ entryMatters: [[[RowIndex<Matter, Whole>]]]) -> SiteSources {
        var sources = self
        for (record, matters) in entryMatters.enumerated() {
            for (entry, own) in matters.enumerated() where own.isEmpty {
                sources.records[record].minutes.entries[entry].settle(about: .nothing)
            }
        }
        return sources
    }
}
