/// Whether a line ends where a sentence does.
enum SentenceEnd {
    static func isAt(_ line: String) -> Bool {
        var text = line[...].trimmed
        while let last = text.last, "*_\"”')»]".contains(last) { text = text.dropLast() }
        return text.last.map { ".!?:;".contains($0) } ?? true
    }

    /// Running words, a whole sentence or more: text, and no part of a letterhead.
    static func isRunning(_ text: String) -> Bool {
        let small = text.words.count { $0.first?.isLowercase ?? false }
        return small >= 6 || small >= 3 && ".!?".contains(text.last ?? " ")
    }

    /// Words that a sentence goes on after, so that an "att" on the next line is no clause of its own.
    static func demandsMore(_ line: String) -> Bool {
        guard let end = line.words.last.map({ String($0).foldedWords }) else { return false }
        return demanding.contains(end)
    }

    /// Words that a number goes on after, at the start of the next line: "senast" above "2027-02-01".
    static func demandsNumber(_ line: String) -> Bool {
        guard !isAt(line), let end = line.words.last.map({ String($0).foldedWords }) else { return false }
        return demanding.contains(end) || beforeNumbers.contains(end)
    }

    private static let beforeNumbers: Set<String> = [
        "senast", "den", "fran", "sedan", "beslutade", "beslutat", "dagen", "per", "fore", "efter", "cirka", "ca",
        "hogst",
        "minst", "och", "mellan", "tidigast", "kl", "klockan", "arende", "arendet", "dnr", "omkring", "under", "ar",
    ]

    private static let demanding: Set<String> = [
        "forutsattning", "genom", "for", "innebar", "medfor", "om", "syfte", "avsikt", "uppdrag", "pa", "av",
        "till",
        "med", "i", "sa", "darfor", "eftersom", "trots", "inom", "gor", "beaktar", "konstaterar", "bedomer",
        "anser",
        "anger", "framgar", "uppger", "vill", "sakerstalla", "bidra", "viktigt", "angelaget",
    ]
}
