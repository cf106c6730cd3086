#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The system's own news of what changes in folders: inotify(7) on Linux. Other systems have none here (`ENOSYS`), and who
/// wants to know looks for itself.
package struct ChangeNews: Sendable {
    /// Can be read from when there is news.
    package let descriptor: Int32

    /// What is asked of the kernel. A test lets it fail.
    package struct Calls: Sendable {
        package var begin: @Sendable () -> Int32
        package var watch: @Sendable (_ descriptor: Int32, _ folder: String, _ events: UInt32) -> Int32
    }

    private let calls: Calls

    /// One thing that happened in a watched folder.
    package struct Event: Sendable {
        /// The folder, by the number that `watch` gave.
        package let folder: Int32
        /// Of what it happened to; empty for the folder itself.
        package let name: String
        package let kinds: Kinds
    }

    package struct Kinds: OptionSet, Sendable {
        package let rawValue: Int

        package init(rawValue: Int) { self.rawValue = rawValue }

        /// It came: new, or moved in.
        package static let came = Kinds(rawValue: 1)
        /// It went: removed, or moved away.
        package static let went = Kinds(rawValue: 2)
        package static let attributes = Kinds(rawValue: 4)
        /// The watched folder itself went.
        package static let folderWent = Kinds(rawValue: 8)
        /// It is a folder.
        package static let isFolder = Kinds(rawValue: 16)
        /// More happened than the kernel could keep: something is lost.
        package static let overflow = Kinds(rawValue: 32)
        /// The folder is no longer watched.
        package static let ignored = Kinds(rawValue: 64)
    }
}

#if canImport(Darwin)
    extension ChangeNews.Calls {
        package init() { (begin, watch) = ({ -1 }, { _, _, _ in -1 }) }
    }

    extension ChangeNews {
        package init(_ calls: Calls = Calls()) throws(SystemError) { throw SystemError(path: "", number: ENOSYS) }

        package func watch(_ folder: String, followingLinks: Bool) throws(SystemError) -> Int32 {
            throw SystemError(path: folder, number: ENOSYS)
        }

        package func forget(_ folder: Int32) {}

        package func next() -> [Event]? { nil }

        package func end() {}
    }
#else
    extension ChangeNews.Calls {
        package init() {
            begin = { inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC)) }
            watch = { inotify_add_watch($0, $1, $2) }
        }
    }

    extension ChangeNews {
        package init(_ calls: Calls = Calls()) throws(SystemError) {
            self.calls = calls
            let opened = calls.begin()
            guard opened >= 0 else { throw SystemError("inotify") }
            descriptor = opened
        }

        /// - Returns: the folder's number in the events.
        package func watch(_ folder: String, followingLinks: Bool) throws(SystemError) -> Int32 {
            let number = calls.watch(
                descriptor, folder, Self.wanted | (followingLinks ? 0 : UInt32(IN_DONT_FOLLOW)))
            if number < 0 { throw SystemError(folder) }
            return number
        }

        package func forget(_ folder: Int32) { inotify_rm_watch(descriptor, folder) }

        /// What has happened since last asked, at most a buffer of it; nil where there is nothing more.
        package func next() -> [Event]? {
            var buffer = [UInt8](repeating: 0, count: 64 << 10)
            var count = read(descriptor, &buffer, buffer.count)
            while count < 0 && errno == EINTR { count = read(descriptor, &buffer, buffer.count) }
            return count > 0 ? Self.events(in: buffer[..<count]) : nil
        }

        /// Gives the kernel back what it holds.
        package func end() { Descriptor.close(descriptor) }

        private static let wanted: UInt32 = {
            let events = [
                IN_CLOSE_WRITE, IN_CREATE, IN_DELETE, IN_MOVED_FROM, IN_MOVED_TO, IN_ATTRIB, IN_DELETE_SELF,
                IN_MOVE_SELF, IN_ONLYDIR,
            ]
            return events.reduce(0) { $0 | UInt32($1) }
        }()

        private static let meanings: [(flags: [Int32], kind: Kinds)] = [
            ([Int32(IN_CREATE), Int32(IN_MOVED_TO)], .came), ([Int32(IN_DELETE), Int32(IN_MOVED_FROM)], .went),
            ([Int32(IN_ATTRIB)], .attributes), ([Int32(IN_DELETE_SELF), Int32(IN_MOVE_SELF)], .folderWent),
            ([Int32(IN_ISDIR)], .isFolder), ([Int32(IN_Q_OVERFLOW)], .overflow), ([Int32(IN_IGNORED)], .ignored),
        ]

        private static func kinds(_ mask: UInt32) -> Kinds {
            var kinds: Kinds = []
            for (flags, kind) in meanings where flags.contains(where: { mask & UInt32($0) != 0 }) { kinds.insert(kind) }
            return kinds
        }

        private static func events(in bytes: ArraySlice<UInt8>) -> [Event] {
            bytes.withUnsafeBytes { raw in
                var events: [Event] = []
                var offset = 0
                let size = MemoryLayout<inotify_event>.size
                while offset + size <= raw.count {
                    let event = raw.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
                    let name = raw[(offset + size)...].prefix(Int(event.len)).prefix { $0 != 0 }
                    events.append(
                        Event(folder: event.wd, name: String(decoding: name, as: UTF8.self), kinds: kinds(event.mask)))
                    offset += size + Int(event.len)
                }
                return events
            }
        }
    }
#endif
