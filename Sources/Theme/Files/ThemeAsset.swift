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
        self.path = "tema/\(folder)\(name[..<dot]).\(Self.hash(of: file.bytes))\(name[dot...])"
        self.bytes = file.bytes
    }

    /// FNV-1a of 64 bits, folded to 32: the same on every machine, and no secret depends on it.
    private static func hash(of bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        let digits = String(UInt32(truncatingIfNeeded: hash ^ hash >> 32), radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}
