#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the system refused, and its own number for why: neither is ever made up.
public struct SystemError: Error, Hashable, Sendable {
    /// What the call was about: a file, a folder, a program.
    public let path: String
    /// The system's `errno`.
    public let number: Int32

    public init(path: String, number: Int32) { (self.path, self.number) = (path, number) }

    /// The refusal that the system has just told of. To be made before any other call.
    package init(_ path: String) { self.init(path: path, number: errno) }
}

extension SystemError {
    /// The system's own words, untranslated: `No space left on device`.
    public var reason: String { SystemError.reason(number) }

    public static func reason(_ number: Int32) -> String { String(cString: strerror(number)) }

    /// There is nothing by that name.
    package var isMissing: Bool { number == ENOENT }

    /// Something is there already, or in it.
    package var isOccupied: Bool { number == EEXIST || number == ENOTEMPTY }
}
