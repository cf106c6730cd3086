import Diagnostics
import Ledger
import System

/// Checks a package alone, without the site that it was made of (ARCHIVE §8). All faults in one run.
public struct PackageCheck {
    /// The package's folder.
    let root: String
    /// Of what the log's own messages are told in.
    let language: MessageLanguage
    private var faults: Set<Diagnostic> = []
    private var reported: Set<String> = []
    /// Of each file that is there, its size and check sum; by its path.
    private(set) var found = FoundFiles()
    /// Sealed texts that the package says are being worked on.
    private(set) var unfinished: Set<String> = []
    private var id: String?
    /// When the package says that it was made, `2026-11-20T12:00:00Z`.
    public private(set) var created: String?
    public private(set) var fileCount = 0

    public init(root: String, language: MessageLanguage) { (self.root, self.language) = (root, language) }
}

extension PackageCheck {
    /// Sorted by file.
    public var diagnostics: [Diagnostic] { faults.sorted() }

    public mutating func run() async {
        hash()
        lists()
        compareFolder()
        checkSchemas()
        checkPreservation()
        checkRecords()
        validate()
        await checkLog()
    }

    mutating func report(_ file: String, _ fault: PackageFault) {
        faults.insert(Diagnostic(Place(file), .archivePackage(fault)))
        reported.insert(file)
    }

    private mutating func hash() {
        let files: [FolderWalk.Found]
        do throws(ArchiveFailure) {
            files = try FolderWalk.files(in: root)
        } catch {
            return report("METS.xml", .unreadable(error.reason))
        }
        for file in files {
            switch file.kind {
            case .emptyFolder: report(file.path, .foreign)
            case .other: report(file.path, .notAnOrdinaryFile)
            case .file:
                do throws(ArchiveFailure) {
                    let (digest, size) = try Hashing.digest(ofFile: "\(root)/\(file.path)")
                    found[file.path] = FoundFile(size: size, digest: digest)
                } catch {
                    report(file.path, .unreadable(error.reason))
                }
            }
        }
        fileCount = found.count
    }

    /// All that the documents of METS list.
    private mutating func lists() {
        guard let bytes = content(of: PackagePath.root) else {
            return report(PackagePath.root, .missing(listedIn: root.lastPart))
        }
        if !PackageCheck.vouchesForItself(bytes) { report(PackagePath.root, .ownDigest) }
        guard let package = document(PackagePath.root) else { return }
        (id, created) = (package.id, package.created)
        if package.id != root.lastPart { report(PackagePath.root, .identifier(folder: root.lastPart)) }
        for path in package.documents where found[path] != nil {
            guard let own = document(path) else { continue }
            if own.id != path.split(separator: "/").dropLast().last.map(String.init) {
                report(path, .identifier(folder: path.split(separator: "/").dropLast().last.map(String.init) ?? ""))
            }
        }
    }

    private mutating func document(_ path: String) -> METSDocument? {
        do throws(XMLReader.Fault) {
            return try METSDocument(XMLReader(file: "\(root)/\(path)"), at: path) { compare($0) }
        } catch {
            report(path, .notXML(error.reason))
            return nil
        }
    }

    private func content(of path: String) -> [UInt8]? {
        found[path] == nil ? nil : try? PackageBytes.whole("\(root)/\(path)")
    }

    /// The last line is a comment with the check sum of all before it.
    static func vouchesForItself(_ bytes: [UInt8]) -> Bool {
        let length = "<!-- SHA-256  -->\n".utf8.count + 64
        guard bytes.count > length else { return false }
        let digest = Hashing.digest(of: Array(bytes.dropLast(length)))
        return bytes.suffix(length).elementsEqual("<!-- SHA-256 \(digest) -->\n".utf8)
    }

    private mutating func compare(_ file: ListedFile) {
        if file.path.split(separator: "/").contains("..") || file.path.hasPrefix("/") {
            return report(file.path, .pathOut)
        }
        guard let own = found[file.path] else {
            if !isReported(file.path) { report(file.path, .missing(listedIn: file.list)) }
            return
        }
        if own.isListed { return report(file.path, .listedTwice) }
        found[file.path]?.isListed = true
        if let size = file.size, size != own.size {
            report(file.path, .size(stated: size, found: own.size))
        } else if file.digest?.lowercased() != own.digest {
            report(file.path, .digest(statedIn: file.list))
        }
    }

    /// What lies in the package and no document lists.
    private mutating func compareFolder() {
        // Where a representation's list is gone, all its files would be foreign.
        for (path, own) in found.all where path != PackagePath.root && !own.isListed {
            let parts = path.split(separator: "/")
            let list =
                parts.first == "representations" && parts.count > 2 ? PackagePath.mets(of: String(parts[1])) : nil
            if let list, list != path, isReported(list) { continue }
            report(path, .foreign)
        }
    }

    func isReported(_ path: String) -> Bool { reported.contains(path) }

    /// A schema that has been changed could make anything valid.
    private mutating func checkSchemas() {
        let shipped = Dictionary(
            uniqueKeysWithValues: Enclosure.schemas.map { ($0.path, Hashing.digest(of: $0.bytes)) })
        for (path, file) in found.all where path.hasPrefix("schemas/") && shipped[path] != file.digest {
            report(path, .schemaUnknown)
        }
        for path in shipped.keys where found[path] == nil && !isReported(path) {
            report(path, .missing(listedIn: PackagePath.root))
        }
    }
}

extension PackageCheck {
    /// PREMIS has its own word for each file's size and check sum, and what the package's name was made from.
    private mutating func checkPreservation() {
        guard found[PackagePath.premis] != nil else { return }
        var (seed, event, current): (String?, String, PremisObject) = (nil, "", PremisObject())
        do throws(XMLReader.Fault) {
            var reader = try XMLReader(file: "\(root)/\(PackagePath.premis)")
            try reader.read(
                begin: { element in
                    if element.name == "object" { current = PremisObject() }
                },
                text: { _, name, text in
                    switch name {
                    case "objectIdentifierValue": current.path = text
                    case "messageDigest": current.digest = text
                    case "size": current.size = Int(text)
                    case "eventIdentifierValue": event = text
                    case "eventDetail": if event == "paket" { seed = text }
                    // The last word of an object itself; what it was made from comes after.
                    case "formatRegistryKey": compare(current)
                    case "relatedObjectIdentifierValue":
                        if found[text] == nil { report(current.path, .sourceMissing(source: text)) }
                    case "linkingObjectIdentifierValue":
                        if event.hasPrefix(PREMISWriter.unfinishedEvent) { unfinished.insert(text) }
                    default: break
                    }
                })
        } catch {
            return report(PackagePath.premis, .notXML(error.reason))
        }
        for (path, own) in found.all where path.hasPrefix("representations/") && !path.hasSuffix("/METS.xml") {
            if !own.isPreserved && !isReported(path) { report(path, .missing(listedIn: PackagePath.premis)) }
        }
        checkName(seed)
    }

    private struct PremisObject {
        var path = ""
        var size: Int?
        var digest: String?
    }

    private mutating func compare(_ object: PremisObject) {
        guard let own = found[object.path] else {
            if !isReported(object.path) { report(object.path, .missing(listedIn: PackagePath.premis)) }
            return
        }
        found[object.path]?.isPreserved = true
        if isReported(object.path) {
            // One word for each file is enough.
        } else if let size = object.size, size != own.size {
            report(object.path, .size(stated: size, found: own.size))
        } else if object.digest != own.digest {
            report(object.path, .digest(statedIn: PackagePath.premis))
        }
    }

    private mutating func checkName(_ seed: String?) {
        let prefix = PackagePath.originals + "/"
        let files = found.all.filter { $0.path.hasPrefix(prefix) }.map { path, file in
            (path: String(path.dropFirst(prefix.utf8.count)), digest: file.digest)
        }
        let content = PackageName.contentDigest(files)
        guard let seed, seed.hasSuffix("|\(content)"), let id, PackageName.id(of: seed) == id else {
            return report(PackagePath.root, .identifierContent)
        }
    }

    /// Each paper of ERMS.xml is there, and each file of handlingar/ is a paper's.
    private mutating func checkRecords() {
        guard found[PackagePath.erms] != nil else { return }
        var type = ""
        do throws(XMLReader.Fault) {
            var reader = try XMLReader(file: "\(root)/\(PackagePath.erms)")
            try reader.read(
                begin: { element in
                    if element.name == "appendix" { recorded(element.attributes["path"] ?? "") }
                    if element.name == "extraId" { type = element.attributes["extraIdType"] ?? "" }
                },
                text: { _, name, text in
                    guard name == "extraId", type == "fil" else { return }
                    if found["\(PackagePath.originals)/\(text)"] == nil {
                        report(PackagePath.erms, .sourceMissing(source: text))
                    }
                })
        } catch {
            return report(PackagePath.erms, .notXML(error.reason))
        }
        for (path, own) in found.all where path.hasPrefix(PackagePath.papers + "/") && path != PackagePath.erms {
            if !own.isRecorded && !isReported(path) { report(path, .noRecord) }
        }
    }

    private mutating func recorded(_ way: String) {
        let path = "\(PackagePath.papers)/\(way)"
        guard found[path] != nil else { return report(PackagePath.erms, .recordWithoutFile(path: way)) }
        found[path]?.isRecorded = true
    }

    /// With xmllint where it is; without it the check sums vouch for documents that were valid when they were made.
    private mutating func validate() {
        guard let validator = SchemaValidator(root: root) else { return }
        for path in found.all.map(\.path).filter({ $0.hasSuffix(".xml") }).sorted() {
            for reason in validator.faults(in: path) { report(path, .schema(reason)) }
        }
    }
}

extension ArchiveFailure {
    /// In words for a person.
    public var reason: SystemReason {
        switch self {
        case .disk(_, let number): SystemReason(number)
        case .changedMeanwhile(let path): SystemReason(swedish: path, english: path)
        case .printing(let words): SystemReason(swedish: words, english: words)
        case .content: SystemReason(swedish: "", english: "")
        }
    }
}
