#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The machine and the process.
package enum Machine {
    /// How many cores there are to work on, at least one.
    package static let cores = max(1, Int(sysconf(CInt(_SC_NPROCESSORS_ONLN))))

    /// This process's number.
    package static var process: Int32 { getpid() }

    /// Whether a process of this user's is there.
    package static func isRunning(_ process: Int32) -> Bool { kill(process, 0) == 0 }

    /// Ends the process, with nothing more done than what was.
    package static func end(_ status: Int32) -> Never { exit(status) }

    /// Ctrl-C and a polite request to end are how a server ends, and nothing to complain of.
    package static func endQuietlyWhenAsked() {
        for number in [SIGINT, SIGTERM] { signal(number) { _ in _exit(0) } }
    }

    /// Waits until all that was written is on the disks.
    package static func synchronize() { sync() }

    /// Does nothing for a while, with the whole thread.
    package static func pause(milliseconds: Int) { usleep(useconds_t(milliseconds * 1000)) }

    /// What the machine is called.
    package static var host: String {
        var name = [CChar](repeating: 0, count: 256)
        gethostname(&name, name.count - 1)
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Who runs the process, by name where the environment has one, else by number.
    package static var user: String { Environment["USER"] ?? "\(getuid())" }
}
