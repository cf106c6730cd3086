import Meetings

/// All that is known of the log's heads, in memory: the tree, what was signed, who vouches for it and when it was dated.
public struct HeadSet: Sendable {
    let tree: LogTree
    let heads: KeptHeads
    let witnesses: Witnesses
    let stamps: KeptTimestamps
    let keys: KeyRegister
    let log: DecisionLog

    public init(
        _ tree: LogTree, heads: KeptHeads, witnesses: Witnesses, stamps: KeptTimestamps, keys: KeyRegister,
        log: DecisionLog
    ) {
        (self.tree, self.heads, self.witnesses, self.stamps) = (tree, heads, witnesses, stamps)
        (self.keys, self.log) = (keys, log)
    }
}

extension HeadSet {
    /// The heads that a line's proof stands under: the newest, the newest that somebody vouches for, and the first that
    /// was dated, for it says longest ago.
    func heads(covering line: Int) -> [KeptHeads.Head] {
        let covering = heads.heads.filter { $0.checkpoint.size > line }
        let vouched = covering.last { !vouchers(of: $0).isEmpty }
        let dated = stamps.stamps.first { $0.size.map { $0 > line } ?? false }?.size.flatMap { heads.head(size: $0) }
        var chosen: [KeptHeads.Head] = []
        for case let head? in [covering.last, vouched, dated]
        where !chosen.contains(where: { $0.checkpoint.size == head.checkpoint.size }) {
            chosen.append(head)
        }
        return chosen
    }

    func vouchers(of head: KeptHeads.Head) -> [(name: String, time: UInt64)] {
        witnesses.all.compactMap { witness in witness.key.signed(head.note).map { (witness.name, $0) } }
    }

    /// Nil before there is a head.
    public func publicHead(day: (LogTime) -> CalendarDate) -> PublicHead? {
        guard let newest = heads.newest, newest.checkpoint.size > 0, newest.checkpoint.size <= tree.tree.count else {
            return nil
        }
        let size = newest.checkpoint.size
        let vouched = heads.heads.last { !vouchers(of: $0).isEmpty }
        let signers =
            keys.holders.isEmpty
            ? log.keys.map { PublicHead.Key(name: "", role: "", from: nil, until: nil, key: $0, lost: nil) }
            : keys.holders.indices.map { index in
                let holder = keys.holders[index]
                return PublicHead.Key(
                    name: holder.name, role: holder.role, from: holder.from, until: keys.end(of: index),
                    key: holder.key, lost: holder.lost.isEmpty ? nil : holder.lost)
            }
        let set = self
        return PublicHead(
            size: size, day: day(log.entries[size - 1].time), root: newest.checkpoint.root.base64, keys: signers,
            vouchers: vouched.map { head in
                vouchers(of: head).map {
                    PublicHead.Voucher(name: $0.name, day: day(LogTime(seconds: Int(clamping: $0.time))))
                }
            } ?? [],
            stamped: stamps.stamps.map { day($0.time) }, files: files(newest),
            proof: { address, parts in ProofFile(address, parts, set)?.bytes })
    }

    private func files(_ newest: KeptHeads.Head) -> [String: [UInt8]] {
        var files = ["forsegling/checkpoint": newest.note.bytes]
        if !keys.bytes.isEmpty { files["forsegling/nycklar.txt"] = keys.bytes }
        if !witnesses.bytes.isEmpty { files["forsegling/intygare.txt"] = witnesses.bytes }
        for old in requestedSizes where old < newest.checkpoint.size {
            let proof = tree.tree.consistency(from: old, to: newest.checkpoint.size)
            let request = CosignRequest(old: old, proof: proof, note: newest.note)
            files["forsegling/begaran-\(old).txt"] = request.bytes
        }
        return files
    }

    /// The sizes that somebody may have vouched for last: each witness's newest, 0 for one who never has, and, as what they
    /// sent may have been lost on its way, those of the last heads.
    private var requestedSizes: Set<Int> {
        let signed = witnesses.all.compactMap { witness in
            heads.heads.last { witness.key.signed($0.note) != nil }?.checkpoint.size
        }
        return Set([0] + signed + (witnesses.all.isEmpty ? [] : heads.heads.suffix(20).map(\.checkpoint.size)))
    }
}
