import Meetings

/// Where the files for machines are (FORMAT §9).
extension Addresses {
    static let feed = "atom.xml"
    static let calendar = "kalender.ics"
    static let data = "data/"

    static func feed(_ body: BodyCode) -> String { "atom/\(body.slug).xml" }
    static func calendar(_ body: BodyCode) -> String { "kalender/\(body.slug).ics" }
    static func table(_ name: String, _ format: String) -> String { "data/\(name).\(format)" }
}
