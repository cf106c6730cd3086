import System

/// The folders of a site that are watched, found by walking them.
enum FolderListing {
    struct Entry {
        let name: String
        let status: FileStatus

        var isFolder: Bool { status.kind == .folder }
    }

    /// What stands in a folder; nothing when it cannot be read. A link counts as what it leads to only at the root:
    /// further down nobody follows a link to a folder.
    static func entries(of folder: String, in root: String) -> [Entry] {
        let location = root + "/" + folder
        let links: FileStatus.Links = folder == WatchedPath.root ? .followed : .themselves
        return ((try? Folder.names(in: location)) ?? []).compactMap { name in
            guard WatchedPath.matters(name, in: folder),
                let status = try? FileStatus(location + "/" + name, links: links)
            else { return nil }
            return Entry(name: name, status: status)
        }
    }
}
