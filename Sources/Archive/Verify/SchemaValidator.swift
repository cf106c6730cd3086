import System

/// Holds XML documents against the package's own schemas, with xmllint.
struct SchemaValidator {
    private let root: String
    private let program: String
    private let folder: TemporaryFolder

    /// Nil where xmllint isn't installed.
    init?(root: String) {
        guard
            let program = Toolbox.find("xmllint", variable: "KLUBBA_XMLLINT", in: "archive/bin/xmllint", site: "."),
            let folder = try? TemporaryFolder()
        else { return nil }
        (self.root, self.program, self.folder) = (root, program, folder)
        // The schema of METS names xlink's by its address on the web.
        let catalog = """
            <?xml version="1.0"?>
            <catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">
              <system systemId="http://www.loc.gov/standards/xlink/xlink.xsd" uri="xlink.xsd"/>
              <uri name="http://www.loc.gov/standards/xlink/xlink.xsd" uri="xlink.xsd"/>
            </catalog>

            """
        do throws(SystemError) {
            try folder.write(Array(catalog.utf8), to: "catalog.xml")
            for schema in Enclosure.schemas { try folder.write(schema.bytes, to: schema.path.lastPart) }
        } catch {
            return nil
        }
    }
}

extension SchemaValidator {
    func faults(in path: String) -> [String] {
        guard let schema = SchemaValidator.schema(of: path) else { return [] }
        let ending = try? ChildProcess.run(
            program,
            ["--nonet", "--noout", "--huge", "--stream", "--schema", "\(folder.path)/\(schema)", "\(root)/\(path)"],
            environment: ["XML_CATALOG_FILES": "\(folder.path)/catalog.xml"], seconds: 600)
        guard let ending, ending.status != 0 else { return [] }
        return ending.errorText.split(separator: "\n").filter { $0.contains("error") }.prefix(5).map { line in
            line.hasPrefix(root) ? String(line.dropFirst(root.utf8.count + 1)) : String(line)
        }
    }

    private static func schema(of path: String) -> String? {
        switch path {
        case PackagePath.premis: "premis.xsd"
        case PackagePath.erms: "ERMS.xsd"
        case PackagePath.root, PackagePath.mets(of: "handlingar"), PackagePath.mets(of: "original"),
            PackagePath.mets(of: "webbplats"):
            "mets.xsd"
        default: nil
        }
    }
}
