import Gate
import Meetings
import Output
import Packet
import Site

/// Everything that one audience gets. A build writes it and a verification compares it; neither plans anything itself.
struct Publication {
    let site: LoadedSite
    let plan: OutputPlan
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

    /// - Parameters:
    ///   - round: what this build knows of the last; nil for one that starts from nothing.
    ///   - inspection: looks at every page that is made.
    func publication(
        for audience: Audience, round: BuildRound?, inspection: PublishedInspection?
    ) throws(OutputFailure) -> Publication {
        let archives = try options.hasArchives ? ZippedMeetings(site.plan.archives()) : nil
        let pages = options.hasSearch ? site.plan.withSearch() : site.plan
        var imprint = site.imprint(for: audience)
        imprint.options = options.words
        imprint.tools = [packets?.tool].compactMap(\.self)
        let plan = OutputPlan(
            pages, hiding: site.report, archives?.files ?? [], offline: options.isOffline,
            origins: options.hasPackets ? nil : round?.origins(of: pages), inspection: inspection, imprint: imprint)
        return Publication(site: site, plan: plan, archives: archives, packets: packets)
    }
}
