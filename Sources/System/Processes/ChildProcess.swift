#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Another program, run to its end or to the end of the time that it has.
public enum ChildProcess {
    public struct Ending: Sendable {
        /// Nil for a program that was ended, by us or by a signal of its own.
        public let status: Int32?
        public let isTimedOut: Bool
        /// Standard output and standard error.
        public let text: String
        public let errorText: String
    }

    /// Beyond it, what a program says is thrown away.
    private static let mostText = 64 << 20
}

extension ChildProcess {
    /// - Parameters:
    ///   - input: the file that the program reads as its standard input.
    ///   - confinement: for a program that reads files of strangers.
    public static func run(
        _ path: String, _ arguments: [String], environment: [String: String] = [:], input: String = "/dev/null",
        seconds: Int, confinement: Confinement? = nil
    ) throws(SystemError) -> Ending {
        let (out, err) = (try Pipe(), try Pipe())
        defer {
            out.closeAll()
            err.closeAll()
        }
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, out.writing, 1)
        posix_spawn_file_actions_adddup2(&actions, err.writing, 2)
        if confinement != nil, !FileBytes.isExecutable(path) { throw SystemError(path: path, number: ENOENT) }
        let command = confinement?.command(path, arguments) ?? [path] + arguments
        var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
        words.append(nil)
        var settings: [UnsafeMutablePointer<CChar>?] = own(environment).map { strdup($0) }
        settings.append(nil)
        defer { for word in words + settings { free(word) } }
        var process: pid_t = 0
        let failure = posix_spawn(&process, command[0], &actions, nil, words, settings)
        guard failure == 0 else { throw SystemError(path: path, number: failure) }
        out.closeWriting()
        err.closeWriting()
        let (texts, isTimedOut) = read([out.reading, err.reading], seconds: seconds)
        if isTimedOut { kill(process, SIGKILL) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        let exit = status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
        return Ending(
            status: isTimedOut ? nil : exit, isTimedOut: isTimedOut, text: String(decoding: texts[0], as: UTF8.self),
            errorText: String(decoding: texts[1], as: UTF8.self))
    }

    private static func own(_ changes: [String: String]) -> [String] {
        let all = Environment.all.filter { changes[String($0.prefix { $0 != "=" })] == nil }
        return all + changes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    }

    /// What comes out of the pipes until both are closed, which they are when the program ends.
    private static func read(_ pipes: [Int32], seconds: Int) -> (texts: [[UInt8]], isTimedOut: Bool) {
        let end = ContinuousClock.now + .seconds(seconds)
        var texts = [[UInt8]](repeating: [], count: pipes.count)
        var waiting = pipes.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while waiting.contains(where: { $0.fd >= 0 }) {
            let left = ContinuousClock.now.duration(to: end).components
            let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000
            if milliseconds <= 0 { return (texts, true) }
            let ready = poll(&waiting, nfds_t(waiting.count), Int32(min(milliseconds, 60_000)))
            if ready < 0 && errno != EINTR { break }
            for index in waiting.indices where ready > 0 && waiting[index].revents != 0 {
                let count = Calls.read(waiting[index].fd, &buffer, buffer.count)
                if count < 0 && errno == EINTR { continue }
                if count <= 0 {
                    waiting[index].fd = -1
                } else if texts[index].count < mostText {
                    texts[index] += buffer[..<count]
                }
            }
        }
        return (texts, false)
    }
}

/// Neither end is inherited by programs that are started meanwhile.
private final class Pipe {
    private(set) var reading: Int32 = -1
    private(set) var writing: Int32 = -1

    init() throws(SystemError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw SystemError("pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (reading, writing) = (ends[0], ends[1])
    }

    func closeWriting() {
        if writing >= 0 { close(writing) }
        writing = -1
    }

    func closeAll() {
        closeWriting()
        if reading >= 0 { close(reading) }
        reading = -1
    }
}
