import Diagnostics
import Ledger
import Meetings
import Packet
import Register
import System

/// Makes an archive package of a checked site (ARCHIVE.md). A package is whole or not there at all.
public struct PackageMaker: Sendable {
    let site: ArchiveSite
    let request: ArchiveRequest
    /// What the check of the site found; the note counts the personal data in it.
    let found: [Diagnostic]
    /// Puts the offline site into a folder; nil where none is asked for.
    let siteCopy: (@Sendable (_ folder: String) throws(ArchiveFailure) -> Void)?
    /// Makes PDF/A versions of the texts; nil where none are wanted.
    let renditions: RenditionMaker?
    /// Makes packets as they were sent; nil where no PDF files are wanted.
    let packets: PacketMaking?

    /// A packet, and the folder that it lies in for as long as that is held.
    public struct MadePacket: Sendable {
        let folder: TemporaryFolder
        let packet: MadeRendition

        public init(_ folder: TemporaryFolder, _ packet: MadeRendition) {
            (self.folder, self.packet) = (folder, packet)
        }
    }

    /// Makes a meeting's packet, of what was sent where that is told, or finds one that stands by its key. Nil for a
    /// meeting without papers.
    public typealias PacketMaking =
        @Sendable (
            _ meeting: MeetingID, _ sent: SentPapers?, _ standing: [String: String]
        ) async -> Result<MadePacket?, PacketFailure>

    public init(
        _ site: ArchiveSite, _ request: ArchiveRequest, found: [Diagnostic], renditions: RenditionMaker?,
        packets: PacketMaking? = nil,
        siteCopy: (@Sendable (_ folder: String) throws(ArchiveFailure) -> Void)? = nil
    ) {
        (self.site, self.request, self.found) = (site, request, found)
        (self.renditions, self.packets, self.siteCopy) = (renditions, packets, siteCopy)
    }
}

/// A finished package.
public struct MadePackage: Sendable {
    /// Its OBJID.
    public let id: String
    /// Where it lies, absolute.
    public let path: String
    public let files: Int
    public let matters: Int
    public let meetings: Int
    /// Bytes.
    public let size: Int
}

extension PackageMaker {
    /// What there is to say of a package before it is made: warnings, and errors that stand in its way.
    public func plan() throws(ArchiveFailure) -> PlannedPackage {
        let closings = Closings(site)
        let selection = try Selection(request.scope, of: site, closings)
        let originals = try Originals(selection, scope: request.scope, of: site)
        let texts = try ArchivePaper.all(selection, originals, of: site, withPackets: packets != nil)
        let papers = renditions == nil ? texts : texts.map(\.asRendition)
        var diagnostics = selection.diagnostics + ArchivePaper.collisions(papers)
        if site.archive.organisationNumber == nil {
            diagnostics.append(Diagnostic(Place("klubba.yml"), .archiveWithoutOrganisationNumber))
        }
        for meeting in selection.meetings where isUnsealed(meeting) {
            let file = site.seen.minutes[meeting]?.minutes.file ?? ""
            let name = site.seen.meetings[meeting].meeting.id.slug
            diagnostics.append(Diagnostic(Place(file), .archiveRecordNotSealed(name: name)))
        }
        return PlannedPackage(
            selection: selection, closings: closings, originals: originals, papers: papers,
            diagnostics: diagnostics.sorted())
    }

    private func isUnsealed(_ meeting: MeetingIndex) -> Bool {
        guard let minutes = site.seen.minutes[meeting]?.minutes, minutes.approved != nil else { return false }
        return !site.seen.seals[meeting].contains { $0.kind == .minutes || $0.kind == .correction }
    }

    /// Makes the package in `folder`, under a name that follows from its content.
    public func make(
        _ plan: PlannedPackage, in folder: String, progress: @escaping @Sendable (_ done: Int, _ all: Int) -> Void
    ) async throws(ArchiveFailure) -> MadePackage {
        let stage = try Stage(in: folder)
        var work = PackageWork(self, plan, stage)
        try work.copyOriginals()
        try await work.makeRenditions(EarlierRenditions(in: folder, isWanted: renditions != nil).places, progress)
        try work.copyPapers()
        if let siteCopy { try work.addSite(siteCopy) }
        try await work.describe()
        let target = try work.publish(in: folder)
        return MadePackage(
            id: work.id, path: target, files: work.count, matters: plan.selection.matters.count,
            meetings: plan.selection.meetings.count, size: work.size)
    }
}

/// A package that can be made, and what there is to say of it.
public struct PlannedPackage: Sendable {
    let selection: Selection
    let closings: Closings
    let originals: Originals
    var papers: [ArchivePaper]
    public var diagnostics: [Diagnostic]
}

extension PlannedPackage {
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
