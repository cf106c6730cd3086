import ArgumentParser
import System

/// Writes the files of a scaffold, and never over one that is there.
struct ScaffoldWriter {
    let root: String

    func exists(_ path: String) -> Bool { FileBytes.may(.find, "\(root)/\(path)") }

    func write(_ text: String, to path: String) throws {
        let location = "\(root)/\(path)"
        do throws(SystemError) {
            try Folder.makeWhole(String(location[..<(location.lastIndex(of: "/") ?? location.startIndex)]), mode: 0o777)
            let file = try OpenFile(writing: location, .new, mode: 0o666)
            try file.write(Array(text.utf8))
            try file.close()
        } catch {
            if error.path == location, error.isOccupied { throw ValidationError("\(path) finns redan. Inget skrevs.") }
            Console.err("\(path) går inte att skriva (\(error.reason.swedish)). Kontrollera behörighet och utrymme.")
            throw ExitCode.machine
        }
    }
}
