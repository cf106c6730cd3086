import Meetings

extension SignatureBlock {
    /// What the label above a name, or in front of it, says that one signs as.
    static func role(_ label: String) -> String? {
        switch label.trimmingColon.foldedWords {
        case "vid protokollet", "vid pennan": "Sekreterare"
        case "justeras", "justerat", "justerare", "justeras av", "justerande": "Justerare"
        case "protokolljusterare", "protokollsjusterare": label.trimmingColon.trimmed.capitalised
        case "ordforande", "motesordforande", "motets ordforande": "Ordförande"
        case "sekreterare", "motessekreterare", "protokollforare": label.trimmingColon.trimmed.capitalised
        default: nil
        }
    }

    /// A label alone, with or without a line to sign on: "Sekreterare ________ Paragrafer 50–54", "Justeras:".
    static func label(_ line: String) -> String? {
        guard line.utf8.count <= 120 else { return nil }
        let words = line.split { "._…".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
        guard let first = words.first, words.count == 1 || isRuled(line) && words.count == 2 else { return nil }
        // "Paragrafer 50–54" beside the line says what is signed.
        guard words.dropFirst().allSatisfy({ $0.hasPrefix("§") || $0.folded.hasPrefix("paragraf") }) else { return nil }
        return role(first)
    }

    /// "Eva Ek Bo Al" of "Justeras: Eva Ek Bo Al".
    static func withoutLabel(_ line: String) -> String {
        guard let colon = line.firstIndex(of: ":"), role(String(line[..<colon])) != nil else { return line }
        return String(line[line.index(after: colon)...]).trimmed
    }

    /// It has a line to sign on.
    static func isRuled(_ line: String) -> Bool {
        line.contains("....") || line.contains("___") || line.contains("……")
    }

    /// "Ordförande ............ Justeras ............": where somebody shall sign, and no name.
    static func isBlank(_ line: String) -> Bool {
        guard line.utf8.count <= 300 else { return false }
        let spaced = line.cells.joined(separator: "|").replacing("…", with: "...")
        let isRuled = spaced.contains("..") || spaced.contains("__")
        let labels = spaced.split { "._|:".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
        guard !labels.isEmpty, isRuled || labels.count > 1 else { return false }
        return labels.allSatisfy { role($0) != nil || officers.contains($0.foldedWords) }
    }

    private static let officers: Set<String> = [
        "ordforande", "vice ordforande", "motesordforande", "motets ordforande", "sekreterare", "motessekreterare",
        "protokollforare", "namnfortydligande", "underskrift", "namn", "ort och datum", "datum",
    ]

    /// "Ordförande: Eva Ek" or "Justeras Bo Al", beside another one.
    static func cell(_ text: String) -> (name: String, role: String?)? {
        if let signed = labelled(text), signed.names.count == 1 { return (signed.names[0], signed.role) }
        if let found = onOneLine(text), found.role != nil { return found }
        let words = text.words.map(String.init)
        for count in 1...2 where words.count > count + 1 {
            let name = words.dropFirst(count).joined(separator: " ")
            if let role = role(words.prefix(count).joined(separator: " ")), PersonName.isOne(name) {
                return (name, role)
            }
        }
        return nil
    }

    /// "Vid protokollet: Siv Ek", "Justeras: Bo Al, Eva Ek"
    static func labelled(_ line: String) -> (role: String, names: [String])? {
        guard line.utf8.count <= 160, let colon = line.firstIndex(of: ":"), let role = role(String(line[..<colon]))
        else { return nil }
        let value = String(line[line.index(after: colon)...]).replacing(" och ", with: ",")
        let names = value.split(separator: ",").map { String($0).trimmed }
        return !names.isEmpty && names.allSatisfy(PersonName.isOne) ? (role, names) : nil
    }

    /// "Åsa Ek, förbundschef", "Förbundschef Åsa Ek", "Sekreterare: Åsa Ek".
    static func onOneLine(_ line: String) -> (name: String, role: String?)? {
        guard line.utf8.count <= 130 else { return nil }
        if let comma = line.firstIndex(of: ",") {
            let name = String(line[..<comma]).trimmed
            let role = String(line[line.index(after: comma)...]).trimmed
            let isRole =
                PersonName.isTitle(role) || (!PersonName.isOne(role) && role.utf8.count <= 50 && !role.startsWithDigit)
            if PersonName.isOne(name), isRole, !role.isEmpty { return (name, role) }
        }
        if let colon = line.firstIndex(of: ":") {
            let role = String(line[..<colon]).trimmed
            let name = String(line[line.index(after: colon)...]).trimmed
            if PersonName.isTitle(role), PersonName.isOne(name) { return (name, role) }
        }
        let words = line.words.map(String.init)
        for count in 1...2 where words.count > count + 1 {
            let role = words.prefix(count).joined(separator: " ")
            let name = words.dropFirst(count).joined(separator: " ")
            if PersonName.isTitle(role), PersonName.isTitle(words[count - 1]), PersonName.isOne(name) {
                return (name, role)
            }
        }
        return nil
    }
}
