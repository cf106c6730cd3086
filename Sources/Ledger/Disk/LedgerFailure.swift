import System

/// Why the ledger could not be read or written.
public enum LedgerFailure: Error, Hashable, Sendable {
    case system(path: String, errno: Int32)
    /// Somebody else is sealing; who, as far as it is known.
    case locked(by: String)
    /// The log became another while it was about to be written.
    case changedMeanwhile
    /// Earlier lines are signed, with this key.
    case needsKey(String)
}

extension LedgerFailure {
    /// The system's, in words for a person; empty for what is the ledger's own.
    public var reason: SystemReason {
        if case .system(_, let number) = self { return SystemReason(number) }
        return SystemReason(swedish: "", english: "")
    }
}
