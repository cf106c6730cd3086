/// What a paper takes too much of.
public enum PaperBurden: String, CaseIterable, Hashable, Sendable {
    case time
    case memory

    var swedish: String { self == .time ? "lång tid" : "mycket minne" }
    var english: String { self == .time ? "long" : "much memory" }
}

/// Why a packet is not the PDF/A-3a that it could be, because of one paper.
public enum PaperArchiveReason: Hashable, Sendable {
    /// It does not say that it is PDF/A.
    case noClaim
    /// It says so, but has a font that is not in it.
    case fonts
    case encrypted
    /// Its colours are meant for a press.
    case colours
    /// It is PDF/A of a lower level: "b", "u".
    case level(String)

    var swedish: String {
        switch self {
        case .noClaim: "inte PDF/A, eftersom den här bilagan inte är det"
        case .fonts: "inte PDF/A, eftersom den här bilagan har typsnitt som inte är inbäddade"
        case .encrypted: "inte PDF/A, eftersom den här bilagan är krypterad"
        case .colours: "inte PDF/A, eftersom den här bilagan har färger för tryckeri"
        case .level(let level): "PDF/A-3\(level) och inte 3a, eftersom den här bilagan är på den nivån"
        }
    }

    var english: String {
        switch self {
        case .noClaim: "not PDF/A, since this bilaga is not"
        case .fonts: "not PDF/A, since this bilaga has fonts that are not embedded"
        case .encrypted: "not PDF/A, since this bilaga is encrypted"
        case .colours: "not PDF/A, since this bilaga has colours for a press"
        case .level(let level): "PDF/A-3\(level) and not 3a, since this bilaga is of that level"
        }
    }
}

/// What a PDF can hold beside its pages.
public enum PaperPart: String, CaseIterable, Hashable, Sendable {
    case scripts, launches, files, forms, media

    var swedish: String {
        switch self {
        case .scripts: "skript"
        case .launches: "kommandon som startar program"
        case .files: "inbäddade filer"
        case .forms: "formulärfält"
        case .media: "ljud eller film"
        }
    }

    var english: String {
        switch self {
        case .scripts: "scripts"
        case .launches: "commands that start programs"
        case .files: "embedded files"
        case .forms: "form fields"
        case .media: "sound or film"
        }
    }
}
