import ArgumentParser
import Content
import History
import Publishing
import System
import Theme

/// Writes parts of the default theme into a site's `theme/`, and what they were then beside it.
struct ThemeWriter {
    let root: String
    /// What the site's own version began from, kept so that later changes of the default can be shown.
    static let originals = "theme/.original/"

    /// What stands at a path in the site; nil for nothing.
    func read(_ path: String) throws -> [UInt8]? {
        do {
            return try SiteFolder(root: root).read(try sitePath(path))
        } catch let failure as SiteFailure {
            throw told(failure, path)
        }
    }

    /// Writes a file; what it replaces is in the history.
    func write(_ bytes: [UInt8], to path: String, over before: [UInt8]?) throws {
        do {
            let store = VersionStore(root: root)
            try store.recover()
            _ = try store.save(
                [FileChange(path: try sitePath(path), before: before, after: bytes)], label: "klubba theme",
                time: SystemClock.seconds)
        } catch let failure as SiteFailure {
            throw told(failure, path)
        }
    }

    func original(of path: String) -> [UInt8]? {
        try? FileSystem.disk.read("\(root)/\(Self.originals)\(path)", 16 << 20)
    }

    func keepOriginal(_ bytes: [UInt8], of path: String) throws {
        let location = "\(root)/\(Self.originals)\(path)"
        do throws(SystemError) {
            try Folder.makeFolders(above: "\(Self.originals)\(path)", in: root, mode: 0o777)
            let file = try OpenFile(writing: location, .draft, mode: 0o666)
            try file.write(bytes)
            try file.close()
        } catch {
            Console.err("\(error.path) går inte att skriva (\(error.reason.swedish)).")
            throw ExitCode.machine
        }
    }

    private func sitePath(_ path: String) throws -> SitePath {
        guard let path = SitePath(path) else {
            throw ValidationError("\(path) är ingen fil som Klubba skriver. Inget skrevs.")
        }
        return path
    }

    private func told(_ failure: SiteFailure, _ path: String) -> any Error {
        switch failure {
        case .changed: return ValidationError("\(path) har ändrats. Inget skrevs.")
        case .notPlain: return ValidationError("\(path) är en länk eller ingen fil. Inget skrevs.")
        case .gone: return ValidationError("\(path) finns inte längre. Inget skrevs.")
        case .disk(let number):
            Console.err("\(path) går inte att skriva (\(SystemReason(number).swedish)). Inget skrevs.")
            return ExitCode.machine
        }
    }
}
