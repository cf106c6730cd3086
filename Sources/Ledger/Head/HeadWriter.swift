import System

/// Signs heads, and takes in what others say of them.
public struct HeadWriter: Sendable {
    private let folder: LedgerFolder
    private let writer: LedgerWriter

    /// Takes the lock.
    public static func open(_ folder: LedgerFolder) throws(HeadRefusal) -> HeadWriter {
        do throws(LedgerFailure) {
            return HeadWriter(folder: folder, writer: try LedgerWriter(folder))
        } catch {
            throw .ledger(error)
        }
    }
}

/// Why nothing was signed or taken in.
public enum HeadRefusal: Error, Equatable, Sendable {
    case ledger(LedgerFailure)
    case nothingSealed
    case logNotWhole
    /// A head that was signed before is of another log.
    case otherLog(size: Int)
    case saltMissing
    case saltDamaged
    /// There is no head yet.
    case noHead
    case unreadable
    /// What came is of none of the heads.
    case unknownHead
    /// Nobody in the list of those who vouch has the key of any new signature.
    case unknownWitness([String])
    case wrongSignature(String)
    case openssl(String)
    case opensslMissing
    case keyNotLast
    case noKey
    case noCertificates
    /// Of a head that somebody is asked to vouch for.
    case doesNotContain(before: Int)
    case otherStart(Int, before: Int)
    case otherOrigin(String, before: String)
}

extension HeadWriter {
    /// Signs the log as it is. A head of the same size that is there already is kept, with all who vouch for it.
    public func sign(with key: SigningKey, origin: String) async throws(HeadRefusal) -> Checkpoint {
        guard writer.log.isWhole else { throw .logNotWhole }
        guard !writer.log.lines.isEmpty else { throw .nothingSealed }
        let heads = KeptHeads(in: folder)
        guard KeyRegister(in: folder).isInForce(key) else { throw .keyNotLast }
        let salt = try salt(isFirst: heads.heads.isEmpty && heads.diagnostics.isEmpty)
        guard let tree = await LogTree(writer.log, salt) else { throw .logNotWhole }
        for head in heads.heads {
            let size = head.checkpoint.size
            guard size <= tree.tree.count, tree.tree.root(size: size) == head.checkpoint.root else {
                throw .otherLog(size: size)
            }
        }
        let checkpoint = Checkpoint(
            origin: heads.newest?.checkpoint.origin ?? origin, size: tree.tree.count,
            root: tree.tree.root(size: tree.tree.count))
        if heads.head(size: checkpoint.size) == nil {
            try keep(SignedNote(checkpoint, signedBy: key).bytes, as: KeptHeads.file(size: checkpoint.size))
        }
        return checkpoint
    }

    /// Adds the signatures of those who vouch for a head; tells their names.
    public func add(cosigned bytes: [UInt8]) throws(HeadRefusal) -> [String] {
        guard let note = SignedNote(reading: bytes) else { throw .unreadable }
        guard let head = KeptHeads(in: folder).heads.first(where: { $0.note.text == note.text }) else {
            throw .unknownHead
        }
        var kept = head.note
        var names: [String] = []
        for witness in Witnesses(in: folder).all {
            guard let signature = witness.key.claimed(in: note) else { continue }
            guard witness.key.signed(note) != nil else { throw .wrongSignature(witness.name) }
            kept.add(signature)
            names.append(witness.name)
        }
        guard !names.isEmpty else {
            throw .unknownWitness(note.signatures.map(\.name).filter { $0 != head.checkpoint.origin })
        }
        try keep(kept.bytes, as: head.file)
        return names
    }

    /// What a time stamp authority is asked for the newest head.
    public func timestampQuery() throws(HeadRefusal) -> (size: Int, query: TimestampQuery) {
        guard let head = KeptHeads(in: folder).newest else { throw .noHead }
        return (head.checkpoint.size, TimestampQuery(of: head.note.dated, .sha256))
    }

    /// Lists all earlier proofs, keeps the list, and gives what the authority is asked for it.
    public func renewal() throws(HeadRefusal) -> (number: Int, query: TimestampQuery) {
        let heads = KeptHeads(in: folder)
        guard !heads.heads.isEmpty else { throw .noHead }
        guard writer.log.isWhole else { throw .logNotWhole }
        let kept = KeptTimestamps(in: folder, heads: heads)
        let own = RenewedLog(writer.log, in: folder, try salt(isFirst: false))
        let renewal: Renewal
        do throws(LedgerFailure) { renewal = try Renewal(heads: heads, kept, own) } catch { throw .ledger(error) }
        // A list that was never answered is made anew.
        let number = kept.lists.last.map { $0.stamp == nil ? $0.number : $0.number + 1 } ?? 1
        try keep(renewal.text, as: "\(KeptTimestamps.renewals)/\(number).txt")
        return (number, TimestampQuery(of: renewal.text, .sha512))
    }

    /// Keeps an authority's answer with the certificates that it is checked by.
    public func add(
        answer bytes: [UInt8], certificates: [UInt8], _ check: TimestampCheck
    ) throws(HeadRefusal) -> LogTime {
        guard let answer = TimestampAnswer(reading: bytes) else { throw .unreadable }
        let heads = KeptHeads(in: folder)
        let kept = KeptTimestamps(in: folder, heads: heads)
        let data: [UInt8]
        let path: String
        if let head = heads.heads.last(where: { answer.isOf($0.note.dated, .sha256) }) {
            let size = head.checkpoint.size
            let number = (kept.stamps.filter { $0.size == size }.compactMap(\.number).max() ?? 0) + 1
            (data, path) = (head.note.dated, "\(KeptTimestamps.folder)/\(size)-\(number)")
        } else if let list = kept.lists.last(where: { answer.isOf($0.text, .sha512) }) {
            (data, path) = (list.text, "\(KeptTimestamps.renewals)/\(list.number)")
        } else {
            throw .unknownHead
        }
        let fault: String?
        do throws(SystemError) {
            fault = try check.fault(bytes, of: data, certificates: certificates, at: answer.time)
        } catch {
            throw .opensslMissing
        }
        if let fault { throw .openssl(fault) }
        // The certificates first: an answer without them would say nothing.
        try keep(certificates, as: path + ".pem")
        try keep(bytes, as: path + ".tsr")
        return answer.time
    }

    private func salt(isFirst: Bool) throws(HeadRefusal) -> LogSalt {
        do throws(SaltRefusal) {
            return try LogSalt.kept(in: folder)
        } catch {
            guard error == .missing, isFirst else { throw error == .missing ? .saltMissing : .saltDamaged }
            let salt = LogSalt()
            try keep(salt.bytes, as: LogSalt.file)
            return salt
        }
    }

    private func keep(_ bytes: [UInt8], as path: String) throws(HeadRefusal) {
        do throws(LedgerFailure) {
            try writer.keep(bytes, as: path)
        } catch {
            throw .ledger(error)
        }
    }
}

extension KeptTimestamps.Stamp {
    /// Which of the head's time stamps.
    fileprivate var number: Int? { name.split(separator: "-").dropFirst().first.flatMap { Int($0) } }
}
