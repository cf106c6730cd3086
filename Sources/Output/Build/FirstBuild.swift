import System

/// A build where nothing planned stands yet: files are not staged but written straight to their place in a new tree,
/// with four system calls each.
struct FirstBuild: Sendable {
    let directory: OutputDirectory
    let draft: Draft
    let mayBeSeen: @Sendable () -> Bool
    let progress: (@Sendable (Int, Int) -> Void)?

    /// What a chunk wrote: the files from its start on.
    private struct Written: Sendable {
        var range: Range<Int>
        var bytes = 0
        /// The file after the range may have left directories behind.
        var isBroken = false
    }
}

extension FirstBuild {
    /// Makes the site beside the folder, and lets it take the folder's place; where that cannot be, in the folder.
    ///
    /// - Returns: what was done, and the site as it stands now.
    func run(beside attic: Attic?) async throws(OutputFailure) -> (report: OutputReport, standing: OutputDirectory) {
        guard let attic, let tree = attic.emptyTree(as: directory) else { return (try await run(), directory) }
        do throws(OutputFailure) {
            let report = try await FirstBuild(
                directory: tree, draft: draft, mayBeSeen: mayBeSeen, progress: progress
            ).run()
            try directory.carryForeign(to: tree, old: Manifest(), manifest: draft.manifest)
            try tree.lock()
            try directory.attempt(".") { () throws(SystemError) in try attic.exchange(Attic.next) }
            attic.setAside()
            return (report, tree)
        } catch {
            attic.setAside()
            guard error.isOfThePlace else { throw error }
            return (try await run(), directory)
        }
    }

    func run() async throws(OutputFailure) -> OutputReport {
        let stage = directory.ownStage
        var chunks: [Workers.Chunk<Written>] = []
        do throws(OutputFailure) {
            // Before the first file, so that a build that dies leaves nothing that the next takes for somebody else's.
            try stage.make()
            try stage.put(draft.union(with: Manifest()) ?? Manifest(), as: .union, for: directory)
            try stage.putInForce(.union, in: directory)
            chunks = await Workers(count: draft.files.count, isLong: draft.isLong, progress: progress).run {
                range, workbench in
                write(range, &workbench)
            }
            if let failure = chunks.lazy.compactMap(\.failure).first { throw failure }
            guard mayBeSeen() else { throw .refused }
            try stage.put(draft.manifest, as: .final, for: directory)
            try stage.putInForce(.final, in: directory)
        } catch {
            undo(chunks)
            throw error
        }
        // The site stands; an empty stage that stays is the next build's to remove.
        try? stage.clear()
        try directory.attempt(".") { () throws(SystemError) in try directory.synchronize() }
        return report(chunks)
    }

    private func write(_ range: Range<Int>, _ workbench: inout Workbench) -> (Written, OutputFailure?) {
        var written = Written(range: range.lowerBound..<range.lowerBound)
        for index in range {
            do throws(OutputFailure) {
                try makeDirectories(index, &workbench.trail)
                written.bytes += try write(index, &workbench)
            } catch {
                written.isBroken = true
                return (written, error)
            }
            written.range = range.lowerBound..<index + 1
        }
        return (written, nil)
    }

    private func makeDirectories(_ index: Int, _ trail: inout Trail) throws(OutputFailure) {
        try draft.manifest.withPath(index) { path throws(OutputFailure) in
            try trail.follow(path) { step throws(OutputFailure) in
                do throws(SystemError) {
                    if try directory.makeDirectory(step) { return }
                    // Another core was here first, or somebody else meanwhile.
                    if try directory.resident(step) == .directory { return }
                } catch {
                    throw directory.failure(error, at: String(cString: step))
                }
                throw .foreign([directory.shown(String(cString: step))])
            }
        }
    }

    private func write(_ index: Int, _ workbench: inout Workbench) throws(OutputFailure) -> Int {
        switch draft.files[index].content {
        case .bytes(let render):
            workbench.render(render)
            do throws(SystemError) {
                try draft.manifest.withName(index) { name throws(SystemError) in
                    try directory.write(workbench.page, to: name)
                }
            } catch {
                let path = draft.manifest.path(index)
                throw error.number == SystemError.Number.exists
                    ? .foreign([directory.shown(path)]) : directory.failure(error, at: path)
            }
            return workbench.page.count
        case .copy(let path):
            let source = try SourceFile(path: path, guarded: draft.guarded)
            let target = draft.files[index].path
            do throws(OutputFailure) {
                try directory.copy(source, to: target, target: directory.shown(target), through: &workbench.window)
            } catch {
                throw error == .system(directory.shown(target), errno: SystemError.Number.exists)
                    ? .foreign([directory.shown(target)]) : error
            }
            return source.size
        }
    }

    /// Leaves the directory as it was found; what cannot be removed is listed in the manifest, which then stays.
    private func undo(_ chunks: [Workers.Chunk<Written>]) {
        var isClean = true
        var touched: [String] = []
        for written in chunks.map(\.result) {
            for index in written.range {
                touched.append(draft.files[index].path)
                isClean = (try? draft.manifest.withName(index, directory.removeFile)) != nil && isClean
            }
            if written.isBroken { touched.append(draft.files[written.range.upperBound].path) }
        }
        isClean = (try? directory.removeEmptyDirectories(leadingTo: touched)) != nil && isClean
        if isClean { _ = try? directory.removeFile(Manifest.fileName) }
        try? directory.ownStage.clear()
    }

    private func report(_ chunks: [Workers.Chunk<Written>]) -> OutputReport {
        var report = OutputReport()
        report.writtenPaths = draft.files.map(\.path)
        report.bytesWritten = chunks.reduce(0) { $0 + $1.result.bytes }
        report.bytes = report.bytesWritten
        return report
    }
}
