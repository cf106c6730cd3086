/// Everything that shall stand in the output directory after a build.
public struct OutputPlan: Sendable {
    /// The files, in any order (sorted by the bytes of their path is fastest).
    public var files: [PlannedFile]
    /// Whom the site is for, of which day, made by what; nil for a folder that is no site.
    public var imprint: Imprint?
    /// What takes the place of a permanent address that the plan no longer has: the tombstone's content, or nil to
    /// just remove the page. Asked again in every build for as long as the tombstone stands.
    public var tombstone: @Sendable (_ path: String) -> PlannedFile.Content?
    /// The folder that a site's own files are copied from, links followed: no link in it is followed any more.
    public var guarded: String?
    /// Asked when every file that has changed is made and before a reader gets any of them: whether they may be seen.
    public var mayBeSeen: @Sendable () -> Bool = { true }

    /// A plan of these files; without `tombstone` a withdrawn page is just removed.
    public init(
        files: [PlannedFile], imprint: Imprint? = nil,
        tombstone: @escaping @Sendable (_ path: String) -> PlannedFile.Content? = { _ in nil }
    ) {
        self.files = files
        self.imprint = imprint
        self.tombstone = tombstone
    }
}

extension OutputPlan {
    /// So many former sites are kept where nobody says otherwise.
    public static let usualKeep = 2

    /// Makes `directory` hold what the plan says, changing nothing that Klubba did not write.
    ///
    /// The new site is made beside the old one and takes its place in one step, so that a failure at any moment leaves
    /// the old site whole, byte for byte. Where no folder can take its place (a mount point, a parent that belongs to
    /// somebody else), files are moved into it one by one, and put back when a step is refused.
    ///
    /// - Parameters:
    ///   - directory: the output directory, made with its parents when it is missing.
    ///   - memory: what the last build in this directory knew: files made from the same are not made again.
    ///   - keep: how many former sites are kept beside it (`FormerSites`).
    ///   - progress: called now and then, on any core, with the number of files done and the number of all.
    /// - Returns: what was written, kept and removed, and what the next build shall know; nil where the disk will not
    ///   tell.
    public func write(
        to directory: String, remembering memory: OutputMemory?, keep: Int = OutputPlan.usualKeep,
        progress: (@Sendable (_ done: Int, _ all: Int) -> Void)? = nil
    ) async throws(OutputFailure) -> (report: OutputReport, memory: OutputMemory?) {
        try await write(
            to: directory, remembering: memory, keep: keep, progress: progress, trial: nil, isRemembered: true)
    }

    /// As above, for who remembers nothing.
    public func write(
        to directory: String, progress: (@Sendable (_ done: Int, _ all: Int) -> Void)? = nil
    ) async throws(OutputFailure) -> OutputReport {
        try await write(to: directory, remembering: nil, progress: progress, trial: nil).report
    }

    func write(
        to path: String, remembering memory: OutputMemory? = nil, keep: Int = OutputPlan.usualKeep,
        progress: (@Sendable (Int, Int) -> Void)? = nil, trial: Trial?, isRemembered: Bool = false
    ) async throws(OutputFailure) -> (report: OutputReport, memory: OutputMemory?) {
        let order = try PlanOrder(files)
        let directory = try OutputDirectory(locked: path, trial: trial)
        // Not left to the descriptor's end: a task that is done may hold it a moment longer than the build lasts.
        defer { directory.unlock() }
        try directory.ownStage.clear()
        let former = try directory.readManifest()
        if let imprint, let standing = former?.imprint, standing.readers != imprint.readers {
            throw .otherReaders(directory.path, standing: standing.readers)
        }
        let attic = Attic(beside: directory, making: .ifMissing, trial: trial)
        defer { attic?.removeIfEmpty() }
        try attic?.stage.clear()
        var draft = Draft(order, old: former ?? Manifest(), guarded: guarded, tombstone: tombstone)
        draft.manifest.imprint = imprint
        let report: OutputReport
        var standing = directory
        if former == nil, try directory.hasNone(of: draft.manifest) {
            (report, standing) = try await FirstBuild(
                directory: directory, draft: draft, mayBeSeen: mayBeSeen, progress: progress
            ).run(beside: attic)
        } else {
            let known = memory.flatMap { $0.isOf(directory) ? $0 : nil }
            (report, standing) = try await Rebuild(
                directory: directory, former: former, draft: draft, memory: known, mayBeSeen: mayBeSeen,
                attic: attic, keep: keep,
                progress: progress
            ).run()
        }
        defer { standing.unlock() }
        if keep == 0 { attic?.removeAll() }
        guard isRemembered else { return (report, nil) }
        return (report, await OutputMemory(standing, draft.manifest, origins: draft.files.map(\.origin)))
    }
}
