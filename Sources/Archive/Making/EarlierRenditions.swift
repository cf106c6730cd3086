import System

/// The renditions of packages that were made before in the same folder.
struct EarlierRenditions {
    /// Where each lies, by the key of what it was made from.
    private(set) var places: [String: String] = [:]

    /// Those of packages as folders and bags. A package that can't be read, or a file that is not what its package says,
    /// is no help and no fault.
    init(in folder: String, isWanted: Bool) {
        guard isWanted else { return }
        for name in ((try? FolderWalk.names(in: folder)) ?? []).sorted() where !name.hasPrefix(".") {
            let inner = name.hasSuffix("-bag") ? "\(name)/data/\(name.dropLast("-bag".utf8.count))" : name
            add("\(folder)/\(inner)")
        }
    }

    private mutating func add(_ package: String) {
        guard var reader = try? XMLReader(file: "\(package)/\(PackagePath.premis)") else { return }
        var digests: [String: String] = [:]
        var (path, event, key) = ("", "", "")
        var keys: [String: String] = [:]
        try? reader.read(
            begin: { _ in },
            text: { _, name, text in
                switch name {
                case "objectIdentifierValue": path = text
                case "messageDigest": digests[path] = text
                case "eventIdentifierValue": event = text
                case "eventDetail":
                    key = event.hasPrefix(PREMISWriter.renditionEvent) ? PREMISWriter.key(in: text) : ""
                case "linkingObjectIdentifierValue":
                    // The rendition itself stands before its sources.
                    if !key.isEmpty { keys[key] = text }
                    key = ""
                default: break
                }
            })
        for (key, path) in keys {
            let place = "\(package)/\(path)"
            guard path.hasPrefix(PackagePath.papers + "/"), let digest = digests[path],
                (try? Hashing.digest(ofFile: place))?.digest == digest
            else { continue }
            places[key] = place
        }
    }
}
