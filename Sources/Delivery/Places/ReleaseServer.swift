import System

/// A web server over ssh. Each edition is a release of its own in `PATH.releases/`; `PATH` is a link, turned with sftp's
/// posix-rename, so that readers get the old edition or the new one and no shell is needed to turn it.
struct ReleaseServer: Sendable {
    let user: String?
    let host: String
    let path: String
    let programs: Programs

    /// So many releases are kept at the place.
    private static let keep = 3
}

extension ReleaseServer {
    private var server: String { (user.map { $0 + "@" } ?? "") + host }
    private var releases: String { path + ".releases" }
    private var releasesName: String { String(releases.split(separator: "/").last ?? "") }
    private static let options = ["-o", "BatchMode=yes", "-o", "ConnectTimeout=20"]

    func deliver(
        _ edition: Edition, release: String, step: @Sendable (DeliveryStep) -> Void
    ) throws(DeliveryFailure) {
        _ = try sftp(["-mkdir \(releases)"])
        let before = try standing()
        if before.isEmpty, try isFolder() { throw .placeIsFolder(path) }
        step(.sending)
        // One name until it is whole: a release that broke off is taken up again where it broke.
        let draft = "\(releases)/under-arbete"
        var arguments = ["-rlt", "--delete", "--chmod=D755,F644", "--partial", "-e", ssh]
        if let last = before.last { arguments.append("--link-dest=../\(last)/") }
        try programs.run("rsync", arguments + ["--", edition.folder + "/", "\(server):\(draft)/"])
        step(.turning)
        if let said = try turn(draft, to: release) {
            _ = try? sftp(["-rm \(path).ny", "-rename \(releases)/\(release) \(draft)"])
            if try isFolder() { throw .placeIsFolder(path) }
            throw .refused(program: "sftp", said: said)
        }
        step(.removing)
        remove(before.dropLast(Self.keep - 1))
    }

    /// - Returns: nil when the link leads to the release, else what was said.
    private func turn(_ draft: String, to release: String) throws(DeliveryFailure) -> String? {
        do throws(DeliveryFailure) {
            return try sftp(
                [
                    "rename \(draft) \(releases)/\(release)", "-rm \(path).ny",
                    "symlink \(releasesName)/\(release) \(path).ny", "rename \(path).ny \(path)",
                ])
        } catch {
            throw error.inTheLastStep
        }
    }

    private var ssh: String { "ssh " + Self.options.joined(separator: " ") }

    /// The releases at the place, the oldest first.
    private func standing() throws(DeliveryFailure) -> [String] {
        let ending = try batch(["-ls -1 \(releases)"])
        return ending.text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("sftp>") }.compactMap { line in
            let name = String(line.split(separator: "/").last ?? "")
            return name.utf8.allSatisfy { $0.isASCIIDigitOrLetter } && name.count == 16 ? name : nil
        }.sorted()
    }

    /// True where the place is a folder that somebody made, and no link.
    private func isFolder() throws(DeliveryFailure) -> Bool {
        let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let name = path.split(separator: "/").last ?? ""
        let ending = try batch(["-ls -la \(parent.isEmpty ? "/" : parent)"])
        return ending.text.split(whereSeparator: \.isNewline).contains { line in
            line.first == "d" && (line.hasSuffix(" \(name)") || line.hasSuffix("/\(name)"))
        }
    }

    /// What is older than what is kept. That some of it stays is no reason to fail.
    private func remove(_ old: some Sequence<String>) {
        guard let empty = try? TemporaryFolder() else { return }
        for release in old {
            _ = try? programs.run(
                "rsync", ["-r", "--delete", "-e", ssh, "--", empty.path + "/", "\(server):\(releases)/\(release)/"])
            _ = try? batch(["-rmdir \(releases)/\(release)"])
        }
    }

    /// - Returns: nil when all commands were done, else what was said.
    private func sftp(_ commands: [String]) throws(DeliveryFailure) -> String? {
        let ending = try batch(commands)
        if ending.status == 0 { return nil }
        // 255 is ssh's own: nobody answered, or nobody was let in.
        if ending.status == 255 { throw .refused(program: "ssh", said: Programs.said(ending)) }
        return Programs.said(ending)
    }

    private func batch(_ commands: [String]) throws(DeliveryFailure) -> ChildProcess.Ending {
        let folder: TemporaryFolder
        do throws(SystemError) {
            folder = try TemporaryFolder()
            try folder.write(Array((commands.joined(separator: "\n") + "\n").utf8), to: "batch")
        } catch {
            throw .refused(program: "sftp", said: error.reason.of(error.path).swedish)
        }
        return try programs.ending("sftp", Self.options + ["-q", "-b", "\(folder.path)/batch", "--", server])
    }
}

extension UInt8 {
    fileprivate var isASCIIDigitOrLetter: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
    }
}
