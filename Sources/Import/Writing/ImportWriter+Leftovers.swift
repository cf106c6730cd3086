import System

/// A file is written beside where it shall be, under a hidden name that nothing publishes. An import that is killed leaves
/// it; the next one takes it away.
extension ImportWriter {
    static let draftName = ".klubba-import-"

    /// Takes away what imports that no longer run have left in the folders of these files.
    package func takeAwayLeftovers(of files: [PlannedImport]) {
        let folders = Set(files.map { $0.path.split(separator: "/").dropLast().joined(separator: "/") })
        for folder in folders.map({ root + "/" + $0 }) {
            for name in (try? Folder.names(in: folder)) ?? [] where name.hasPrefix(Self.draftName) {
                guard let process = Int32(name.dropFirst(Self.draftName.count)), !Machine.isRunning(process) else {
                    continue
                }
                FileBytes.remove(folder + "/" + name)
            }
        }
    }
}
