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
    private(set) var files: [ListedFile] = []
    /// The documents of the representations.
    private(set) var documents: [String] = []

    init(_ bytes: [UInt8], at path: String) throws(XMLReader.Fault) {
        let folder = path.split(separator: "/").dropLast().map { "\($0)/" }.joined()
        var (id, created): (String?, String?)
        var (files, documents): ([ListedFile], [String]) = ([], [])
        var carrier: [String: String] = [:]
        var reader = XMLReader(bytes)
        try reader.read(
            begin: { element in
                switch element.name {
                case "mets": id = element.attributes["OBJID"]
                case "metsHdr": created = element.attributes["CREATEDATE"]
                case "file": carrier = element.attributes
                case "FLocat", "mdRef":
                    let attributes = element.name == "mdRef" ? element.attributes : carrier
                    let way = Percent.decoded(element.attributes["xlink:href"] ?? "")
                    files.append(
                        ListedFile(
                            path: folder + way, size: attributes["SIZE"].flatMap { Int($0) },
                            digest: attributes["CHECKSUM"], list: path))
                case "mptr": documents.append(folder + Percent.decoded(element.attributes["xlink:href"] ?? ""))
                default: break
                }
            }, text: { _, _, _ in })
        (self.id, self.created, self.files, self.documents) = (id, created, files, documents)
    }
}
