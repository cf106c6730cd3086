import Meetings

/// Where the files for machines are (FORMAT §9).
extension Addresses {
    static let feed = "atom.xml"
    static let calendar = "kalender.ics"
    static let data = "data/"

    static func feed(_ body: BodyCode) -> String { "atom/\(body.slug).xml" }
    /// Of what a page is about: an ärende, an insats.
    static func feed(ofPage address: String) -> String { "atom/\(address.dropLast()).xml" }
    static func calendar(year: Int) -> String { "kalender/ar/\(year).ics" }
    static let catalogue = "data/dcat.jsonld"
    static func calendar(_ body: BodyCode) -> String { "kalender/\(body.slug).ics" }
    static func table(_ name: String, _ format: String) -> String { "data/\(name).\(format)" }
}
