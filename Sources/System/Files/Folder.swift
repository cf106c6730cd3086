#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Folders on the disk.
package enum Folder {
    package struct Entry: Sendable {
        /// Raw bytes of the name; a name need not be text.
        package let name: [UInt8]
        /// Nil where the file system does not tell.
        package let kind: FileStatus.Kind?

        package var text: String { String(decoding: name, as: UTF8.self) }
    }

    /// What a folder holds, hidden things included, in no order.
    package static func entries(of path: String) throws(SystemError) -> [Entry] {
        guard let folder = opendir(path) else { throw SystemError(path) }
        defer { closedir(folder) }
        var entries: [Entry] = []
        while true {
            errno = 0
            guard let entry = readdir(folder) else {
                if errno != 0 { throw SystemError(path) }
                return entries
            }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0[..<($0.firstIndex(of: 0) ?? $0.count)]) }
            if name == [0x2E] || name == [0x2E, 0x2E] { continue }
            entries.append(Entry(name: name, kind: FileStatus.Kind(entry: Int(entry.pointee.d_type))))
        }
    }

    package static func names(in path: String) throws(SystemError) -> [String] {
        try entries(of: path).map(\.text)
    }

    /// Makes a folder; one that is there already is as good.
    package static func make(_ path: String, mode: UInt32 = 0o755) throws(SystemError) {
        if mkdir(path, mode_t(mode)) != 0 && errno != EEXIST { throw SystemError(path) }
    }

    /// Makes a folder and those above it.
    package static func makeWhole(_ path: String, mode: UInt32 = 0o755) throws(SystemError) {
        var folder = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            folder += "/" + part
            try make(folder, mode: mode)
        }
    }

    /// Makes the folders of a path below another that stands.
    package static func makeFolders(above path: String, in root: String, mode: UInt32) throws(SystemError) {
        var folder = root
        for part in path.split(separator: "/").dropLast() {
            folder += "/" + part
            try make(folder, mode: mode)
        }
    }

    /// A new folder that only this user may look into, under a name that nothing else has.
    package static func makeUnique(in folder: String, prefix: String) throws(SystemError) -> String {
        var template = Array("\(folder)/\(prefix)XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw SystemError(folder) }
        return String(cString: made)
    }

    /// Removes what stands at a path, with all that is in it, as far as it lets itself be removed. No link is followed.
    package static func removeTree(_ root: String) {
        guard let status = try? FileStatus(root, links: .themselves) else { return }
        guard status.kind == .folder else {
            unlink(root)
            return
        }
        var folders = [root]
        var found: [String] = []
        while let folder = folders.popLast() {
            found.append(folder)
            for entry in (try? entries(of: folder)) ?? [] {
                let path = folder + "/" + entry.text
                let kind = (try? FileStatus(path, links: .themselves))?.kind
                if kind == .folder { folders.append(path) } else if kind != nil { unlink(path) }
            }
        }
        // Folders after what they hold.
        for folder in found.reversed() { rmdir(folder) }
    }
}
