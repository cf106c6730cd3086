/// What is wrong with a head of the log that was signed.
public enum PublicHeadFault: Hashable, Sendable {
    case unreadable
    /// It names another log than the newest head.
    case otherOrigin(String)
    case longerThanLog
    case otherLog
    case unknownKey
    case wrongSignature
    /// Of somebody who vouches for it.
    case wrongCosignature(String)
}

extension PublicHeadFault {
    var swedish: String {
        switch self {
        case .unreadable: "huvudet går inte att läsa. Hämta tillbaka filen från en säkerhetskopia"
        case .otherOrigin(let origin):
            "huvudet hör till en annan logg (\(origin)). Hämta tillbaka filen från en säkerhetskopia"
        case .longerThanLog:
            "huvudet gäller fler rader än loggen har: loggens slut är borta. Hämta tillbaka loggen från en säkerhetskopia"
        case .otherLog:
            "huvudet undertecknades för en annan logg än den som finns nu. Hämta tillbaka loggen och saltet från en säkerhetskopia"
        case .unknownKey:
            "huvudet är undertecknat med en nyckel som inte finns i nycklar.txt eller loggen, eller inte längre gällde. Fråga den som förseglade"
        case .wrongSignature:
            "huvudets underskrift stämmer inte. Hämta tillbaka filen från en säkerhetskopia"
        case .wrongCosignature(let name):
            "intyget från \(name) stämmer inte. Be om det på nytt, eller hämta tillbaka filen från en säkerhetskopia"
        }
    }

    var english: String {
        switch self {
        case .unreadable: "the head cannot be read. Restore the file from a backup"
        case .otherOrigin(let origin):
            "the head belongs to another log (\(origin)). Restore the file from a backup"
        case .longerThanLog:
            "the head is of more lines than the log has: the log's end is gone. Restore the log from a backup"
        case .otherLog:
            "the head was signed for another log than the one that is here now. Restore the log and the salt from a backup"
        case .unknownKey:
            "the head is signed with a key that is neither in nycklar.txt nor in the log, or was not in force any more. Ask who sealed"
        case .wrongSignature: "the head's signature does not hold. Restore the file from a backup"
        case .wrongCosignature(let name):
            "the cosignature of \(name) does not hold. Ask for it again, or restore the file from a backup"
        }
    }
}
