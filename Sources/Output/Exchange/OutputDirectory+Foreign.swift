import System

/// What Klubba did not write.
extension OutputDirectory {
    /// Brings it along to the tree that shall take this one's place.
    ///
    /// - Parameters:
    ///   - old: what Klubba has here.
    ///   - manifest: what it has there.
    func carryForeign(to tree: OutputDirectory, old: Manifest, manifest: Manifest) throws(OutputFailure) {
        let (oldFolders, folders) = (old.directories, manifest.directories)
        var window: [UInt8] = []
        try walk { path, kind throws(SystemError) in
            let text = path.text
            if text == Manifest.fileName || text == Self.stage { return .pass }
            switch kind {
            case .directory where folders.contains(text): return .enter
            // Nothing of theirs is in it, or the build would have stopped.
            case .directory where manifest.index(of: text) != nil: return .pass
            case .directory:
                if oldFolders.contains(text), !hasForeign(path, old, oldFolders) { return .pass }
                _ = try path.withName { name throws(SystemError) in try tree.makeDirectory(name) }
                path.withName { tree.takeMode($0, from: self) }
                return .enter
            case .file where old.index(of: text) != nil || manifest.index(of: text) != nil: return .pass
            default:
                try path.withName { name throws(SystemError) in try tree.link(name, from: self, through: &window) }
                return .pass
            }
        }
    }

    private func hasForeign(_ folder: TreePath, _ old: Manifest, _ oldFolders: Set<String>) -> Bool {
        var isForeign = false
        do throws(OutputFailure) {
            try walk(from: folder) { path, kind throws(SystemError) in
                let text = path.text
                switch kind {
                case .directory where oldFolders.contains(text): return .enter
                case .file where old.index(of: text) != nil: break
                default: isForeign = true
                }
                return .pass
            }
        } catch {
            return true
        }
        return isForeign
    }
}
