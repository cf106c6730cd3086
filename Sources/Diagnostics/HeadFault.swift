/// Why what looks like a head is not read as one.
public enum HeadFault: Hashable, Sendable {
    /// Something else than three dashes stands where it begins.
    case opening(String)
    /// Something else than three dashes stands where it ends.
    case closing(String, line: Int)
    case withoutDashes(String)
    case textBefore
    case belowTheHead
    /// A line in the text that says who may see it.
    case inText
    case notMarkdown
}

extension HeadFault {
    var swedish: String {
        switch self {
        case .opening(let text):
            "huvudet läses inte: det ska börja med en rad med bara tre bindestreck (---), men här står \"\(text.shortened)\"\(HeadFault.isTypeset(text) ? ", som är tankstreck (Word gör dem av bindestreck)" : ""). Skriv --- på raden"
        case .closing(let text, let line):
            "huvudet ska sluta med en rad med bara tre bindestreck (---), men på rad \(line) står \"\(text.shortened)\"\(HeadFault.isTypeset(text) ? ", som är tankstreck (Word gör dem av bindestreck)" : ""). Skriv --- på raden"
        case .withoutDashes(let text):
            "\"\(text.shortened)\" ser ut att höra till ett huvud, men saknar raden med tre bindestreck ovanför. Skriv en rad med bara --- före och en efter"
        case .textBefore:
            "här börjar ett huvud, men det läses inte eftersom det står text före det. Flytta huvudet till filens början"
        case .belowTheHead:
            "raden hör hemma i huvudet men står under det och läses inte. Flytta upp den till huvudet"
        case .inText:
            "raden döljer ingenting här, så texten skulle publiceras. Skriv den i ärendets, mötets eller sidans eget huvud; en paragraf följer sitt ärende"
        case .notMarkdown:
            "filen börjar med ett huvud, men det läses bara i Markdownfiler. Byt namn på filen så att det slutar på .md, eller ta bort huvudet"
        }
    }

    var english: String {
        switch self {
        case .opening(let text):
            "the front matter is not read: it has to begin with a line of three hyphens (---), but here is \"\(text.shortened)\"\(HeadFault.isTypeset(text) ? ", which is typeset dashes (Word makes them of hyphens)" : ""). Write --- on the line"
        case .closing(let text, let line):
            "the front matter has to end with a line of three hyphens (---), but line \(line) is \"\(text.shortened)\"\(HeadFault.isTypeset(text) ? ", which is typeset dashes (Word makes them of hyphens)" : ""). Write --- on the line"
        case .withoutDashes(let text):
            "\"\(text.shortened)\" seems to belong to a front matter, but has no line of three hyphens above it. Write a line with only --- before and one after"
        case .textBefore:
            "a front matter begins here, but is not read since there is text before it. Move it to the file's beginning"
        case .belowTheHead:
            "the line belongs in the front matter but stands below it and is not read. Move it up into the front matter"
        case .inText:
            "the line hides nothing here, so the text would be published. Write it in the matter's, the meeting's or the page's own front matter; a paragraph follows its matter"
        case .notMarkdown:
            "the file begins with a front matter, which is read in Markdown files only. Rename the file so that it ends in .md, or remove the front matter"
        }
    }

    private static func isTypeset(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0x2010...0x2015).contains($0.value) || $0.value == 0x2212 }
    }
}

extension String {
    /// The first forty characters, for a message that quotes a line.
    fileprivate var shortened: String { count > 40 ? prefix(40) + "…" : self }
}
