import Fingerprints
import System

/// What a build knows of the files it left: what each was made from, and how it lies on the disk. A file of which both
/// are the same need not be made again.
public struct OutputMemory: Sendable, Equatable {
    /// Of the manifest on the disk, whose order is that of the entries.
    private let manifest: Fingerprint
    private let entries: [Entry]

    private struct Entry: Sendable, Equatable {
        let origin: UInt64
        let standing: UInt64
    }
}

extension OutputMemory {
    /// Looks at every file that a manifest lists, as a build has left it. `origins` are of the manifest's files; nil for
    /// one that is to be made again in any case.
    init?(_ directory: OutputDirectory, _ manifest: Manifest, origins: [Fingerprint?]) async {
        guard let own = directory.standing(of: Manifest.fileName) else { return nil }
        // The disk's clock ticks on, so that no later change can have the time of what was just written.
        Machine.pause(milliseconds: 10)
        let standings = await Self.standings(in: directory, of: manifest)
        self.manifest = own
        entries = zip(origins, standings).map { origin, standing in
            Entry(origin: origin?.bits ?? 0, standing: standing?.bits ?? 0)
        }
    }

    /// True when the file of a manifest's entry is made from what it was made from, and lies as it was left.
    func isCurrent(_ index: Int, origin: Fingerprint, standing: Fingerprint) -> Bool {
        index < entries.count && entries[index] == Entry(origin: origin.bits, standing: standing.bits)
    }

    /// True when this is of the manifest that lies in the directory.
    func isOf(_ directory: OutputDirectory) -> Bool { directory.standing(of: Manifest.fileName) == manifest }

    /// True when the file of a manifest's entry lies as it was left, whatever it is made from.
    func isAsLeft(_ index: Int, standing: Fingerprint) -> Bool {
        index < entries.count && standing.bits != 0 && entries[index].standing == standing.bits
    }

    /// False when the list of files in a folder is not the one that the last build left.
    public func hasManifest(of path: String) -> Bool { OutputDirectory(standing: path).map(isOf) ?? false }

    /// Whether all that the last build left in a directory lies there as it was left: the number of files and of
    /// tombstones among them; nil when it does not.
    public func untouched(in path: String) async -> (files: Int, tombstones: Int)? {
        // A build that died may have left its stage, which the next one clears away.
        guard let directory = OutputDirectory(standing: path), isOf(directory),
            (try? directory.resident(OutputDirectory.stage)) == .some(nil),
            let manifest = try? directory.readManifest(), manifest.count == entries.count
        else { return nil }
        let standings = await Self.standings(in: directory, of: manifest)
        guard zip(standings, entries).allSatisfy({ $0 != nil && $0?.bits == $1.standing }) else { return nil }
        return (manifest.count, (0..<manifest.count).count { manifest.kind($0) == .tombstone })
    }

    private static func standings(in directory: OutputDirectory, of manifest: Manifest) async -> [Fingerprint?] {
        await Workers(count: manifest.count, progress: nil).run { range, _ in
            var trust = FileTrust(doubt: 5_000_000)
            return (range.map { index in manifest.withName(index) { directory.trusted($0, &trust) } }, nil)
        }.flatMap(\.result)
    }
}

// MARK: - On disk

extension OutputMemory {
    /// Words of 64 bits, little-endian.
    public var words: [UInt64] { [manifest.bits] + entries.flatMap { [$0.origin, $0.standing] } }

    public init?(words: ArraySlice<UInt64>) {
        guard let first = words.first, words.count % 2 == 1 else { return nil }
        manifest = Fingerprint(bits: first)
        entries = stride(from: words.startIndex + 1, to: words.endIndex, by: 2).map {
            Entry(origin: words[$0], standing: words[$0 + 1])
        }
    }
}

extension OutputDirectory {
    /// As below; nil for a file whose times tell nothing.
    fileprivate func trusted(_ path: UnsafePointer<CChar>, _ trust: inout FileTrust) -> Fingerprint? {
        guard let status = fileStatus(path),
            trust.holds(for: status, at: shown(String(cString: path)))
        else {
            return nil
        }
        return Fingerprint(status)
    }

    /// How a file lies on the disk: all that the system changes when its bytes do. Nil where there is none.
    func standing(of path: UnsafePointer<CChar>) -> Fingerprint? {
        fileStatus(path).map { Fingerprint($0) }
    }
}

extension Fingerprint {
    /// Of all that the system changes when a file's bytes do.
    package init(_ status: FileStatus) {
        self.init()
        add(UInt64(status.device))
        add(UInt64(status.number))
        add(status.size)
        add(status.modified)
        add(status.changed)
    }
}
