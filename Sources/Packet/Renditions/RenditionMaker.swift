import Diagnostics
import Meetings
import PDFWork
import Register
import Site
import System
import Theme

/// Makes PDF/A files of a site's texts, many in one process of the printer, with the packet's own making.
public struct RenditionMaker: Sendable {
    private let renderer: RenditionRenderer
    private let theme: Theme
    private let tools: PacketTools
    /// `2a`
    private let level: String
    /// Raised when the same text would give other bytes.
    private static let version = 2

    public init(
        _ register: SeenRegister, theme: Theme, tools: PacketTools, level: String, problems: inout [Diagnostic]
    ) {
        var faults: [ThemeProblem] = []
        renderer = RenditionRenderer(register, theme: theme, problems: &faults)
        problems += faults.map { Diagnostic($0) }
        (self.theme, self.tools, self.level) = (theme, tools, level)
    }
}

extension RenditionMaker {
    public var engines: [(name: String, version: String)] { [("WeasyPrint", tools.printerVersion)] }

    /// The finished files, in the renditions' order, in a folder that lives as long as it is held.
    ///
    /// - Parameter standing: where files lie that have been made before, by the key of what they were made from. What is
    ///   among them is not made anew.
    public func make(
        _ renditions: [Rendition], standing: [String: String] = [:],
        progress: @escaping @Sendable (_ done: Int) -> Void
    ) async throws(PacketFailure) -> (folder: TemporaryFolder, files: [MadeRendition]) {
        let folder = try PacketWork.folder()
        for asset in theme.assets { try PacketWork.write(asset.bytes, to: asset.path, in: folder) }
        try PacketWork.write(Array(RenditionMaker.script.utf8), to: "satt.py", in: folder)
        let size = 40
        let chunks = stride(from: 0, to: renditions.count, by: size).map { start in
            start..<min(start + size, renditions.count)
        }
        var failure: PacketFailure?
        var files: [Int: [MadeRendition]] = [:]
        await withTaskGroup(of: (Range<Int>, Result<[MadeRendition], PacketFailure>).self) { group in
            var waiting = chunks[...]
            var (running, done) = (0, 0)
            while running > 0 || !waiting.isEmpty && failure == nil {
                if running < 2, failure == nil, let chunk = waiting.popFirst() {
                    group.addTask { (chunk, make(chunk, of: renditions, standing, in: folder)) }
                    running += 1
                    continue
                }
                guard let (chunk, result) = await group.next() else { break }
                running -= 1
                done += chunk.count
                progress(done)
                switch result {
                case .success(let made): files[chunk.lowerBound] = made
                case .failure(let fault): failure = failure ?? fault
                }
            }
        }
        if let failure { throw failure }
        return (folder, chunks.flatMap { files[$0.lowerBound] ?? [] })
    }

    private func make(
        _ chunk: Range<Int>, of renditions: [Rendition], _ standing: [String: String], in folder: TemporaryFolder
    ) -> Result<[MadeRendition], PacketFailure> {
        Result { () throws(PacketFailure) in
            var made: [MadeRendition] = []
            var missing: [Int] = []
            for index in chunk {
                let html = try renderer.html(renditions[index])
                let key = key(renditions[index], html)
                if let path = standing[key] {
                    made.append(MadeRendition(path: path, key: key))
                    continue
                }
                try PacketWork.write(html, to: "\(index).html", in: folder)
                made.append(MadeRendition(path: "\(folder.path)/\(index).pdf", key: key))
                missing.append(index)
            }
            if missing.isEmpty { return made }
            try print(missing, in: folder)
            for index in missing {
                try finish(index, renditions[index], key: made[index - chunk.lowerBound].key, in: folder)
            }
            return made
        }
    }

    private func key(_ rendition: Rendition, _ html: [UInt8]) -> String {
        var sum = SHA256Sum()
        sum.update(Array("rendition \(RenditionMaker.version) weasyprint \(tools.printerVersion) \(level)\n".utf8))
        sum.update(Array("\(rendition.day) \(rendition.title)\n".utf8))
        sum.update(html)
        return String(sum.text.prefix(32))
    }

    /// WeasyPrint reads files of its folder and nothing from any other host.
    private func print(_ numbers: [Int], in folder: TemporaryFolder) throws(PacketFailure) {
        let seconds = max(tools.secondsForPacket, 120)
        let ending = try PacketWork.run(
            tools.merger,
            ["run", tools.interpreter, "\(folder.path)/satt.py", "pdf/a-\(level)", folder.path]
                + numbers.map(String.init),
            environment: ["KLUBBA_PDF_MEMORY": "8192", "PYTHONHASHSEED": "0"], seconds: seconds)
        if ending.isTimedOut { throw .timedOut(seconds: seconds) }
        guard ending.status == 0 else {
            throw .printing(ending.errorText.split(separator: "\n").suffix(3).joined(separator: " "))
        }
    }

    private func finish(
        _ index: Int, _ rendition: Rendition, key: String, in folder: TemporaryFolder
    ) throws(PacketFailure) {
        var order = MergeOrder(
            main: "\(folder.path)/\(index).satt.pdf", output: "\(folder.path)/\(index).pdf", title: rendition.title,
            created: "\(rendition.day)T00:00:00+00:00", identifier: key)
        order.archivePart = level.first?.wholeNumberValue ?? 2
        order.archiveLevel = level.dropFirst().uppercased()
        try PacketWork.write(Array(order.text.utf8), to: "\(index).ordning", in: folder)
        let ending = try PacketWork.run(
            tools.merger, ["merge", "\(folder.path)/\(index).ordning"], seconds: tools.secondsForPaper)
        guard ending.status == 0 else { throw .merging(ending.errorText) }
    }

    /// The printer's own command line, again and again in one process: to start it takes longer than to set a page.
    private static let script = """
        import sys
        from weasyprint.__main__ import main
        variant, folder = sys.argv[1], sys.argv[2]
        for number in sys.argv[3:]:
            main(["--quiet", "--pdf-variant", variant, "--allowed-protocols", "file,data",
                  f"{folder}/{number}.html", f"{folder}/{number}.satt.pdf"])

        """
}

extension RenditionMaker {
    /// Whether a PDF is PDF/A by what it says and by the packet's own checks.
    public func isArchivable(_ path: String) throws(PacketFailure) -> Bool {
        let folder = try PacketWork.folder()
        let ending = try PacketWork.run(
            tools.merger, ["prepare", path, "\(folder.path)/bilaga.pdf"], seconds: tools.secondsForPaper)
        guard ending.status == 0, let report = PaperReport(text: ending.text) else { return false }
        return ArchiveLevel.of(report) != nil
    }
}
