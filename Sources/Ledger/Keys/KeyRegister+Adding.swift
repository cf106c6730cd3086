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
    /// The log is signed by another key, which has to be put down first.
    case unlisted(String)
}

extension KeyRegister {
    /// Adds a key, signed by the one before it where there is one and it is not lost; gives it as it was written.
    public func add(
        _ holder: KeyHolder, signedBy before: SigningKey?, in folder: LedgerFolder
    ) throws(KeyRefusal) -> KeyHolder {
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
            holder.from = try KeyRegister.first(holder, in: folder)
        }
        let heading = "# Nycklar som förseglingarna är undertecknade med, den äldsta först. Ändra inte för hand.\n"
        var text = bytes.isEmpty ? Array(heading.utf8) : bytes
        if text.last != 0x0A { text.append(0x0A) }
        do throws(LedgerFailure) {
            try LedgerWriter(folder).keep(text + [0x0A] + Array(holder.text.utf8), as: KeyRegister.file)
        } catch {
            throw .ledger(error)
        }
        return holder
    }

    /// True for a key that signs now: the last one, and any where none are put down.
    public func isInForce(_ key: SigningKey) -> Bool { holders.last.map { $0.key == key.publicKey } ?? true }

    /// The day from which the first key has signed: that of its first line, where it has signed already.
    private static func first(_ holder: KeyHolder, in folder: LedgerFolder) throws(KeyRefusal) -> CalendarDate {
        guard let log = try? folder.readLog(), let line = log.entries.first(where: { !$0.key.isEmpty }) else {
            return holder.from
        }
        guard line.key == holder.key else { throw .unlisted(line.key) }
        return CalendarDate(iso: line.time.day).map { min($0, holder.from) } ?? holder.from
    }
}
