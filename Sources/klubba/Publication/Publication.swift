import Gate
import Meetings
import Output
import Packet
import Site

/// Everything that one audience gets. A build writes it and a verification compares it; neither plans anything itself.
struct Publication {
    let site: LoadedSite
    let plan: OutputPlan
    let search: FullTextSearch
    /// Where files lie for as long as this is held.
    let archives: ZippedMeetings?
    let packets: SitePackets?
}

/// A publication on its way: the site as it was read, and then its packets.
struct PublicationDraft {
    private(set) var site: LoadedSite
    private(set) var packets: SitePackets?
    private(set) var options: PublicationOptions
    let root: String
}

extension PublicationDraft {
    init(_ site: LoadedSite, _ options: PublicationOptions, root: String) {
        self.init(site: site, packets: nil, options: options, root: root)
    }

    /// - Parameter output: where packets may stand already; nil to make every one anew.
    mutating func addPackets(standing output: String?, _ progress: Progress) async throws(PacketFailure) {
        let made = try await SitePackets.make(for: site, root: root, output: output, progress)
        site = site.publishing(made.published, made.diagnostics)
        packets = made
    }

    /// The pages tell of an index of all text that can't be made here.
    mutating func leaveOutIndex() { options.search = .elsewhere }

    /// - Parameters:
    ///   - round: what this build knows of the last; nil for one that starts from nothing.
    ///   - inspection: looks at every page that is made.
    func publication(
        for audience: Audience, round: BuildRound?, inspection: PublishedInspection?, _ progress: () -> Void
    ) throws(OutputFailure) -> Publication {
        let search = FullTextSearch(
            of: site.plan, root: root, asked: options.isOffline ? .none : options.search, progress)
        let hasIndex = !search.files.isEmpty || options.search == .asBuilt || options.search == .elsewhere
        let archives = try options.hasArchives ? ZippedMeetings(site.plan.archives()) : nil
        let pages = hasIndex ? site.plan.withFullText() : site.plan
        var imprint = site.imprint(for: audience)
        imprint.options = options.words(hasIndex: hasIndex)
        imprint.tools = [search.tool, packets?.tool].compactMap(\.self)
        let plan = OutputPlan(
            pages, hiding: site.report, search.files + (archives?.files ?? []), offline: options.isOffline,
            origins: options.hasPackets ? nil : round?.origins(of: site), inspection: inspection, imprint: imprint)
        return Publication(site: site, plan: plan, search: search, archives: archives, packets: packets)
    }
}
