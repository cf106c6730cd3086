import Diagnostics
import Meetings

/// Reads the register paragraph by paragraph, and says what is wrong with each.
struct KeyReading {
    private(set) var holders: [KeyHolder] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var fields: [String: (value: String, line: Int)] = [:]
    private var start = 1

    mutating func read(_ bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let text = line.trimmed
            if text.isEmpty { finish() }
            if text.isEmpty || text.hasPrefix("#") { continue }
            if fields.isEmpty { start = index + 1 }
            guard let colon = text.firstIndex(of: ":") else {
                report(index + 1, .unreadable)
                continue
            }
            let key = text[..<colon].trimmed.lowercased()
            guard KeyReading.known.contains(key), fields[key] == nil else {
                report(index + 1, .unknownField(key))
                continue
            }
            fields[key] = (String(text[text.index(after: colon)...].trimmed), index + 1)
        }
        finish()
    }

    private static let known = ["namn", "roll", "från", "till", "nyckel", "underskrift", "förlorad"]

    private mutating func finish() {
        guard !fields.isEmpty else { return }
        defer { fields = [:] }
        for field in ["namn", "roll", "från", "nyckel"] where fields[field]?.value.isEmpty ?? true {
            return report(start, .missing(field))
        }
        guard let from = day("från") else { return report(line("från"), .badDay) }
        let until = day("till")
        if fields["till"] != nil && until == nil { return report(line("till"), .badDay) }
        let key = value("nyckel").lowercased()
        guard PublicKey(key) != nil else { return report(line("nyckel"), .badKey) }
        var holder = KeyHolder(name: value("namn"), role: value("roll"), from: from, until: until, key: key)
        holder.signature = value("underskrift").lowercased()
        holder.lost = value("förlorad")
        check(holder)
        holders.append(holder)
    }

    private mutating func check(_ holder: KeyHolder) {
        guard let before = holders.last else { return }
        if holders.contains(where: { $0.key == holder.key }) { return report(line("nyckel"), .twice) }
        if holder.from < before.from { return report(line("från"), .order) }
        if !holder.lost.isEmpty {
            let problem = Problem.lostKey(
                name: before.name, replacedBy: holder.name, day: holder.from.description, reason: holder.lost)
            return diagnostics.append(Diagnostic(Place(KeyRegister.file, line: line("förlorad")), problem))
        }
        if holder.signature.isEmpty { return report(start, .notSigned(by: before.name)) }
        if !holder.isSigned(by: before.key) { report(line("underskrift"), .wrongSignature(by: before.name)) }
    }

    private func value(_ field: String) -> String { fields[field]?.value ?? "" }

    private func line(_ field: String) -> Int { fields[field]?.line ?? start }

    private func day(_ field: String) -> CalendarDate? { CalendarDate(iso: value(field)) }

    private mutating func report(_ line: Int, _ fault: KeyRegisterFault) {
        diagnostics.append(Diagnostic(Place(KeyRegister.file, line: line), .keyRegister(fault)))
    }
}
