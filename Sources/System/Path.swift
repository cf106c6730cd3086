import Glibc

/// Paths as text, and what the disk makes of them.
package enum Path {
    /// The real path of something that exists.
    package static func absolute(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The real path of something that need not exist: what exists of it is resolved, the rest is taken as written.
    package static func planned(_ path: String) -> String {
        if let resolved = absolute(path) { return resolved }
        var parts = path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        guard let last = parts.popLast() else { return path }
        let parent = (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
        let base = planned(parent.isEmpty ? "." : parent)
        if last == "." { return base }
        if last == ".." { return String(base[..<(base.lastIndex(of: "/") ?? base.startIndex)]) }
        return base == "/" ? "/" + last : base + "/" + last
    }

    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// True when one path is the other or lies below it.
    package static func isInside(_ path: String, _ folder: String) -> Bool {
        path == folder || path.hasPrefix(folder == "/" ? "/" : folder + "/")
    }

    /// The program that runs.
    package static var ownProgram: String? { absolute("/proc/self/exe") }
}
