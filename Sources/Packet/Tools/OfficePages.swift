import System

/// Makes pages of office files with LibreOffice, and keeps them in the user's cache: once for each content.
struct OfficePages: Sendable {
    let version: String
    private let suite: OfficeSuite
    /// Nil where nothing can be kept.
    private let kept: String?

    /// Nil where the program does not run.
    init?(_ suite: OfficeSuite) {
        guard let version = suite.version() else { return nil }
        (self.suite, self.version) = (suite, version)
        kept = OfficePages.cache()
    }
}

extension OfficePages {
    /// What was made so many days ago is made anew: what is no longer in any packet shall not lie on the disk for ever.
    private static let daysKept = 90

    /// A PDF file of each, or nil where LibreOffice made none of it.
    ///
    /// - Parameter files: where each lies, and its name, whose ending says what it is.
    func make(
        _ files: [(location: String, name: String)], _ reading: PaperFiles, in folder: TemporaryFolder
    ) -> [String?] {
        let keys = files.map { file in
            reading.hash(file.location).map { key(content: $0, file.name) }
        }
        var made: [String: String] = [:]
        for key in keys.compactMap(\.self) {
            if let kept, FileBytes.size(of: "\(kept)/\(key).pdf") != nil { made[key] = "\(kept)/\(key).pdf" }
        }
        var waiting: [(key: String, path: String)] = []
        for (file, key) in zip(files, keys) {
            guard let key, made[key] == nil, !waiting.contains(where: { $0.key == key }),
                let bytes = reading.bytes(file.location)
            else { continue }
            let name = "in/\(key).\(MediaType.ending(file.name))"
            if (try? folder.write(bytes, to: name)) != nil { waiting.append((key, "\(folder.path)/\(name)")) }
        }
        // Many in one run, which is quicker; those that such a run gave nothing of have one of their own.
        for group in waiting.count > 1 ? [waiting] + waiting.map({ [$0] }) : [waiting] {
            let left = group.filter { made[$0.key] == nil }
            if left.isEmpty { continue }
            suite.convert(left.map(\.path), to: "pdf", in: folder.path)
            for file in left {
                let path = "\(folder.path)/ut/\(file.key).pdf"
                if FileBytes.size(of: path) != nil { made[file.key] = keep(path, file.key) }
            }
        }
        return keys.map { $0.flatMap { made[$0] } }
    }

    /// Where the pages are from now on.
    private func keep(_ path: String, _ key: String) -> String {
        guard let kept, let bytes = FileBytes.ifReadable(path) else { return path }
        let place = "\(kept)/\(key).pdf"
        return (try? FileBytes.replace(place, with: bytes)) == nil ? path : place
    }

    /// Of the content, its kind and the program.
    private func key(content: [UInt8], _ name: String) -> String {
        "\(Hexadecimal.text(content).prefix(40))-\(MediaType.ending(name))-\(version)"
    }

    private static func cache() -> String? {
        guard let folder = Environment.cache else { return nil }
        for path in [folder, folder + "/klubba", folder + "/klubba/kontorssidor"] {
            try? Folder.make(path, mode: 0o700)
        }
        let own = folder + "/klubba/kontorssidor"
        guard let entries = try? Folder.entries(of: own) else { return nil }
        let oldest = Clocks.nanoseconds - daysKept * 86_400_000_000_000
        for entry in entries {
            let path = own + "/" + entry.text
            if let status = try? FileStatus(path, links: .themselves), status.kind == .file, status.modified < oldest {
                FileBytes.remove(path)
            }
        }
        return own
    }
}
