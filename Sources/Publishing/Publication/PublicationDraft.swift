import Meetings
import Output
import Packet
import Site

/// A publication on its way: the site as it was read, and then its packets.
package struct PublicationDraft {
    package private(set) var site: LoadedSite
    package private(set) var packets: SitePackets?
    private let options: PublicationOptions
    private let output: String
    private let round: BuildRound?
}

extension PublicationDraft {
    /// Whether what is made is looked through for what readers may not see. A comparison makes what is written already.
    package enum Inspection { case everyPage, none }

    /// - Parameter round: what this build knows of the last; nil for one that starts from nothing.
    package init(_ request: SiteRequest, output: String, round: BuildRound? = nil) async {
        let site = await LoadedSite.load(request, output: output, settings: round?.settings)
        self.init(site: site, packets: nil, options: request.options, output: output, round: round)
    }

    /// Of a site that was read for its own sake.
    init(_ site: LoadedSite, _ options: PublicationOptions, output: String) {
        self.init(site: site, packets: nil, options: options, output: output, round: nil)
    }

    /// - Parameters:
    ///   - standing: where packets may stand already; nil to make every one anew.
    ///   - withOffice: whether office files become pages where LibreOffice is here.
    ///   - progress: called before each packet that is made.
    package mutating func addPackets(
        standing output: String?, withOffice: Bool = true, progress: (MeetingID) -> Void = { _ in }
    ) async throws(PacketFailure) {
        let made = try await SitePackets.make(for: site, output: output, withOffice: withOffice, progress)
        site = site.publishing(made)
        packets = made
    }

    package func publication(inspecting inspection: Inspection) throws(OutputFailure) -> Publication {
        // Of a site with errors nothing is written, so nothing is made for it.
        let archives =
            try options.hasArchives && !site.hasErrors
            ? ZippedMeetings(site.plan.archives(), guarded: site.contentFolder) : nil
        let searched = options.hasSearch ? site.plan.withSearch() : site.plan
        let pages = site.request.audience == .members && !options.isOffline ? searched.withApp() : searched
        var plan = OutputPlan(
            pages, hiding: site.report, archives?.files ?? [], offline: options.isOffline,
            origins: options.hasPackets ? nil : round?.origins(of: pages),
            inspection: inspection == .everyPage ? site.inspection : nil,
            imprint: imprint(archives))
        plan.guarded = site.contentFolder
        return Publication(site, plan, archives: archives, packets: packets, output: output, round: round)
    }

    /// With what was asked for and is there: a manifest that says more than its files is not one that a build writes.
    private func imprint(_ archives: ZippedMeetings?) -> Imprint {
        var made = options
        if archives?.files.isEmpty ?? true { made.hasArchives = false }
        if packets?.published.isEmpty ?? true { made.hasPackets = false }
        return site.imprint(made, tools: made.hasPackets ? packets?.tools ?? [] : [])
    }
}
