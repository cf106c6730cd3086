import Diagnostics
import Meetings

/// Who has signed over the years: `content/nycklar.txt`, a paragraph each, the oldest first. A new key is signed by the one
/// before it; one that takes the place of a lost key says so, and is told of for ever.
public struct KeyRegister: Sendable {
    /// Relative to the site's root.
    public static let file = "content/nycklar.txt"

    public let holders: [KeyHolder]
    public let diagnostics: [Diagnostic]
    public let bytes: [UInt8]

    public init(reading bytes: [UInt8] = []) {
        var reading = KeyReading()
        reading.read(bytes)
        (holders, diagnostics, self.bytes) = (reading.holders, reading.diagnostics, bytes)
    }

    public init(in folder: LedgerFolder) {
        self.init(reading: (try? folder.bytes(of: KeyRegister.file, orNothing: true)) ?? [])
    }
}

extension KeyRegister {
    /// The day before which a key has to have been put down; nil while it is in force.
    public func end(of index: Int) -> CalendarDate? {
        let next = index + 1 < holders.count ? holders[index + 1].from : nil
        let own = holders[index].until
        return [own, next].compactMap(\.self).min()
    }

    public func holder(of key: String) -> KeyHolder? { holders.first { $0.key == key } }

    /// Given keys, and those that are signed one by the other from one of them.
    public func trusted(from given: [String]) -> Set<String> {
        var trusted = Set(given)
        for (before, holder) in zip(holders, holders.dropFirst())
        where trusted.contains(before.key) && holder.isSigned(by: before.key) {
            trusted.insert(holder.key)
        }
        return trusted
    }

    /// Lines that are signed by a key that nobody has, or outside its time. Without a register nothing is known of that.
    public func check(_ log: DecisionLog) -> [Diagnostic] {
        guard !holders.isEmpty else { return [] }
        return log.lines.compactMap { line, place in
            let key = line.entry.key
            guard !key.isEmpty else { return nil }
            let place = Place(DecisionLog.file, line: place)
            guard let index = holders.firstIndex(where: { $0.key == key }) else {
                return Diagnostic(place, .keyNotInForce(.unknown(key)))
            }
            let day = line.entry.time.day
            // The day of a change belongs to both.
            if day >= holders[index].from.description, end(of: index).map({ day <= $0.description }) ?? true {
                return nil
            }
            return Diagnostic(place, .keyNotInForce(.outside(name: holders[index].name, day: day)))
        }
    }
}

/// One key, and whose it is.
public struct KeyHolder: Hashable, Sendable {
    public var name: String
    public var role: String
    public var from: CalendarDate
    public var until: CalendarDate?
    /// 64 hexadecimal digits.
    public var key: String
    /// Of the key before, 128 hexadecimal digits; empty for the first, and for one that replaces a lost key.
    public var signature = ""
    /// Why the key before could not sign.
    public var lost = ""

    public init(name: String, role: String, from: CalendarDate, until: CalendarDate? = nil, key: String) {
        (self.name, self.role, self.from, self.until, self.key) = (name, role, from, until, key)
    }
}

extension KeyHolder {
    /// What the key before signs.
    func signedBytes(after before: String) -> [UInt8] {
        let days = "från \(from)\ntill \(until?.description ?? "")\n"
        return Array("klubba/nyckel/1\nföre \(before)\nnamn \(name)\nroll \(role)\n\(days)nyckel \(key)\n".utf8)
    }

    public func isSigned(by before: String) -> Bool {
        PublicKey(before)?.isSignature(signature, of: signedBytes(after: before)) ?? false
    }

    public func signed(by before: SigningKey) -> KeyHolder {
        var holder = self
        holder.signature = before.signature(of: signedBytes(after: before.publicKey))
        return holder
    }

    /// As it stands in the file.
    public var text: String {
        var lines = ["namn: \(name)", "roll: \(role)", "från: \(from)"]
        if let until { lines.append("till: \(until)") }
        lines.append("nyckel: \(key)")
        if !signature.isEmpty { lines.append("underskrift: \(signature)") }
        if !lost.isEmpty { lines.append("förlorad: \(lost)") }
        return lines.joined(separator: "\n") + "\n"
    }
}
