/// What is wrong with the signatures of a record's file.
public enum RecordSignatureFault: Hashable, Sendable {
    /// The file is another than when somebody signed it; the name may be empty.
    case broken(name: String)
    /// Something was added after the last signature.
    case grown
}

extension RecordSignatureFault {
    var swedish: String {
        switch self {
        case .broken(let name):
            "underskriften\(name.isEmpty ? "" : " av \(name.visible)") stämmer inte med filen: den är ändrad efteråt. Hämta den på nytt från underskriftstjänsten"
        case .grown:
            "något är tillagt i filen efter den sista underskriften. Hämta den på nytt från underskriftstjänsten, eller kontrollera vad det är"
        }
    }

    var english: String {
        switch self {
        case .broken(let name):
            "the signature\(name.isEmpty ? "" : " by \(name.visible)") does not match the file: it was changed afterwards. Fetch it again from the signing service"
        case .grown:
            "something was added to the file after the last signature. Fetch it again from the signing service, or check what it is"
        }
    }
}
