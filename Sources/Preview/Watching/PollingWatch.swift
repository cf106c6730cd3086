import LocalServer

/// Looks through the whole site each time, for systems that tell of no changes. It has to read every folder, so it is
/// asked a few times a second only.
struct PollingWatch: SiteWatch {
    private let root: String
    private var last: Tag

    init(root: String) {
        self.root = root
        last = Self.survey(root)
    }

    var descriptor: Int32? { nil }

    mutating func hasChanged() -> Bool? {
        let now = Self.survey(root)
        defer { last = now }
        return now != last
    }

    private static func survey(_ root: String) -> Tag {
        var maker = Tag.Maker()
        var folders = [WatchedPath.root]
        while let folder = folders.popLast() {
            for entry in FolderListing.entries(of: folder, in: root).sorted(by: { $0.name < $1.name }) {
                let path = WatchedPath.join(folder, entry.name)
                maker.add(Array(path.utf8))
                // A folder's own time changes with files that do not matter, too.
                if entry.isFolder { folders.append(path) } else { maker.add(entry.status) }
            }
        }
        return maker.tag
    }
}
