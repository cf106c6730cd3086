/// What is wrong in the register of keys.
public enum KeyRegisterFault: Hashable, Sendable {
    case unreadable
    case unknownField(String)
    case missing(String)
    case badDay
    case badKey
    case twice
    /// It begins before the one above it.
    case order
    case notSigned(by: String)
    case wrongSignature(by: String)
}

extension KeyRegisterFault {
    var swedish: String {
        switch self {
        case .unreadable: "raden har inget kolon. Skriv till exempel \"namn: Anna Andersson\""
        case .unknownField(let field):
            "\"\(field.visible):\" finns inte här, eller står två gånger. Fälten är namn, roll, från, till, nyckel, underskrift och förlorad, med en tom rad mellan nycklarna"
        case .missing(let field): "nyckeln saknar \"\(field):\". Fyll i det"
        case .badDay: "dagen går inte att läsa. Skriv den som 2026-12-04"
        case .badKey: "nyckeln är inte en publik Ed25519-nyckel med 64 tecken. Kopiera den på nytt"
        case .twice: "nyckeln står redan i filen. Ta bort den ena"
        case .order: "nyckeln börjar gälla före den som står ovanför. Sätt den äldsta först"
        case .notSigned(let name):
            "nyckeln är inte undertecknad med den förra nyckeln (\(name)). Lägg till den med: klubba key add --previous FIL. Är den förra förlorad: skriv \"förlorad:\" och vad som hände"
        case .wrongSignature(let name):
            "underskriften från den förra nyckeln (\(name)) stämmer inte: någon uppgift om nyckeln är ändrad. Hämta tillbaka filen från en säkerhetskopia"
        }
    }

    var english: String {
        switch self {
        case .unreadable: "the line has no colon. Write for instance \"namn: Anna Andersson\""
        case .unknownField(let field):
            "\"\(field.visible):\" does not belong here, or stands twice. The fields are namn, roll, från, till, nyckel, underskrift and förlorad, with an empty line between keys"
        case .missing(let field): "the key lacks \"\(field):\". Fill it in"
        case .badDay: "the day cannot be read. Write it like 2026-12-04"
        case .badKey: "the key is no public Ed25519 key of 64 characters. Copy it again"
        case .twice: "the key is already in the file. Remove one of them"
        case .order: "the key begins before the one above it. Put the oldest first"
        case .notSigned(let name):
            "the key is not signed by the key before (\(name)). Add it with: klubba key add --previous FILE. If that one is lost: write \"förlorad:\" and what happened"
        case .wrongSignature(let name):
            "the signature by the key before (\(name)) does not hold: something said of the key was changed. Restore the file from a backup"
        }
    }
}

/// Why a line's key may not have signed it.
public enum KeyFault: Hashable, Sendable {
    case unknown(String)
    case outside(name: String, day: String)
}

extension KeyFault {
    var swedish: String {
        switch self {
        case .unknown(let key):
            "raden är undertecknad med en okänd nyckel (\(key)), som inte finns i nycklar.txt. Fråga den som förseglade"
        case .outside(let name, let day):
            "raden är undertecknad \(day) med en nyckel som inte gällde då (\(name)). Fråga den som förseglade, eller rätta dagarna i nycklar.txt"
        }
    }

    var english: String {
        switch self {
        case .unknown(let key):
            "the line is signed by an unknown key (\(key)), which is not in nycklar.txt. Ask who sealed it"
        case .outside(let name, let day):
            "the line is signed on \(day) by a key that was not in force then (\(name)). Ask who sealed it, or correct the days in nycklar.txt"
        }
    }
}
