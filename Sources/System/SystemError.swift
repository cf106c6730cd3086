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
    /// Why, in words for a person.
    public var reason: SystemReason { SystemReason(number) }

    /// There is nothing by that name.
    package var isMissing: Bool { number == ENOENT }

    /// Something is there already, or in it.
    package var isOccupied: Bool { number == EEXIST || number == ENOTEMPTY }

    /// The disk, or what this user may use of it.
    package var isDiskFull: Bool { number == ENOSPC || number == EDQUOT }

    /// Permissions, or a disk for reading only.
    package var isForbidden: Bool { number == EACCES || number == EPERM || number == EROFS }

    /// A part of the way is no folder.
    package var isNoFolder: Bool { number == ENOTDIR }

    /// A link where none is followed.
    package var isLink: Bool { number == ELOOP }

    /// Somebody else has the lock.
    package var isHeld: Bool { number == EWOULDBLOCK }

    /// The two names lie on two disks.
    package var isAcrossDisks: Bool { number == EXDEV }

    /// A file that can have no more names here, or a disk that has none but the first.
    package var isWithoutLinks: Bool {
        [EPERM, EACCES, EMLINK, EOPNOTSUPP, ENOSYS].contains(number)
    }

    /// The system can't let names change places here, or not those.
    package var isWithoutExchange: Bool {
        [EXDEV, EINVAL, ENOSYS, EBUSY, EOPNOTSUPP, ENAMETOOLONG, EMLINK].contains(number)
    }

    /// A folder that stays since something is in it or mounted there; or there is none.
    package var isNoEmptyFolder: Bool { [ENOTEMPTY, EEXIST, ENOENT, ENOTDIR, EBUSY].contains(number) }

    /// What stands there cannot be opened for reading: not allowed, a link, a device without a driver.
    package var isClosed: Bool { [EACCES, EPERM, ELOOP, ENXIO].contains(number) }
}

extension SystemError {
    /// The system's numbers, for who has to say of something what the system would.
    package enum Number {
        package static var missing: Int32 { ENOENT }
        package static var denied: Int32 { EACCES }
        package static var exists: Int32 { EEXIST }
        package static var isFolder: Int32 { EISDIR }
        package static var invalid: Int32 { EINVAL }
        package static var tooLarge: Int32 { EFBIG }
        package static var full: Int32 { ENOSPC }
        package static var inputOutput: Int32 { EIO }
        package static var again: Int32 { EAGAIN }
        package static var stale: Int32 { ESTALE }
    }
}
