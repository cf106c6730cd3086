import System

/// Changes a site where it stands, where no folder can take its place: what pages need first, then the pages from leaf
/// to list, removals last. What gives way is kept until the last file stands, and comes back when a step is refused.
///
/// A death on the way leaves some pages old and some new; the next build finds the manifest of both and goes on.
struct InPlace {
    private let directory: OutputDirectory
    /// Nil when there was no build, but something stands at a planned address.
    private let former: Manifest?
    private let draft: Draft
    private let stage: Stage
    private var done: [Move] = []
    private var away = 0
    private var isUnionInForce = false

    private enum Move {
        case replaced(String, away: String)
        case added(String)
        case removed(String, away: String)
        case madeDirectory(String)
        case removedDirectory(String)
    }
}

extension InPlace {
    init(_ directory: OutputDirectory, former: Manifest?, draft: Draft, stage: Stage) {
        (self.directory, self.former, self.draft, self.stage) = (directory, former, draft, stage)
    }

    /// - Returns: the paths removed.
    mutating func run(_ changed: [(index: Int, standing: Standing)], _ survey: Survey) throws(OutputFailure) -> [String]
    {
        do throws(OutputFailure) {
            try prepare(survey)
            return try move(changed, survey)
        } catch {
            throw putBack(after: error)
        }
    }

    private var old: Manifest { former ?? Manifest() }

    /// The last that needs room on the disk.
    private mutating func prepare(_ survey: Survey) throws(OutputFailure) {
        try stage.make()
        if draft.manifest != former { try stage.put(draft.manifest, as: .final, for: directory) }
        if let union = draft.union(with: old) {
            if let former { try stage.put(former, as: .former, for: directory) }
            try stage.put(union, as: .union, for: directory)
            try stage.putInForce(.union, in: directory)
            isUnionInForce = true
        }
        try make(survey.newDirectories)
        try directory.attempt(".") { () throws(SystemError) in try directory.synchronize() }
    }

    private mutating func move(
        _ changed: [(index: Int, standing: Standing)], _ survey: Survey
    ) throws(OutputFailure) -> [String] {
        var removed = try remove(survey.obstacles)
        for path in survey.obstructingDirectories { try removeDirectory(path) }
        try make(survey.laterDirectories)
        for (index, _) in changed.sorted(by: { draft.precedes($0.index, $1.index) }) { try putInPlace(index) }
        let stale = draft.stale.map(old.path)
        removed += try remove(stale)
        if draft.manifest != former { try stage.putInForce(.final, in: directory) }
        // From here on the new site stands, whatever becomes of an empty folder.
        try? directory.removeEmptyDirectories(leadingTo: stale)
        try? directory.synchronize()
        return removed.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private mutating func make(_ directories: [String]) throws(OutputFailure) {
        for path in directories {
            let isNew = try directory.attempt(path) { () throws(SystemError) in try directory.makeDirectory(path) }
            if isNew { done.append(.madeDirectory(path)) }
        }
    }

    private mutating func removeDirectory(_ path: String) throws(OutputFailure) {
        try directory.attempt(path) { () throws(SystemError) in try directory.removeDirectory(path) }
        done.append(.removedDirectory(path))
    }

    private mutating func putInPlace(_ index: Int) throws(OutputFailure) {
        let path = draft.files[index].path
        let place = stage.away(away)
        away += 1
        try directory.attempt(path) { () throws(SystemError) in
            let stands = try directory.resident(path) == .file
            if stands { try stage.directory.keep(path, of: directory, at: place) }
            done.append(stands ? .replaced(path, away: place) : .added(path))
            try stage.directory.rename(stage.place(index), to: path, in: directory)
        }
    }

    private mutating func remove(_ paths: [String]) throws(OutputFailure) -> [String] {
        var removed: [String] = []
        for path in paths {
            let place = stage.away(away)
            away += 1
            let isGone = try directory.attempt(path) { () throws(SystemError) in
                guard try directory.resident(path) == .file else { return false }
                try directory.rename(path, to: place, in: stage.directory)
                return true
            }
            guard isGone else { continue }
            done.append(.removed(path, away: place))
            removed.append(path)
        }
        return removed
    }

    /// Puts back what was moved, the last first.
    ///
    /// - Returns: why the site could not be written, and how much of it is new where that could not be taken back.
    private mutating func putBack(after failure: OutputFailure) -> OutputFailure {
        var left = 0
        for move in done.reversed() {
            do throws(SystemError) {
                switch move {
                case .replaced(let path, let away):
                    // Nothing waits there when the step was refused before the file gave way.
                    if try stage.directory.resident(away) == .file {
                        try stage.directory.rename(away, to: path, in: directory)
                    }
                case .removed(let path, let away): try stage.directory.rename(away, to: path, in: directory)
                case .added(let path): _ = try directory.removeFile(path)
                case .madeDirectory(let path): try directory.removeDirectory(path)
                case .removedDirectory(let path): _ = try directory.makeDirectory(path)
                }
            } catch {
                left += 1
            }
        }
        if left > 0 { return .partly(failure, files: left) }
        if isUnionInForce { try? takeBackManifest() }
        return failure
    }

    private func takeBackManifest() throws(OutputFailure) {
        guard former == nil else { return try stage.putInForce(.former, in: directory) }
        try directory.attempt(Manifest.fileName) { () throws(SystemError) in
            _ = try directory.removeFile(Manifest.fileName)
        }
    }
}

extension OutputDirectory {
    /// Gives a file of another folder a second name here, so that it can come back.
    fileprivate func keep(
        _ path: String, of other: OutputDirectory, at place: String
    ) throws(SystemError) {
        do throws(SystemError) {
            try ask(.link)
            try Beneath.link(path, in: other.descriptor, to: place, in: descriptor)
        } catch {
            // A disk without links: for a moment nothing stands there.
            guard error.isWithoutLinks else { throw error }
            try other.rename(path, to: place, in: self)
        }
    }
}

extension Draft {
    func isPage(_ index: Int) -> Bool { files[index].path.hasSuffix(".html") }

    /// Whether a file is put in place before another: what pages need first, then the deeper page first.
    func precedes(_ left: Int, _ right: Int) -> Bool {
        let (one, other) = (files[left].path, files[right].path)
        let (isPage, isOtherPage) = (isPage(left), isPage(right))
        if isPage != isOtherPage { return !isPage }
        guard isPage else { return left < right }
        let (depth, otherDepth) = (one.utf8.count { $0 == PathRule.slash }, other.utf8.count { $0 == PathRule.slash })
        return depth == otherDepth ? left < right : depth > otherDepth
    }
}
