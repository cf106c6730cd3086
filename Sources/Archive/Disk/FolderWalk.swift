import Glibc

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
                var status = stat()
                guard lstat(root + "/" + path, &status) == 0 else { throw FileBytes.failure(root + "/" + path) }
                switch status.st_mode & S_IFMT {
                case S_IFDIR: folders.append(path)
                case S_IFREG: found.append(Found(path: path, kind: .file))
                default: found.append(Found(path: path, kind: .other))
                }
            }
        }
        return found.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    static func names(in folder: String) throws(ArchiveFailure) -> [String] {
        guard let directory = opendir(folder) else { throw FileBytes.failure(folder) }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names
    }

    static func remove(_ root: String) {
        var status = stat()
        guard lstat(root, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            unlink(root)
            return
        }
        var folders = [root]
        var all: [String] = []
        while let folder = folders.popLast() {
            all.append(folder)
            for name in (try? names(in: folder)) ?? [] {
                let path = folder + "/" + name
                guard lstat(path, &status) == 0 else { continue }
                if status.st_mode & S_IFMT == S_IFDIR { folders.append(path) } else { unlink(path) }
            }
        }
        for folder in all.reversed() { rmdir(folder) }
    }

    /// A folder and those above it.
    static func make(_ folder: String) throws(ArchiveFailure) {
        var path = folder.hasPrefix("/") ? "" : "."
        for part in folder.split(separator: "/") {
            path += "/" + part
            if mkdir(path, 0o755) != 0 && errno != EEXIST { throw FileBytes.failure(path) }
        }
    }
}
