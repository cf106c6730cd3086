import System

/// The sites that stood in an output before the one that stands there now, kept beside it.
public struct FormerSites {
    private let output: OutputDirectory
    private let attic: Attic
}

extension FormerSites {
    /// Nil where nothing is kept, or nothing stands in the output. Locks the output for as long as this is held.
    public init?(beside path: String) throws(OutputFailure) {
        guard try Self.stands(path) else { return nil }
        let output = try OutputDirectory(locked: path, trial: nil)
        guard let attic = Attic(beside: output, making: .never, trial: nil) else {
            // Nothing is kept there, or it cannot be looked at.
            let name = output.path.split(separator: "/").last.map(String.init) ?? ""
            _ = try Self.stands(String(output.path.dropLast(name.utf8.count)) + Attic.own(name))
            return nil
        }
        (self.output, self.attic) = (output, attic)
    }

    /// Whether a folder is there; what hinders that it is looked at is told.
    private static func stands(_ path: String) throws(OutputFailure) -> Bool {
        do throws(SystemError) {
            Descriptor.close(try Beneath.openFolder(path))
            return true
        } catch {
            if error.isMissing || error.isNoFolder { return false }
            throw OutputFailure(error, at: path)
        }
    }

    /// Lets other builds have the output again.
    public func close() { output.unlock() }

    /// How many can be brought back.
    public var count: Int { attic.kept.count }

    /// What would happen; nil where nothing is kept.
    public func comingBack() throws(OutputFailure) -> ComingBack? {
        guard let number = try newest() else { return nil }
        let now = try output.readManifest() ?? Manifest()
        let before: OutputDirectory
        do throws(SystemError) {
            before = try attic.directory.opened("\(number)", as: attic.directory.shown("\(number)"))
        } catch {
            throw attic.directory.failure(error, at: "\(number)")
        }
        guard let then = try before.readManifest() else { return nil }
        var change = ComingBack(
            then.imprint, board: (try before.text(ComingBack.board), try output.text(ComingBack.board)))
        for (new, old) in Manifest.pairs(now, then) {
            let isThere = new.map { now.kind($0) != .tombstone } ?? false
            let wasThere = old.map { then.kind($0) != .tombstone } ?? false
            if let old, wasThere {
                let path = then.path(old)
                change.shown.append(path)
                if !isThere {
                    change.comes.append(path)
                } else if !then.withName(old, { output.isSameFile($0, in: before) }) {
                    change.changes.append(path)
                }
            } else if let new, isThere {
                change.goes.append(now.path(new))
            }
        }
        return change
    }

    /// Lets the newest of them take the output's place, in one step; what stood there is kept no longer.
    public func bringBack() throws(OutputFailure) {
        guard let number = try newest() else { return }
        let name = "\(number)"
        try output.attempt(".") { () throws(SystemError) in
            let tree = try attic.directory.opened(name, as: output.path)
            try tree.synchronize()
            try attic.exchange(name)
        }
        attic.setAside()
        _ = try? attic.directory.rename(name, to: Attic.next)
    }

    private func newest() throws(OutputFailure) -> Int? {
        try attic.directory.attempt(".") { () throws(SystemError) in try attic.sites() }.first
    }

    /// Removes all that is kept.
    ///
    /// - Returns: how many could be brought back.
    public func forget() -> Int {
        let count = count
        attic.removeAll()
        attic.removeIfEmpty()
        return count
    }
}

/// What a former site would bring and take, by path.
public struct ComingBack: Sendable {
    /// Of the site that comes back.
    public let imprint: Imprint?
    /// Files that stand in it and not in the site that stands.
    public internal(set) var comes: [String] = []
    /// Files that stand in the site and not in it.
    public internal(set) var goes: [String] = []
    /// Files that stand in both and are not the same.
    public internal(set) var changes: [String] = []
    /// All files that it has.
    public internal(set) var shown: [String] = []
    /// The notice board as data, of the site that comes back and of the one that stands.
    public let boardThen: [UInt8]
    public let boardNow: [UInt8]

    static let board = "data/anslag.csv"

    init(_ imprint: Imprint?, board: (then: [UInt8], now: [UInt8])) {
        (self.imprint, boardThen, boardNow) = (imprint, board.then, board.now)
    }
}

extension OutputDirectory {
    /// Nothing where there is no such file.
    fileprivate func text(_ path: String) throws(OutputFailure) -> [UInt8] {
        try attempt(path) { () throws(SystemError) in
            do throws(SystemError) { return try readWhole(path) } catch {
                if error.isMissing { return [] }
                throw error
            }
        }
    }
}
