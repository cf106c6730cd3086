import Diagnostics
import Packet

extension PackageMaker {
    /// A warning for each bilaga that is in no format of the archive's list.
    public func formats(_ plan: PlannedPackage) throws(ArchiveFailure) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for paper in plan.papers where paper.kind == .attachment {
            let name = paper.source.split(separator: "/").last.map(String.init) ?? paper.source
            if name.lowercased().hasSuffix(".md") { continue }
            let location = site.root + "/" + paper.source
            var traits = FileTraits(try PackageBytes.head(location))
            // Whether a PDF is PDF/A may stand anywhere in it.
            if traits.pdfVersion != nil {
                traits = FileTraits()
                try PackageBytes.read(location) { traits.add($0) }
            }
            let format = FileFormat(path: name, traits: traits)
            if isPreserved(format), try isWhatItSays(format, location) { continue }
            diagnostics.append(Diagnostic(Place(paper.source), .archiveFormat(name: name)))
        }
        return diagnostics
    }

    /// A PDF may say that it is PDF/A and not be it. Without the packet's tools only what it says is known.
    private func isWhatItSays(_ format: FileFormat, _ path: String) throws(ArchiveFailure) -> Bool {
        guard format.word == "pdf/a", let renditions else { return true }
        do throws(PacketFailure) { return try renditions.isArchivable(path) } catch { throw .printing(error.words) }
    }

    private func isPreserved(_ format: FileFormat) -> Bool {
        site.archive.formats.contains { word in
            switch word {
            case "tif": format.word == "tiff"
            case "jpeg": format.word == "jpg"
            default: format.word == word
            }
        }
    }
}
