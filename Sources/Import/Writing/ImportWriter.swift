import Content
import System

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
            guard let cut = cutter?.cut(source, range) else { return .failed(errno: SystemError.Number.inputOutput) }
            bytes = cut
        case .copy(let source):
            do throws(FileFailure) {
                bytes = try FileSystem.disk.read(source, ImportWriter.copyLimit)
            } catch {
                if case .system(let number) = error { return .failed(errno: number) }
                return .failed(errno: SystemError.Number.tooLarge)
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
        guard isInside(relative) else { return .outside }
        guard let status = try? FileStatus(path, links: .themselves) else { return .nothing }
        guard status.kind == .file, status.size == bytes.count,
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
        do throws(SystemError) {
            let temporary = try temporary(beside: path, bytes)
            defer { FileBytes.remove(temporary) }
            // A link fails where a file has come in the meantime; a rename would take its place.
            do throws(SystemError) {
                try FileBytes.link(temporary, to: path)
            } catch {
                if error.number == SystemError.Number.exists { return .exists }
                try FileBytes.move(temporary, to: path)
            }
            return nil
        } catch {
            return .failed(errno: error.number)
        }
    }

    private func replace(_ path: String, _ bytes: [UInt8]) -> Result? {
        do throws(SystemError) {
            let temporary = try temporary(beside: path, bytes)
            defer { FileBytes.remove(temporary) }
            try FileBytes.move(temporary, to: path)
            return nil
        } catch {
            return .failed(errno: error.number)
        }
    }

    /// A hidden file with the bytes, in the folder where they shall be.
    private func temporary(beside path: String, _ bytes: [UInt8]) throws(SystemError) -> String {
        let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        try Folder.makeWhole(folder, mode: 0o777)
        let name = "\(folder)/\(Self.draftName)\(Machine.process)"
        FileBytes.remove(name)
        let file = try OpenFile(writing: name, .new, mode: 0o666)
        do throws(SystemError) {
            try file.write(bytes)
            try file.close()
        } catch {
            FileBytes.remove(name)
            throw error
        }
        return name
    }
}
