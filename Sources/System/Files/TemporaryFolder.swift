#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A folder that only this user may look into, removed with all that is in it.
public final class TemporaryFolder: Sendable {
    public let path: String

    /// - Parameter name: what its own name begins with, for a person who finds it.
    public init(_ name: String = "klubba") throws(SystemError) {
        let base = Environment["TMPDIR"] ?? "/tmp"
        path = try Folder.makeUnique(in: base, prefix: name + "-")
    }

    deinit { Folder.removeTree(path) }
}

extension TemporaryFolder {
    public func write(_ bytes: [UInt8], to name: String) throws(SystemError) {
        try Folder.makeFolders(above: name, in: path, mode: 0o700)
        try FileBytes.write(bytes, to: "\(path)/\(name)", mode: 0o600)
    }

    package func link(_ name: String, to target: String) throws(SystemError) {
        try Folder.makeFolders(above: name, in: path, mode: 0o700)
        let place = "\(path)/\(name)"
        if symlink(target, place) != 0 { throw SystemError(place) }
    }
}
