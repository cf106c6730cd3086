/// A file that goes along in every package: a schema, or a description of a format.
struct Enclosure: Sendable {
    /// `schemas/mets.xsd`, `format.md`
    let path: String
    let bytes: [UInt8]
}

extension Enclosure {
    static let all: [Enclosure] = EmbeddedEnclosures.files

    static var schemas: [Enclosure] { all.filter { $0.path.hasPrefix("schemas/") } }
    /// The program that checks seals is of no use without the log.
    static func documents(withLog hasLog: Bool) -> [Enclosure] {
        all.filter { !$0.path.hasPrefix("schemas/") && (hasLog || !$0.path.hasSuffix(".py")) }
    }
}
