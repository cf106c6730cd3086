import Fingerprints
import System

extension OutputPlan {
    /// Makes every file of the plan in memory and holds it, byte for byte, against what stands in a built folder. Nothing
    /// is written.
    ///
    /// - Parameters:
    ///   - memory: what the last build on this machine knew of the folder.
    ///   - telling: what is to be told of a file of which both the planned and the standing bytes are at hand.
    public func compare<Told: Sendable>(
        with folder: String, remembering memory: OutputMemory?, allowing allowance: OutputAllowance,
        telling: @escaping @Sendable (_ path: String, _ planned: [UInt8], _ standing: [UInt8]) -> Told
    ) async throws(OutputFailure) -> OutputComparison<Told> {
        let order = try PlanOrder(files)
        guard let directory = OutputDirectory(standing: folder) else { throw .notADirectory(folder) }
        let standing = try directory.readManifest() ?? Manifest()
        var draft = Draft(order, old: standing, guarded: guarded, tombstone: tombstone)
        draft.manifest.imprint = imprint
        return try await FolderComparison(
            directory: directory, standing: standing, draft: draft,
            memory: memory.flatMap { $0.isOf(directory) ? $0 : nil }, allowance: allowance, telling: telling
        ).run()
    }
}

/// A built folder on its way to be held against a plan.
private struct FolderComparison<Told: Sendable>: Sendable {
    let directory: OutputDirectory
    /// The manifest that lies there.
    let standing: Manifest
    let draft: Draft
    let memory: OutputMemory?
    let allowance: OutputAllowance
    let telling: @Sendable (String, [UInt8], [UInt8]) -> Told

    typealias Difference = OutputDifference<Told>
}

extension FolderComparison {
    func run() async throws(OutputFailure) -> OutputComparison<Told> {
        let chunks = await Workers(count: draft.files.count, isLong: draft.isLong, progress: nil).run { range, bench in
            compare(range, &bench)
        }
        if let failure = chunks.lazy.compactMap(\.failure).first { throw failure }
        var differences = chunks.flatMap(\.result)
        var unmade: [String] = []
        for index in draft.stale {
            let path = standing.path(index)
            if allowance.isUnmade(path) {
                unmade.append(path)
            } else if standing.withName(index, { directory.standing(of: $0) }) != nil {
                // Where nothing stands only the list itself is wrong.
                differences.append(Difference(path: path, kind: .unplanned, isAsLeft: isAsLeft(index)))
            }
        }
        if let difference = try manifestDifference(differences, unmade) { differences.append(difference) }
        differences.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        return OutputComparison(
            differences: differences + (try foreign()), compared: draft.files.count, unmade: unmade)
    }

    private func compare(_ range: Range<Int>, _ bench: inout Workbench) -> ([Difference], OutputFailure?) {
        var found: [Difference] = []
        for index in range {
            do throws(OutputFailure) {
                if let kind = try difference(index, &bench) {
                    let isAsLeft = draft.before[index].map(isAsLeft) ?? (memory != nil)
                    found.append(Difference(path: draft.files[index].path, kind: kind, isAsLeft: isAsLeft))
                }
            } catch {
                return (found, error)
            }
        }
        return (found, nil)
    }

    private func difference(_ index: Int, _ bench: inout Workbench) throws(OutputFailure) -> Difference.Kind? {
        let file = draft.files[index]
        return try draft.manifest.withName(index) { name throws(OutputFailure) in
            let found: Standing
            var told: Told?
            switch file.content {
            case .bytes(let render):
                bench.render(render)
                found = try directory.attempt(file.path) { () throws(SystemError) in
                    try directory.standing(of: name, against: bench.page, through: &bench.window)
                }
                if found == .different, draft.manifest.kind(index) != .tombstone {
                    told = (try? directory.readWhole(file.path)).map { telling(file.path, bench.page, $0) }
                }
            case .copy(let source):
                found = try directory.standing(
                    of: name, against: source, guarded: draft.guarded, isOwned: false, through: &bench.window
                ).0
            }
            switch found {
            case .same: return nil
            case .absent: return .missing
            case .directory, .strange: return .strange
            case .different: return isWithdrawn(index) ? .unplanned : .different(told)
            }
        }
    }

    /// The manifest has a page where the plan has a tombstone.
    private func isWithdrawn(_ index: Int) -> Bool {
        draft.manifest.kind(index) == .tombstone && draft.before[index].map { standing.kind($0) } == .page
    }

    private func isAsLeft(_ index: Int) -> Bool {
        guard let memory else { return false }
        return standing.withName(index) { directory.standing(of: $0) }.map { memory.isAsLeft(index, standing: $0) }
            ?? false
    }

    /// The list of files is compared too; where a file that it has or lacks is told of, that says it.
    private func manifestDifference(
        _ differences: [Difference], _ unmade: [String]
    ) throws(OutputFailure) -> Difference? {
        let name = Manifest.fileName
        let bytes = try directory.attempt(name) { () throws(SystemError) in try directory.readWhole(name) }
        var expected = draft.manifest
        if !unmade.isEmpty { expected = expected.with(unmade) }
        if bytes == expected.written() { return nil }
        let isTold = differences.contains { difference in
            switch difference.kind {
            case .unplanned: true
            case .missing, .different, .strange: standing.index(of: difference.path) == nil
            case .foreign, .foreignFolder, .others: false
            }
        }
        return isTold ? nil : Difference(path: name, kind: .different(nil), isAsLeft: memory != nil)
    }

    /// What no build wrote.
    private func foreign() throws(OutputFailure) -> [Difference] {
        let folders = draft.manifest.directories.union(standing.directories)
        var found: [Difference] = []
        try directory.walk { path, kind throws(SystemError) in
            let text = path.text
            switch kind {
            case .directory:
                if folders.contains(text) { return .enter }
                found += stranger(text, allowance.isOthers(text + "/"), .foreignFolder)
            case .file:
                let isKnown =
                    text == Manifest.fileName || standing.index(of: text) != nil
                    || draft.manifest.index(of: text) != nil
                if !isKnown { found += stranger(text, allowance.isOthers(text), .foreign) }
            case .symbolicLink, .other:
                // At a file's place it is told of there.
                if draft.manifest.index(of: text) == nil {
                    found += stranger(text, allowance.isOthers(text), .strange)
                }
            }
            return .pass
        }
        return found
    }

    /// Only folders with files of the plan are walked, so what is not at the top lies among them.
    private func stranger(_ path: String, _ isAllowed: Bool, _ kind: Difference.Kind) -> [Difference] {
        if isAllowed && !path.contains("/") { return [] }
        return [Difference(path: path, kind: isAllowed ? .others : kind, isAsLeft: false)]
    }
}

extension Manifest {
    /// The same with files that can't be made here.
    fileprivate func with(_ paths: [String]) -> Manifest {
        var others = Manifest()
        for path in paths { others.append(path, .file) }
        var all = Manifest()
        all.imprint = imprint
        for (own, other) in Manifest.pairs(self, others) {
            if let own {
                withPath(own) { all.append($0, kind(own)) }
            } else if let other {
                others.withPath(other) { all.append($0, .file) }
            }
        }
        return all
    }
}
