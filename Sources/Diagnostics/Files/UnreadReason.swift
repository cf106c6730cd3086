import System

/// Why a file could not be read through.
public enum UnreadReason: Hashable, Sendable {
    case locked
    case scanned(page: Int)
    case signsWithoutLetters
    case unknown
    case tooLarge
    case damaged
    case part(String)
    /// The Debian package that has the program.
    case toolMissing(String)
    case hides(String)
    case tooHeavy
    case unreadable(SystemReason)
}

extension UnreadReason {
    var swedish: String {
        switch self {
        case .locked: "den är låst med lösenord"
        case .scanned(let page): "sida \(page) är en bild"
        case .signsWithoutLetters: "dess tecken säger inte vilka bokstäver de är"
        case .unknown: "den är av ett okänt slag"
        case .tooLarge: "den är för stor"
        case .damaged: "den är skadad"
        case .part(let name): "\"\(name.visible)\" i den går inte att läsa"
        case .toolMissing(let package): "programmet som läser den saknas, installera \(package)"
        case .hides(let what): "den har \(what) som inte kan tas ur kopian"
        case .tooHeavy: "den tog för mycket tid eller minne"
        case .unreadable(let reason): "den kan inte läsas (\(reason.swedish))"
        }
    }

    var english: String {
        switch self {
        case .locked: "it is locked with a password"
        case .scanned(let page): "page \(page) is a picture"
        case .signsWithoutLetters: "its signs do not say which letters they are"
        case .unknown: "it is of an unknown kind"
        case .tooLarge: "it is too large"
        case .damaged: "it is damaged"
        case .part(let name): "\"\(name.visible)\" in it cannot be read"
        case .toolMissing(let package): "the program that reads it is missing, install \(package)"
        case .hides: "it hides what its copy cannot be freed from"
        case .tooHeavy: "it took too much time or memory"
        case .unreadable(let reason): "it cannot be read (\(reason.english))"
        }
    }
}

/// Where in a file without lines something stands.
public enum FilePart: Hashable, Sendable {
    case page(Int)
    case part(String)
}

extension FilePart {
    var swedish: String {
        switch self {
        case .page(let page): "på sida \(page)"
        case .part(let name): "i \(kind.map { "\($0.swedish) (\"\(name.visible)\")" } ?? "\"\(name.visible)\" i filen")"
        }
    }

    var english: String {
        switch self {
        case .page(let page): "on page \(page)"
        case .part(let name):
            "in \(kind.map { "\($0.english) (\"\(name.visible)\")" } ?? "\"\(name.visible)\" in the file")"
        }
    }
}
