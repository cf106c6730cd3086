import ArgumentParser
import Content
import Diagnostics
import Import
import Letters
import Meetings
import System

/// Where a meeting's letters are written. They hold addresses and what members see: nobody else may look there.
struct LetterFolder {
    let path: String
    /// As the user called it.
    let shown: String
    private let isOwn: Bool

    init(root: String, output: String?, meeting: MeetingID) throws {
        shown = output ?? "brev/\(meeting.slug)"
        path = output.map { Path.planned($0) } ?? "\(root)/brev/\(meeting.slug)"
        isOwn = output == nil
        if Path.isInside(path, root + "/content") || Path.isInside(path, root + "/theme") || Path.isInside(root, path) {
            throw ValidationError("--output \(shown) ligger i webbplatsens egna filer. Välj en annan mapp.")
        }
        var folder = path
        while let slash = folder.lastIndex(of: "/") {
            if FileBytes.may(.find, "\(folder)/.klubba-manifest") {
                throw ValidationError("--output \(shown) ligger i en webbplats som publiceras. Välj en annan mapp.")
            }
            folder = String(folder[..<slash])
        }
    }
}

extension LetterFolder {
    /// Writes the letters, and takes away those of an earlier time that there are none of now.
    func write(_ messages: [MailMessage], kinds: Set<Letter.Kind>, _ language: MessageLanguage) throws {
        guard !messages.isEmpty || Path.isFolder(path) else { return }
        try? Folder.makeWhole(path, mode: 0o700)
        if isOwn, let slash = path.lastIndex(of: "/") { keepOutOfHistory(String(path[..<slash])) }
        let writer = ImportWriter(root: path, overwrites: true, isRehearsal: false)
        for message in messages {
            let name = message.letter.name + ".eml"
            switch writer.write(PlannedImport(path: name, content: .bytes(message.draft), sources: [])) {
            case .written, .overwritten, .unchanged: try? FileBytes.setMode(0o600, of: "\(path)/\(name)")
            default:
                Console.err(LettersMessages.notWritable("\(path)/\(name)", language))
                throw ExitCode.machine
            }
        }
        removeOld(Set(messages.map { $0.letter.name + ".eml" }), kinds, language)
    }

    private func keepOutOfHistory(_ folder: String) {
        let ignore = "\(folder)/.gitignore"
        if !FileBytes.may(.find, ignore) { try? FileBytes.write(Array("*\n".utf8), to: ignore) }
    }

    /// Only what Klubba wrote: a letter that somebody saved here by hand stays.
    private func removeOld(_ standing: Set<String>, _ kinds: Set<Letter.Kind>, _ language: MessageLanguage) {
        let own = (kinds.isEmpty ? Set(Letter.Kind.allCases) : kinds).map(\.rawValue)
        for entry in (try? FileSystem.disk.list(path)) ?? [] {
            let name = String(decoding: entry.name, as: UTF8.self)
            guard name.hasSuffix(".eml"), !standing.contains(name), own.contains(where: { name.hasPrefix($0) }),
                let bytes = try? FileSystem.disk.read("\(path)/\(name)", 256 << 20),
                String(decoding: bytes.prefix(8000), as: UTF8.self).contains(".klubba@")
            else { continue }
            FileBytes.remove("\(path)/\(name)")
            if !FileBytes.exists("\(path)/\(name)") { Console.err(LettersMessages.removed(name, language)) }
        }
    }
}
