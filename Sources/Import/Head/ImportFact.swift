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
        add("titel", isRead ? title : nil)
        add("datum", date.map { Found($0.value.description, line: $0.line) })
        add("organ", body)
        for meeting in text.meetingPlaces { add("moten", meeting) }
        add("bilaga", text.attachmentPlace)
        for officer in caseOfficers { add("handlaggare", officer) }
        for signer in signatures { facts.append(ImportFact("undertecknat", signer.name, line: signer.line)) }
        for paragraph in paragraphs {
            facts.append(ImportFact("paragrafer", "§ \(paragraph.number) \(paragraph.title)", line: paragraph.line))
        }
        return facts
    }
}
