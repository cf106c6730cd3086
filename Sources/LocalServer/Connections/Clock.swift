import System

/// Milliseconds since the machine started. No day, no hour: it only says how long something has taken.
package enum Clock {
    package static var now: Int { Clocks.sinceStart }
}
