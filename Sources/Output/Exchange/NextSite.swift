import System

/// The next site, whole, made beside the one that stands: what has changed is moved into it, what has not is the same
/// file in both (a link), and what Klubba did not write comes along.
struct NextSite: Sendable {
    let attic: Attic
    let current: OutputDirectory
    let old: Manifest
    let draft: Draft
    let stage: Stage
    /// By file of the draft, whether it waits in the stage.
    private let isStaged: [Bool]
    private let directories: Set<String>
    private let tree: OutputDirectory
    /// The tree was a site before; much of it may be right already.
    let isReused: Bool
}

extension NextSite {
    init(
        _ attic: Attic, current: OutputDirectory, old: Manifest, draft: Draft, stage: Stage, changed: [Int]
    ) throws(OutputFailure) {
        (self.attic, self.current, self.old, self.draft, self.stage) = (attic, current, old, draft, stage)
        var isStaged = [Bool](repeating: false, count: draft.files.count)
        for index in changed { isStaged[index] = true }
        self.isStaged = isStaged
        directories = draft.manifest.directories
        let isNew = try attic.directory.attempt(Attic.next) { () throws(SystemError) in
            try attic.directory.makeDirectory(Attic.next)
        }
        isReused = !isNew
        do throws(SystemError) {
            tree = try attic.directory.opened(Attic.next, as: current.path)
        } catch {
            throw attic.directory.failure(error, at: Attic.next)
        }
        tree.take(after: current)
    }

    /// Makes the tree and lets it take the site's place.
    ///
    /// - Returns: the site as it stands now.
    func takePlace() async throws(OutputFailure) -> OutputDirectory {
        if isReused { try sweep() }
        // What pages need comes first here too, for a reader on a disk that shows a half-made folder.
        for isPage in [false, true] {
            let workers = Workers(count: draft.files.count, progress: nil)
            let chunks = await workers.run { range, workbench in ((), place(range, pages: isPage, &workbench)) }
            if let failure = chunks.lazy.compactMap(\.failure).first { throw failure }
        }
        try current.carryForeign(to: tree, old: old, manifest: draft.manifest)
        try current.attempt(Manifest.fileName) { () throws(SystemError) in
            _ = try tree.removeFile(Manifest.fileName)
            try tree.write(draft.manifest.written(), to: Manifest.fileName)
            try tree.synchronize()
        }
        try tree.lock()
        try current.attempt(".") { () throws(SystemError) in try attic.exchange(Attic.next) }
        return tree
    }

    /// Puts the staged files into a stage, for another try: those that were moved into the tree, and those that still
    /// wait where they did.
    func giveBack(to other: Stage) throws(OutputFailure) {
        for index in draft.files.indices where isStaged[index] {
            let (waiting, place) = (stage.place(index), other.place(index))
            try current.attempt(draft.files[index].path) { () throws(SystemError) in
                if try stage.directory.resident(waiting) == .file {
                    if stage.directory === other.directory { return }
                    try other.directory.take(waiting, from: stage.directory, to: place)
                } else {
                    try draft.manifest.withName(index) { name throws(SystemError) in
                        try other.directory.take(name, from: tree, to: place)
                    }
                }
            }
        }
    }
}

extension NextSite {
    private func place(_ range: Range<Int>, pages: Bool, _ workbench: inout Workbench) -> OutputFailure? {
        for index in range where draft.isPage(index) == pages {
            do throws(SystemError) {
                try draft.manifest.withName(index) { name throws(SystemError) in
                    if !isStaged[index], isReused, current.isSameFile(name, in: tree) { return }
                    try draft.manifest.withPath(index) { path throws(SystemError) in
                        try workbench.trail.follow(path) { step throws(SystemError) in
                            _ = try tree.makeDirectory(step)
                        }
                    }
                    if isStaged[index] {
                        try stage.directory.rename(stage.place(index), to: name, in: tree)
                    } else {
                        try tree.link(name, from: current, through: &workbench.window)
                    }
                }
            } catch {
                return current.failure(error, at: draft.files[index].path)
            }
        }
        return nil
    }

    /// Removes from the tree what the next site does not have, and what stands in its way.
    private func sweep() throws(OutputFailure) {
        try tree.walk { path, kind throws(SystemError) in
            let text = path.text
            switch kind {
            case .directory where directories.contains(text): return .enter
            case .file where draft.manifest.index(of: text) != nil: return .pass
            default:
                try tree.removeTree(path)
                return .pass
            }
        }
    }
}
