import Fingerprints
import Output

/// A built site on this machine's disk, as it is taken to a place.
public struct Edition: Sendable {
    /// Absolute.
    public let folder: String
    /// In the order of their bytes, without the manifest.
    public let paths: [String]
    public let imprint: Imprint?
}

extension Edition {
    /// Nil where no build has been.
    public init?(folder: String) throws(OutputFailure) {
        guard let listed = try ListedOutput(folder) else { return nil }
        (self.folder, paths, imprint) = (folder, listed.paths, listed.imprint)
    }

    /// What differs between this edition and the one that readers have.
    public func changes(since last: Edition?) -> EditionChanges {
        let before = Set(last?.paths ?? [])
        let now = Set(paths)
        var changes = EditionChanges()
        for path in paths {
            if !before.contains(path) {
                changes.new.append(path)
            } else if let last {
                // What cannot be read is taken for another.
                let own = Fingerprint(contentsOf: "\(folder)/\(path)")
                if own == nil || own != Fingerprint(contentsOf: "\(last.folder)/\(path)") {
                    changes.changed.append(path)
                }
            }
        }
        changes.withdrawn = (last?.paths ?? []).filter { !now.contains($0) }
        return changes
    }

    /// A plan that makes a folder hold the same.
    public func plan() -> OutputPlan {
        OutputPlan(
            files: paths.map { PlannedFile(path: $0, content: .copy(of: "\(folder)/\($0)")) }, imprint: imprint)
    }
}

/// What readers will see of a new edition, by path.
public struct EditionChanges: Sendable, Equatable {
    public var new: [String] = []
    public var withdrawn: [String] = []
    public var changed: [String] = []

    public init() {}

    public var isEmpty: Bool { new.isEmpty && withdrawn.isEmpty && changed.isEmpty }
    public var count: Int { new.count + withdrawn.count + changed.count }
}
