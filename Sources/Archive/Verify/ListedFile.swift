/// A file as a METS document lists it.
struct ListedFile {
    /// From the package's folder.
    let path: String
    let size: Int?
    let digest: String?
    /// The document that lists it.
    let list: String
}

/// What a METS document says.
struct METSDocument {
    private(set) var id: String?
    private(set) var created: String?
    /// The documents of the representations.
    private(set) var documents: [String] = []

    /// Tells of each file as it comes, and holds none.
    init(
        _ reader: consuming XMLReader, at path: String, listed: (ListedFile) -> Void
    ) throws(XMLReader.Fault) {
        let folder = path.split(separator: "/").dropLast().map { "\($0)/" }.joined()
        var (id, created): (String?, String?)
        var documents: [String] = []
        var carrier: [String: String] = [:]
        try reader.read(
            begin: { element in
                switch element.name {
                case "mets": id = element.attributes["OBJID"]
                case "metsHdr": created = element.attributes["CREATEDATE"]
                case "file": carrier = element.attributes
                case "FLocat", "mdRef":
                    let attributes = element.name == "mdRef" ? element.attributes : carrier
                    let way = Percent.decoded(element.attributes["xlink:href"] ?? "")
                    listed(
                        ListedFile(
                            path: folder + way, size: attributes["SIZE"].flatMap { Int($0) },
                            digest: attributes["CHECKSUM"], list: path))
                case "mptr": documents.append(folder + Percent.decoded(element.attributes["xlink:href"] ?? ""))
                default: break
                }
            }, text: { _, _, _ in })
        (self.id, self.created, self.documents) = (id, created, documents)
    }
}
