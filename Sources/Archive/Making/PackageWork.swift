import Diagnostics
import Ledger
import Meetings
import Packet
import Register
import System

/// The making of one package, step by step, in a stage of its own.
struct PackageWork {
    let maker: PackageMaker
    var plan: PlannedPackage
    let stage: Stage
    private let clock: String
    private let sealed: SealTimes
    private(set) var id = ""
    private var seed = ""
    private(set) var originals: [PackagedFile] = []
    private(set) var papers: [PackagedFile] = []
    private(set) var copy: [PackagedFile] = []
    /// Metadata, documentation, schemas and the documents of METS.
    private var rest: [PackagedFile] = []
    /// Where finished PDF files lie until they are copied.
    var printed: [TemporaryFolder] = []

    init(_ maker: PackageMaker, _ plan: PlannedPackage, _ stage: Stage) {
        (self.maker, self.plan, self.stage) = (maker, plan, stage)
        clock = maker.request.moment.text
        sealed = SealTimes(maker.site.log)
    }

    private static let work = "paket"
}

extension PackageWork {
    var count: Int { originals.count + papers.count + copy.count + rest.count }
    var size: Int { (originals + papers + copy + rest).reduce(0) { $0 + $1.size } }

    private var site: ArchiveSite { maker.site }
    private func staged(_ path: String) -> String { "\(PackageWork.work)/\(path)" }

    mutating func copyOriginals() throws(ArchiveFailure) {
        for path in plan.originals.paths {
            let target = "\(PackagePath.originals)/\(path)"
            let (size, digest, traits) = try stage.copy("\(site.root)/\(path)", to: staged(target))
            let created = sealed.time(of: path, digest) ?? clock
            originals.append(
                PackagedFile(
                    path: target, size: size, digest: digest, format: FileFormat(path: path, traits: traits),
                    created: created, originalName: path.lastPart, isSigned: traits.isSigned))
        }
        let files = originals.map { (path: $0.path.dropFirst(PackagePath.originals.count + 1), digest: $0.digest) }
        seed = PackageName.seed(
            address: site.profile.address ?? "", scope: maker.request.scope.written,
            audience: maker.request.audience.rawValue,
            content: PackageName.contentDigest(files.map { (String($0.path), $0.digest) }))
        id = PackageName.id(of: seed)
    }

    mutating func copyPapers() throws(ArchiveFailure) {
        let known = Dictionary(originals.map { ($0.path, $0) }) { first, _ in first }
        for paper in plan.papers {
            let source = "\(PackagePath.originals)/\(paper.source)"
            let path = "\(PackagePath.papers)/\(paper.target)"
            let (size, digest, traits): (Int, String, FileTraits)
            var (recipe, officeVersion): (String?, String?)
            switch paper.content {
            case .copy: (size, digest, traits) = try stage.copy("\(stage.path)/\(staged(source))", to: staged(path))
            case .file(let location):
                (size, digest, traits) = try stage.copy(location, to: staged(path))
            case .rendition(let made):
                (size, digest, traits) = try stage.copy(made.path, to: staged(path))
                (recipe, officeVersion) = (made.key, made.officeVersion)
            case .packet: continue
            case .excerpt(let bytes):
                (size, digest) = try stage.write(bytes, to: staged(path))
                traits = FileTraits(bytes)
            }
            let created = recipe == nil ? known[source]?.created ?? clock : clock
            let sources = paper.sources.compactMap { known["\(PackagePath.originals)/\($0)"]?.path }
            papers.append(
                PackagedFile(
                    path: path, size: size, digest: digest, format: FileFormat(path: path, traits: traits),
                    created: created, originalName: (paper.isMade ? paper.target : paper.source).lastPart,
                    sources: sources, recipe: recipe, officeVersion: officeVersion,
                    isSigned: traits.isSigned))
        }
    }

    mutating func addSite(_ make: (String) throws(ArchiveFailure) -> Void) throws(ArchiveFailure) {
        let folder = staged(PackagePath.data(of: "webbplats"))
        try stage.makeFolders(above: folder + "/x")
        try make("\(stage.path)/\(folder)")
        for found in try FolderWalk.files(in: "\(stage.path)/\(folder)") {
            let location = "\(stage.path)/\(folder)/\(found.path)"
            if found.path.hasPrefix(".") || found.kind != .file {
                // What a build remembers for itself is no part of the site.
                Folder.removeTree(location)
                continue
            }
            var (hashing, traits) = (Hashing(), FileTraits())
            try PackageBytes.read(location) { part in
                hashing.add(part)
                traits.add(part)
            }
            copy.append(
                PackagedFile(
                    path: "\(PackagePath.data(of: "webbplats"))/\(found.path)", size: hashing.count,
                    digest: hashing.digest, format: FileFormat(path: found.path, traits: traits), created: clock,
                    originalName: found.path.lastPart))
        }
    }
}

// The documents that describe the package, those first that others have the check sums of.
extension PackageWork {
    mutating func describe() async throws(ArchiveFailure) {
        let description = PackageDescription(
            site: site, request: maker.request, id: id, seed: seed, selection: plan.selection, closings: plan.closings)
        try writeERMS(description)
        let premis = try writePREMIS(description)
        let dublinCore = try write(PackagePath.dublinCore, .xml) { xml in
            DublinCoreWriter(package: description, xml: xml).document()
        }
        let documentation = try await writeDocumentation(description)
        var schemas: [PackagedFile] = []
        for schema in Enclosure.schemas { schemas.append(try write(schema.bytes, to: schema.path, .schema)) }
        var representations: [(name: String, kind: METSWriter.Kind, file: PackagedFile)] = []
        for (name, files) in [("handlingar", papers), ("original", originals), ("webbplats", copy)] {
            if name == "webbplats" && files.isEmpty { continue }
            let kind = METSWriter.Kind(representation: name, of: description)
            let document = try write(PackagePath.mets(of: name), .xml) { xml in
                METSWriter(package: description, xml: xml, up: "../../")
                    .representation(name, kind: kind, files: files)
            }
            representations.append((name, kind, document))
        }
        let contents = METSWriter.Contents(
            dublinCore: dublinCore, premis: premis, documentation: documentation, schemas: schemas,
            representations: representations)
        let xml = XMLWriter(try stage.writer(staged(PackagePath.root)))
        METSWriter(package: description, xml: xml, up: "")
            .package(METSWriter.Kind(package: description), contents)
        let (size, digest) = try xml.finishWithOwnDigest()
        rest.append(PackagedFile(PackagePath.root, size, digest, .xml, clock))
    }

    private mutating func writeERMS(_ description: PackageDescription) throws(ArchiveFailure) {
        let ways = papers.map { (String($0.path.dropFirst(PackagePath.papers.count + 1)), $0) }
        let sources = originals.map { (String($0.path.dropFirst(PackagePath.originals.count + 1)), $0) }
        let xml = XMLWriter(try stage.writer(staged(PackagePath.erms)))
        ERMSWriter(
            package: description, xml: xml, files: Dictionary(ways) { first, _ in first },
            sources: Dictionary(sources) { first, _ in first }
        ).document(plan.papers)
        let (size, digest) = try xml.finish()
        papers.insert(PackagedFile(PackagePath.erms, size, digest, .xml, clock), at: 0)
    }

    private mutating func writePREMIS(_ description: PackageDescription) throws(ArchiveFailure) -> PackagedFile {
        let log = site.isForArchive ? site.log.lines.map { ($0.line, Digest(of: $0.line.bytes).text) } : []
        let files = papers + originals + copy
        let engines = (maker.renditions?.engines ?? []).map {
            PREMISWriter.RenditionEngine(name: $0.name, version: $0.version)
        }
        let texts = unfinished
        return try write(PackagePath.premis, .xml) { xml in
            PREMISWriter(package: description, xml: xml, log: log, engines: engines, unfinished: texts)
                .document(files)
        }
    }

    private mutating func writeDocumentation(
        _ description: PackageDescription
    ) async throws(ArchiveFailure) -> [PackagedFile] {
        var files: [PackagedFile] = []
        for document in Enclosure.documents(withLog: site.isForArchive) {
            let format = FileFormat(path: document.path, traits: FileTraits(document.bytes))
            files.append(try write(document.bytes, to: "documentation/\(document.path)", format))
        }
        if !site.isForArchive {
            let rows = plan.selection.meetings.flatMap { site.seen.seals[$0] }.flatMap(\.rows)
            let table = ([MeetingSeal.rowHeading] + rows).map { $0 + "\n" }.joined()
            files.append(try write(Array(table.utf8), to: PackagePath.seals, .csv))
        }
        let note = DeliveryNote(
            package: description, files: papers + originals + copy,
            leftOut: plan.diagnostics.filter { $0.problem.code == "K181" }.map { $0.problem.text(in: .swedish) },
            formats: plan.diagnostics.filter { $0.problem.code == "K183" }
                .map { "\($0.place.file): \($0.problem.text(in: .swedish))" },
            personalData: personalData, hasRenditions: maker.renditions != nil)
        files.append(try write(Array(note.text.utf8), to: PackagePath.note, .plainText))
        if let printer = maker.renditions {
            let rendition = Rendition(
                content: .plain(note.body), title: "Leverans till arkivet, \(description.label)", mark: "",
                day: LogTime.day(of: maker.request.moment))
            for made in try await print([rendition], with: printer, standing: [:], { _ in }) {
                let (size, digest, traits) = try stage.copy(made.path, to: staged(PackagePath.printedNote))
                let format = FileFormat(path: made.path, traits: traits)
                let file = PackagedFile(PackagePath.printedNote, size, digest, format, clock)
                rest.append(file)
                files.append(file)
            }
        }
        return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// Sealed texts that are being worked on, by their places in the package.
    private var unfinished: [String] {
        guard site.isForArchive else { return [] }
        return maker.found.compactMap { diagnostic in
            guard case .sealedTextInWork = diagnostic.problem else { return nil }
            return "\(PackagePath.originals)/\(diagnostic.place.file)"
        }
    }

    /// In the files of the package: the site may have others.
    private var personalData: [(kind: String, count: Int)] {
        var (numbers, addresses, phones) = (0, 0, 0)
        let files = Set(plan.papers.flatMap(\.sources) + plan.originals.paths)
        for diagnostic in maker.found where files.contains(diagnostic.place.file) {
            switch diagnostic.problem {
            case .identityNumber: numbers += 1
            case .emailAddress: addresses += 1
            case .phoneNumber: phones += 1
            default: break
            }
        }
        return [("personnummer", numbers), ("e-postadresser", addresses), ("telefonnummer", phones)]
    }

    private mutating func write(
        _ path: String, _ format: FileFormat, _ body: (XMLWriter) -> Void
    ) throws(ArchiveFailure) -> PackagedFile {
        let xml = XMLWriter(try stage.writer(staged(path)))
        body(xml)
        let (size, digest) = try xml.finish()
        let file = PackagedFile(path, size, digest, format, clock)
        rest.append(file)
        return file
    }

    private mutating func write(
        _ bytes: [UInt8], to path: String, _ format: FileFormat
    ) throws(ArchiveFailure) -> PackagedFile {
        let (size, digest) = try stage.write(bytes, to: staged(path))
        let file = PackagedFile(path, size, digest, format, clock)
        rest.append(file)
        return file
    }
}

extension PackageWork {
    /// Gives the package its form and its name. Returns where it lies.
    func publish(in folder: String) throws(ArchiveFailure) -> String {
        let files = (originals + papers + copy + rest).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        let container = Container(
            stage: stage, work: PackageWork.work, id: id, files: files, seconds: maker.request.moment.seconds,
            request: maker.request, organisation: site.organisation)
        let (own, name) = try container.make()
        let target = "\(folder)/\(name)"
        try stage.publish(own, at: target)
        return target
    }
}

extension PackagedFile {
    fileprivate init(_ path: String, _ size: Int, _ digest: String, _ format: FileFormat, _ created: String) {
        self.init(
            path: path, size: size, digest: digest, format: format, created: created, originalName: path.lastPart)
    }
}

extension String {
    /// What stands after the last slash.
    var lastPart: String { split(separator: "/").last.map(String.init) ?? self }
}

extension METSWriter.Kind {
    init(package: PackageDescription) {
        self.init(id: package.id, label: package.label, type: "Datasets", contentType: "citserms_v2_1")
    }

    init(representation name: String, of package: PackageDescription) {
        let label = "\(package.label), \(name)"
        switch name {
        case "original":
            self.init(id: name, label: label, type: "Mixed", contentType: "OTHER", otherType: "Klubba content")
        case "webbplats": self.init(id: name, label: label, type: "Websites", contentType: "OTHER", otherType: "HTML")
        default: self.init(id: name, label: label, type: "Datasets", contentType: "citserms_v2_1")
        }
    }
}

/// When files were sealed as they are.
struct SealTimes {
    private var times: [String: String] = [:]

    init(_ log: DecisionLog) {
        for entry in log.entries {
            for paper in entry.papers {
                times["content/\(paper.path) \(paper.digest.text)"] = entry.time.text
                let copy = "content/.forseglat/\(paper.digest.text) \(paper.digest.text)"
                if times[copy] == nil { times[copy] = entry.time.text }
            }
        }
    }

    func time(of path: String, _ digest: String) -> String? { times["\(path) \(digest)"] }
}

extension FileTraits {
    init(_ bytes: [UInt8]) {
        self.init()
        bytes.withUnsafeBytes { add($0) }
    }
}
