/// Which paths below a site's root, written without a slash at either end, its pages depend on.
enum WatchedPath {
    /// The root itself, for what stands in it.
    static let root = ""
    private static let folders = ["content", "theme"]
    private static let file = "klubba.yml"

    /// What stands at `name` in `folder` may change the site. Hidden files and those that editors leave beside a text
    /// do not: they come and go while somebody writes.
    static func matters(_ name: String, in folder: String) -> Bool {
        if folder == root { return name == file || folders.contains(name) }
        if name.hasPrefix(".") || name.hasPrefix("~$") { return false }
        return !["~", ".swp", ".tmp"].contains { name.hasSuffix($0) }
    }

    static func join(_ folder: String, _ name: String) -> String { folder == root ? name : folder + "/" + name }

    static func isInside(_ path: String, _ folder: String) -> Bool { path == folder || path.hasPrefix(folder + "/") }
}
