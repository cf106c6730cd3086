/// What is wrong with the file of a record that was signed electronically.
public enum SignedRecordFault: Hashable, Sendable {
    /// The program is missing that tells who has signed.
    case toolMissing
    case notSigned
    /// The file is another than when somebody signed it; the name may be empty.
    case broken(name: String)
    /// Something was added after the last signature.
    case grown
    /// Nobody can read what it says, so it was held against nothing.
    case noText
    case paragraphMissing(Int)
    /// Words of the record's §, and those of the file in their place; one of the two may be empty.
    case words(Int, record: String, file: String)
}

extension SignedRecordFault {
    var code: String {
        switch self {
        case .toolMissing: "K321"
        case .notSigned: "K322"
        case .broken, .grown: "K323"
        case .noText, .paragraphMissing, .words: "K324"
        }
    }

    var swedish: String {
        switch self {
        case .toolMissing:
            "vem som har skrivit under filen är inte läst, för pdfsig finns inte. Installera poppler-utils och bygg igen"
        case .notSigned:
            "filen är inte elektroniskt underskriven. Lägg dit den som kom från underskriftstjänsten, utan att spara om den"
        case .broken(let name):
            "underskriften\(name.isEmpty ? "" : " av \(name.visible)") stämmer inte med filen: den är ändrad efteråt. Hämta den på nytt från underskriftstjänsten"
        case .grown:
            "något är tillagt i filen efter den sista underskriften. Hämta den på nytt från underskriftstjänsten, eller kontrollera vad det är"
        case .noText:
            "den underskrivna filen går inte att läsa som text, så den är inte jämförd med protokollet. Jämför dem själv"
        case .paragraphMissing(let number):
            "§ \(number) finns inte i den underskrivna filen. Kontrollera att det är rätt fil"
        case .words(let number, let record, let file):
            "§ \(number) är inte densamma i den underskrivna filen: \(SignedRecordFault.swedish(record, file)). Kontrollera vilket som är rätt"
        }
    }

    private static func swedish(_ record: String, _ file: String) -> String {
        if record.isEmpty { return "där står \"\(file.visible)\", som inte finns i protokollet" }
        if file.isEmpty { return "\"\(record.visible)\" saknas där" }
        return "protokollet har \"\(record.visible)\" och filen \"\(file.visible)\""
    }

    var english: String {
        switch self {
        case .toolMissing:
            "who has signed the file was not read, for pdfsig is missing. Install poppler-utils and build again"
        case .notSigned:
            "the file is not signed electronically. Put the one there that came from the signing service, without saving it anew"
        case .broken(let name):
            "the signature\(name.isEmpty ? "" : " by \(name.visible)") does not match the file: it was changed afterwards. Fetch it again from the signing service"
        case .grown:
            "something was added to the file after the last signature. Fetch it again from the signing service, or check what it is"
        case .noText:
            "the signed file cannot be read as text, so it was not compared with the record. Compare them yourself"
        case .paragraphMissing(let number):
            "§ \(number) is not in the signed file. Check that it is the right file"
        case .words(let number, let record, let file):
            "§ \(number) is not the same in the signed file: \(SignedRecordFault.english(record, file)). Check which is right"
        }
    }

    private static func english(_ record: String, _ file: String) -> String {
        if record.isEmpty { return "it says \"\(file.visible)\", which the record does not" }
        if file.isEmpty { return "\"\(record.visible)\" is missing there" }
        return "the record has \"\(record.visible)\" and the file \"\(file.visible)\""
    }
}
