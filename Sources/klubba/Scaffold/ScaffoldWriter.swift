import ArgumentParser
import Glibc

/// Writes the files of a scaffold, and never over one that is there.
struct ScaffoldWriter {
    let root: String

    func exists(_ path: String) -> Bool { access("\(root)/\(path)", F_OK) == 0 }

    func write(_ text: String, to path: String) throws {
        let location = "\(root)/\(path)"
        try makeFolders(above: location)
        let descriptor = open(location, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            if errno == EEXIST { throw ValidationError("\(path) finns redan. Inget skrevs.") }
            throw failed(path)
        }
        defer { close(descriptor) }
        var text = text
        let isWritten = text.withUTF8 { bytes in
            var done = 0
            while done < bytes.count, let start = bytes.baseAddress {
                let count = Glibc.write(descriptor, start + done, bytes.count - done)
                if count <= 0 { return false }
                done += count
            }
            return true
        }
        if !isWritten { throw failed(path) }
    }

    private func makeFolders(above location: String) throws {
        var path = ""
        for part in location.split(separator: "/").dropLast() {
            path += "/" + part
            if mkdir(path, 0o777) != 0 && errno != EEXIST { throw failed(path) }
        }
    }

    private func failed(_ path: String) -> ExitCode {
        Console.err(
            "\(path) går inte att skriva (\(String(cString: strerror(errno)))). Kontrollera behörighet och utrymme.")
        return .machine
    }
}
