#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the process was told when it was started. It is read and never changed: other threads read it too.
package enum Environment {
    /// As it was set, be it to nothing; nil for a variable that is missing.
    package static subscript(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// Nil for a variable that is missing, and for one that is empty.
    package static func text(_ name: String) -> String? { self[name].flatMap { $0.isEmpty ? nil : $0 } }

    package static func number(_ name: String) -> Int? { text(name).flatMap { Int($0) } }

    /// Each as `NAME=value`.
    static var all: [String] {
        var place: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        #if canImport(Darwin)
            place = _NSGetEnviron().pointee
        #else
            place = environ
        #endif
        var all: [String] = []
        while let entry = place?.pointee {
            all.append(String(cString: entry))
            place = place?.advanced(by: 1)
        }
        return all
    }

    /// Where programs keep what they can do without (XDG Base Directory Specification); nil without a home.
    package static var cache: String? {
        let folder = { (name: String) in text(name).flatMap { $0.hasPrefix("/") ? $0 : nil } }
        return folder("XDG_CACHE_HOME") ?? folder("HOME").map { $0 + "/.cache" }
    }
}
