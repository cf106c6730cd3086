import System

/// A site's files as the desk reads and writes them: every part of a path is opened beneath the one before, and a link
/// in any of them is refused.
public struct SiteFolder: Sendable {
    public let root: String

    public init(root: String) { self.root = root }
}

/// Why a file was not read or written.
public enum SiteFailure: Error, Equatable {
    /// No such file.
    case gone
    /// A link, a folder or a pipe where a file should be, or a link on the way.
    case notPlain(String)
    /// The disk has others bytes than was believed.
    case changed(String)
    case disk(errno: Int32)

    public var isDiskFull: Bool {
        if case .disk(let number) = self { SystemError(path: "", number: number).isDiskFull } else { false }
    }
}

extension SiteFailure {
    init(_ error: SystemError) { self = .disk(errno: error.number) }

    /// Makes a step, and says what the system refused in it.
    static func of<Answer>(_ step: () throws(SystemError) -> Answer) throws(SiteFailure) -> Answer {
        do throws(SystemError) { return try step() } catch { throw SiteFailure(error) }
    }
}

/// An open folder, closed with its last user.
final class OpenFolder {
    let descriptor: Int32

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    /// A folder by its path, links followed.
    init(_ path: String) throws(SiteFailure) {
        descriptor = try SiteFailure.of { () throws(SystemError) in try Beneath.openFolder(path) }
    }

    deinit { Descriptor.close(descriptor) }
}

extension SiteFolder {
    /// The folder that a file lies in. `makes`: folders that are missing are made.
    func parent(of path: SitePath, makes: Bool = false) throws(SiteFailure) -> OpenFolder {
        var folder = try OpenFolder(root)
        for part in path.parts.dropLast() {
            do throws(SystemError) {
                folder = OpenFolder(try SiteFolder.open(part, in: folder.descriptor, makes: makes))
            } catch {
                if error.isMissing { throw .gone }
                throw error.isLink || error.isNoFolder ? .notPlain(path.description) : SiteFailure(error)
            }
        }
        return folder
    }

    private static func open(_ part: String, in folder: Int32, makes: Bool) throws(SystemError) -> Int32 {
        do throws(SystemError) {
            return try Beneath.openFolder(part, in: folder)
        } catch {
            guard error.isMissing, makes else { throw error }
        }
        do throws(SystemError) {
            try Beneath.makeFolder(part, in: folder, mode: 0o777)
        } catch {
            guard error.isOccupied else { throw error }
        }
        Descriptor.flush(folder)
        return try Beneath.openFolder(part, in: folder)
    }

    /// In bytes; 0 where there is no file.
    public func size(of path: SitePath) -> Int {
        (try? FileStatus(root + "/" + path.description, links: .themselves))?.size ?? 0
    }

    /// A whole file; nil where there is none.
    public func read(_ path: SitePath) throws(SiteFailure) -> [UInt8]? {
        do throws(SiteFailure) {
            let folder = try parent(of: path)
            return try SiteFolder.read(path.parts[path.parts.count - 1], in: folder, path.description)?.bytes
        } catch .gone {
            return nil
        }
    }

    static func read(
        _ name: String, in folder: OpenFolder, _ path: String
    ) throws(SiteFailure) -> (bytes: [UInt8], mode: UInt32)? {
        let descriptor: Int32
        do throws(SystemError) {
            descriptor = try Beneath.openForReading(name, in: folder.descriptor)
        } catch {
            if error.isMissing { return nil }
            throw error.isLink ? .notPlain(path) : SiteFailure(error)
        }
        defer { Descriptor.close(descriptor) }
        let status = try SiteFailure.of { () throws(SystemError) in try Descriptor.status(of: descriptor) }
        guard status.kind == .file else { throw .notPlain(path) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(status.size + 1)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let read = buffer.withUnsafeMutableBytes { part in
                Result { () throws(SystemError) in try Descriptor.read(descriptor, into: part) }
            }
            let count = try SiteFailure.of { () throws(SystemError) in try read.get() }
            bytes += buffer[..<count]
            if count < buffer.count { return (bytes, status.mode) }
        }
    }

    /// A new file with these bytes, on the disk when this returns.
    static func write(
        _ bytes: [UInt8], as name: String, in folder: OpenFolder, mode: UInt32?
    ) throws(SiteFailure) {
        let descriptor = try SiteFailure.of { () throws(SystemError) in
            try Beneath.create(name, in: folder.descriptor, mode: mode == nil ? 0o666 : 0o600)
        }
        defer { Descriptor.close(descriptor) }
        do throws(SystemError) {
            try bytes.withUnsafeBufferPointer { bytes throws(SystemError) in
                try Descriptor.writeAll(UnsafeRawBufferPointer(bytes), to: descriptor)
            }
            if let mode { try Descriptor.give(mode, to: descriptor) }
            try Descriptor.flushFile(descriptor)
        } catch {
            try? Beneath.remove(name, in: folder.descriptor)
            throw SiteFailure(error)
        }
    }
}
