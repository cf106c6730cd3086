import Diagnostics
import Meetings
import Packet
import Register
import Site
import System

/// The packets of a site's meetings: those that stand in the output already and are still right, and those made anew.
package struct SitePackets {
    private(set) var published: [MeetingID: PublishedPacket] = [:]
    private(set) var diagnostics: [Diagnostic] = []
    package private(set) var made = 0
    package private(set) var kept = 0
    /// What set their pages, `weasyprint 70.0`, and what made pages of office files where some are in them.
    private(set) var tools: [String] = []
    /// Holds the new files until the site is written.
    private let folder: TemporaryFolder

    private init(_ folder: TemporaryFolder) { self.folder = folder }
}

extension SitePackets {
    /// - Parameters:
    ///   - output: where packets may stand already; nil to make every one anew.
    ///   - withOffice: whether office files become pages where LibreOffice is here.
    static func make(
        for site: LoadedSite, output: String?, withOffice: Bool, _ progress: (MeetingID) -> Void
    ) async throws(PacketFailure) -> SitePackets {
        let register = site.register
        var packets = SitePackets(try PacketWork.folder())
        let tools = try PacketTools.find(
            site: site.request.root,
            withOffice: withOffice && register.meetings.indices.contains { PacketMaker.hasOfficeFiles(register, $0) })
        packets.tools = [tools.name]
        let maker = PacketMaker(
            register, theme: site.theme, tools: tools, guarded: site.contentFolder, problems: &packets.diagnostics)
        guard packets.diagnostics.isEmpty else { return packets }
        for (index, linked) in register.meetings.indexed where maker.hasPapers(index) {
            let id = linked.meeting.id
            // What nobody has been called to yet may still change, and what was cancelled was never handled.
            guard linked.meeting.status == .summoned || linked.meeting.status == .held else { continue }
            let place = output.map { "\($0)/\(PublishedPacket.path(id))" }
            if packets.tools.count == 1, maker.usesOffice(index) {
                packets.tools += [tools.officeName].compactMap(\.self)
            }
            let key = maker.key(.papers, meeting: index)
            if let place, let found = try maker.standing(place, key: key) {
                packets.published[id] = PublishedPacket(location: place, pages: found.pages, size: found.size)
                packets.diagnostics += try await maker.problems(meeting: index)
                packets.kept += 1
                continue
            }
            progress(id)
            let location = "\(packets.folder.path)/\(id.slug).pdf"
            let made = try await maker.make(.papers, meeting: index, to: location)
            packets.published[id] = PublishedPacket(location: location, pages: made.pages, size: made.size)
            packets.diagnostics += made.diagnostics
            packets.made += 1
        }
        return packets
    }
}
