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
    private static let version = 1

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
    public func make(
        _ renditions: [Rendition], progress: @escaping @Sendable (_ done: Int) -> Void
    ) async throws(PacketFailure) -> (folder: TemporaryFolder, files: [String]) {
        let folder = try PacketWork.folder()
        for asset in theme.assets { try PacketWork.write(asset.bytes, to: asset.path, in: folder) }
        try PacketWork.write(Array(RenditionMaker.script.utf8), to: "satt.py", in: folder)
        let size = 40
        let chunks = stride(from: 0, to: renditions.count, by: size).map { start in
            start..<min(start + size, renditions.count)
        }
        var failure: PacketFailure?
        await withTaskGroup(of: (Int, PacketFailure?).self) { group in
            var waiting = chunks[...]
            var (running, done) = (0, 0)
            while running > 0 || !waiting.isEmpty && failure == nil {
                if running < 2, failure == nil, let chunk = waiting.popFirst() {
                    group.addTask { (chunk.count, make(chunk, of: renditions, in: folder)) }
                    running += 1
                    continue
                }
                guard let (count, fault) = await group.next() else { break }
                running -= 1
                done += count
                progress(done)
                if let fault, failure == nil { failure = fault }
            }
        }
        if let failure { throw failure }
        return (folder, renditions.indices.map { "\(folder.path)/\($0).pdf" })
    }

    private func make(_ chunk: Range<Int>, of renditions: [Rendition], in folder: TemporaryFolder) -> PacketFailure? {
        do throws(PacketFailure) {
            var keys: [String] = []
            for index in chunk {
                let html = try renderer.html(renditions[index])
                try PacketWork.write(html, to: "\(index).html", in: folder)
                keys.append(key(renditions[index], html))
            }
            try print(chunk, in: folder)
            for (place, index) in chunk.enumerated() {
                try finish(index, renditions[index], key: keys[place], in: folder)
            }
            return nil
        } catch {
            return error
        }
    }

    private func key(_ rendition: Rendition, _ html: [UInt8]) -> String {
        var sum = SHA256Sum()
        sum.update(Array("rendition \(RenditionMaker.version) weasyprint \(tools.printerVersion) \(level)\n".utf8))
        sum.update(html)
        return String(sum.text.prefix(32))
    }

    /// WeasyPrint reads files of its folder and nothing from any other host.
    private func print(_ chunk: Range<Int>, in folder: TemporaryFolder) throws(PacketFailure) {
        let seconds = max(tools.secondsForPacket, 120)
        let ending = try PacketWork.run(
            tools.merger,
            [
                "run", tools.interpreter, "\(folder.path)/satt.py", "pdf/a-\(level)", folder.path,
                "\(chunk.lowerBound)", "\(chunk.upperBound)",
            ], environment: ["KLUBBA_PDF_MEMORY": "8192", "PYTHONHASHSEED": "0"], seconds: seconds)
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
        variant, folder, first, last = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
        for number in range(first, last):
            main(["--quiet", "--pdf-variant", variant, "--allowed-protocols", "file,data",
                  f"{folder}/{number}.html", f"{folder}/{number}.satt.pdf"])

        """
}
