import Content
import Documents
import Fingerprints
import System

/// How this program reads the files of a site: each in a process of its own, and what came of it remembered.
struct ReadDocuments {
    let reading: DocumentReading
    let memory: DocumentMemory
    /// Held where nothing can be kept from one build to the next.
    private let passing: TemporaryFolder?

    /// - Parameter program: what becomes the process of each file; nil to read them in this one.
    init(root: String, program: String?) {
        var print = Fingerprint()
        print.add(root)
        let folder = Environment.cache
        let own = folder.map { "\($0)/klubba" }
        let copies = own.map { "\($0)/\(String(print.bits, radix: 16)).kopior" }
        let texts = own.map { "\($0)/\(String(print.bits, radix: 16)).texter" }
        if let folder, let own, let copies, let texts {
            for path in [folder, own, copies, texts] { try? Folder.make(path, mode: 0o700) }
        }
        let kept = texts.flatMap { Path.isFolder($0) ? $0 : nil }
        passing = kept == nil ? try? TemporaryFolder() : nil
        memory = DocumentMemory(file: folder.map { "\($0)/klubba/\(String(print.bits, radix: 16)).lasta" })
        reading = DocumentReading(
            tools: DocumentTools(site: root), worker: program, memory: memory,
            copies: copies.flatMap { Path.isFolder($0) ? $0 : nil }, texts: kept ?? passing?.path)
    }
}
