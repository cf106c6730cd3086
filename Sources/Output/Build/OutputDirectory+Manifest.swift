import System

/// The manifest on disk.
extension OutputDirectory {
    /// The manifest of the last build; nil when no build has been here.
    func readManifest() throws(OutputFailure) -> Manifest? {
        let name = Manifest.fileName
        switch try attempt(name, { () throws(SystemError) in try resident(name) }) {
        case nil: return nil
        case .file: break
        case .symbolicLink: throw .symbolicLink(shown(name))
        case .directory, .other: throw .foreign([shown(name)])
        }
        let text = try attempt(name) { () throws(SystemError) in try readWhole(name) }
        do throws(Manifest.Damage) {
            return try Manifest(reading: text)
        } catch {
            throw .manifestDamaged(shown(name), line: error.line)
        }
    }

    /// Whether nothing at all stands where the files shall be, told by the first name of each path.
    func hasNone(of manifest: Manifest) throws(OutputFailure) -> Bool {
        let names = Set(try attempt(".") { () throws(SystemError) in try self.names(in: ".") })
        if names.isEmpty { return true }
        var isNone = true
        for index in 0..<manifest.count where isNone {
            isNone = manifest.withPath(index) { path in
                !names.contains(String(decoding: path.prefix { $0 != PathRule.slash }, as: UTF8.self))
            }
        }
        return isNone
    }

    func readWhole(_ path: String) throws(SystemError) -> [UInt8] {
        let file = try openForReading(path)
        defer { Descriptor.close(file) }
        var bytes = [UInt8](repeating: 0, count: try Descriptor.status(of: file, path).size)
        let count = try bytes.withMutableBytes { bytes throws(SystemError) in
            try Descriptor.read(file, into: bytes)
        }
        return Array(bytes.prefix(count))
    }
}
