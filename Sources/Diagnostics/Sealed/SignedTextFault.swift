/// How the file of a signed record says something else than the record.
public enum SignedTextFault: Hashable, Sendable {
    /// Nobody can read what it says, so it was held against nothing.
    case noText
    case paragraphMissing(Int)
    /// Words of the record's §, and those of the file in their place; one of the two may be empty.
    case words(Int, record: String, file: String)
}

extension SignedTextFault {
    var swedish: String {
        switch self {
        case .noText:
            "den underskrivna filen går inte att läsa som text, så den är inte jämförd med protokollet. Jämför dem själv"
        case .paragraphMissing(let number):
            "§ \(number) finns inte i den underskrivna filen. Kontrollera att det är rätt fil"
        case .words(let number, let record, let file):
            "§ \(number) är inte densamma i den underskrivna filen: \(SignedTextFault.swedish(record, file)). Kontrollera vilket som är rätt"
        }
    }

    private static func swedish(_ record: String, _ file: String) -> String {
        if record.isEmpty { return "där står \"\(file.visible)\", som inte finns i protokollet" }
        if file.isEmpty { return "\"\(record.visible)\" saknas där" }
        return "protokollet har \"\(record.visible)\" och filen \"\(file.visible)\""
    }

    var english: String {
        switch self {
        case .noText:
            "the signed file cannot be read as text, so it was not compared with the record. Compare them yourself"
        case .paragraphMissing(let number):
            "§ \(number) is not in the signed file. Check that it is the right file"
        case .words(let number, let record, let file):
            "§ \(number) is not the same in the signed file: \(SignedTextFault.english(record, file)). Check which is right"
        }
    }

    private static func english(_ record: String, _ file: String) -> String {
        if record.isEmpty { return "it says \"\(file.visible)\", which the record does not" }
        if file.isEmpty { return "\"\(record.visible)\" is missing there" }
        return "the record has \"\(record.visible)\" and the file \"\(file.visible)\""
    }
}
