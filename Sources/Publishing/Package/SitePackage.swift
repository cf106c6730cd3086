import Archive
import Diagnostics
import Meetings
import Packet
import Register
import Theme

/// The archive package of a site.
package struct SitePackage {
    let site: LoadedSite
    let order: PackageOrder
    /// What there is to say of it: of the site, and of the package.
    package private(set) var diagnostics: [Diagnostic]

    /// - Throws: what stands in the way before anything is planned.
    package init(_ site: LoadedSite, _ order: PackageOrder) throws(PackageRefusal) {
        (self.site, self.order, diagnostics) = (site, order, site.diagnostics)
        if case .meeting(let id) = order.request.scope, !isKnown(id) { throw .unknownMeeting(id) }
        if site.hasErrors { throw .siteHasErrors }
    }

    private func isKnown(_ id: MeetingID) -> Bool {
        let isForArchive = order.request.audience == .archive
        let known = isForArchive ? site.whole.gated(for: .archive).seen.meetingIndex : site.register.meetingIndex
        return known[id] != nil
    }
}

extension SitePackage {
    package mutating func make(
        in folder: String, telling: @escaping @Sendable (PackageOrder.Step) -> Void
    ) async throws(PackageRefusal) -> MadePackage {
        let maker = try maker(await content())
        telling(.planning)
        do throws(ArchiveFailure) {
            var plan = try maker.plan()
            plan.diagnostics += try maker.formats(plan)
            if !order.hasPrints { plan.diagnostics.append(Diagnostic(Place("klubba.yml"), .archiveWithoutRenditions)) }
            diagnostics = (diagnostics + plan.diagnostics).sorted()
            if plan.hasErrors || order.warnings == .stop && !diagnostics.isEmpty { throw .content([]) }
            return try await maker.make(plan, in: folder) { telling(.printing(done: $0, all: $1)) }
        } catch {
            throw .package(error)
        }
    }

    private func maker(_ content: (whole: Register, seen: SeenRegister)) throws(PackageRefusal) -> PackageMaker {
        let (root, log) = (site.request.root, site.ledger.state.log)
        var renditions: RenditionMaker?
        var packets: PackageMaker.PacketMaking?
        if order.hasPrints {
            do throws(PacketFailure) {
                // Packets were sent with pages of their office files where LibreOffice was here.
                let tools = try PacketTools.find(site: root, withOffice: true)
                renditions = try prints(of: content.seen, with: tools)
                packets = SentPackets(root: root, seen: content.seen, theme: site.theme, tools: tools, log: log).make
            } catch {
                throw .printing(error)
            }
        }
        return PackageMaker(
            ArchiveSite(root: root, whole: content.whole, seen: content.seen, log: log), order.request,
            found: site.diagnostics, renditions: renditions, packets: packets,
            siteCopy: order.hasSiteCopy ? OfflineCopy(root: root, today: site.register.today).write : nil)
    }

    private func prints(of seen: SeenRegister, with tools: PacketTools) throws(PacketFailure) -> RenditionMaker {
        var faults: [Diagnostic] = []
        let maker = RenditionMaker(
            seen, theme: site.theme, tools: tools, level: seen.profile.archive.level, problems: &faults)
        if !faults.isEmpty { throw .theme(faults) }
        return maker
    }

    /// The package of the whole site has drafts too, which no other reading shows; they are not checked.
    private func content() async -> (whole: Register, seen: SeenRegister) {
        guard order.request.audience == .archive else { return (site.whole, site.register) }
        let held = site.whole.held
        guard order.request.scope == .whole, !(held.drafts.isEmpty && held.attachments.isEmpty) else {
            return (site.whole, site.seenByArchive)
        }
        var request = site.request
        request.heldTexts = .shown
        let shown = await LoadedSite.load(request)
        return (shown.whole, shown.seenByArchive)
    }
}
