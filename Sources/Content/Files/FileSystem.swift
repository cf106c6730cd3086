import System

/// The few things that reading a site asks of a disk. A test replaces one of them; nothing else in the room opens a file.
public struct FileSystem: Sendable {
    /// The entries of a folder, hidden ones included, in no order. Throws `FileFailure`.
    public var list: @Sendable (_ folder: String) throws(FileFailure) -> [Entry]
    /// What stands at a path, links followed.
    public var status: @Sendable (_ path: String) throws(FileFailure) -> Status
    /// A whole regular file, of at most `limit` bytes. Never waits on a pipe.
    public var read: @Sendable (_ path: String, _ limit: Int) throws(FileFailure) -> [UInt8] {
        didSet { isReplaced = true }
    }
    /// The path with all links resolved; nil when it leads nowhere.
    public var resolve: @Sendable (_ path: String) -> String?
    /// Where a symbolic link points, as written.
    public var linkTarget: @Sendable (_ path: String) -> String?
    /// Tells whether a file has changed; nil for one that is not there.
    public var stamp: @Sendable (_ path: String) -> FileStamp? = { FileStamp($0) }
    /// A test reads files its own way.
    private var isReplaced = false

    public struct Entry: Sendable {
        /// Raw bytes of the name; a name need not be text.
        public let name: [UInt8]
        /// Nil where the file system does not tell.
        public let kind: Kind?
    }

    public enum Kind: Sendable {
        case file, folder, link, pipe, socket, device
    }

    public struct Status: Sendable {
        public let kind: Kind
        /// Bytes.
        public let size: Int
        /// Which file it is on the machine, under how many names, and whose.
        var identity = Identity(device: 0, number: 0)
        var names = 1
        var owner: UInt32 = 0
    }

    struct Identity: Hashable, Sendable {
        let device: UInt
        let number: UInt
    }
}

extension FileSystem {
    /// The same, where no link leads to a file of a folder: those that were there when the folder was walked through are
    /// resolved by then, and one that is put there meanwhile leads nowhere (FORMAT §8).
    func guarding(_ folder: String) -> FileSystem {
        guard !isReplaced else { return self }
        var own = self
        let prefix = folder + "/"
        own.read = { path, limit throws(FileFailure) in
            try FileSystem.read(path, limit, links: path.hasPrefix(prefix) ? .refused : .followed)
        }
        return own
    }

    private static func read(
        _ path: String, _ limit: Int, links: FileStatus.Links
    ) throws(FileFailure) -> [UInt8] {
        do throws(FileRefusal) {
            return try FileBytes.read(path, limit: limit, links: links)
        } catch {
            switch error {
            case .system(let refused): throw .system(errno: refused.number)
            case .notAFile(let kind): throw .notAFile(Kind(kind))
            case .tooLarge(let size): throw .tooLarge(size)
            }
        }
    }
}

/// Why a file could not be read.
public enum FileFailure: Error {
    case system(errno: Int32)
    case notAFile(FileSystem.Kind)
    /// It has this many bytes.
    case tooLarge(Int)
}

extension FileFailure {
    /// In words for a person.
    public var reason: SystemReason {
        switch self {
        case .system(let number): SystemReason(number)
        case .notAFile: SystemReason(swedish: "är ingen fil", english: "is no file")
        case .tooLarge: SystemReason(SystemError.Number.tooLarge)
        }
    }
}

extension FileSystem {
    /// The machine's own.
    public static let disk = FileSystem(
        list: { folder throws(FileFailure) in
            do throws(SystemError) {
                return try Folder.entries(of: folder).map { Entry(name: $0.name, kind: $0.kind.map { Kind($0) }) }
            } catch {
                throw .system(errno: error.number)
            }
        },
        status: { path throws(FileFailure) in
            do throws(SystemError) {
                let status = try FileStatus(path)
                return Status(
                    kind: Kind(status.kind), size: status.size,
                    identity: Identity(device: status.device, number: status.number), names: status.names,
                    owner: status.owner)
            } catch {
                throw .system(errno: error.number)
            }
        },
        read: { path, limit throws(FileFailure) in try read(path, limit, links: .followed) },
        resolve: { Path.absolute($0) }, linkTarget: { Path.target(ofLink: $0) })
}

extension FileSystem.Kind {
    fileprivate init(_ kind: FileStatus.Kind) {
        self =
            switch kind {
            case .file: .file
            case .folder: .folder
            case .link: .link
            case .pipe: .pipe
            case .socket: .socket
            case .device: .device
            }
    }
}
