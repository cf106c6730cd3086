import Synchronization

/// Files that are made together the first time that one of them is asked for.
final class LaterFiles: Sendable {
    private let folder: String
    private let make: @Sendable () -> [PreviewFile]
    private let made = Mutex<[String: PreviewFile.Content]?>(nil)

    /// - Parameter folder: what all their paths begin with.
    init(folder: String, make: @escaping @Sendable () -> [PreviewFile]) { (self.folder, self.make) = (folder, make) }
}

extension LaterFiles {
    subscript(path: String) -> PreviewFile.Content? {
        guard path.hasPrefix(folder) else { return nil }
        return made.withLock { made in
            let files = made ?? Dictionary(make().map { ($0.path, $0.content) }) { first, _ in first }
            made = files
            return files[path]
        }
    }
}
