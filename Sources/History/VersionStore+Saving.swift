import System

extension VersionStore {
    /// Writes files, all or none, and keeps what they held before and hold now. A file whose bytes stay the same is left
    /// as it is, and so is its time stamp; nil where that is all of them.
    ///
    /// First what is to be written is on the disk under its hash, and a journal that says what goes where; then each file
    /// takes its place in one step. After a crash `recover` finishes what the journal says.
    public func save(_ changes: [FileChange], label: String, time: Int) throws(SiteFailure) -> Version? {
        let changes = changes.filter { $0.before != $0.after }
        guard !changes.isEmpty else { return nil }
        return try alone { () throws(SiteFailure) in try write(changes, label: label, time: time) }
    }

    private func write(_ changes: [FileChange], label: String, time: Int) throws(SiteFailure) -> Version {
        var files: [Version.File] = []
        for change in changes {
            guard try site.read(change.path) == change.before else { throw .changed(change.path.description) }
            files.append(
                Version.File(
                    path: change.path.description,
                    before: try change.before.map { bytes throws(SiteFailure) in try keep(bytes) },
                    after: try change.after.map { bytes throws(SiteFailure) in try keep(bytes) }))
        }
        let version = Version(id: nextID, time: time, label: label, files: files)
        try begin(version)
        var written: [StagedFile] = []
        do throws(SiteFailure) {
            // All that needs room first: a full disk stops before the first file has changed.
            let waiting = try stage(changes)
            defer { for stage in waiting { stage.discard() } }
            for stage in waiting {
                try stage.place()
                written.append(stage)
            }
        } catch {
            for file in written.reversed() { file.takeBack() }
            FileBytes.remove(journal)
            throw error
        }
        try append(version)
        FileBytes.remove(journal)
        return version
    }

    private func begin(_ version: Version) throws(SiteFailure) {
        try put(Array(version.json.text.utf8), at: journal)
    }

    private func stage(_ changes: [FileChange]) throws(SiteFailure) -> [StagedFile] {
        var staged: [StagedFile] = []
        do throws(SiteFailure) {
            for change in changes { staged.append(try StagedFile(change, in: site)) }
        } catch {
            for file in staged { file.discard() }
            throw error
        }
        return staged
    }

    /// Finishes the save that a crash left half done; to be asked before anything else is read or written. A file that
    /// has been changed since is left alone.
    public func recover() throws(SiteFailure) {
        guard FileBytes.may(.find, journal) else { return }
        try alone { () throws(SiteFailure) in try finish() }
    }

    private func finish() throws(SiteFailure) {
        guard let written = contents(of: journal) else { return }
        guard let version = JSONValue(written).flatMap({ Version($0) }) else {
            FileBytes.remove(journal)
            return
        }
        for file in version.files {
            guard let path = SitePath(file.path) else { continue }
            let now = try site.read(path)
            guard now.map({ SHA256Sum.text(of: $0) }) == file.before else { continue }
            let after = file.after.flatMap { bytes($0) }
            // What is not there to be written was never begun.
            if file.after != nil && after == nil { continue }
            let staged = try StagedFile(FileChange(path: path, before: now, after: after), in: site)
            defer { staged.discard() }
            try staged.place()
        }
        for file in version.files { SitePath(file.path).map { StagedFile.removeLeftovers(beside: $0, in: site) } }
        if !versions.contains(where: { $0.id == version.id }) { try append(version) }
        FileBytes.remove(journal)
    }
}

/// A file's new bytes beside it, ready to take its place.
private final class StagedFile {
    let folder: OpenFolder
    let name: String
    let temporary: String
    let change: FileChange
    private let mode: UInt32?
    private var isOver = false

    init(_ change: FileChange, in site: SiteFolder) throws(SiteFailure) {
        self.change = change
        folder = try site.parent(of: change.path, makes: change.after != nil)
        name = change.path.parts[change.path.parts.count - 1]
        // Hidden, so that no reading of the site takes it for a text.
        temporary = "\(StagedFile.mark)\(Machine.process)-\(String(UInt32.random(in: 0 ... .max), radix: 16))"
        mode = try SiteFolder.read(name, in: folder, change.path.description)?.mode
        if let after = change.after { try SiteFolder.write(after, as: temporary, in: folder, mode: mode) }
    }

    private static let mark = ".klubba-"

    /// What a crash left beside a file.
    static func removeLeftovers(beside path: SitePath, in site: SiteFolder) {
        guard let folder = try? site.parent(of: path) else { return }
        let place = site.root + "/" + path.parts.dropLast().joined(separator: "/")
        for name in (try? Folder.names(in: place)) ?? [] where name.hasPrefix(mark) {
            try? Beneath.remove(name, in: folder.descriptor)
        }
    }

    /// Takes the file's place, if it still is what it was.
    func place() throws(SiteFailure) {
        let path = change.path.description
        switch (change.before, change.after) {
        case (nil, _?):
            do throws(SystemError) {
                try Beneath.link(temporary, in: folder.descriptor, to: name, in: folder.descriptor)
            } catch {
                throw error.number == SystemError.Number.exists ? .changed(path) : SiteFailure(error)
            }
        case (let before?, _?):
            // The two change places, so that what was there can be looked at and put back.
            if (try? exchange()) != nil {
                guard try SiteFolder.read(temporary, in: folder, path)?.bytes == before else {
                    try? exchange()
                    throw .changed(path)
                }
            } else {
                guard try SiteFolder.read(name, in: folder, path)?.bytes == before else { throw .changed(path) }
                try move(temporary, to: name)
            }
        case (let before?, nil):
            try move(name, to: temporary)
            guard try SiteFolder.read(temporary, in: folder, path)?.bytes == before else {
                try? move(temporary, to: name)
                throw .changed(path)
            }
        case (nil, nil): break
        }
        Descriptor.flush(folder.descriptor)
    }

    private func exchange() throws(SystemError) {
        try Beneath.exchange(temporary, in: folder.descriptor, with: name, in: folder.descriptor)
    }

    private func move(_ own: String, to target: String) throws(SiteFailure) {
        try SiteFailure.of { () throws(SystemError) in
            try Beneath.rename(own, in: folder.descriptor, to: target, in: folder.descriptor)
        }
    }

    /// Puts back what was there.
    func takeBack() {
        if let before = change.before {
            let back = temporary + "-ater"
            guard (try? SiteFolder.write(before, as: back, in: folder, mode: mode)) != nil else { return }
            try? move(back, to: name)
        } else {
            try? Beneath.remove(name, in: folder.descriptor)
        }
        Descriptor.flush(folder.descriptor)
    }

    func discard() {
        guard !isOver else { return }
        isOver = true
        try? Beneath.remove(temporary, in: folder.descriptor)
    }
}

extension VersionStore {
    /// Puts a file that has come into a folder below `.klubba/`.
    public func receive(_ bytes: [UInt8], named name: String, in path: String) throws(SiteFailure) {
        try prepare()
        var folder = site.root
        for part in path.split(separator: "/") {
            folder += "/" + part
            try SiteFailure.of { [folder] () throws(SystemError) in try Folder.make(folder, mode: 0o700) }
        }
        try put(bytes, at: folder + "/" + name)
    }
}
