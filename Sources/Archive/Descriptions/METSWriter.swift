/// Writes METS documents: one for the package, one for each representation (ARCHIVE §4).
struct METSWriter {
    let package: PackageDescription
    let xml: XMLWriter

    /// The way from the document's folder to the package's: "", "../../".
    let up: String

    struct Kind {
        let id: String
        let label: String
        let type: String
        let contentType: String
        var otherType: String?
    }
}

extension METSWriter {
    /// What a representation's document lists.
    func representation(_ name: String, kind: Kind, files: [PackagedFile]) {
        let folder = "representations/\(name)/"
        document(kind) {
            xml.element("fileSec", [("ID", "filer")]) {
                group("Representations/\(name)/data", id: "grupp-data", files, below: folder)
            }
            structure(kind.id) {
                xml.element("div", [("ID", "del-data"), ("LABEL", "Representations/\(name)/data")]) {
                    xml.empty("fptr", [("FILEID", "grupp-data")])
                }
            }
        }
    }

    struct Contents {
        let dublinCore: PackagedFile
        let premis: PackagedFile
        let documentation: [PackagedFile]
        let schemas: [PackagedFile]
        let representations: [(name: String, kind: Kind, file: PackagedFile)]
    }

    func package(_ kind: Kind, _ contents: Contents) {
        document(kind) {
            reference("dmdSec", "beskrivning", contents.dublinCore, type: "DC")
            xml.element("amdSec", [("ID", "bevarande")]) {
                reference("digiprovMD", "bevarande-premis", contents.premis, type: "PREMIS")
            }
            xml.element("fileSec", [("ID", "filer")]) {
                group("Documentation", id: "grupp-dokumentation", contents.documentation, below: "")
                group("Schemas", id: "grupp-scheman", contents.schemas, below: "")
                for (name, kind, file) in contents.representations {
                    group("Representations/\(name)", id: "grupp-\(name)", [file], below: "", kind: kind)
                }
            }
            structure(kind.id) {
                xml.empty(
                    "div",
                    [
                        ("ID", "del-metadata"), ("LABEL", "Metadata"), ("ADMID", "bevarande-premis"),
                        ("DMDID", "beskrivning"),
                    ])
                division("Documentation", "dokumentation")
                division("Schemas", "scheman")
                for (name, _, file) in contents.representations {
                    xml.element("div", [("ID", "del-\(name)"), ("LABEL", "Representations/\(name)")]) {
                        xml.empty(
                            "mptr",
                            [
                                ("LOCTYPE", "URL"), ("xlink:type", "simple"),
                                ("xlink:href", Percent.encoded(file.path)), ("xlink:title", "grupp-\(name)"),
                            ])
                    }
                }
            }
        }
    }

    private func division(_ label: String, _ id: String) {
        xml.element("div", [("ID", "del-\(id)"), ("LABEL", label)]) { xml.empty("fptr", [("FILEID", "grupp-\(id)")]) }
    }

    private func structure(_ label: String, _ body: () -> Void) {
        xml.element("structMap", [("ID", "struktur"), ("TYPE", "PHYSICAL"), ("LABEL", "CSIP")]) {
            xml.element("div", [("ID", "del-paket"), ("LABEL", label)], body)
        }
    }

    private func document(_ kind: Kind, _ body: () -> Void) {
        let schemas = [
            ("http://www.loc.gov/METS/", "mets"), ("http://www.w3.org/1999/xlink", "xlink"),
            ("https://DILCIS.eu/XML/METS/CSIPExtensionMETS", "DILCISExtensionMETS"),
            ("https://DILCIS.eu/XML/METS/SIPExtensionMETS", "DILCISExtensionSIPMETS"),
        ]
        xml.element(
            "mets",
            [
                ("xmlns", "http://www.loc.gov/METS/"), ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
                ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
                ("xmlns:csip", "https://DILCIS.eu/XML/METS/CSIPExtensionMETS"),
                ("xmlns:sip", "https://DILCIS.eu/XML/METS/SIPExtensionMETS"),
                ("OBJID", kind.id), ("LABEL", kind.label), ("TYPE", kind.type),
                ("csip:CONTENTINFORMATIONTYPE", kind.contentType), ("csip:OTHERCONTENTINFORMATIONTYPE", kind.otherType),
                ("PROFILE", "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml"),
                ("xsi:schemaLocation", schemas.map { "\($0.0) \(up)schemas/\($0.1).xsd" }.joined(separator: " ")),
            ]
        ) {
            header()
            body()
        }
    }

    private func header() {
        let (archive, request) = (package.site.archive, package.request)
        xml.element(
            "metsHdr",
            [
                ("CREATEDATE", package.moment), ("RECORDSTATUS", request.status.term),
                ("csip:OAISPACKAGETYPE", "SIP"),
            ]
        ) {
            agent("CREATOR", "OTHER", "Klubba", note: request.version, "SOFTWARE VERSION", otherType: "SOFTWARE")
            let code = archive.organisationNumber.map { "ORG:\($0)" }
            agent("ARCHIVIST", "ORGANIZATION", package.site.creator, note: code)
            agent("CREATOR", "ORGANIZATION", package.site.organisation, note: code)
            if let contact = archive.contact {
                agent("CREATOR", "INDIVIDUAL", contact.name, note: contact.email, nil)
            }
            if let authority = archive.authority { agent("PRESERVATION", "ORGANIZATION", authority, note: nil) }
            xml.text("altRecordID", request.status.other, [("TYPE", "PREVIOUSREFERENCECODE")])
            xml.text("altRecordID", archive.agreement, [("TYPE", "SUBMISSIONAGREEMENT")])
            xml.text("altRecordID", archive.referenceCode, [("TYPE", "REFERENCECODE")])
        }
    }

    private func agent(
        _ role: String, _ type: String, _ name: String, note: String?, _ noteType: String? = "IDENTIFICATIONCODE",
        otherType: String? = nil
    ) {
        xml.element("agent", [("ROLE", role), ("TYPE", type), ("OTHERTYPE", otherType)]) {
            xml.text("name", name)
            xml.text("note", note, [("csip:NOTETYPE", noteType)])
        }
    }

    private func reference(_ element: String, _ id: String, _ file: PackagedFile, type: String) {
        xml.element(element, [("ID", id), ("CREATED", file.created), ("STATUS", "CURRENT")]) {
            xml.empty(
                "mdRef",
                [
                    ("ID", file.id), ("LOCTYPE", "URL"), ("MDTYPE", type), ("xlink:type", "simple"),
                    ("xlink:href", Percent.encoded(file.path)), ("MIMETYPE", file.format.mediaType),
                    ("SIZE", String(file.size)), ("CREATED", file.created), ("CHECKSUM", file.digest),
                    ("CHECKSUMTYPE", "SHA-256"),
                ])
        }
    }

    private func group(
        _ use: String, id: String, _ files: [PackagedFile], below folder: String, kind: Kind? = nil
    ) {
        xml.element(
            "fileGrp",
            [
                ("ID", id), ("USE", use), ("csip:CONTENTINFORMATIONTYPE", kind?.contentType),
                ("csip:OTHERCONTENTINFORMATIONTYPE", kind?.otherType),
            ]
        ) {
            for file in files {
                xml.element(
                    "file",
                    [
                        ("ID", file.id), ("MIMETYPE", file.format.mediaType), ("SIZE", String(file.size)),
                        ("CREATED", file.created), ("CHECKSUM", file.digest), ("CHECKSUMTYPE", "SHA-256"),
                    ]
                ) {
                    xml.empty(
                        "FLocat",
                        [
                            ("LOCTYPE", "URL"), ("xlink:type", "simple"),
                            ("xlink:href", Percent.encoded(String(file.path.dropFirst(folder.utf8.count)))),
                        ])
                }
            }
        }
    }
}
