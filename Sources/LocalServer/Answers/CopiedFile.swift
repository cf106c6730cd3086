import System

/// A file that is sent from where it lies, open for as long as that takes.
package final class CopiedFile: Sendable {
    private let file: OpenFile
    package let size: Int
    package let tag: Tag

    /// Nil unless a regular file below `home` stands there now. Asked of the open file and not of its path: between the
    /// question and the opening, a path can be made to lead elsewhere.
    package init?(_ path: String, home: String) {
        guard let file = try? OpenFile(reading: path), let status = try? file.status, status.kind == .file,
            let real = file.realPath, real.hasPrefix(home + "/")
        else { return nil }
        self.file = file
        size = status.size
        var maker = Tag.Maker()
        maker.add(status)
        tag = maker.tag
    }
}

extension CopiedFile {
    /// Up to `count` bytes from `offset`; none at the end or when the disk fails.
    package func bytes(from offset: Int, count: Int) -> [UInt8] { file.bytes(from: offset, count: count) }
}
