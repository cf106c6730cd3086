#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

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

    package static func isFolder(_ path: String) -> Bool { (try? FileStatus(path))?.kind == .folder }

    /// Where a symbolic link points, as written; nil for what is none.
    package static func target(ofLink path: String) -> String? {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = buffer.withUnsafeMutableBytes { raw in
            raw.withMemoryRebound(to: CChar.self) { characters in
                characters.baseAddress.map { readlink(path, $0, characters.count) } ?? -1
            }
        }
        return count < 0 ? nil : String(decoding: buffer.prefix(count), as: UTF8.self)
    }

    /// True when one path is the other or lies below it.
    package static func isInside(_ path: String, _ folder: String) -> Bool {
        path == folder || path.hasPrefix(folder == "/" ? "/" : folder + "/")
    }

    /// Where names without a place are looked for from now on, here and by the programs that are started.
    package static func enter(_ folder: String) { _ = chdir(folder) }

    /// The program that runs; nil where the system does not tell.
    package static var ownProgram: String? {
        #if canImport(Darwin)
            var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
            var size = UInt32(buffer.count)
            guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
            return absolute(String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
        #else
            return absolute("/proc/self/exe")
        #endif
    }
}
