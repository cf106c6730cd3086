import ArgumentParser
import Drafts
import Editing
import History
import Publishing
import System

/// Writes what a draft proposes, all of it or nothing; what it replaces is in the history.
struct DraftWriter {
    let root: String
    let editor: Editor
}

extension DraftWriter {
    func read(_ path: String) -> [UInt8]? {
        SitePath(path).flatMap { try? SiteFolder(root: root).read($0) }
    }

    func write(_ draft: Draft, label: String) throws {
        do {
            var changes: [FileChange] = []
            for change in draft.changes { changes += try self.changes(change) }
            let store = VersionStore(root: root)
            try store.recover()
            _ = try store.save(changes, label: label, time: SystemClock.seconds)
        } catch let failure as SiteFailure {
            throw told(failure)
        } catch let fault as EditFault {
            throw told(fault)
        }
    }

    private func changes(_ change: Draft.Change) throws -> [FileChange] {
        switch change {
        case .new(let path, let text):
            return [FileChange(path: try sitePath(path), before: nil, after: Array(text.utf8))]
        case .edits(let path, let edits):
            let path = try sitePath(path)
            let before = try SiteFolder(root: root).read(path) ?? []
            return [FileChange(path: path, before: before, after: try editor.apply(edits, to: before))]
        case .move(let from, let to, let edits):
            let from = try sitePath(from)
            let before = try SiteFolder(root: root).read(from) ?? []
            return [
                FileChange(path: try sitePath(to), before: nil, after: try editor.apply(edits, to: before)),
                FileChange(path: from, before: before, after: nil),
            ]
        }
    }

    private func sitePath(_ path: String) throws -> SitePath {
        guard let path = SitePath(path) else {
            throw ValidationError("\(path) är ingen fil som Klubba ändrar. Inget skrevs.")
        }
        return path
    }

    private func told(_ failure: SiteFailure) -> any Error {
        switch failure {
        case .changed(let path): return ValidationError("\(path) finns redan, eller har ändrats. Inget skrevs.")
        case .notPlain(let path): return ValidationError("\(path) är en länk eller ingen fil. Inget skrevs.")
        case .gone: return ValidationError("Filen finns inte längre. Inget skrevs.")
        case .disk(let number):
            Console.err("Det gick inte att skriva (\(SystemReason(number).swedish)). Inget skrevs.")
            return ExitCode.machine
        }
    }

    private func told(_ fault: EditFault) -> ValidationError {
        switch fault {
        case .unreadable(let line, let text): ValidationError("Rad \(line): \(text) Inget skrevs.")
        case .notAsMeant(let part):
            ValidationError(
                "\(part) står skrivet på ett sätt som Klubba inte ändrar. Ändra det för hand. Inget skrevs.")
        case .noSuchEntry(let number): ValidationError("§ \(number) finns inte. Inget skrevs.")
        }
    }
}
