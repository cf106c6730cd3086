#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The machine's clocks. What day it is in a site is for the site's own clock to say.
package enum Clocks {
    /// Seconds since 1970 in universal time.
    package static var seconds: Int { Int(time(nil)) }

    /// Nanoseconds since 1970 in universal time, as files' times have it.
    package static var nanoseconds: Int {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Int(now.tv_sec) * 1_000_000_000 + Int(now.tv_nsec)
    }

    /// Milliseconds since the machine started. No day, no hour: it only says how long something has taken.
    package static var sinceStart: Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Int(now.tv_sec) * 1000 + Int(now.tv_nsec) / 1_000_000
    }
}
