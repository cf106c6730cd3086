/// A line of a document, by its number in the file (from 1).
struct SourceLine: Hashable, Sendable {
    let number: Int
    var text: String
    /// A form feed stood before it.
    var startsPage = false
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
    }
}
