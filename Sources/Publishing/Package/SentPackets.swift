import Archive
import Diagnostics
import Ledger
import Meetings
import Packet
import Register
import System
import Theme

/// Sets the packets of meetings for an archive package (ARCHIVE §6).
struct SentPackets: Sendable {
    let root: String
    /// The site as the package's readers see it.
    let seen: SeenRegister
    let theme: Theme
    let tools: PacketTools
    let log: DecisionLog
}

extension SentPackets {
    /// Of what was sent, from the sealed copies; without it as the site has the packet for the same readers.
    @Sendable func make(
        _ meeting: MeetingID, _ sent: SentPapers?, _ standing: [String: String]
    ) async -> Result<PackageMaker.MadePacket?, PacketFailure> {
        do throws(PacketFailure) {
            return .success(try await made(meeting, sent, standing))
        } catch {
            return .failure(error)
        }
    }

    private func made(
        _ meeting: MeetingID, _ sent: SentPapers?, _ standing: [String: String]
    ) async throws(PacketFailure) -> PackageMaker.MadePacket? {
        guard let sent else {
            return try await make(meeting, of: seen, beneath: Path.absolute(root + "/content"), standing)
        }
        let site = try PacketWork.folder()
        defer { withExtendedLifetime(site) {} }
        do throws(SystemError) { try lay(out: sent, in: site) } catch {
            throw .notWritable(error.path, errno: error.number)
        }
        // The members' own: nobody was sent what is secret.
        let day = CalendarDate(dayNumber: sent.time.seconds / 86_400)
        let loaded = await LoadedSite.load(SiteRequest(site: site.path, audience: .members, clock: { _ in day }))
        return try await make(meeting, of: loaded.register, beneath: loaded.contentFolder, standing)
    }

    /// Nil where there is nothing to send.
    private func make(
        _ meeting: MeetingID, of register: SeenRegister, beneath content: String?, _ standing: [String: String]
    ) async throws(PacketFailure) -> PackageMaker.MadePacket? {
        var faults: [Diagnostic] = []
        let maker = PacketMaker(register, theme: theme, tools: tools, guarded: content, problems: &faults)
        if !faults.isEmpty { throw .theme(faults) }
        guard let index = register.meetingIndex[meeting], maker.hasPapers(index) else { return nil }
        let folder = try PacketWork.folder()
        let key = maker.key(.papers, meeting: index)
        let office = maker.usesOffice(index) ? tools.officeVersion : nil
        if let path = standing[key] {
            return PackageMaker.MadePacket(folder, MadeRendition(path: path, key: key, officeVersion: office))
        }
        let path = "\(folder.path)/utskick.pdf"
        _ = try await maker.make(.papers, meeting: index, to: path)
        return PackageMaker.MadePacket(folder, MadeRendition(path: path, key: key, officeVersion: office))
    }

    /// The site as it was when the papers went out, as far as the copies tell: the meeting's own, and the log up to then.
    private func lay(out sent: SentPapers, in folder: TemporaryFolder) throws(SystemError) {
        if let settings = FileBytes.ifReadable("\(root)/klubba.yml") { try folder.write(settings, to: "klubba.yml") }
        let lines = log.lines.prefix(sent.lines).flatMap(\.line.bytes)
        try folder.write(lines, to: DecisionLog.file)
        for paper in sent.papers where !paper.path.split(separator: "/").contains("..") {
            let places = ["\(LedgerFolder.copies)/\(paper.digest.text)", "content/\(paper.path)"]
            let place = places.map { "\(root)/\($0)" }.first {
                (try? LedgerFolder.digest(ofFile: $0))?.digest == paper.digest
            }
            guard let place else { continue }
            let target = "content/\(paper.path)"
            try Folder.makeFolders(above: target, in: folder.path, mode: 0o700)
            let file = try OpenFile(writing: "\(folder.path)/\(target)", .new, mode: 0o600)
            try file.take(bytesOf: try OpenFile(reading: place))
            try file.close()
        }
    }
}
