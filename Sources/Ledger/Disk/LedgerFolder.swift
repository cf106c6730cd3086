import Crypto
import System

/// The content folder of a site, as the ledger reads it.
public struct LedgerFolder: Sendable {
    /// The site's root, absolute.
    public let root: String

    public init(root: String) { self.root = root }

    /// Hidden, so never published: a copy of each sealed text under its hash, and the lock.
    public static let copies = "content/.forseglat"
}

extension LedgerFolder {
    /// The log; empty where there is none yet.
    public func readLog() throws(LedgerFailure) -> DecisionLog {
        DecisionLog(try bytes(of: DecisionLog.file, orNothing: true))
    }

    /// A file under content/; of a § that is sealed by itself, its record.
    func content(_ path: String) throws(LedgerFailure) -> [UInt8] {
        try bytes(of: "content/" + SealedPath(path).file)
    }

    /// The sealed copy of a text; nil where there is none.
    public func copy(of digest: Digest) -> [UInt8]? { try? bytes(of: "\(LedgerFolder.copies)/\(digest.text)") }

    /// Of the bytes that a sealed copy has; nil where there is none.
    func digest(ofCopy digest: Digest) -> Digest? {
        try? LedgerFolder.digest(ofFile: "\(root)/\(LedgerFolder.copies)/\(digest.text)").digest
    }

    /// The same of a sealed copy; nil where there is none.
    func digests(ofCopy paper: LogPaper, leftOut: [String]) -> (size: Int, digest: Digest, content: Digest)? {
        guard SealedContent.isText(paper.path) else {
            let path = "\(root)/\(LedgerFolder.copies)/\(paper.digest.text)"
            return (try? LedgerFolder.digest(ofFile: path)).map { ($0.size, $0.digest, $0.digest) }
        }
        return copy(of: paper.digest).map { bytes in
            (
                bytes.count, Digest(of: bytes),
                SealedContent(of: bytes, path: paper.path, leftOut: leftOut).digest
            )
        }
    }

    /// How many files are kept that are no texts, and their bytes.
    public func keptFiles(_ log: DecisionLog) -> (count: Int, bytes: Int) {
        var seen: Set<Digest> = []
        let kept = log.entries.flatMap { entry in
            entry.papers.filter {
                entry.keeps($0) && !SealedContent.isText($0.path) && seen.insert($0.digest).inserted
            }
        }
        return (kept.count, kept.reduce(0) { $0 + $1.size })
    }

    /// Sealed copies that no line of a log speaks of. Lines that are lost or damaged in its midst tell of themselves.
    public func strayCopies(_ log: DecisionLog) -> Int {
        guard log.isWhole else { return 0 }
        let known = Set(log.entries.flatMap(\.papers).map(\.digest.text))
        return names(in: LedgerFolder.copies).count { Digest($0) != nil && !known.contains($0) }
    }

    /// What a folder holds; nothing of one that is not there.
    func names(in path: String) -> [String] {
        (try? Folder.names(in: "\(root)/\(path)")) ?? []
    }

    /// True while the file has the very bytes that were sealed.
    public func isAsSealed(_ paper: LogPaper) -> Bool {
        (try? content(paper.path)).map { Digest(of: $0) } == paper.digest
    }

    /// True while what is sealed of a paper is what was sealed of it last, whatever else of it has changed.
    public func isAsSealed(_ standing: SealState.Standing) -> Bool {
        guard let now = try? digests(of: standing.paper.path, leftOut: standing.leftOut) else { return false }
        return now.1 == standing.paper.digest || now.2 == standing.paper.content
    }

    /// Size, hash of the bytes, and hash of what is sealed of them. A file that is no text is never held whole.
    func digests(of path: String, leftOut: [String]) throws(LedgerFailure) -> (Int, Digest, Digest) {
        guard SealedContent.isText(path) else {
            let (size, digest) = try LedgerFolder.digest(ofFile: root + "/content/" + path)
            return (size, digest, digest)
        }
        let bytes = try content(path)
        let digest = Digest(of: bytes)
        return (bytes.count, digest, SealedContent(of: bytes, path: path, leftOut: leftOut).digest)
    }

    func bytes(of path: String, orNothing: Bool = false) throws(LedgerFailure) -> [UInt8] {
        do throws(LedgerFailure) {
            return try LedgerFolder.bytes(ofFile: root + "/" + path)
        } catch .system(_, LedgerFolder.missing) where orNothing {
            return []
        }
    }
}

extension LedgerFolder {
    /// ENOENT
    private static let missing: Int32 = 2

    public static func bytes(ofFile path: String) throws(LedgerFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        try read(path) { part, size in
            if bytes.isEmpty { bytes.reserveCapacity(size) }
            bytes += part
        }
        return bytes
    }

    /// Whole or not at all, and on the disk before it returns.
    public static func write(_ bytes: [UInt8], toFile path: String) throws(LedgerFailure) {
        try LedgerWriter.replace(path, with: bytes, by: path + ".skrivs")
        let end = path.lastIndex(of: "/")
        LedgerWriter.synchronize(end.map { String(path[...$0]) } ?? ".")
    }

    public static func digest(ofFile path: String) throws(LedgerFailure) -> (size: Int, digest: Digest) {
        var hash = SHA256()
        var count = 0
        try read(path) { part, _ in
            hash.update(bufferPointer: part)
            count += part.count
        }
        return (count, Digest(finished: hash))
    }

    private static func read(
        _ path: String, _ use: (UnsafeRawBufferPointer, _ size: Int) -> Void
    ) throws(LedgerFailure) {
        do throws(SystemError) {
            let file = try OpenFile(reading: path)
            let status = try file.status
            guard status.kind == .file else { throw SystemError(path: path, number: noFile) }
            var buffer = [UInt8](repeating: 0, count: max(1, min(status.size + 1, FileBytes.window)))
            while true {
                let count = try buffer.withUnsafeMutableBytes { bytes in
                    Result { () throws(SystemError) in try file.read(into: bytes) }
                }.get()
                if count == 0 { return }
                buffer.withUnsafeBytes { use(UnsafeRawBufferPointer(rebasing: $0[..<count]), status.size) }
            }
        } catch {
            throw .system(path: error.path, errno: error.number)
        }
    }

    /// EISDIR: what is no file is as a folder is to one who reads.
    private static let noFile: Int32 = 21
}
