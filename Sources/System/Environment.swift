import Glibc

/// What the process was told when it was started. It is read and never changed: other threads read it too.
package enum Environment {
    /// Nil for a variable that is missing, and for one that is empty.
    package static func text(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    package static func number(_ name: String) -> Int? { text(name).flatMap { Int($0) } }

    /// Where programs keep what they can do without (XDG Base Directory Specification); nil without a home.
    package static var cache: String? {
        let folder = { (name: String) in text(name).flatMap { $0.hasPrefix("/") ? $0 : nil } }
        return folder("XDG_CACHE_HOME") ?? folder("HOME").map { $0 + "/.cache" }
    }
}
