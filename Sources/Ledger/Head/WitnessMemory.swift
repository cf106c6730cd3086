/// What one who vouches signed last, in a file beside the key. It is held while it lives: two heads that are put to a witness
/// at the same time are answered one after the other, so never two that do not fit together.
public struct WitnessMemory: Sendable {
    public let before: CosigningWitness.Before
    private let path: String
    private let lock: LedgerLock

    /// Takes the lock, and reads under it.
    public init(file path: String, patience: Int = 10_000) throws(HeadRefusal) {
        self.path = path
        do throws(LedgerFailure) {
            lock = try LedgerLock(at: path + ".las", patience: patience)
        } catch {
            throw .ledger(error)
        }
        before = try CosigningWitness.Before(file: path)
    }
}

extension WitnessMemory {
    /// On the disk before it returns.
    public func keep(_ note: SignedNote) throws(HeadRefusal) {
        do throws(LedgerFailure) {
            try LedgerFolder.write(note.bytes, toFile: path)
        } catch {
            throw .ledger(error)
        }
    }
}
