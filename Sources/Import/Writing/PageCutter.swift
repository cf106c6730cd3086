import Content
import System

/// Cuts a packet's pages apart, in a process of its own.
struct PageCutter: Sendable {
    /// klubba-pdf
    let program: String

    /// The bytes of a PDF with these pages, from 1; nil where it could not be made.
    func cut(_ source: String, _ pages: ClosedRange<Int>) -> [UInt8]? {
        guard let folder = try? TemporaryFolder() else { return nil }
        let target = folder.path + "/sidor.pdf"
        let ending = try? ChildProcess.run(
            program, ["pages", source, target, "\(pages.lowerBound)", "\(pages.upperBound)"], seconds: 120,
            confinement: .paper)
        guard ending?.status == 0 else { return nil }
        return try? FileSystem.disk.read(target, DocumentLoader.fileLimit)
    }
}
