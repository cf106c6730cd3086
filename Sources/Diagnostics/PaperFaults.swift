/// What a paper takes too much of.
public enum PaperBurden: String, CaseIterable, Hashable, Sendable {
    case time
    case memory

    var swedish: String { self == .time ? "lång tid" : "mycket minne" }
    var english: String { self == .time ? "long" : "much memory" }
}

/// Why a file has no pages in a packet.
public enum PaperKindFault: CaseIterable, Hashable, Sendable {
    /// Nothing makes pages of such files.
    case kind
    /// LibreOffice would, but is not here, or was not wanted.
    case withoutOffice
    /// LibreOffice could not.
    case notConverted

    var swedish: String {
        switch self {
        case .kind:
            "filen kan inte visas i utskicket, så den bifogas som den är. Spara den som PDF om den ska kunna läsas där"
        case .withoutOffice:
            "filen blir inga sidor i utskicket utan LibreOffice, så den bifogas som den är. Installera LibreOffice (klubba tools packet), eller spara filen som PDF"
        case .notConverted:
            "LibreOffice kunde inte göra sidor av filen, så den bifogas som den är. Öppna den och spara den som PDF om den ska kunna läsas i utskicket"
        }
    }

    var english: String {
        switch self {
        case .kind:
            "the file cannot be shown in the packet, so it is attached as it is. Save it as PDF if it is to be read there"
        case .withoutOffice:
            "the file becomes no pages in the packet without LibreOffice, so it is attached as it is. Install LibreOffice (klubba tools packet), or save the file as PDF"
        case .notConverted:
            "LibreOffice could not make pages of the file, so it is attached as it is. Open it and save it as PDF if it is to be read in the packet"
        }
    }
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
