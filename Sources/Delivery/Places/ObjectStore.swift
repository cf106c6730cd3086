/// A place that rclone knows (S3, Azure, WebDAV, SFTP …). It has no step that turns a whole site, so what pages need
/// comes first, then the pages from leaf to list, the front page last of them, and removals when all stands.
struct ObjectStore: Sendable {
    /// `NAME:PATH`
    let remote: String
    let programs: Programs
}

extension ObjectStore {
    func deliver(_ edition: Edition, step: @Sendable (DeliveryStep) -> Void) throws(DeliveryFailure) {
        step(.sending)
        let copy = ["copy", "--checksum", "--retries", "3", "--stats", "0"]
        let passes = [
            ["--exclude", "*.html"], ["--include", "/*/*/**.html"], ["--include", "/*/**.html"], [String](),
        ]
        for filter in passes { try programs.run("rclone", copy + filter + ["--", edition.folder, remote]) }
        step(.removing)
        try programs.run("rclone", ["sync", "--checksum", "--stats", "0", "--", edition.folder, remote])
    }
}
