import Glibc

/// Milliseconds since the machine started. No day, no hour: it only says how long something has taken.
package enum Clock {
    package static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
