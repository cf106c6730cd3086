/// A file that goes along in every package: a schema, or a description of a format.
struct Enclosure: Sendable {
    /// `schemas/mets.xsd`, `format.md`
    let path: String
    let bytes: [UInt8]
}

extension Enclosure {
    static let all: [Enclosure] = EmbeddedEnclosures.files

    static var schemas: [Enclosure] { all.filter { $0.path.hasPrefix("schemas/") } }
    static var documents: [Enclosure] { all.filter { !$0.path.hasPrefix("schemas/") } }
}
