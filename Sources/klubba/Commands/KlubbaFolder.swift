import ArgumentParser
import System

/// `.klubba/` beside content/: what this machine remembers of a site. Nobody else's to read, and in no history.
enum KlubbaFolder {
    static func prepare(_ root: String) throws {
        let folder = root + "/.klubba"
        try? Folder.make(folder, mode: 0o700)
        let ignore = "\(folder)/.gitignore"
        if !FileBytes.may(.find, ignore) {
            // The note of what was published belongs to the record; the rest does not.
            try? FileBytes.write(Array("*\n!.gitignore\n!publicerat.jsonl\n".utf8), to: ignore)
        }
        guard FileBytes.may(.write, folder) else {
            Console.err("\(folder) går inte att skriva. Kontrollera behörigheten.")
            throw ExitCode.machine
        }
    }
}
