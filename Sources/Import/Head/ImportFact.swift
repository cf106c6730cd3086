import Meetings

/// A fact that was read in a document, or only guessed, with its place.
public struct ImportFact: Hashable, Sendable {
    /// The key of FORMAT §11: `dnr`, `titel`, `organ` …
    public let key: String
    public let line: Int
    /// False for a guess: it is told, and written nowhere.
    public let isSure: Bool
    public let value: String

    init(_ key: String, _ value: String, line: Int, isSure: Bool = true) {
        (self.key, self.value, self.line, self.isSure) = (key, value, line, isSure)
    }
}

extension ImportedDocument {
    /// Every fact with its place; what a person should look at first.
    public var facts: [ImportFact] {
        var facts = doubts
        func add(_ key: String, _ found: Found<String>?) {
            found.map { facts.append(ImportFact(key, $0.value, line: $0.line)) }
        }
        add("dnr", diaryNumber)
        add("titel", isRead ? title.map { Found(paperTitle ?? $0.value, line: $0.line) } : nil)
        add("datum", date.map { Found($0.value.description, line: $0.line) })
        add("organ", body)
        var said: Set<String> = []
        for meeting in text.meetingPlaces where said.insert(meeting.value).inserted { add("moten", meeting) }
        add("bilaga", text.attachmentPlace)
        for officer in caseOfficers { add("handlaggare", officer) }
        for signer in signatures { facts.append(ImportFact("undertecknat", signer.name, line: signer.line)) }
        for paragraph in paragraphs {
            facts.append(ImportFact("paragrafer", "§ \(paragraph.number) \(paragraph.title)", line: paragraph.line))
        }
        return facts + proposed + asked + granted
    }

    /// What the proposal says.
    private var proposed: [ImportFact] {
        guard lead != nil || !clauses.isEmpty else { return [] }
        let first = text.leadLine
        var facts = [lead.map { ImportFact("forslag", $0, line: line(of: $0, from: first)) }].compactMap(\.self)
        for clause in text.decided where !clauses.isEmpty {
            let line = line(of: clause.text, from: first)
            facts.append(ImportFact("forslag", clause.text, line: line))
            facts += ImportedDocument.facts(clause.amounts, clause.periods, line)
        }
        return facts
    }

    /// What an application is about and asks for.
    private var asked: [ImportFact] {
        var facts: [ImportFact] = []
        if let name = text.form?.name {
            facts.append(ImportFact("insats", name.value, line: name.line))
        } else if let initiative = text.initiative {
            facts.append(ImportFact("insats", initiative, line: line(of: initiative, from: text.leadLine)))
        }
        guard let form = text.form else { return facts }
        facts += ImportedDocument.facts(amounts, [], form.budget?.line ?? 1)
        return facts + ImportedDocument.facts([], periods, form.start?.line ?? 1)
    }

    /// What a record's decisions give.
    private var granted: [ImportFact] {
        guard !amounts.isEmpty || !periods.isEmpty else { return [] }
        return paragraphs.flatMap { paragraph in
            ImportedDocument.facts(
                paragraph.amounts, paragraph.periods,
                paragraph.decision.first.map { line(of: $0, from: paragraph.line) } ?? paragraph.line)
        }
    }

    private static func facts(_ amounts: [Money], _ periods: [Period], _ line: Int) -> [ImportFact] {
        amounts.unique.map { ImportFact("belopp", "\($0.kronor)", line: line) }
            + periods.unique.map { ImportFact("perioder", $0.description, line: line) }
    }

    /// The line that some words of the text begin on; the one to look from where a margin cut them.
    private func line(of words: String, from first: Int) -> Int {
        let wanted = words.foldedWords.split(separator: " ").prefix(4).joined(separator: " ")
        return text.lines.first { $0.number >= first && $0.text.foldedWords.contains(wanted) }?.number ?? first
    }
}
