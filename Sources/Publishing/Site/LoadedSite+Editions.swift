import Content
import Diagnostics
import Gate
import Meetings
import Register
import Site

extension LoadedSite {
    /// The pages of another edition, of the same reading.
    package func plan(for audience: Audience) -> (plan: SitePlan, report: GateReport) { plan(for: audience, of: whole) }

    /// The pages of an edition if a file had other bytes, as a text has that is not saved yet, and what is wrong then.
    ///
    /// - Parameter path: from the site's root.
    package func plan(
        for audience: Audience, with bytes: [UInt8], at path: String
    ) async -> (plan: SitePlan, diagnostics: [Diagnostic]) {
        let root = request.root
        var sources = await SiteReader(
            root: root, disk: .disk(with: bytes, at: root + "/" + path), memory: request.memory,
            heldTexts: request.heldTexts,
            documents: ReadDocuments(root: root, program: request.documentProgram).reading, clock: request.clock
        ).read(request.settings)
        sources.profile = ledger.completed(sources.profile)
        (sources.seals, sources.sent) = (ledger.history, ledger.sentNumbers)
        let register = Register(sources)
        let (plan, report) = plan(for: audience, of: register)
        return (plan, Set(register.diagnostics + report.diagnostics + report.told(plan.diagnostics)).sorted())
    }

    private func plan(for audience: Audience, of register: Register) -> (plan: SitePlan, report: GateReport) {
        let proposals = ledger.proposals(sealFindings, today: register.today)
        let (gated, report) = register.gated(for: audience, proposals: proposals)
        return (SitePlan(gated, theme: theme, head: LoadedSite.publicHead(head, gated)), report)
    }
}

extension FileSystem {
    /// The machine's own, with other bytes in one file.
    fileprivate static func disk(with bytes: [UInt8], at location: String) -> FileSystem {
        var disk = FileSystem.disk
        disk.read = { path, limit throws(FileFailure) in
            guard path == location else { return try FileSystem.disk.read(path, limit) }
            guard bytes.count <= limit else { throw .tooLarge(bytes.count) }
            return bytes
        }
        // Nothing is remembered of it.
        disk.stamp = { $0 == location ? nil : FileSystem.disk.stamp($0) }
        return disk
    }
}
