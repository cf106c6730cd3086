import Ledger

/// Writes premis.xml: each file with its check sum and format, and what has happened to it (ARCHIVE §6).
struct PREMISWriter {
    let package: PackageDescription
    let xml: XMLWriter
    /// The lines of the log, each with the check sum of its bytes and its line feed. Empty for other audiences than the archive.
    let log: [(line: LogLine, digest: String)]
    let engines: [RenditionEngine]
    /// Paths of sealed texts that are being worked on.
    let unfinished: [String]

    /// A program that made renditions.
    struct RenditionEngine: Hashable, Sendable {
        let name: String
        let version: String
    }
}

extension PREMISWriter {
    func document(_ files: [PackagedFile]) {
        xml.element(
            "premis",
            [
                ("xmlns", "http://www.loc.gov/premis/v3"), ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
                ("version", "3.0"),
                ("xsi:schemaLocation", "http://www.loc.gov/premis/v3 ../../schemas/premis.xsd"),
            ]
        ) {
            for file in files { object(file) }
            creation()
            for file in files where file.recipe != nil { rendition(file) }
            let paths = Set(files.map(\.path))
            for (number, path) in unfinished.filter(paths.contains).enumerated() { unfinishedText(path, number + 1) }
            for (number, line) in log.enumerated() { seal(line.line, line.digest, number + 1, paths) }
            agents(files.lazy.compactMap(\.officeVersion).first)
        }
    }

    static let renditionEvent = "version-"
    static let unfinishedEvent = "arbete-"
    private static let recipe = "Gjord av sina källor; kontrollsumma för underlaget: "

    /// What tells whether a rendition would become the same again.
    static func key(in detail: String) -> String {
        detail.hasPrefix(recipe) ? String(detail.dropFirst(recipe.count)) : ""
    }

    private func object(_ file: PackagedFile) {
        xml.element("object", [("xsi:type", "file")]) {
            identifier("object", "path", file.path)
            xml.element("objectCharacteristics") {
                xml.element("fixity") {
                    xml.text("messageDigestAlgorithm", "SHA-256")
                    xml.text("messageDigest", file.digest)
                }
                xml.text("size", String(file.size))
                xml.element("format") {
                    xml.element("formatDesignation") { xml.text("formatName", file.format.name) }
                    xml.element("formatRegistry") {
                        xml.text("formatRegistryName", "PRONOM")
                        xml.text("formatRegistryKey", file.format.key)
                    }
                }
            }
            xml.text("originalName", file.originalName)
            if !file.sources.isEmpty {
                xml.element("relationship") {
                    xml.text("relationshipType", "derivation")
                    xml.text("relationshipSubType", "has source")
                    for source in file.sources {
                        xml.element("relatedObjectIdentifier") {
                            xml.text("relatedObjectIdentifierType", "path")
                            xml.text("relatedObjectIdentifierValue", source)
                        }
                    }
                }
            }
        }
    }

    private func identifier(_ element: String, _ type: String, _ value: String) {
        xml.element("\(element)Identifier") {
            xml.text("\(element)IdentifierType", type)
            xml.text("\(element)IdentifierValue", value)
        }
    }

    private func creation() {
        event("paket", "package creation", package.moment, detail: package.seed, outcome: nil, agents: ["klubba"])
    }

    private func rendition(_ file: PackagedFile) {
        let engines = engines + [file.officeVersion].compactMap(\.self).map(PREMISWriter.office)
        let tools = engines.map { "\($0.name) \($0.version)" }.joined(separator: ", ")
        event(
            PREMISWriter.renditionEvent + file.id, "migration", package.moment,
            detail: PREMISWriter.recipe + (file.recipe ?? ""), outcome: "\(file.format.name), \(tools)",
            agents: ["klubba"] + engines.map(\.name), objects: [file.path] + file.sources)
    }

    /// A sealed text that is being worked on for a meeting to come: nothing else excuses that it is not as it was sealed.
    private func unfinishedText(_ path: String, _ number: Int) {
        event(
            PREMISWriter.unfinishedEvent + String(number), "modification", package.moment,
            detail: "Texten ändras inför ett kommande möte och är därför inte som den förseglades", outcome: nil,
            agents: ["klubba"], objects: [path])
    }

    private func seal(_ line: LogLine, _ digest: String, _ number: Int, _ paths: Set<String>) {
        let entry = line.entry
        let detail = [entry.kind.rawValue, entry.meeting, entry.reason].filter { !$0.isEmpty }.joined(separator: ", ")
        // A § of a record is named by its file and its mark.
        let files = entry.papers.map { $0.path.split(separator: "#").first.map(String.init) ?? $0.path }
        var known: Set<String> = []
        let papers = files.filter { known.insert($0).inserted }.map { "\(PackagePath.originals)/content/\($0)" }
            .filter(paths.contains)
        event(
            "forsegling-\(number)", "message digest calculation", entry.time.text, detail: detail, outcome: digest,
            agents: ["klubba"] + (entry.key.isEmpty ? [] : ["nyckel-\(entry.key)"]), objects: papers)
    }

    private func event(
        _ id: String, _ type: String, _ time: String, detail: String, outcome: String?, agents: [String],
        objects: [String] = []
    ) {
        xml.element("event") {
            identifier("event", "local", id)
            xml.text("eventType", type)
            xml.text("eventDateTime", time)
            xml.element("eventDetailInformation") { xml.text("eventDetail", detail) }
            if let outcome {
                xml.element("eventOutcomeInformation") { xml.text("eventOutcome", outcome) }
            }
            for agent in agents {
                xml.element("linkingAgentIdentifier") {
                    xml.text("linkingAgentIdentifierType", "local")
                    xml.text("linkingAgentIdentifierValue", agent)
                }
            }
            for object in objects {
                xml.element("linkingObjectIdentifier") {
                    xml.text("linkingObjectIdentifierType", "path")
                    xml.text("linkingObjectIdentifierValue", object)
                }
            }
        }
    }

    private static func office(_ version: String) -> RenditionEngine {
        RenditionEngine(name: "LibreOffice", version: version)
    }

    private func agents(_ officeVersion: String?) {
        agent("klubba", "Klubba", "software", version: package.request.version)
        for engine in engines + [officeVersion].compactMap(\.self).map(PREMISWriter.office) {
            agent(engine.name, engine.name, "software", version: engine.version)
        }
        agent("organisation", package.site.organisation, "organization")
        var known: Set<String> = []
        for (line, _) in log where !line.entry.key.isEmpty && known.insert(line.entry.key).inserted {
            agent("nyckel-\(line.entry.key)", "Ed25519 \(line.entry.key)", "signing key")
        }
    }

    private func agent(_ id: String, _ name: String, _ type: String, version: String? = nil) {
        xml.element("agent") {
            identifier("agent", "local", id)
            xml.text("agentName", name)
            xml.text("agentType", type)
            xml.text("agentVersion", version)
        }
    }
}
