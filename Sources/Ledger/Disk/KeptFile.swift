import System

/// A sealed file on its way to be kept: a clone where the disk has them, which takes no room, else a copy. Never a second
/// name of the same file: who edits the paper in place must not edit what was kept of it.
struct KeptFile {
    private let source: String
    private let target: String
    private let temporary: String
    private let digest: Digest

    init(_ folder: LedgerFolder, _ paper: LogPaper) {
        let copies = "\(folder.root)/\(LedgerFolder.copies)"
        source = "\(folder.root)/content/\(paper.path)"
        target = "\(copies)/\(paper.digest.text)"
        temporary = "\(copies)/\(LedgerWriter.draft)\(Machine.process)"
        digest = paper.digest
    }
}

extension KeptFile {
    /// What is kept is what was sealed, or nothing is.
    func keep() throws(LedgerFailure) {
        do throws(LedgerFailure) {
            try copy()
            guard try LedgerFolder.digest(ofFile: temporary).digest == digest else { throw .changedMeanwhile }
            do throws(SystemError) {
                try FileBytes.move(temporary, to: target)
            } catch {
                throw .system(path: target, errno: error.number)
            }
        } catch {
            FileBytes.remove(temporary)
            throw error
        }
    }

    private func copy() throws(LedgerFailure) {
        do throws(SystemError) {
            let from = try OpenFile(reading: source)
            let file = try OpenFile(writing: temporary, .draft, mode: 0o666)
            try file.take(bytesOf: from)
            try file.flush()
            try file.close()
        } catch {
            throw .system(path: error.path, errno: error.number)
        }
    }
}
