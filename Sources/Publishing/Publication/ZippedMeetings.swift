import Output
import Site
import System

/// The meetings' zip archives, made in a folder of their own before the site is written.
struct ZippedMeetings {
    let files: [(path: String, location: String)]
    /// They lie there for as long as this is held.
    private let folder: TemporaryFolder

    init(_ archives: [MeetingArchive], guarded: String?) throws(OutputFailure) {
        let folder: TemporaryFolder
        do throws(SystemError) { folder = try TemporaryFolder() } catch {
            throw .system(error.path, errno: error.number)
        }
        var files: [(path: String, location: String)] = []
        for (index, archive) in archives.enumerated() {
            let location = "\(folder.path)/\(index).zip"
            let zip = try ZipFile(location)
            for entry in archive.entries {
                switch entry.content {
                case .bytes(let render):
                    var bytes: [UInt8] = []
                    render(&bytes)
                    try zip.add(entry.name, bytes: bytes)
                case .copy(let source): try zip.add(entry.name, file: source, guarded: guarded)
                }
            }
            try zip.finish()
            files.append((archive.path, location))
        }
        (self.files, self.folder) = (files, folder)
    }
}
