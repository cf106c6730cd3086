import Glibc

/// What the system calls a failure.
enum SystemWord {
    static func of(_ number: Int32) -> String { String(cString: strerror(number)) }
}
