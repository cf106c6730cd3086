import System

/// The open output directory. All that happens in it goes through here, by paths relative to its descriptor, so that
/// a path can only lead out of it over a symbolic link; `Survey` looks for those before a build changes anything.
final class OutputDirectory: Sendable {
    /// As given, without slashes at its end.
    let path: String
    let descriptor: CInt
    let trial: Trial?

    /// Opens the directory, and makes it and its parents when it is missing.
    init(path: String, trial: Trial?) throws(OutputFailure) {
        var path = path[...]
        while path.count > 1, path.last == "/" { path.removeLast() }
        self.path = String(path)
        self.trial = trial
        self.descriptor = try Self.open(self.path, trial: trial)
    }

    /// Opens and locks it. What stood here while another build was ending can have been its old site.
    convenience init(locked path: String, trial: Trial?) throws(OutputFailure) {
        try self.init(path: path, trial: trial)
        try lock()
        let isStanding =
            (try? Descriptor.status(of: descriptor)).flatMap { own in
                (try? FileStatus(self.path)).map { own.isSameFile(as: $0) }
            } ?? false
        guard isStanding else {
            unlock()
            throw .locked(self.path)
        }
    }

    /// Opens a directory that stands, and makes nothing.
    init?(standing path: String) {
        guard let descriptor = try? Beneath.openFolder(path) else { return nil }
        (self.path, self.trial, self.descriptor) = (path, nil, descriptor)
    }

    /// Takes over a descriptor.
    init(open descriptor: CInt, path: String, trial: Trial?) {
        (self.path, self.trial, self.descriptor) = (path, trial, descriptor)
    }

    deinit { Descriptor.close(descriptor) }

    /// What a path leads to, links not followed.
    enum Resident: Equatable {
        case file, directory, symbolicLink, other
    }
}

// MARK: - Looking

extension OutputDirectory {
    /// The path as a person knows it.
    func shown(_ relative: String) -> String {
        path == "/" ? "/" + relative : path + "/" + relative
    }

    /// The failure of a step at a path inside the directory.
    func failure(_ error: SystemError, at relative: String) -> OutputFailure {
        OutputFailure(error, at: shown(relative))
    }

    /// Makes a step, and turns the system's refusal into the failure at this path inside the directory.
    func attempt<Answer>(
        _ relative: @autoclosure () -> String, _ step: () throws(SystemError) -> Answer
    ) throws(OutputFailure) -> Answer {
        do throws(SystemError) { return try step() } catch { throw failure(error, at: relative()) }
    }

    /// One build at a time. The lock goes with the descriptor, whatever becomes of the process.
    func lock() throws(OutputFailure) {
        do throws(SystemError) {
            try Descriptor.lock(descriptor)
        } catch {
            // A network file system that cannot lock a directory is no reason not to build.
            if error.isHeld { throw .locked(path) }
        }
    }

    func unlock() { Descriptor.unlock(descriptor) }

    /// What stands at the path; nil when nothing does, or when a part of the way is no directory.
    func resident(_ path: UnsafePointer<CChar>) throws(SystemError) -> Resident? {
        try Beneath.status(of: path, in: descriptor).map { Resident($0.kind) }
    }

    /// The file's description; nil when there is no regular file, links not followed.
    func fileStatus(_ path: UnsafePointer<CChar>) -> FileStatus? {
        let status = (try? Beneath.status(of: path, in: descriptor)) ?? nil
        return status?.kind == .file ? status : nil
    }

    /// Opens without following a link at the end, and without waiting for the writer of a pipe.
    func openForReading(_ path: UnsafePointer<CChar>) throws(SystemError) -> CInt {
        try Beneath.openForReading(path, in: descriptor)
    }

    /// The names in a directory, sorted; `.` is the output directory itself.
    func names(in path: String) throws(SystemError) -> [String] {
        try Beneath.entries(of: path, in: descriptor).map { entry in
            String(decoding: entry.name.dropLast().lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }.sorted()
    }
}

// MARK: - Changing

extension OutputDirectory {
    /// False when something stands there already.
    func makeDirectory(_ path: UnsafePointer<CChar>) throws(SystemError) -> Bool {
        try ask(.makeDirectory)
        do throws(SystemError) {
            try Beneath.makeFolder(path, in: descriptor)
            return true
        } catch {
            if error.number == SystemError.Number.exists { return false }
            throw error
        }
    }

    /// Makes a new file and opens it for writing.
    func create(_ path: UnsafePointer<CChar>) throws(SystemError) -> CInt {
        try ask(.create)
        return try Beneath.create(path, in: descriptor)
    }

    /// Puts one file in the place of another, or of none, in one step.
    func rename(_ path: String, to target: UnsafePointer<CChar>) throws(SystemError) {
        try rename(path, to: target, in: self)
    }

    func rename(_ path: String, to target: UnsafePointer<CChar>, in other: OutputDirectory) throws(SystemError) {
        try ask(.rename)
        try Beneath.rename(path, in: descriptor, to: target, in: other.descriptor)
    }

    /// Removes a regular file; false when there is none, and something else is left alone.
    func removeFile(_ path: UnsafePointer<CChar>) throws(SystemError) -> Bool {
        guard try resident(path) == .file else { return false }
        try ask(.remove)
        try Beneath.remove(path, in: descriptor)
        return true
    }

    /// Removes a directory if it is one, and empty, and nothing is mounted there.
    func removeDirectory(_ path: String) throws(SystemError) {
        try ask(.removeDirectory)
        do throws(SystemError) {
            try Beneath.removeFolder(path, in: descriptor)
        } catch {
            guard error.isNoEmptyFolder else { throw error }
        }
    }

    /// Asks a test, if one listens, whether a step may be made.
    func ask(_ step: DiskStep) throws(SystemError) {
        if let trial, case let number = trial(step), number != 0 { throw SystemError(path: path, number: number) }
    }
}

// MARK: - Opening

extension OutputDirectory {
    private static func open(_ path: String, trial: Trial?) throws(OutputFailure) -> CInt {
        do throws(SystemError) {
            return try Beneath.openFolder(path)
        } catch {
            guard error.isMissing else { throw opening(error, path) }
        }
        try makeParents(of: path, trial: trial)
        do throws(SystemError) {
            return try Beneath.openFolder(path)
        } catch {
            throw opening(error, path)
        }
    }

    private static func makeParents(of path: String, trial: Trial?) throws(OutputFailure) {
        let ends = path.indices.dropFirst().filter { path[$0] == "/" } + [path.endIndex]
        for end in ends {
            let directory = String(path[..<end])
            do throws(SystemError) {
                if let trial, case let number = trial(.makeDirectory), number != 0 {
                    throw SystemError(path: directory, number: number)
                }
                try Folder.make(directory)
            } catch {
                if error.number != SystemError.Number.exists { throw opening(error, directory) }
            }
        }
    }

    private static func opening(_ error: SystemError, _ path: String) -> OutputFailure {
        error.isNoFolder ? .notADirectory(path) : OutputFailure(error, at: path)
    }
}

extension OutputDirectory.Resident {
    init(_ kind: FileStatus.Kind) {
        self =
            switch kind {
            case .file: .file
            case .folder: .directory
            case .link: .symbolicLink
            default: .other
            }
    }
}
