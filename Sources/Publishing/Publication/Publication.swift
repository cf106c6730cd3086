import Diagnostics
import Output
import Site

/// Everything that one audience gets, planned once: pages, copies, the index of all text, packets and archives. A build
/// writes it, a server shows it and a verification compares it; none of them plans anything itself.
public struct Publication {
    package let site: LoadedSite
    package let plan: OutputPlan
    /// Where files lie for as long as this is held.
    private let archives: ZippedMeetings?
    package let packets: SitePackets?
    /// The folder that it is for.
    public let output: String
    private let round: BuildRound?
}

extension Publication {
    /// What warnings do to a build; errors always stop it.
    package enum Warnings: Sendable { case pass, stop }

    init(
        _ site: LoadedSite, _ plan: OutputPlan, archives: ZippedMeetings?, packets: SitePackets?, output: String,
        round: BuildRound?
    ) {
        (self.site, self.plan, self.archives) = (site, plan, archives)
        (self.packets, self.output, self.round) = (packets, output, round)
    }

    /// Reads the site, checks it and plans all that its readers get. Nothing is written in `output`, and a page is not
    /// made before its bytes are asked for.
    ///
    /// - Parameter output: where the publication is to stand. What an earlier build left there is looked at: a notice may
    ///   not come down before its time, and files made from the same are not made again.
    /// - Throws: `PacketFailure` where packets are asked for and cannot be made, `OutputFailure` for archives.
    public init(_ request: SiteRequest, output: String) async throws {
        var draft = await PublicationDraft(request, output: output, round: BuildRound(request, output: output))
        if request.options.hasPackets, !draft.site.hasErrors { try await draft.addPackets(standing: output) }
        self = try draft.publication(inspecting: .everyPage)
    }

    /// What there is to say of it, sorted. Pages are looked at when they are made: after `write` there may be more.
    public var diagnostics: [Diagnostic] { (site.diagnostics + site.inspected).sorted() }

    /// With an error nothing is written.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// Each file with its address, where its bytes come from, and what they hang on.
    public var files: [PlannedFile] { plan.files }

    /// Makes `output` hold the publication, whole or not at all; what klubba did not write there is left alone.
    ///
    /// - Throws: `OutputFailure.refused` for a publication with errors; then what stands in `output` is untouched.
    public func write() async throws(OutputFailure) -> OutputReport { try await write(warnings: .pass) }

    /// - Parameters:
    ///   - keep: how many former sites are kept beside it.
    ///   - progress: called now and then, on any core, with the number of files done and of all.
    package func write(
        warnings: Warnings, keep: Int = OutputPlan.usualKeep,
        progress: (@Sendable (_ done: Int, _ all: Int) -> Void)? = nil
    ) async throws(OutputFailure) -> OutputReport {
        guard !site.hasErrors else { throw .refused }
        var plan = plan
        let inspection = site.inspection
        plan.mayBeSeen = {
            switch warnings {
            case .pass: !inspection.stops
            case .stop: inspection.isClean
            }
        }
        let (report, memory) = try await plan.write(
            to: output, remembering: round?.last?.output, keep: keep, progress: progress)
        // A packet hangs on more than its origin tells.
        if let memory, inspection.isClean, packets == nil { round?.remember(site, memory) }
        return report
    }
}
