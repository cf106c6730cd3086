/// Puts a finished package into the form that was asked for, beside it in the stage.
struct Container {
    let stage: Stage
    /// Where in the stage the package's folder lies.
    let work: String
    let id: String
    /// In the order of their paths' bytes.
    let files: [PackagedFile]
    let seconds: Int
    let request: ArchiveRequest
    let organisation: String
}

extension Container {
    /// Where in the stage the result lies, and what it is to be called.
    func make() throws(ArchiveFailure) -> (own: String, name: String) {
        switch request.form {
        case .folder: return (work, id)
        case .tar:
            let tar = TarWriter(try stage.writer("\(id).tar"), seconds: seconds)
            for file in files { try tar.add("\(id)/\(file.path)", size: file.size, from: location(file)) }
            try tar.finish()
            return ("\(id).tar", "\(id).tar")
        case .zip:
            let zip = ZipWriter(try stage.writer("\(id).zip"))
            for file in files { try zip.add("\(id)/\(file.path)", from: location(file)) }
            try zip.finish()
            return ("\(id).zip", "\(id).zip")
        case .bag: return (try bag(), "\(id)-bag")
        }
    }

    private func location(_ file: PackagedFile) -> String { "\(stage.path)/\(work)/\(file.path)" }

    /// BagIt 1.0 (RFC 8493).
    private func bag() throws(ArchiveFailure) -> String {
        let bag = "bag"
        try stage.move(work, to: "\(bag)/data/\(id)")
        let manifest = files.map { "\($0.digest)  \(Container.bagged("data/\(id)/\($0.path)"))\n" }.joined()
        let octets = files.reduce(0) { $0 + $1.size }
        let tags = [
            (
                "bag-info.txt",
                [
                    "Source-Organization: \(organisation)", "Bagging-Date: \(request.moment.day)",
                    "External-Identifier: \(id)", "Payload-Oxum: \(octets).\(files.count)",
                ].map { $0 + "\n" }.joined()
            ),
            ("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
            ("manifest-sha256.txt", manifest),
        ]
        var lines = ""
        for (name, text) in tags {
            let (_, digest) = try stage.write(Array(text.utf8), to: "\(bag)/\(name)")
            lines += "\(digest)  \(name)\n"
        }
        _ = try stage.write(Array(lines.utf8), to: "\(bag)/tagmanifest-sha256.txt")
        return bag
    }

    /// A line end or a percent sign in a name is written so that the line stays one.
    static func bagged(_ path: String) -> String {
        path.replacing("%", with: "%25").replacing("\n", with: "%0A").replacing("\r", with: "%0D")
    }
}
