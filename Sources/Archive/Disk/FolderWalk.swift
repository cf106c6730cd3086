import System

/// The files below a folder, in the order of their paths' bytes.
enum FolderWalk {
    struct Found {
        /// Relative to the folder.
        let path: String
        let kind: Kind

        enum Kind {
            case file
            case emptyFolder
            /// A link, a pipe: nothing that belongs in a package.
            case other
        }
    }

    static func files(
        in root: String, skip: (_ path: String) -> Bool = { _ in false }
    ) throws(ArchiveFailure) -> [Found] {
        var found: [Found] = []
        var folders = [""]
        while let folder = folders.popLast() {
            let names = try names(in: root + "/" + folder)
            if names.isEmpty && !folder.isEmpty { found.append(Found(path: folder, kind: .emptyFolder)) }
            for name in names {
                let path = folder.isEmpty ? name : folder + "/" + name
                if skip(path) { continue }
                let status: FileStatus
                do throws(SystemError) {
                    status = try FileStatus(root + "/" + path, links: .themselves)
                } catch {
                    throw ArchiveFailure(error)
                }
                switch status.kind {
                case .folder: folders.append(path)
                case .file: found.append(Found(path: path, kind: .file))
                default: found.append(Found(path: path, kind: .other))
                }
            }
        }
        return found.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    static func names(in folder: String) throws(ArchiveFailure) -> [String] {
        do throws(SystemError) { return try Folder.names(in: folder) } catch { throw ArchiveFailure(error) }
    }

    /// A folder and those above it.
    static func make(_ folder: String) throws(ArchiveFailure) {
        do throws(SystemError) { try Folder.makeWhole(folder) } catch { throw ArchiveFailure(error) }
    }
}
