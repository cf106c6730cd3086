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
        if let newest = heads.newest {
            do throws(SaltRefusal) {
                let salt = try LogSalt.kept(in: folder)
                if let tree = await LogTree(log, salt) {
                    diagnostics += heads.check(tree.tree, keys: signers(keys, log), witnesses: witnesses)
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

    /// Those whose signatures of heads count: whom the register names, else whoever has signed lines.
    private static func signers(_ keys: KeyRegister, _ log: DecisionLog) -> [String] {
        keys.holders.isEmpty ? log.keys : keys.holders.map(\.key)
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
