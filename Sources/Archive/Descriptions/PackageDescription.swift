import Meetings

/// What the documents of a package say of it alike.
struct PackageDescription: Sendable {
    let site: ArchiveSite
    let request: ArchiveRequest
    /// The package's name: OBJID.
    let id: String
    /// What the name was made from; with it anybody can make it again.
    let seed: String
    let selection: Selection
    let closings: Closings
}

extension PackageDescription {
    var moment: String { request.moment.text }

    /// "Samordningsförbundet X, 2026"
    var label: String { "\(site.organisation), \(request.scope.name(in: .swedish))" }

    /// Of every ärende that the package's readers may know of, whether it is in the package or not.
    func mentions() -> DiaryMentions {
        DiaryMentions(site.seen.matters, among: site.seen.matters.indices.filter { site.sees($0) })
    }
}

/// Where things lie in a package (ARCHIVE §3).
enum PackagePath {
    static let root = "METS.xml"
    static let dublinCore = "metadata/descriptive/dc.xml"
    static let premis = "metadata/preservation/premis.xml"
    static let note = "documentation/leverans.txt"
    static let printedNote = "documentation/leverans.pdf"
    static let seals = "documentation/forsegling.csv"
    static let originals = "representations/original/data"
    static let papers = "representations/handlingar/data"
    static let erms = "representations/handlingar/data/ERMS.xml"
    static func data(of representation: String) -> String { "representations/\(representation)/data" }
    static func mets(of representation: String) -> String { "representations/\(representation)/METS.xml" }
}
