import Meetings

/// What a subheading of a § begins.
enum SectionHeading {
    static func kind(of heading: String) -> MinutesEntry.Section.Kind? {
        let folded = FieldKey.fold(heading)
        if let known = kinds[folded] ?? otherKinds.first(where: { folded.hasPrefix($0.0) })?.1 { return known }
        return isDecision(folded) ? .decision : nil
    }

    /// A line that names a part of a §, as a heading does, and says no more: "Beslutet skickas till:", "Reservationer".
    /// "Beslut" has rules of its own.
    static func isName(_ line: String) -> Bool {
        var folded = FieldKey.fold(line)
        while folded.last == ":" { folded.removeLast() }
        if let kind = kinds[folded] { return kind != .decision }
        return otherKinds.contains { name, _ in
            folded == name || folded == name + "er" || folded == name + "en" || folded == name + "-till"
        }
    }

    /// "Beslut", "Beslut i ärendet", "Styrelsens beslut", "Kommunstyrelsen beslutar"; but no "Tidigare beslut" and no
    /// "Förslag till beslut".
    private static func isDecision(_ folded: String) -> Bool {
        let words = folded.split { !$0.isLetter }
        guard let last = words.last, words.count <= 5, !words.contains("forslag"), !words.contains("inte") else {
            return false
        }
        if words.first == "beslut" { return words.count == 1 || words.dropFirst().elementsEqual(["i", "arendet"]) }
        if words.elementsEqual(["beslutet"]) { return true }
        if last == "beslut" { return words[words.count - 2].last == "s" }
        return ["beslutar", "beslutade", "beslutat", "beslutas", "beslutades"].contains(last)
            || last == "att" && words.dropLast().last == "beslutar"
    }

    private static let kinds = Dictionary(
        MinutesEntry.Section.Kind.allCases.map { (FieldKey.fold($0.rawValue), $0) }
    ) { first, _ in first }

    /// "Reservationer", "Beslutet ska skickas till" and "Expedieras till" are what papers also say (RULES.md).
    private static let otherKinds: [(String, MinutesEntry.Section.Kind)] = [
        ("reservation", .dissent), ("protokollsanteckning", .noteForRecord), ("omrostning", .vote),
        ("votering", .vote), ("sarskil", .statement), ("yrkande", .motions), ("deltar-inte", .abstention),
        ("expedieras", .recipients), ("beslutet-ska-skickas", .recipients), ("beslutet-skickas", .recipients),
        ("beslutet-expedieras", .recipients), ("beslutsgang", .votingProcedure), ("forslag", .motions),
    ]
}

extension MinutesEntry.Section.Kind {
    /// What stands there is what somebody wants, or thinks of the decision: no sentence of it decides.
    var isOthersWords: Bool {
        switch self {
        case .motions, .dissent, .statement, .noteForRecord, .recusal, .abstention, .supportingDocuments, .recipients:
            true
        case .votingProcedure, .vote, .decision: false
        }
    }

    /// What stands there leads up to the decision.
    var isProcedure: Bool { self == .votingProcedure || self == .vote }
}
