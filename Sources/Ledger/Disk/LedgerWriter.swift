import System

/// Writes the log and the copies. It holds the lock for as long as it lives.
public struct LedgerWriter: Sendable {
    public let log: DecisionLog
    private let folder: LedgerFolder
    private let lock: LedgerLock
    private let bytes: [UInt8]

    /// Takes the lock, and reads the log under it.
    public init(_ folder: LedgerFolder, patience: Int = 10_000) throws(LedgerFailure) {
        self.folder = folder
        let copies = folder.root + "/" + LedgerFolder.copies
        try LedgerWriter.make(copies)
        lock = try LedgerLock(folder, patience: patience)
        // What is left of one that was broken off: whoever holds the lock is alone.
        for name in folder.names(in: LedgerFolder.copies) where name.hasPrefix(LedgerWriter.draft) {
            FileBytes.remove("\(copies)/\(name)")
        }
        bytes = try folder.bytes(of: DecisionLog.file, orNothing: true)
        log = DecisionLog(bytes)
    }
}

extension LedgerWriter {
    /// Keeps a copy of each sealed text and file, and mends one that is missing or was changed.
    public func keepCopies(of papers: [LogPaper]) throws(LedgerFailure) {
        var isChanged = false
        for paper in papers {
            if folder.digest(ofCopy: paper.digest) == paper.digest { continue }
            if SealedContent.isText(paper.path) {
                let bytes = try folder.content(paper.path)
                guard Digest(of: bytes) == paper.digest else { throw .changedMeanwhile }
                try replace("\(LedgerFolder.copies)/\(paper.digest.text)", with: bytes)
            } else {
                try KeptFile(folder, paper).keep()
            }
            isChanged = true
        }
        if isChanged { LedgerWriter.synchronize("\(folder.root)/\(LedgerFolder.copies)") }
    }

    /// Puts the log with one more line in the old one's place, in one step: it is the old log or the new one, and never
    /// a part of a line. The new one is on disk before it takes the name.
    public func append(_ line: LogLine) throws(LedgerFailure) {
        // Where locks do not reach everybody (some network drives), the other one shows itself here.
        guard try folder.bytes(of: DecisionLog.file, orNothing: true) == bytes else { throw .changedMeanwhile }
        try replace(DecisionLog.file, with: bytes + line.bytes)
        LedgerWriter.synchronize("\(folder.root)/content")
    }

    /// Keeps a file of the log's own beside it: a head, a salt, a time stamp. The folder is made where it is missing.
    public func keep(_ bytes: [UInt8], as path: String) throws(LedgerFailure) {
        let parts = path.split(separator: "/").dropLast()
        for end in parts.indices {
            let folder = "\(self.folder.root)/\(parts[...end].joined(separator: "/"))"
            try LedgerWriter.make(folder)
        }
        try replace(path, with: bytes)
        LedgerWriter.synchronize("\(folder.root)/\(parts.joined(separator: "/"))")
    }

    private func replace(_ path: String, with bytes: [UInt8]) throws(LedgerFailure) {
        try LedgerWriter.replace(
            folder.root + "/" + path, with: bytes,
            by: "\(folder.root)/\(LedgerFolder.copies)/\(LedgerWriter.draft)\(Machine.process)"
        )
    }

    /// How the name of a file begins that is not whole yet.
    static let draft = "skrivs-"

    static func replace(_ target: String, with bytes: [UInt8], by temporary: String) throws(LedgerFailure) {
        let file: OpenFile
        do throws(SystemError) {
            file = try OpenFile(writing: temporary, .draft, mode: 0o666)
        } catch {
            throw .system(path: temporary, errno: error.number)
        }
        do throws(SystemError) {
            // Who may read and write the file is for its owner to say, and stays.
            if let standing = try? FileStatus(target) { file.give(standing.mode & 0o777) }
            try file.write(bytes)
            try file.flush()
            try file.close()
            try FileBytes.move(temporary, to: target)
        } catch {
            FileBytes.remove(temporary)
            throw .system(path: target, errno: error.number)
        }
    }

    private static func make(_ folder: String) throws(LedgerFailure) {
        do throws(SystemError) {
            try Folder.make(folder, mode: 0o777)
        } catch {
            throw .system(path: folder, errno: error.number)
        }
    }

    /// Some file systems refuse to synchronize a folder, and need not be asked.
    static func synchronize(_ directory: String) { try? OpenFile(reading: directory).flush() }
}
