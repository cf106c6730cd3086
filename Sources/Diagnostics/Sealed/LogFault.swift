/// What does not hold between the lines of the log of seals.
public enum LogFault: Hashable, Sendable {
    /// The line's own sum is another.
    case edited
    /// The line's own sum is right, but the next line follows another one.
    case rewritten
    /// The first line follows a line that is not there.
    case beginning
    /// The line is the same as another line.
    case repeated(Int)
    case moved(Int)
    case removed(from: Int, to: Int)
    case numberTwice(Int)
    case timeRunsBackwards
}

extension LogFault {
    var swedish: String {
        switch self {
        case .edited: "raden är ändrad efter förseglingen: dess kontrollsumma är en annan"
        case .rewritten: "raden är utbytt: raden efter den bygger på en annan rad"
        case .beginning: "loggens början saknas: första raden bygger på en annan rad"
        case .repeated(let line): "raden är en kopia av rad \(line)"
        case .moved(let number): "post \(number) står på fel plats"
        case .removed(let from, let to):
            from == to ? "post \(from) saknas före den här raden" : "posterna \(from)–\(to) saknas före den här raden"
        case .numberTwice(let number): "post \(number) finns redan, men med annat innehåll"
        case .timeRunsBackwards: "tiden är tidigare än på raden före"
        }
    }

    var english: String {
        switch self {
        case .edited: "the line was changed after it was sealed: its checksum is another"
        case .rewritten: "the line was exchanged: the line after it follows another one"
        case .beginning: "the log's beginning is missing: the first line follows another one"
        case .repeated(let line): "the line is a copy of line \(line)"
        case .moved(let number): "entry \(number) stands in the wrong place"
        case .removed(let from, let to):
            from == to
                ? "entry \(from) is missing before this line" : "entries \(from)–\(to) are missing before this line"
        case .numberTwice(let number): "there is an entry \(number) already, with other content"
        case .timeRunsBackwards: "the time is earlier than on the line before"
        }
    }
}

/// What is wrong with the signature of a line.
public enum SignatureFault: Hashable, Sendable {
    case wrong
    /// Lines before it are signed.
    case missing
    /// Not by the key that was asked for.
    case otherKey
}

extension SignatureFault {
    var swedish: String {
        switch self {
        case .wrong:
            "radens underskrift stämmer inte: raden eller underskriften är ändrad. Hämta tillbaka raden från en säkerhetskopia"
        case .missing:
            "raden är inte undertecknad, fast tidigare rader är det. Fråga den som förseglade, och underteckna alltid med --key"
        case .otherKey: "raden är inte undertecknad med den nyckel som angavs. Fråga den som förseglade"
        }
    }

    var english: String {
        switch self {
        case .wrong: "the line's signature does not hold: line or signature was changed. Restore the line from a backup"
        case .missing: "the line is not signed, though earlier lines are. Ask who sealed it, and always sign with --key"
        case .otherKey: "the line is not signed with the key that was given. Ask who sealed it"
        }
    }
}
