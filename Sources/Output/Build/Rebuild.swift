import Fingerprints
import System

/// A build over an older one: all that differs is staged first, then the new site takes the old one's place.
struct Rebuild: Sendable {
    let directory: OutputDirectory
    /// The last build's manifest; nil when there was no build, but something stands at a planned address.
    let former: Manifest?
    let draft: Draft
    /// What the last build knew of its files.
    let memory: OutputMemory?
    let mayBeSeen: @Sendable () -> Bool
    /// Where the new site is made; nil where it cannot stand beside the old one.
    let attic: Attic?
    /// How many former sites are kept.
    let keep: Int
    let progress: (@Sendable (Int, Int) -> Void)?

    /// What a chunk found and staged.
    private struct Staged: Sendable {
        var changed: [(index: Int, standing: Standing)] = []
        var bytes = 0
        var bytesWritten = 0
    }
}

extension Rebuild {
    private var old: Manifest { former ?? Manifest() }

    private var stage: Stage { attic?.stage ?? directory.ownStage }

    /// - Returns: what was done, and the site as it stands now.
    func run() async throws(OutputFailure) -> (report: OutputReport, standing: OutputDirectory) {
        do throws(OutputFailure) {
            let chunks = await Workers(count: draft.files.count, isLong: draft.isLong, progress: progress).run {
                range, workbench in
                stage(range, &workbench)
            }
            if let failure = chunks.lazy.compactMap(\.failure).first { throw failure }
            let changed = chunks.flatMap(\.result.changed)
            guard mayBeSeen() else { throw .refused }
            var report = report(chunks.map(\.result), changed)
            if changed.isEmpty, draft.stale.isEmpty, draft.manifest == former { return (report, directory) }
            let survey = try Survey(directory, old: old, draft: draft, changed: changed)
            let standing: OutputDirectory
            if changed.isEmpty, draft.stale.isEmpty, former != nil {
                try replaceManifest()
                standing = directory
            } else {
                (standing, report.removedPaths) = try await takePlace(changed, survey)
            }
            // The site stands; an empty stage that stays is the next build's to remove.
            try? stage.clear()
            return (report, standing)
        } catch {
            try? stage.clear()
            if stage.directory !== directory { try? directory.ownStage.clear() }
            throw error
        }
    }

    /// Only the day or the program is another: no page is, and no site has to be kept for it.
    private func replaceManifest() throws(OutputFailure) {
        let stage = directory.ownStage
        try stage.make()
        try stage.put(draft.manifest, as: .final, for: directory)
        try stage.putInForce(.final, in: directory)
        try? stage.clear()
    }
}

// MARK: - Staging

extension Rebuild {
    private func stage(_ range: Range<Int>, _ workbench: inout Workbench) -> (Staged, OutputFailure?) {
        var staged = Staged()
        for index in range {
            do throws(OutputFailure) {
                let (standing, size) = try compare(index, &workbench)
                staged.bytes += size
                if standing == .same { continue }
                let isFirst = staged.changed.isEmpty
                staged.changed.append((index, standing))
                // What somebody else put there stops the build; the rest is only looked at, to list all of them.
                if standing == .strange || (standing == .different && draft.before[index] == nil) { continue }
                if isFirst { try stage.make() }
                try stage(index, &workbench)
                staged.bytesWritten += size
            } catch {
                return (staged, error)
            }
        }
        return (staged, nil)
    }

    private func compare(_ index: Int, _ workbench: inout Workbench) throws(OutputFailure) -> (Standing, Int) {
        try draft.manifest.withName(index) { name throws(OutputFailure) in
            switch draft.files[index].content {
            case .bytes(let render):
                if let size = unchangedSize(index, name) { return (.same, size) }
                workbench.render(render)
                let standing = try directory.attempt(draft.files[index].path) { () throws(SystemError) in
                    try directory.standing(of: name, against: workbench.page, through: &workbench.window)
                }
                return (standing, workbench.page.count)
            case .copy(let source):
                if let size = unchangedSize(index, name) { return (.same, size) }
                return try directory.standing(
                    of: name, against: source, guarded: draft.guarded, isOwned: draft.before[index] != nil,
                    through: &workbench.window)
            }
        }
    }

    /// The size of a file that is made from what it was made from and lies as the last build left it; nil for others.
    private func unchangedSize(_ index: Int, _ name: UnsafePointer<CChar>) -> Int? {
        guard let memory, let origin = draft.files[index].origin, let before = draft.before[index],
            let status = directory.fileStatus(name)
        else { return nil }
        return memory.isCurrent(before, origin: origin, standing: Fingerprint(status))
            ? status.size : nil
    }

    private func stage(_ index: Int, _ workbench: inout Workbench) throws(OutputFailure) {
        let (place, directory) = (stage.place(index), stage.directory)
        switch draft.files[index].content {
        case .bytes:
            try self.directory.attempt(draft.files[index].path) { () throws(SystemError) in
                try directory.write(workbench.page, to: place)
            }
        case .copy(let path):
            let source = try SourceFile(path: path, guarded: draft.guarded)
            try directory.copy(
                source, to: place, target: self.directory.shown(draft.files[index].path), through: &workbench.window)
        }
    }

    private func report(_ chunks: [Staged], _ changed: [(index: Int, standing: Standing)]) -> OutputReport {
        var report = OutputReport()
        report.writtenPaths = changed.map { draft.files[$0.index].path }
        report.unchanged = draft.files.count - changed.count
        report.bytes = chunks.reduce(0) { $0 + $1.bytes }
        report.bytesWritten = chunks.reduce(0) { $0 + $1.bytesWritten }
        report.tombstones = (0..<draft.manifest.count).count { draft.manifest.kind($0) == .tombstone }
        report.newTombstones = draft.newTombstones
        return report
    }
}

// MARK: - Taking the site's place

extension Rebuild {
    /// The new site changes places with the old one; where that cannot be, files are moved one by one.
    private func takePlace(
        _ changed: [(index: Int, standing: Standing)], _ survey: Survey
    ) async throws(OutputFailure) -> (standing: OutputDirectory, removed: [String]) {
        var stage = stage
        if let attic {
            for isLast in [false, true] {
                let next = try NextSite(
                    attic, current: directory, old: old, draft: draft, stage: stage, changed: changed.map(\.index))
                do throws(OutputFailure) {
                    let standing = try await next.takePlace()
                    attic.retire(keeping: keep)
                    return (standing, draft.stale.map(old.path))
                } catch {
                    guard error.isOfThePlace else { throw error }
                    if isLast || !next.isReused {
                        try directory.ownStage.make()
                        try next.giveBack(to: directory.ownStage)
                        stage = directory.ownStage
                        attic.setAside()
                        break
                    }
                    // The tree that was to be worked on may hold what belongs to somebody else.
                    try next.giveBack(to: stage)
                    attic.setAside()
                }
            }
        }
        var moves = InPlace(directory, former: former, draft: draft, stage: stage)
        let removed = try moves.run(changed, survey)
        try? stage.clear()
        return (directory, removed)
    }
}

extension OutputFailure {
    /// Whether another way may be had where this one was refused: a disk without exchange, a mount point, permissions.
    var isOfThePlace: Bool {
        switch self {
        case .notWritable: true
        case .system(let path, let number): SystemError(path: path, number: number).isWithoutExchange
        default: false
        }
    }
}
