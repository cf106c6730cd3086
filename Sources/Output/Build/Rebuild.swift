import Fingerprints
import Glibc

/// A build over an older one: all that differs is staged first, then moved into place.
struct Rebuild: Sendable {
    let directory: OutputDirectory
    /// The last build's manifest; nil when there was no build, but something stands at a planned address.
    let former: Manifest?
    let draft: Draft
    /// What the last build knew of its files.
    let memory: OutputMemory?
    let mayBeSeen: @Sendable () -> Bool
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

    func run() async throws(OutputFailure) -> OutputReport {
        do throws(OutputFailure) {
            let chunks = await Workers(count: draft.files.count, isLong: draft.isLong, progress: progress).run {
                range, workbench in
                stage(range, &workbench)
            }
            if let failure = chunks.lazy.compactMap(\.failure).first { throw failure }
            let changed = chunks.flatMap(\.result.changed)
            guard mayBeSeen() else { throw .refused }
            var report = report(chunks.map(\.result), changed)
            if changed.isEmpty, draft.stale.isEmpty, draft.manifest == former { return report }
            let survey = try Survey(directory, old: old, draft: draft, changed: changed)
            try prepare(survey)
            report.removedPaths = try move(changed, survey)
            // The site stands; an empty stage that stays is the next build's to remove.
            try? directory.clearStage()
            return report
        } catch {
            try? directory.clearStage()
            throw error
        }
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
                if isFirst { try directory.makeStage() }
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
                return try directory.standing(
                    of: name, against: source, isOwned: draft.before[index] != nil, through: &workbench.window)
            }
        }
    }

    /// The size of a file that is made from what it was made from and lies as the last build left it; nil for others.
    private func unchangedSize(_ index: Int, _ name: UnsafePointer<CChar>) -> Int? {
        guard let memory, let origin = draft.files[index].origin, let before = draft.before[index],
            let status = directory.fileStatus(name)
        else { return nil }
        return memory.isCurrent(before, origin: origin, standing: Fingerprint(status)) ? Int(status.st_size) : nil
    }

    private func stage(_ index: Int, _ workbench: inout Workbench) throws(OutputFailure) {
        let place = OutputDirectory.staged(index)
        switch draft.files[index].content {
        case .bytes:
            try directory.attempt(draft.files[index].path) { () throws(SystemError) in
                try directory.write(workbench.page, to: place)
            }
        case .copy(let path):
            let source = try SourceFile(path: path)
            try directory.copy(
                source, to: place, target: directory.shown(draft.files[index].path), through: &workbench.window)
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

// MARK: - Moving into place

extension Rebuild {
    /// The last that needs room on the disk, and so the last that is undone.
    private func prepare(_ survey: Survey) throws(OutputFailure) {
        try directory.makeStage()
        if draft.manifest != former { try directory.stage(draft.manifest, as: .final) }
        let union = draft.union(with: old)
        if let union {
            if let former { try directory.stage(former, as: .former) }
            try directory.stage(union, as: .union)
            try directory.putInForce(.union)
        }
        var made: [String] = []
        do throws(OutputFailure) {
            for path in survey.newDirectories {
                let isNew = try directory.attempt(path) { () throws(SystemError) in try directory.makeDirectory(path) }
                if isNew { made.append(path) }
            }
        } catch {
            // A directory that cannot be removed stays known to the union, and so to the next build.
            if (try? unmake(made)) != nil, union != nil { try? takeBackManifest() }
            throw error
        }
    }

    private func unmake(_ directories: [String]) throws(SystemError) {
        for path in directories.reversed() { try directory.removeDirectory(path) }
    }

    private func takeBackManifest() throws(OutputFailure) {
        guard former == nil else { return try directory.putInForce(.former) }
        try directory.attempt(Manifest.fileName) { () throws(SystemError) in
            _ = try directory.removeFile(Manifest.fileName)
        }
    }

    /// From here on a failure, or a death, leaves some pages old and some new; the next build finds the manifest of
    /// both and goes on.
    private func move(
        _ changed: [(index: Int, standing: Standing)], _ survey: Survey
    ) throws(OutputFailure) -> [String] {
        var removed = try remove(survey.obstacles)
        for path in survey.obstructingDirectories {
            try directory.attempt(path) { () throws(SystemError) in try directory.removeDirectory(path) }
        }
        for path in survey.laterDirectories {
            _ = try directory.attempt(path) { () throws(SystemError) in try directory.makeDirectory(path) }
        }
        for (index, _) in changed {
            try directory.attempt(draft.files[index].path) { () throws(SystemError) in
                try draft.manifest.withName(index) { name throws(SystemError) in
                    try directory.rename(OutputDirectory.staged(index), to: name)
                }
            }
        }
        let stale = draft.stale.map(old.path)
        removed += try remove(stale)
        try directory.removeEmptyDirectories(leadingTo: stale)
        if draft.manifest != former { try directory.putInForce(.final) }
        return removed.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private func remove(_ paths: [String]) throws(OutputFailure) -> [String] {
        var removed: [String] = []
        for path in paths {
            if try directory.attempt(path, { () throws(SystemError) in try directory.removeFile(path) }) {
                removed.append(path)
            }
        }
        return removed
    }
}
