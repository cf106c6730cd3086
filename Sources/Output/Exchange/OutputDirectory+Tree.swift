import System

/// Whole trees: walked, removed, and files that stand in two of them.
extension OutputDirectory {
    /// What a walk does with a folder.
    enum Descent { case enter, pass }

    /// Visits all that stands below a folder, links not followed, each folder before what is in it.
    func walk(
        from top: TreePath? = nil, _ visit: (TreePath, Resident) throws(SystemError) -> Descent
    ) throws(OutputFailure) {
        var folders: [TreePath?] = [top]
        while let folder = folders.popLast() {
            let shown = folder?.text ?? "."
            let entries = try attempt(shown) { () throws(SystemError) in try self.entries(in: folder) }
            for (path, kind) in entries {
                let descent = try attempt(path.text) { () throws(SystemError) in try visit(path, kind) }
                if descent == .enter, kind == .directory { folders.append(path) }
            }
        }
    }

    /// What stands in a folder, in the order of the names' bytes.
    private func entries(in folder: TreePath?) throws(SystemError) -> [(TreePath, Resident)] {
        let found = try (folder ?? TreePath(".")).withName { name throws(SystemError) in
            try Beneath.entries(of: name, in: descriptor)
        }
        var entries: [(TreePath, Resident)] = []
        for (name, kind) in found.sorted(by: { $0.name.lexicographicallyPrecedes($1.name) }) {
            let path = TreePath(name, in: folder)
            if let kind {
                entries.append((path, Resident(kind)))
            } else if let kind = try path.withName({ name throws(SystemError) in try self.resident(name) }) {
                entries.append((path, kind))
            }
        }
        return entries
    }

    /// Removes what stands at a path, with all that is in it.
    func removeTree(_ path: String) throws(SystemError) { try removeTree(TreePath(path)) }

    func removeTree(_ path: TreePath) throws(SystemError) {
        let kind = try path.withName { name throws(SystemError) in try resident(name) }
        switch kind {
        case nil: return
        case .directory:
            for (inner, _) in try entries(in: path) { try removeTree(inner) }
            try ask(.removeDirectory)
            try path.withName { name throws(SystemError) in
                try Beneath.removeFolder(name, in: descriptor)
            }
        default:
            try ask(.remove)
            try path.withName { name throws(SystemError) in
                try Beneath.remove(name, in: descriptor)
            }
        }
    }

    /// Whether one file stands at the path in both trees.
    func isSameFile(_ path: UnsafePointer<CChar>, in other: OutputDirectory) -> Bool {
        guard let own = fileStatus(path), let theirs = other.fileStatus(path) else { return false }
        return own.isSameFile(as: theirs)
    }

    /// Lets what stands at a path in another tree stand here too; a file that cannot have two names is copied.
    func link(
        _ path: UnsafePointer<CChar>, from other: OutputDirectory, through window: inout [UInt8]
    ) throws(SystemError) {
        try ask(.link)
        while true {
            do throws(SystemError) {
                return try Beneath.link(path, in: other.descriptor, to: path, in: descriptor)
            } catch {
                if error.number == SystemError.Number.exists {
                    try removeTree(TreePath(String(cString: path)))
                } else {
                    guard error.isWithoutLinks, try other.resident(path) == .file else { throw error }
                    return try copy(path, from: other, through: &window)
                }
            }
        }
    }

    private func copy(
        _ path: UnsafePointer<CChar>, from other: OutputDirectory, through window: inout [UInt8]
    ) throws(SystemError) {
        let text = String(cString: path)
        do throws(OutputFailure) {
            let source = try SourceFile(text, in: other)
            try copy(source, to: path, target: shown(text), through: &window)
        } catch {
            throw error.systemError
        }
    }

    /// Moves a file from another folder to here; between two disks it is copied.
    func take(
        _ path: UnsafePointer<CChar>, from other: OutputDirectory, to place: String
    ) throws(SystemError) {
        do throws(SystemError) {
            try other.rename(String(cString: path), to: place, in: self)
        } catch {
            guard error.isAcrossDisks else { throw error }
            var window: [UInt8] = []
            let text = String(cString: path)
            do throws(OutputFailure) {
                try copy(SourceFile(text, in: other), to: place, target: shown(place), through: &window)
            } catch {
                throw error.systemError
            }
        }
    }

    /// A folder in this one, opened; `path` is what people know it as.
    func opened(_ name: String, as path: String) throws(SystemError) -> OutputDirectory {
        let own = try Beneath.openFolder(name, in: descriptor)
        return OutputDirectory(open: own, path: path, trial: trial)
    }

    /// Mode, owner and access lists of the folder itself.
    func take(after other: OutputDirectory) { Descriptor.take(descriptor, after: other.descriptor) }

    func takeMode(_ path: UnsafePointer<CChar>, from other: OutputDirectory) {
        guard let status = (try? Beneath.status(of: path, in: other.descriptor)) ?? nil else { return }
        Beneath.setMode(status.mode, of: path, in: descriptor)
    }

    /// Fails where names cannot be put into a folder and taken out of it; one that is not there can be made.
    func mayChange(_ folder: String) throws(SystemError) {
        guard try resident(folder) == .directory else { return }
        try Beneath.mayChange(folder, in: descriptor)
    }

    /// Waits until what was written is on the disk.
    func synchronize() throws(SystemError) {
        try ask(.synchronize)
        guard Durability.asked == .powerLoss else { return }
        try Descriptor.synchronizeDisk(of: descriptor)
    }

    /// Whether this is what a name in another folder leads to.
    func stands(as name: String, in parent: Int32) -> Bool {
        guard let own = try? Descriptor.status(of: descriptor),
            let named = (try? Beneath.status(of: name, in: parent)) ?? nil
        else { return false }
        return own.isSameFile(as: named)
    }

    func sharesDisk(with other: Int32) -> Bool {
        guard let own = try? Descriptor.status(of: descriptor), let theirs = try? Descriptor.status(of: other) else {
            return false
        }
        return own.device == theirs.device
    }
}

/// What a finished build survives. A machine that throws its disk away afterwards, as in continuous integration, need not
/// wait for it: `KLUBBA_SYNK=nej`.
enum Durability {
    case powerLoss, process

    static let asked: Durability =
        Environment["KLUBBA_SYNK"] == "nej" ? .process : .powerLoss
}
