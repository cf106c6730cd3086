import System

/// A place that rclone knows (S3, Azure, WebDAV, SFTP …). It has no step that turns a whole site, so what pages need
/// comes first, then the pages from leaf to list, the front page last of them, and removals when all stands.
struct ObjectStore: Sendable {
    /// `NAME:PATH`
    let remote: String
    let programs: Programs
}

extension ObjectStore {
    private static let copy = ["copy", "--checksum", "--retries", "3", "--stats", "0"]

    /// One kind of file, by rclone's filter and by our own.
    private struct Pass {
        let filter: [String]
        let isOf: @Sendable (_ path: String) -> Bool
    }

    private static let passes = [
        Pass(filter: ["--exclude", "*.html"]) { !$0.hasSuffix(".html") },
        Pass(filter: ["--include", "/*/*/**.html"]) { $0.hasSuffix(".html") && depth($0) > 1 },
        Pass(filter: ["--include", "/*/**.html"]) { $0.hasSuffix(".html") && depth($0) == 1 },
        Pass(filter: []) { $0.hasSuffix(".html") && depth($0) == 0 },
    ]

    private static func depth(_ path: String) -> Int { path.utf8.count { $0 == UInt8(ascii: "/") } }

    func deliver(
        _ edition: Edition, difference: EditionChanges?, step: @Sendable (DeliveryStep) -> Void
    ) throws(DeliveryFailure) {
        step(.sending)
        // Without sums of its own a place would keep a file that has become another of the same size.
        let changed = difference.map { $0.new + $0.changed } ?? edition.paths
        let mustSend = hasSums() ? [] : changed + [".klubba-manifest"]
        for pass in Self.passes {
            let own = mustSend.filter(pass.isOf)
            if !own.isEmpty { try send(own, of: edition) }
            try programs.run("rclone", Self.copy + pass.filter + ["--", edition.folder, remote])
        }
        step(.removing)
        try programs.run("rclone", ["sync", "--checksum", "--stats", "0", "--", edition.folder, remote])
    }

    /// Whether the place tells files' sums of the kinds that a file here can be held against.
    private func hasSums() -> Bool {
        guard let said = try? programs.run("rclone", ["backend", "features", "--", remote]),
            let sums = JSONValue(Array(said.utf8))?["Hashes"]?.array
        else { return false }
        return !sums.isEmpty
    }

    private func send(_ paths: [String], of edition: Edition) throws(DeliveryFailure) {
        let folder: TemporaryFolder
        do throws(SystemError) {
            folder = try TemporaryFolder()
            try folder.write(Array((paths.joined(separator: "\n") + "\n").utf8), to: "filer")
        } catch {
            throw .refused(program: "rclone", said: error.reason.swedish)
        }
        try programs.run(
            "rclone",
            [
                "copy", "--ignore-times", "--retries", "3", "--stats", "0", "--files-from-raw", "\(folder.path)/filer",
                "--", edition.folder, remote,
            ])
    }
}
