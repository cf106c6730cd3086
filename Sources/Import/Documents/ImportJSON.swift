import Content
import Diagnostics
import Meetings
import System

/// What was recognised, as FORMAT §11 has it: one object a file, always with every key.
public enum ImportJSON {
    public static func text(_ documents: [ImportedDocument], in language: MessageLanguage = .swedish) -> String {
        guard !documents.isEmpty else { return "[]" }
        return "[\n" + documents.map { object($0, language) }.joined(separator: ",\n") + "\n]"
    }

    private static func object(_ document: ImportedDocument, _ language: MessageLanguage, isPart: Bool = false)
        -> String
    {
        var pairs: [(String, String)] = [
            ("file", string(document.file)),
            ("kind", string(document.kind.rawValue)),
            ("dnr", optional(document.diaryNumber?.value)),
            ("titel", optional(document.isRead ? document.paperTitle : nil)),
            ("datum", optional(document.date?.value.description)),
            ("organ", optional(document.body?.value)),
            ("moten", meetings(document)),
            ("bilaga", list(document.attachmentNumbers.map(\.description))),
            ("handlaggare", list(document.caseOfficers.map(\.value))),
            ("rubriker", list(document.headings.map(\.value))),
            ("forslag", "{\"ingress\": \(optional(document.lead)), \"clauses\": \(list(document.clauses))}"),
            ("paragrafer", array(document.paragraphs.map { paragraph($0, document) })),
            (
                "undertecknat",
                array(
                    document.signatures.map {
                        "{\"namn\": \(string($0.name)), \"roll\": \(optional($0.role))}"
                    })
            ),
            ("belopp", array(document.amounts.map { String($0.kronor) })),
            ("perioder", array(document.periods.map { list([$0.start.description, $0.end.description]) })),
            ("personuppgifter", array(document.personalData.map(personal))),
            ("warnings", list(document.shownRemarks(in: language))),
            ("format", string(document.format)),
            (
                "sidor",
                document.part.map { "[\($0.pages.lowerBound), \($0.pages.upperBound)]" } ?? number(document.pageCount)
            ),
            ("tolkad", array(document.recognised.map { "{\"sida\": \($0.page), \"säkerhet\": \($0.confidence)}" })),
            ("fakta", array(document.facts.map { fact($0, document) })),
            ("ord", words(document.words)),
            (
                "delar",
                document.parts.isEmpty
                    ? "[]"
                    : "[\n" + document.parts.map { object($0, language, isPart: true) }.joined(separator: ",\n") + "]"
            ),
        ]
        if isPart || document.part != nil { pairs += part(document, language) }
        return "  {\n" + pairs.map { "    \(string($0.0)): \($0.1)" }.joined(separator: ",\n") + "\n  }"
    }

    /// A mail's papers are files of their own: nothing cut them apart.
    private static func part(_ document: ImportedDocument, _ language: MessageLanguage) -> [(String, String)] {
        let part = document.part
        return [
            ("till", optional(part?.belongsTo)), ("tecken", list(part?.signs.map { $0.text(in: language) } ?? [])),
            ("säkerhet", number(part?.certainty)),
            ("path", optional(document.path)),
        ]
    }

    private static func fact(_ fact: ImportFact, _ document: ImportedDocument) -> String {
        let line = document.hasLineNumbers ? "\(fact.line)" : "null"
        let proposal = fact.isSure ? "null" : string(fact.value)
        return
            "{\"nyckel\": \(string(fact.key)), \"rad\": \(line), \"sida\": \(number(document.page(ofLine: fact.line))), "
            + "\"säker\": \(fact.isSure), \"förslag\": \(proposal)}"
    }

    private static func words(_ count: WordCount?) -> String {
        guard let count else { return "null" }
        return "{\"källan\": \(count.all), \"sidor\": \(count.onPages), \"huvud\": \(count.inHead), "
            + "\"utelämnade\": \(count.leftOut)}"
    }

    private static func number(_ number: Int?) -> String {
        number.map { "\($0)" } ?? "null"
    }

    private static func meetings(_ document: ImportedDocument) -> String {
        "{"
            + document.meetings.map { "\(string($0.code)): \(list($0.dates.map(\.description)))" }.joined(
                separator: ", ") + "}"
    }

    private static func paragraph(_ paragraph: RecordParagraph, _ document: ImportedDocument) -> String {
        "{\"nummer\": \(paragraph.number), \"titel\": \(optional(paragraph.isTitled ? paragraph.title : nil)), "
            + "\"dnr\": \(optional(paragraph.diaryNumber)), \"beslut\": \(list(paragraph.decision)), "
            + "\"sida\": \(number(document.page(ofLine: paragraph.line)))}"
    }

    private static func personal(_ finding: ImportedDocument.PersonalFinding) -> String {
        let kind =
            switch finding.kind {
            case .identityNumber: "personnummer"
            case .email: "e-post"
            case .phone: "telefon"
            }
        return "{\"typ\": \(string(kind)), \"rad\": \(number(finding.line)), \"sida\": \(number(finding.page))}"
    }

    private static func array(_ items: [String]) -> String { "[" + items.joined(separator: ", ") + "]" }
    private static func list(_ texts: [String]) -> String { array(texts.map(string)) }
    private static func optional(_ text: String?) -> String { text.map(string) ?? "null" }

    private static func string(_ text: String) -> String { JSONString.text(text) }
}
