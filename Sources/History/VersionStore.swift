import System

/// The history of a site's texts, in `.klubba/historik/` beside content/: a line a version, and each text once, named by
/// its SHA-256. Only the user may look into it, and git passes it over.
public struct VersionStore: Sendable {
    public let site: SiteFolder

    public init(root: String) { site = SiteFolder(root: root) }

    var folder: String { site.root + "/.klubba" }
    var log: String { folder + "/historik/versioner.jsonl" }
    var texts: String { folder + "/historik/texter" }
    var journal: String { folder + "/historik/pagar.json" }
    /// What pages were given, beside what versions hold.
    var shown: String { folder + "/visade" }
}

extension VersionStore {
    func prepare() throws(SiteFailure) { try prepare([folder, folder + "/historik", texts]) }

    private func prepare(_ folders: [String]) throws(SiteFailure) {
        for path in folders {
            let kind = try SiteFailure.of { () throws(SystemError) in
                try Folder.make(path, mode: 0o700)
                return try FileStatus(path, links: .themselves).kind
            }
            // A link in its place would take the history somewhere else.
            guard kind == .folder else { throw .notPlain(path) }
        }
        try? FileBytes.setMode(0o700, of: folder)
        if !FileBytes.may(.find, folder + "/.gitignore") { try put(Array("*\n".utf8), at: folder + "/.gitignore") }
    }

    /// All versions, the oldest first.
    public var versions: [Version] {
        // A line that a crash cut short is none.
        (contents(of: log) ?? []).split(separator: 0x0A).compactMap { line in
            JSONValue(Array(line)).flatMap { Version($0) }
        }
    }

    public func versions(of path: String) -> [Version] {
        versions.filter { $0.files.contains { $0.path == path } }
    }

    /// The bytes that a hash stands for; nil where they have been cleared out.
    public func bytes(_ hash: String) -> [UInt8]? {
        guard hash.utf8.count == 64, hash.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return nil }
        return contents(of: texts + "/" + hash) ?? contents(of: shown + "/" + hash)
    }

    /// Keeps bytes under their hash, on the disk when this returns.
    @discardableResult
    func keep(_ bytes: [UInt8]) throws(SiteFailure) -> String {
        let hash = SHA256Sum.text(of: bytes)
        let path = texts + "/" + hash
        if (try? FileStatus(path, links: .themselves))?.size != bytes.count { try put(bytes, at: path) }
        return hash
    }

    /// Keeps what somebody was shown, so that a change made from it can be told from one made outside though the desk
    /// has been started anew. It is no version, and goes after thirty days.
    public func remember(_ bytes: [UInt8], hash: String) throws(SiteFailure) {
        if [texts, shown].contains(where: { FileBytes.may(.find, $0 + "/" + hash) }) { return }
        try prepare([folder, shown])
        try SiteFailure.of { () throws(SystemError) in try FileBytes.replace(shown + "/" + hash, with: bytes) }
    }

    /// One process at a time writes, waiting for its turn: two desks may be open on a site.
    func alone<Answer>(_ work: () throws(SiteFailure) -> Answer) throws(SiteFailure) -> Answer {
        try prepare()
        let lock = try lock()
        defer { withExtendedLifetime(lock) {} }
        return try work()
    }

    /// Nil where the file system has no locks.
    private func lock() throws(SiteFailure) -> FolderLock? {
        for _ in 0..<1000 {
            do throws(SystemError) {
                return try FolderLock(folder + "/historik")
            } catch {
                guard error.number == SystemError.Number.again else { return nil }
                Machine.pause(milliseconds: 10)
            }
        }
        throw .disk(errno: SystemError.Number.again)
    }

    /// Notes what was changed by another program.
    public func note(
        outside path: SitePath, before: [UInt8]?, after: [UInt8]?, label: String, time: Int
    ) throws(SiteFailure) {
        try alone { () throws(SiteFailure) in
            let file = Version.File(
                path: path.description, before: try before.map { bytes throws(SiteFailure) in try keep(bytes) },
                after: try after.map { bytes throws(SiteFailure) in try keep(bytes) })
            // Another desk on the site may have seen it first, or written it.
            if versions(of: path.description).last?.files.contains(file) ?? false { return }
            try append(Version(id: nextID, time: time, label: label, files: [file]))
        }
    }

    var nextID: Int { (last?.id ?? 0) + 1 }

    /// The newest version. A save does not read the whole log.
    private var last: Version? {
        guard let file = try? OpenFile(reading: log, links: .themselves), let size = try? file.status.size else {
            return nil
        }
        let start = max(0, size - (64 << 10))
        let bytes = file.bytes(from: start, count: size - start)
        guard bytes.count == size - start else { return versions.last }
        for line in bytes.split(separator: 0x0A).reversed() {
            if let version = JSONValue(Array(line)).flatMap({ Version($0) }) { return version }
        }
        return start > 0 ? versions.last : nil
    }

    func append(_ version: Version) throws(SiteFailure) {
        let line = Array(version.json.text.utf8) + [0x0A]
        // A line feed in front closes a line that a crash cut short.
        let all = (endsWithLineFeed ? [] : [0x0A]) + line
        try SiteFailure.of { () throws(SystemError) in
            let file = try OpenFile(writing: log, .atEnd, mode: 0o600)
            try file.write(all)
            try file.flush()
        }
    }

    /// True for a log that is not there, and for an empty one.
    private var endsWithLineFeed: Bool {
        guard let file = try? OpenFile(reading: log, links: .themselves), let size = try? file.status.size, size > 0
        else { return true }
        return file.bytes(from: size - 1, count: 1) == [0x0A]
    }

    func contents(of path: String) -> [UInt8]? {
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        guard let folder = try? OpenFolder(String(path.dropLast(name.count + 1))) else { return nil }
        return (try? SiteFolder.read(name, in: folder, path))?.bytes
    }

    /// A whole file or none.
    func put(_ bytes: [UInt8], at path: String) throws(SiteFailure) {
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        let folder = try OpenFolder(String(path.dropLast(name.count + 1)))
        let temporary = ".ny-\(Machine.process)-\(UInt32.random(in: 0 ... .max))"
        try SiteFolder.write(bytes, as: temporary, in: folder, mode: 0o600)
        do throws(SystemError) {
            try Beneath.rename(temporary, in: folder.descriptor, to: name, in: folder.descriptor)
        } catch {
            try? Beneath.remove(temporary, in: folder.descriptor)
            throw SiteFailure(error)
        }
        Descriptor.flush(folder.descriptor)
    }
}

// What is kept for how long

extension VersionStore {
    /// All of thirty days, then the last of each day, for as many days as the site says.
    public func prune(days: Int, now: Int) throws(SiteFailure) {
        let day = 86_400
        for name in (try? Folder.names(in: shown)) ?? [] {
            let status = try? FileStatus(shown + "/" + name, links: .themselves)
            if let status, now - status.modified / 1_000_000_000 > 30 * day { FileBytes.remove(shown + "/" + name) }
        }
        guard FileBytes.may(.find, log) else { return }
        try alone { () throws(SiteFailure) in try thin(days: days, now: now) }
    }

    private func thin(days: Int, now: Int) throws(SiteFailure) {
        let all = versions
        guard !all.isEmpty else { return }
        let day = 86_400
        var lastOfDay: [String: Int] = [:]
        for version in all {
            for file in version.files { lastOfDay["\(file.path) \(version.time / day)"] = version.id }
        }
        let kept = all.filter { version in
            let age = (now - version.time) / day
            guard age <= days else { return false }
            return age <= 30
                || version.files.contains { lastOfDay["\($0.path) \(version.time / day)"] == version.id }
        }
        if kept.count < all.count { try keepOnly(kept) }
    }

    /// Empties the history: what became secret must be possible to remove.
    public func clear() throws(SiteFailure) {
        try alone { () throws(SiteFailure) in try keepOnly([]) }
        Folder.removeTree(shown)
    }

    private func keepOnly(_ kept: [Version]) throws(SiteFailure) {
        let lines: [UInt8] = kept.flatMap { version in Array(version.json.text.utf8) + [0x0A] }
        try put(lines, at: log)
        let used = Set(kept.flatMap(\.files).flatMap { file in [file.before, file.after].compactMap(\.self) })
        for name in (try? Folder.names(in: texts)) ?? [] where !used.contains(name) {
            FileBytes.remove(texts + "/" + name)
        }
    }
}
