import Diagnostics

/// The log's public head and all that belongs to it, read from a site and held against its log.
public struct LogHead: Sendable {
    /// Nil before there is a head, and where the log or the salt is not what it was.
    public let set: HeadSet?
    public let heads: KeptHeads
    public let keys: KeyRegister
    public let witnesses: Witnesses
    public let stamps: KeptTimestamps
    public let diagnostics: [Diagnostic]
}

extension LogHead {
    public static func read(in folder: LedgerFolder, _ log: DecisionLog) async -> LogHead {
        let (heads, keys, witnesses) = (KeptHeads(in: folder), KeyRegister(in: folder), Witnesses(in: folder))
        let stamps = KeptTimestamps(in: folder, heads: heads)
        var diagnostics = keys.diagnostics + keys.check(log) + witnesses.diagnostics + heads.diagnostics
        diagnostics += stamps.diagnostics
        var set: HeadSet?
        if heads.heads.isEmpty, heads.diagnostics.isEmpty, log.hasHeadedLines {
            diagnostics.append(Diagnostic(Place(KeptHeads.folder), .headMissing))
        }
        if let newest = heads.newest {
            do throws(SaltRefusal) {
                let salt = try LogSalt.kept(in: folder)
                if let tree = await LogTree(log, salt) {
                    diagnostics += heads.check(tree.tree, keys: { signers(keys, log, $0) }, witnesses: witnesses)
                    let own = RenewedLog(log, in: folder, salt)
                    diagnostics += stamps.lists.flatMap { Renewal.check($0, heads: heads, stamps, own) }
                    set = HeadSet(tree, heads: heads, witnesses: witnesses, stamps: stamps, keys: keys, log: log)
                    let behind = log.lines.count - newest.checkpoint.size
                    if behind > 0 { diagnostics.append(Diagnostic(Place(newest.file), .headBehindLog(lines: behind))) }
                }
            } catch {
                diagnostics.append(Diagnostic(Place(LogSalt.file), .saltFault(isMissing: error == .missing)))
            }
        }
        return LogHead(
            set: set, heads: heads, keys: keys, witnesses: witnesses, stamps: stamps, diagnostics: diagnostics)
    }

    /// Those whose signatures of a head count: whom the register names and whose time was not over on the day of the head's
    /// last line, else whoever has signed lines.
    private static func signers(_ keys: KeyRegister, _ log: DecisionLog, _ size: Int) -> [String] {
        guard !keys.holders.isEmpty else { return log.keys }
        let day = size > 0 && size <= log.entries.count ? log.entries[size - 1].time.day : ""
        return keys.holders.indices.filter { keys.end(of: $0).map { day <= $0.description } ?? true }
            .map { keys.holders[$0].key }
    }
}

/// Why the salt cannot be used.
enum SaltRefusal: Error { case missing, damaged }

extension LogSalt {
    static func kept(in folder: LedgerFolder) throws(SaltRefusal) -> LogSalt {
        guard let bytes = try? folder.bytes(of: file) else { throw .missing }
        guard let salt = LogSalt(reading: bytes) else { throw .damaged }
        return salt
    }
}

extension DecisionLog {
    /// Whether it has lines that klubba signed a head for at once: it does so since the third version of a line.
    fileprivate var hasHeadedLines: Bool { entries.contains { !$0.key.isEmpty && $0.settings != nil } }
}
