import System

/// A file that a browser may keep: its path, its digest, its size in bytes.
struct AppEntry: Sendable {
    let path: String
    /// The first 32 hexadecimal digits of its SHA-256.
    let digest: String
    let size: Int
}

extension AppEntry {
    /// A file as it will be written, and its bytes; nil for one that can't be read, which the writing tells of.
    static func measured(_ file: PlannedPage) -> (entry: AppEntry?, bytes: [UInt8]) {
        var bytes: [UInt8] = []
        switch file.content {
        case .bytes(let render): render(&bytes)
        case .copy(let location):
            guard let read = FileBytes.ifReadable(location) else { return (nil, []) }
            bytes = read
        }
        return (AppEntry(path: file.path, digest: digest(of: bytes), size: bytes.count), bytes)
    }

    static func digest(of bytes: [UInt8]) -> String { String(SHA256Sum.text(of: bytes).prefix(32)) }

    static func total(_ entries: [AppEntry]) -> Int { entries.reduce(0) { $0 + $1.size } }

    /// Of the list as it is published.
    static func digest(ofList entries: [AppEntry]) -> String {
        var bytes: [UInt8] = []
        append(entries, to: &bytes)
        return digest(of: bytes)
    }

    static func append(_ entries: [AppEntry], to page: inout [UInt8]) {
        var json = JSONWriter()
        append(entries, &json, &page)
        page.append(0x0A)
    }

    static func append(_ entries: [AppEntry], _ json: inout JSONWriter, _ page: inout [UInt8]) {
        json.array(&page) { json, page in
            for entry in entries {
                json.array(&page) { json, page in
                    json.text(entry.path, &page)
                    json.text(entry.digest, &page)
                    json.number(entry.size, &page)
                }
            }
        }
    }
}
