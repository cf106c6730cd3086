import Glibc

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
        var (own, named) = (stat(), stat())
        let isStanding =
            fstat(descriptor, &own) == 0 && stat(self.path, &named) == 0 && own.st_ino == named.st_ino
            && own.st_dev == named.st_dev
        guard isStanding else {
            unlock()
            throw .locked(self.path)
        }
    }

    /// Opens a directory that stands, and makes nothing.
    init?(standing path: String) {
        let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        (self.path, self.trial, self.descriptor) = (path, nil, descriptor)
    }

    /// Takes over a descriptor.
    init(open descriptor: CInt, path: String, trial: Trial?) {
        (self.path, self.trial, self.descriptor) = (path, trial, descriptor)
    }

    deinit {
        close(descriptor)
    }

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
            _ = try SystemError.check { flock(descriptor, LOCK_EX | LOCK_NB) }
        } catch {
            // A network file system that cannot lock a directory is no reason not to build.
            if error.number == EWOULDBLOCK { throw .locked(path) }
        }
    }

    func unlock() {
        flock(descriptor, LOCK_UN)
    }

    /// What stands at the path; nil when nothing does, or when a part of the way is no directory.
    func resident(_ path: UnsafePointer<CChar>) throws(SystemError) -> Resident? {
        var status = stat()
        do throws(SystemError) {
            _ = try SystemError.check { fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) }
        } catch {
            if error.number == ENOENT || error.number == ENOTDIR { return nil }
            throw error
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .directory
        case S_IFLNK: return .symbolicLink
        default: return .other
        }
    }

    /// The file's description; nil when there is no regular file, links not followed.
    func fileStatus(_ path: UnsafePointer<CChar>) -> stat? {
        var status = stat()
        guard fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        return status.st_mode & S_IFMT == S_IFREG ? status : nil
    }

    /// Opens without following a link at the end, and without waiting for the writer of a pipe.
    func openForReading(_ path: UnsafePointer<CChar>) throws(SystemError) -> CInt {
        try SystemError.check { openat(descriptor, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
    }

    /// The names in a directory, sorted; `.` is the output directory itself.
    func names(in path: String) throws(SystemError) -> [String] {
        let copy = try SystemError.check {
            openat(descriptor, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        }
        guard let stream = fdopendir(copy) else {
            let number = errno
            close(copy)
            throw SystemError(number: number)
        }
        defer { closedir(stream) }
        var names: [String] = []
        errno = 0
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
            errno = 0
        }
        if errno != 0 { throw SystemError(number: errno) }
        return names.sorted()
    }
}

// MARK: - Changing

extension OutputDirectory {
    /// False when something stands there already.
    func makeDirectory(_ path: UnsafePointer<CChar>) throws(SystemError) -> Bool {
        try ask(.makeDirectory)
        do throws(SystemError) {
            _ = try SystemError.check { mkdirat(descriptor, path, 0o755) }
            return true
        } catch {
            if error.number == EEXIST { return false }
            throw error
        }
    }

    /// Makes a new file and opens it for writing.
    func create(_ path: UnsafePointer<CChar>) throws(SystemError) -> CInt {
        try ask(.create)
        return try SystemError.check {
            openat(descriptor, path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
        }
    }

    /// Puts one file in the place of another, or of none, in one step.
    func rename(_ path: String, to target: UnsafePointer<CChar>) throws(SystemError) {
        try rename(path, to: target, in: self)
    }

    func rename(_ path: String, to target: UnsafePointer<CChar>, in other: OutputDirectory) throws(SystemError) {
        try ask(.rename)
        _ = try SystemError.check { renameat(descriptor, path, other.descriptor, target) }
    }

    /// Removes a regular file; false when there is none, and something else is left alone.
    func removeFile(_ path: UnsafePointer<CChar>) throws(SystemError) -> Bool {
        guard try resident(path) == .file else { return false }
        try ask(.remove)
        _ = try SystemError.check { unlinkat(descriptor, path, 0) }
        return true
    }

    /// Removes a directory if it is one, and empty, and nothing is mounted there.
    func removeDirectory(_ path: String) throws(SystemError) {
        try ask(.removeDirectory)
        do throws(SystemError) {
            _ = try SystemError.check { unlinkat(descriptor, path, AT_REMOVEDIR) }
        } catch {
            guard [ENOTEMPTY, EEXIST, ENOENT, ENOTDIR, EBUSY].contains(error.number) else { throw error }
        }
    }

    /// Asks a test, if one listens, whether a step may be made.
    func ask(_ step: DiskStep) throws(SystemError) {
        if let trial, case let number = trial(step), number != 0 { throw SystemError(number: number) }
    }
}

// MARK: - Opening

extension OutputDirectory {
    private static func open(_ path: String, trial: Trial?) throws(OutputFailure) -> CInt {
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
        do throws(SystemError) {
            return try SystemError.check { Glibc.open(path, flags) }
        } catch {
            guard error.number == ENOENT else { throw opening(error, path) }
        }
        try makeParents(of: path, trial: trial)
        do throws(SystemError) {
            return try SystemError.check { Glibc.open(path, flags) }
        } catch {
            throw opening(error, path)
        }
    }

    private static func makeParents(of path: String, trial: Trial?) throws(OutputFailure) {
        let ends = path.indices.dropFirst().filter { path[$0] == "/" } + [path.endIndex]
        for end in ends {
            let directory = String(path[..<end])
            do throws(SystemError) {
                if let trial, case let number = trial(.makeDirectory), number != 0 { throw SystemError(number: number) }
                _ = try SystemError.check { mkdir(directory, 0o755) }
            } catch {
                if error.number != EEXIST { throw opening(error, directory) }
            }
        }
    }

    private static func opening(_ error: SystemError, _ path: String) -> OutputFailure {
        error.number == ENOTDIR ? .notADirectory(path) : OutputFailure(error, at: path)
    }
}
