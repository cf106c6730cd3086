/// One who vouches for a log's heads, and never for two that do not fit together.
public struct CosigningWitness: Sendable {
    private let name: String
    private let key: SigningKey

    public init(name: String, key: SigningKey) { (self.name, self.key) = (name, key) }

    /// What was signed before; nothing the first time.
    public struct Before: Sendable {
        let checkpoint: Checkpoint?

        public init(_ checkpoint: Checkpoint?) { self.checkpoint = checkpoint }

        /// Of the file that it is remembered in.
        init(file path: String) throws(HeadRefusal) {
            do throws(LedgerFailure) {
                let bytes = try LedgerFolder.bytes(ofFile: path)
                guard let note = SignedNote(reading: bytes), let checkpoint = Checkpoint(note.text) else {
                    throw LedgerFailure.changedMeanwhile
                }
                self.checkpoint = checkpoint
            } catch {
                // A memory that cannot be read is none to go on without.
                guard case .system(_, 2) = error else {
                    throw error == .changedMeanwhile ? .unreadable : .ledger(error)
                }
                checkpoint = nil
            }
        }
    }
}

extension CosigningWitness {
    public var publicKey: NoteKey { NoteKey(key, name: name, kind: .cosigner) }

    /// The head with one more signature, if it contains the one that was signed before.
    public func sign(_ request: CosignRequest, after before: Before, time: UInt64) throws(HeadRefusal) -> SignedNote {
        guard let head = Checkpoint(request.note.text), head.size >= request.old else { throw .unreadable }
        // The very head that was signed last: what came of it may have been lost on its way.
        if before.checkpoint == head { return signed(request.note, time) }
        if let before = before.checkpoint {
            guard before.origin == head.origin else { throw .otherOrigin(head.origin, before: before.origin) }
            guard before.size == request.old else { throw .otherStart(request.old, before: before.size) }
        } else if request.old != 0 {
            throw .otherStart(request.old, before: 0)
        }
        let isConsistent = TreeProof.isConsistent(
            old: request.old, oldRoot: before.checkpoint?.root ?? .nothing, new: head.size, newRoot: head.root,
            path: request.proof)
        guard isConsistent else { throw .doesNotContain(before: before.checkpoint?.size ?? 0) }
        return signed(request.note, time)
    }

    private func signed(_ note: SignedNote, _ time: UInt64) -> SignedNote {
        var note = note
        note.add(Cosignature.make(note.text, name: name, time: time, key: key))
        return note
    }
}
