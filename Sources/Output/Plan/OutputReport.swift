/// What a build did to the output directory.
public struct OutputReport: Sendable, Equatable {
    /// The files written or replaced, in the order of their paths; new tombstones are among them.
    public internal(set) var writtenPaths: [String] = []
    /// The files removed because the plan lacks them, in the order of their paths.
    public internal(set) var removedPaths: [String] = []
    /// Files that already held the planned bytes and were left alone.
    public internal(set) var unchanged = 0
    /// Tombstones that stand in the site now, old and new.
    public internal(set) var tombstones = 0
    /// Permanent addresses whose page gave place to a tombstone in this build.
    public internal(set) var newTombstones = 0
    /// The bytes of the files written.
    public internal(set) var bytesWritten = 0
    /// The bytes of the whole site, the manifest not counted.
    public internal(set) var bytes = 0

    public init() {}

    /// Of a build that found everything as the last one left it.
    public init(unchanged files: Int, tombstones: Int) { (unchanged, self.tombstones) = (files, tombstones) }

    /// The number of files written or replaced.
    public var written: Int { writtenPaths.count }
    /// The number of files removed.
    public var removed: Int { removedPaths.count }
}
