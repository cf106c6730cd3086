import Fingerprints
import System

/// Whether a file's times tell that it has not changed since they were looked at.
public struct FileTrust: Sendable {
    /// In nanoseconds: what was changed later may change again within the clock's tick.
    private let certain: Int
    /// By disk, whether its times are this machine's own and finer than seconds.
    private var disks: [UInt64: Bool] = [:]

    /// - Parameter doubt: for so many nanoseconds after a change, the clock may give another change the same time.
    public init(doubt: Int = 100_000_000) {
        certain = Clocks.nanoseconds - doubt
    }
}

extension FileTrust {
    /// False for what changed a moment ago, or in a time to come; for clocks of whole seconds; and for disks that are
    /// somebody else's, whose clock may be behind this one.
    package mutating func holds(for status: FileStatus, at path: String) -> Bool {
        guard status.changed % 1_000_000_000 != 0, status.changed <= certain else { return false }
        let disk = UInt64(status.device)
        if let known = disks[disk] { return known }
        guard let file = try? Beneath.openForReading(path, links: .themselves) else { return false }
        defer { Descriptor.close(file) }
        let isOwn = FileTrust.ownDisks.contains(Descriptor.kindOfDisk(of: file))
        disks[disk] = isOwn
        return isOwn
    }

    /// As statfs(2) numbers them: ext2 to ext4, XFS, Btrfs, tmpfs, ramfs, overlayfs, F2FS, ZFS, bcachefs.
    private static let ownDisks: Set<UInt64> = [
        0xEF53, 0x5846_5342, 0x9123_683E, 0x0102_1994, 0x8584_58F6, 0x794C_7630, 0xF2F5_2010, 0x2FC1_2FC1,
        0xCA45_1A4E,
    ]
}

extension Fingerprint {
    /// Of a file's bytes; nil where it can't be read.
    public init?(contentsOf path: String) {
        guard let file = try? Beneath.openForReading(path, links: .themselves) else { return nil }
        defer { Descriptor.close(file) }
        self.init()
        var window = [UInt8](repeating: 0, count: 1 << 16)
        var size = 0
        while true {
            let count: Int? = window.withUnsafeMutableBytes { buffer in
                do throws(SystemError) { return try Descriptor.read(file, into: buffer) } catch { return nil }
            }
            guard let count else { return nil }
            window.withUnsafeBytes { add(bytes: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            size += count
            if count < window.count { break }
        }
        add(size)
    }
}
