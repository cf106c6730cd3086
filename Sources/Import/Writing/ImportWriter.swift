import Content
import Glibc

/// Writes a plan's files: each whole or not at all, never over another file unless asked to, never outside content/.
public struct ImportWriter: Sendable {
    /// content/, absolute.
    let root: String
    let overwrites: Bool
    let isRehearsal: Bool
    let cutter: PageCutter?
    /// What was changed in an exported file takes the place of its text.
    let updates: Bool

    public init(
        root: String, overwrites: Bool, isRehearsal: Bool, cutter: String? = nil, updates: Bool = false
    ) {
        (self.root, self.overwrites, self.isRehearsal, self.updates) = (root, overwrites, isRehearsal, updates)
        self.cutter = cutter.map(PageCutter.init)
    }

    public enum Result: Hashable, Sendable {
        case written
        case overwritten
        case unchanged
        /// Another text stands there.
        case exists
        /// The folder is a link that leads out of content/.
        case outside
        case failed(errno: Int32)
    }
}

extension ImportWriter {
    public func write(_ file: PlannedImport) -> Result {
        let path = root + "/" + file.path
        let bytes: [UInt8]
        switch file.content {
        case .text(let text): bytes = Array(text.utf8)
        case .bytes(let own): bytes = own
        case .pages(let source, let range):
            guard let cut = cutter?.cut(source, range) else { return .failed(errno: EIO) }
            bytes = cut
        case .copy(let source):
            do throws(FileFailure) {
                bytes = try FileSystem.disk.read(source, ImportWriter.copyLimit)
            } catch {
                if case .system(let number) = error { return .failed(errno: number) }
                return .failed(errno: EFBIG)
            }
        }
        switch standing(file.path, bytes) {
        case .unchanged: return .unchanged
        case .outside: return .outside
        case .other where file.isFallback: return .unchanged
        case .other where !overwrites && !(file.isUpdate && updates): return .exists
        case .other: return isRehearsal ? .overwritten : replace(path, bytes) ?? .overwritten
        case .nothing: return isRehearsal ? .written : create(path, bytes) ?? .written
        }
    }

    static let copyLimit = 256 << 20

    private enum Standing {
        case nothing, unchanged, other, outside
    }

    private func standing(_ relative: String, _ bytes: [UInt8]) -> Standing {
        let path = root + "/" + relative
        var status = stat()
        guard isInside(relative) else { return .outside }
        guard lstat(path, &status) == 0 else { return .nothing }
        guard status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) == bytes.count,
            let old = try? FileSystem.disk.read(path, ImportWriter.copyLimit)
        else { return .other }
        return old == bytes ? .unchanged : .other
    }

    /// The part of the path that exists leads, links followed, to a place in content/ or beside it in the site.
    private func isInside(_ relative: String) -> Bool {
        let parts = relative.split(separator: "/")
        if parts.first == ".." { return parts.count == 2 }
        guard let base = FileSystem.disk.resolve(root) else { return true }
        var folder = root
        for part in parts.dropLast() {
            folder += "/" + part
            guard let resolved = FileSystem.disk.resolve(folder) else { return true }
            guard resolved.hasPrefix(base + "/") else { return false }
        }
        return true
    }

    /// Nil when it went well.
    private func create(_ path: String, _ bytes: [UInt8]) -> Result? {
        guard let temporary = temporary(beside: path, bytes) else { return .failed(errno: errno) }
        defer { unlink(temporary) }
        // A link fails where a file has come in the meantime; a rename would take its place.
        if link(temporary, path) == 0 { return nil }
        if errno == EEXIST { return .exists }
        return rename(temporary, path) == 0 ? nil : .failed(errno: errno)
    }

    private func replace(_ path: String, _ bytes: [UInt8]) -> Result? {
        guard let temporary = temporary(beside: path, bytes) else { return .failed(errno: errno) }
        if rename(temporary, path) == 0 { return nil }
        let number = errno
        unlink(temporary)
        return .failed(errno: number)
    }

    /// A hidden file with the bytes, in the folder where they shall be; nil (and errno) when the disk refuses.
    private func temporary(beside path: String, _ bytes: [UInt8]) -> String? {
        var folder = ""
        for part in path.split(separator: "/").dropLast() {
            folder += "/" + part
            if mkdir(folder, 0o777) != 0 && errno != EEXIST { return nil }
        }
        let name = "\(folder)/.klubba-import-\(getpid())"
        unlink(name)
        let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { return nil }
        var done = 0
        var failure: Int32 = 0
        bytes.withUnsafeBytes { raw in
            while done < raw.count, let start = raw.baseAddress {
                let count = Glibc.write(descriptor, start + done, raw.count - done)
                if count < 0 && errno == EINTR { continue }
                if count <= 0 {
                    failure = errno
                    break
                }
                done += count
            }
        }
        close(descriptor)
        guard failure == 0 else {
            unlink(name)
            errno = failure
            return nil
        }
        return name
    }
}
