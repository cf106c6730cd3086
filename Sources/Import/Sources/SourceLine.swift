/// A line of a document, by its number in the file (from 1).
struct SourceLine: Hashable, Sendable {
    let number: Int
    var text: String
    /// A form feed stood before it.
    var startsPage = false
    /// The page that it stands on, from 1; 0 in a text that does not say where its pages begin.
    var page = 0
}

/// A line, or a part of one, that is no part of a document's text. It is listed, never lost in silence.
public struct NoiseLine: Hashable, Sendable {
    public let line: Int
    public let text: String
    public let reason: Reason

    public enum Reason: String, Sendable, CaseIterable {
        case pageNumber = "sidnummer"
        case runningHead = "sidhuvud som upprepas"
        case address = "adressrad"
        case deadBookmark = "död hänvisning"
        case contents = "innehållsförteckning"
        case templateVersion = "blankettens version"
        case signatureMark = "justerandes signatur"
        case rule = "linje"
        case pageEdge = "sidhuvud eller sidfot"
        case letterhead = "ur brevhuvudet"
        case surroundings = "omkring sidans text"
        case divider = "försättsblad"
        case hidden = "dold text"
        case struck = "struken med ändringsmarkering"
        case comment = "kommentar"
        case crossedOut = "överstruken text"
        case picture = "bild"
        case unticked = "ruta som inte är ikryssad"
        case unplaced = "fick ingen plats"
    }
}
