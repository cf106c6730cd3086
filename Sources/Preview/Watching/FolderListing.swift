import Glibc

/// The folders of a site that are watched, found by walking them.
enum FolderListing {
    struct Entry {
        let name: String
        let isFolder: Bool
        let status: stat
    }

    /// What stands in a folder; nothing when it cannot be read. A link counts as what it leads to only at the root:
    /// further down nobody follows a link to a folder.
    static func entries(of folder: String, in root: String) -> [Entry] {
        let location = root + "/" + folder
        guard let stream = opendir(location) else { return [] }
        defer { closedir(stream) }
        var entries: [Entry] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { raw in
                String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name != ".", name != "..", WatchedPath.matters(name, in: folder) else { continue }
            var status = stat()
            let path = location + "/" + name
            let isThere = folder == WatchedPath.root ? stat(path, &status) == 0 : lstat(path, &status) == 0
            guard isThere else { continue }
            entries.append(Entry(name: name, isFolder: status.st_mode & S_IFMT == S_IFDIR, status: status))
        }
        return entries
    }
}
