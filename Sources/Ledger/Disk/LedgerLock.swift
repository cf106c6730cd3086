import System

/// The right to write the log, or what a witness remembers, one at a time. Held until it is given back or its process ends.
final class LedgerLock: Sendable {
    private let file: OpenFile?
    /// Where the file system cannot lock: a file that only one can make, and that is removed afterwards.
    private let marker: String?

    convenience init(_ folder: LedgerFolder, patience: Int) throws(LedgerFailure) {
        try self.init(at: "\(folder.root)/\(LedgerFolder.copies)/las", patience: patience)
    }

    /// Waits up to `patience` milliseconds for another to be done.
    init(at path: String, patience: Int) throws(LedgerFailure) {
        let file: OpenFile
        do throws(SystemError) {
            file = try OpenFile(writing: path, .kept, mode: 0o666)
        } catch {
            throw .system(path: path, errno: error.number)
        }
        var waited = 0
        while true {
            do throws(SystemError) {
                try file.lock()
                break
            } catch {
                guard error.isHeld else {
                    marker = try LedgerLock.mark(path + "-upptaget", patience: patience - waited)
                    self.file = nil
                    return
                }
            }
            guard waited < patience else { throw .locked(by: LedgerLock.holder(path)) }
            Machine.pause(milliseconds: 50)
            waited += 50
        }
        (self.file, marker) = (file, nil)
        file.empty()
        LedgerLock.writeHolder(file)
    }

    deinit {
        file?.empty()
        if let marker { FileBytes.remove(marker) }
    }

    private static func mark(_ path: String, patience: Int) throws(LedgerFailure) -> String {
        var waited = 0
        while true {
            do throws(SystemError) {
                writeHolder(try OpenFile(writing: path, .new, mode: 0o666))
                return path
            } catch {
                guard error.number == SystemError.Number.exists else {
                    throw .system(path: path, errno: error.number)
                }
            }
            guard waited < patience else { throw .locked(by: holder(path)) }
            Machine.pause(milliseconds: 50)
            waited += 50
        }
    }

    private static func writeHolder(_ file: OpenFile) {
        try? file.write(Array("\(Machine.user), \(Machine.host), process \(Machine.process)".utf8))
    }

    private static func holder(_ path: String) -> String {
        let bytes = (try? LedgerFolder.bytes(ofFile: path)) ?? []
        return String(decoding: bytes, as: UTF8.self)
    }
}
