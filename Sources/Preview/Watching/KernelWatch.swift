import Glibc

/// Linux's own news of changed files: inotify(7). Each folder is watched by itself, so folders are followed as they
/// come, go and move.
struct KernelWatch: SiteWatch {
    let descriptor: Int32?
    private let root: String
    private let calls: Calls
    /// By the kernel's number: the folder's path below the root.
    private var folders: [Int32: String] = [:]

    /// What is asked of the kernel. A test lets it fail.
    struct Calls: Sendable {
        var begin: @Sendable () -> Int32 = { inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC)) }
        var watch: @Sendable (_ descriptor: Int32, _ folder: String, _ events: UInt32) -> Int32 = {
            inotify_add_watch($0, $1, $2)
        }
    }

    /// Throws the system's reason: no inotify, or more folders than the user may watch.
    init(root: String, calls: Calls = Calls()) throws(WatchFailure) {
        (self.root, self.calls) = (root, calls)
        let opened = calls.begin()
        guard opened >= 0 else { throw WatchFailure(errno: errno) }
        descriptor = opened
        do throws(WatchFailure) {
            try watch(WatchedPath.root)
            guard !folders.isEmpty else { throw WatchFailure(errno: ENOENT) }
        } catch {
            close(opened)
            throw error
        }
    }
}

/// Why the system tells of no changes.
struct WatchFailure: Error, Equatable {
    let errno: Int32
}

extension KernelWatch {
    mutating func hasChanged() -> Bool? {
        guard let descriptor else { return nil }
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        var hasChanged = false
        // A storm of changes must not keep the server from its pages: the rest is read in the next turn.
        for _ in 0..<32 {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { break }
            do throws(WatchFailure) {
                for event in Self.events(in: buffer[..<count]) where try isChange(event) { hasChanged = true }
            } catch {
                return nil
            }
        }
        return hasChanged
    }

    /// Gives the kernel back what it holds.
    func end() {
        if let descriptor { close(descriptor) }
    }
}

extension KernelWatch {
    private struct Event {
        let folder: Int32
        let mask: UInt32
        let name: String

        func says(_ flags: Int32...) -> Bool { flags.contains { mask & UInt32($0) != 0 } }
    }

    private static let wanted: UInt32 = {
        let events = [
            IN_CLOSE_WRITE, IN_CREATE, IN_DELETE, IN_MOVED_FROM, IN_MOVED_TO, IN_ATTRIB, IN_DELETE_SELF, IN_MOVE_SELF,
            IN_ONLYDIR,
        ]
        return events.reduce(0) { $0 | UInt32($1) }
    }()

    private static func events(in bytes: ArraySlice<UInt8>) -> [Event] {
        bytes.withUnsafeBytes { raw in
            var events: [Event] = []
            var offset = 0
            let size = MemoryLayout<inotify_event>.size
            while offset + size <= raw.count {
                let event = raw.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
                let name = raw[(offset + size)...].prefix(Int(event.len)).prefix { $0 != 0 }
                events.append(Event(folder: event.wd, mask: event.mask, name: String(decoding: name, as: UTF8.self)))
                offset += size + Int(event.len)
            }
            return events
        }
    }

    /// Takes an event in: whether the site may have changed by it.
    private mutating func isChange(_ event: Event) throws(WatchFailure) -> Bool {
        if event.says(IN_Q_OVERFLOW) {
            // Something was lost, and it may have been a new folder.
            forget(WatchedPath.root)
            try watch(WatchedPath.root)
            guard !folders.isEmpty else { throw WatchFailure(errno: ENOENT) }
            return true
        }
        guard let folder = folders[event.folder] else { return false }
        if event.says(IN_IGNORED) {
            folders[event.folder] = nil
            return false
        }
        if event.says(IN_DELETE_SELF, IN_MOVE_SELF) {
            // Of any other folder, the one above it tells too.
            if folder == WatchedPath.root { throw WatchFailure(errno: ENOENT) }
            return false
        }
        guard WatchedPath.matters(event.name, in: folder) else { return false }
        let path = WatchedPath.join(folder, event.name)
        // At the root a link may stand for a folder.
        if event.says(IN_ISDIR) || folder == WatchedPath.root {
            if event.says(IN_MOVED_FROM, IN_DELETE) { forget(path) }
            if event.says(IN_CREATE, IN_MOVED_TO, IN_ATTRIB) { try watch(path) }
        }
        return true
    }

    /// Watches a folder and those in it. First the folder, then what it holds: what comes in between is told of.
    private mutating func watch(_ folder: String) throws(WatchFailure) {
        var waiting = [folder]
        while let next = waiting.popLast() {
            let isTop = !next.contains("/")
            let number = calls.watch(
                descriptor ?? -1, root + "/" + next, Self.wanted | (isTop ? 0 : UInt32(IN_DONT_FOLLOW)))
            if number < 0 {
                // Gone again, or no folder at all, is nothing to worry about; having no more watches is.
                if [ENOENT, ENOTDIR, ELOOP, EACCES].contains(errno) { continue }
                throw WatchFailure(errno: errno)
            }
            folders[number] = next
            for entry in FolderListing.entries(of: next, in: root) where entry.isFolder {
                waiting.append(WatchedPath.join(next, entry.name))
            }
        }
    }

    private mutating func forget(_ folder: String) {
        for (number, path) in folders where folder == WatchedPath.root || WatchedPath.isInside(path, folder) {
            if let descriptor { inotify_rm_watch(descriptor, number) }
            folders[number] = nil
        }
    }
}
