/// Everything that shall stand in the output directory after a build.
public struct OutputPlan: Sendable {
    /// The files, in any order (sorted by the bytes of their path is fastest).
    public var files: [PlannedFile]
    /// What takes the place of a permanent address that the plan no longer has: the tombstone's content, or nil to
    /// just remove the page. Asked again in every build for as long as the tombstone stands.
    public var tombstone: @Sendable (_ path: String) -> PlannedFile.Content?
    /// Asked when every file that has changed is made and before a reader gets any of them: whether they may be seen.
    public var mayBeSeen: @Sendable () -> Bool = { true }

    /// A plan of these files; without `tombstone` a withdrawn page is just removed.
    public init(
        files: [PlannedFile],
        tombstone: @escaping @Sendable (_ path: String) -> PlannedFile.Content? = { _ in nil }
    ) {
        self.files = files
        self.tombstone = tombstone
    }
}

extension OutputPlan {
    /// Makes `directory` hold what the plan says, changing only what differs, and nothing that Klubba did not write.
    ///
    /// Until every changed file is written beside the site, nothing in the site changes: a failure leaves the old
    /// site whole, byte for byte. A build that dies while it moves the files into place is healed by the next one.
    /// Where nothing planned stands yet, files are written straight to their place, and a failure removes them.
    ///
    /// - Parameters:
    ///   - directory: the output directory, made with its parents when it is missing.
    ///   - progress: called now and then, on any core, with the number of files done and the number of all.
    /// - Returns: what was written, kept and removed.
    public func write(
        to directory: String, progress: (@Sendable (_ done: Int, _ all: Int) -> Void)? = nil
    ) async throws(OutputFailure) -> OutputReport {
        try await write(to: directory, remembering: nil, progress: progress, trial: nil).report
    }

    /// As `write(to:progress:)`, without making files that the last build made from the same.
    ///
    /// - Parameter memory: what the last build in this directory knew.
    /// - Returns: what was done, and what the next build shall know; nil where the disk will not tell.
    public func write(
        to directory: String, remembering memory: OutputMemory?,
        progress: (@Sendable (_ done: Int, _ all: Int) -> Void)? = nil
    ) async throws(OutputFailure) -> (report: OutputReport, memory: OutputMemory?) {
        try await write(to: directory, remembering: memory, progress: progress, trial: nil, isRemembered: true)
    }

    func write(
        to directory: String, remembering memory: OutputMemory? = nil,
        progress: (@Sendable (Int, Int) -> Void)? = nil, trial: Trial?, isRemembered: Bool = false
    ) async throws(OutputFailure) -> (report: OutputReport, memory: OutputMemory?) {
        let order = try PlanOrder(files)
        let directory = try OutputDirectory(path: directory, trial: trial)
        try directory.lock()
        // Not left to the descriptor's end: a task that is done may hold it a moment longer than the build lasts.
        defer { directory.unlock() }
        try directory.clearStage()
        let former = try directory.readManifest()
        let draft = Draft(order, old: former ?? Manifest(), tombstone: tombstone)
        let report: OutputReport
        if former == nil, try directory.hasNone(of: draft.manifest) {
            report = try await FirstBuild(
                directory: directory, draft: draft, mayBeSeen: mayBeSeen, progress: progress
            ).run()
        } else {
            let known = memory.flatMap { $0.isOf(directory) ? $0 : nil }
            report = try await Rebuild(
                directory: directory, former: former, draft: draft, memory: known, mayBeSeen: mayBeSeen,
                progress: progress
            ).run()
        }
        guard isRemembered else { return (report, nil) }
        return (report, await OutputMemory(directory, draft.manifest, origins: draft.files.map(\.origin)))
    }
}
