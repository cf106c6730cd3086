import Crypto
import Diagnostics

/// All earlier proofs as a list of hashes with SHA-512, to be dated anew before an algorithm or a certificate ages
/// (RFC 4998's idea). What is not for everybody stands there salted.
public struct Renewal: Sendable {
    public let text: [UInt8]

    /// A copy that cannot be read now is no reason to date the others without it.
    public init(heads: KeptHeads, _ kept: KeptTimestamps, _ own: RenewedLog) throws(LedgerFailure) {
        var lines = ["klubba/fornyelse/1"]
        for head in heads.heads { lines.append("huvud \(head.checkpoint.size) \(Renewal.hash(head.note.dated))") }
        for stamp in kept.stamps {
            lines.append("stämpel \(stamp.name) \(Renewal.hash(stamp.answer)) \(Renewal.hash(stamp.certificates))")
        }
        for list in kept.lists {
            guard let stamp = list.stamp else { continue }
            let hashes = [list.text, stamp.answer, stamp.certificates].map { Renewal.hash($0) }
            lines.append("förnyelse \(list.number) \(hashes.joined(separator: " "))")
        }
        lines.append("logg \(own.count) \(own.hash(ofLines: own.count))")
        lines.append("kopior \(own.count) \(try own.hash(ofCopies: own.count))")
        text = Array(lines.map { $0 + "\n" }.joined().utf8)
    }

    static func hash(_ bytes: [UInt8]) -> String { Hex.text(SHA512.hash(data: bytes)) }

    /// What a kept list says that the files do not.
    public static func check(
        _ list: KeptTimestamps.RenewalList, heads: KeptHeads, _ kept: KeptTimestamps, _ own: RenewedLog
    ) -> [Diagnostic] {
        let lines = String(decoding: list.text, as: UTF8.self).split(separator: "\n")
        let place = { (index: Int) in Place("\(KeptTimestamps.renewals)/\(list.number).txt", line: index + 1) }
        var found = lines.enumerated().compactMap { index, line -> Diagnostic? in
            let fields = line.split(separator: " ").map(String.init)
            let now: [String]?
            switch (fields.first, fields.count) {
            case ("klubba/fornyelse/1", 1): return nil
            case ("huvud", 3): now = Int(fields[1]).flatMap { heads.head(size: $0) }.map { [hash($0.note.dated)] }
            case ("stämpel", 4):
                now = kept.stamps.first { $0.name == fields[1] }.map { [hash($0.answer), hash($0.certificates)] }
            case ("förnyelse", 5):
                now = kept.lists.first { $0.number == Int(fields[1]) }.flatMap { list in
                    list.stamp.map { [hash(list.text), hash($0.answer), hash($0.certificates)] }
                }
            case ("logg", 3): now = own.lines(fields[1]).map { [own.hash(ofLines: $0)] }
            case ("kopior", 3): now = own.lines(fields[1]).flatMap { try? own.hash(ofCopies: $0) }.map { [$0] }
            default: return Diagnostic(place(index), .renewal(.unreadable))
            }
            return now == Array(fields.dropFirst(2)) ? nil : Diagnostic(place(index), .renewal(.differs(fields[0])))
        }
        if list.stamp == nil { found.append(Diagnostic(place(0), .renewalNotDated)) }
        if let what = missing(in: lines.map { $0.split(separator: " ").map(String.init) }, heads) {
            found.append(Diagnostic(place(0), .renewal(what)))
        }
        if list.text.last != 0x0A { found.append(Diagnostic(place(max(0, lines.count - 1)), .renewal(.unreadable))) }
        return found
    }

    /// A list names the log, the kept files, and every head of fewer lines: else it dates less than all.
    private static func missing(in lines: [[String]], _ heads: KeptHeads) -> RenewalFault? {
        func named(_ word: String) -> [Int] {
            lines.filter { $0.first == word && $0.count > 1 }.compactMap { Int($0[1]) }
        }
        guard lines.first == ["klubba/fornyelse/1"], let count = named("logg").first, named("kopior") == [count] else {
            return .unreadable
        }
        let sizes = Set(named("huvud"))
        let isWhole = heads.heads.allSatisfy { $0.checkpoint.size >= count || sizes.contains($0.checkpoint.size) }
        return isWhole ? nil : .differs("huvud")
    }
}

/// The log and the kept files, as a list dates them without telling what they hold or how many they are.
public struct RenewedLog: Sendable {
    private let log: DecisionLog
    private let folder: LedgerFolder
    private let salt: LogSalt

    public init(_ log: DecisionLog, in folder: LedgerFolder, _ salt: LogSalt) {
        (self.log, self.folder, self.salt) = (log, folder, salt)
    }
}

extension RenewedLog {
    var count: Int { log.lines.count }

    func lines(_ text: String) -> Int? { Int(text).flatMap { (0...count).contains($0) ? $0 : nil } }

    func hash(ofLines count: Int) -> String { salt.longHash(of: log.lines.prefix(count).flatMap(\.line.bytes)) }

    /// Of the files that have to be kept by so many lines, in the order of their names: what later lines keep besides
    /// changes nothing.
    func hash(ofCopies count: Int) throws(LedgerFailure) -> String {
        let kept = log.entries.prefix(count).flatMap { entry in entry.papers.filter(entry.keeps) }
        let names = Set(kept.map(\.digest.text)).sorted()
        var lines = ""
        for name in names {
            lines += "\(name) \(Renewal.hash(try folder.bytes(of: "\(LedgerFolder.copies)/\(name)")))\n"
        }
        return salt.longHash(of: Array(lines.utf8))
    }
}
