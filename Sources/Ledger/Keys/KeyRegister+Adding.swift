import Diagnostics
import Meetings

/// Why a key was not added.
public enum KeyRefusal: Error, Hashable, Sendable {
    case ledger(LedgerFailure)
    case faulty
    case known
    case needsPrevious(String)
    case otherPrevious(String)
    case earlier(CalendarDate)
}

extension KeyRegister {
    /// Adds a key, signed by the one before it where there is one and it is not lost.
    public func add(
        _ holder: KeyHolder, signedBy before: SigningKey?, in folder: LedgerFolder
    ) throws(KeyRefusal) {
        guard !diagnostics.contains(where: { $0.severity == .error }) else { throw .faulty }
        guard self.holder(of: holder.key) == nil else { throw .known }
        var holder = holder
        if let last = holders.last {
            if holder.from < last.from { throw .earlier(last.from) }
            if let before {
                guard before.publicKey == last.key else { throw .otherPrevious(last.name) }
                holder = holder.signed(by: before)
            } else if holder.lost.isEmpty {
                throw .needsPrevious(last.name)
            }
        } else {
            holder.lost = ""
        }
        let heading = "# Nycklar som förseglingarna är undertecknade med, den äldsta först. Ändra inte för hand.\n"
        var text = bytes.isEmpty ? Array(heading.utf8) : bytes
        if text.last != 0x0A { text.append(0x0A) }
        do throws(LedgerFailure) {
            try LedgerWriter(folder).keep(text + [0x0A] + Array(holder.text.utf8), as: KeyRegister.file)
        } catch {
            throw .ledger(error)
        }
    }
}
