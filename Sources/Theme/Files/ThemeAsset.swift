extension Theme {
    /// A file that is published as it is, under a name that changes with its content, so that browsers may keep it.
    public struct Asset: Hashable, Sendable {
        /// What templates call it: "stil-css" in `{{fil.stil-css}}`.
        public let name: String
        /// Inside the theme: "tillgangar/stil.css".
        public let source: String
        /// Inside the site: "tema/stil.3f2a9c1b.css".
        public let path: String
        public let bytes: [UInt8]
    }
}

extension Theme.Asset {
    init(_ file: Theme.File) {
        let inner = file.path.dropFirst(Theme.Location.assetFolder.count)
        let folder = inner.lastIndex(of: "/").map { inner[...$0] } ?? ""
        let name = inner.dropFirst(folder.count)
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        self.name = String(inner.map { $0 == "." || $0 == "/" ? "-" : $0 })
        self.source = file.path
        self.path = "tema/\(folder)\(name[..<dot]).\(ContentHash.of(file.bytes))\(name[dot...])"
        self.bytes = file.bytes
    }
}
