import Content
import Glibc

/// Runs pandoc on a .docx: with a time limit, a limit to its memory, and nothing of its own fetched from anywhere.
public struct Pandoc: Sendable {
    /// The program; nil when the machine has none.
    public let program: String?
    let seconds: Int

    public init(program: String?, seconds: Int = 60) { (self.program, self.seconds) = (program, seconds) }

    /// Looks for pandoc where programs are.
    public static func installed() -> Pandoc {
        let path: String? = getenv("PATH").map { String(cString: $0) }
        let folders = path ?? "/usr/local/bin:/usr/bin:/bin"
        let found = folders.split(separator: ":").map { String($0) + "/pandoc" }.first { access($0, X_OK) == 0 }
        return Pandoc(program: found)
    }
}

extension Pandoc {
    /// The document as GitHub's Markdown, a paragraph a line; at most `limit` bytes.
    func markdown(of file: String, limit: Int) -> Result<[UInt8], PandocFailure> {
        guard let program else { return .failure(PandocFailure(refusal: .pandocMissing)) }
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return .failure(PandocFailure(errno: errno)) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        // A file that begins with a dash would be taken for an option.
        let path = file.hasPrefix("/") ? file : "./" + file
        let arguments = [
            program, "+RTS", "-M512M", "-RTS", "--from=docx", "--to=gfm", "--wrap=none", "--sandbox", path,
        ]
        guard let child = spawn(program, arguments, output: ends[1]) else {
            let number = errno
            close(ends[1])
            return .failure(PandocFailure(errno: number))
        }
        close(ends[1])
        let (bytes, isCut) = read(ends[0], limit: limit, child: child)
        var status: Int32 = 0
        if isCut != nil { kill(child, SIGKILL) }
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        if let isCut { return .failure(PandocFailure(refusal: isCut)) }
        let isExit = status & 0x7F == 0
        let code = status >> 8 & 0xFF
        if isExit, code == 0 { return .success(bytes) }
        // 63 and 251: broken archive, memory used up.
        let reason: ImportRefusal = isExit && code == 251 ? .pandocFailed(reason: "den kräver för mycket minne") : .brokenWord
        return .failure(PandocFailure(refusal: reason))
    }

    private func spawn(_ program: String, _ arguments: [String], output: Int32) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var words = arguments.map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        var child: pid_t = 0
        let number = posix_spawn(&child, program, &actions, nil, words, environ)
        guard number == 0 else {
            errno = number
            return nil
        }
        return child
    }

    /// What the child writes, until it is done, the time is out or there is too much of it.
    private func read(_ descriptor: Int32, limit: Int, child: pid_t) -> ([UInt8], ImportRefusal?) {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        let start = ContinuousClock.now
        while true {
            let left = seconds * 1000 - start.duration(to: .now).milliseconds
            if left <= 0 { return (bytes, .pandocTooSlow(seconds: seconds)) }
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let ready = poll(&waiting, 1, Int32(min(left, 60_000)))
            if ready < 0 && errno == EINTR { continue }
            if ready == 0 { continue }
            let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            if count <= 0 { return (bytes, nil) }
            bytes += buffer[..<count]
            if bytes.count > limit { return (bytes, .wordBomb(megabytes: bytes.count >> 20)) }
        }
    }
}

/// Why pandoc gave no text.
struct PandocFailure: Error {
    let refusal: ImportRefusal

    init(refusal: ImportRefusal) { self.refusal = refusal }
    init(errno number: Int32) { refusal = .unreadable(reason: String(cString: strerror(number))) }
}

extension Duration {
    fileprivate var milliseconds: Int {
        Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }
}
