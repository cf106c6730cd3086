import History
import System

/// A file as it lay on the disk when it was looked at.
struct SeenText: Sendable {
    /// Of a text that is not too large to be kept.
    let bytes: [UInt8]?
    let stamp: [Int]
}

extension SeenText {
    private static let most = 1 << 20

    /// Every file of content/ and theme/, and klubba.yml. What lies as it did is not read again.
    static func all(root: String, known: [String: SeenText]) -> [String: SeenText] {
        var found: [String: SeenText] = [:]
        var folders = ["content/", "theme/"]
        look("klubba.yml", root, known, &found)
        while let folder = folders.popLast() {
            for entry in (try? Folder.entries(of: root + "/" + folder)) ?? [] {
                let name = entry.text
                if name.hasPrefix(".") { continue }
                if entry.kind == .folder {
                    folders.append(folder + name + "/")
                } else {
                    look(folder + name, root, known, &found)
                }
            }
        }
        return found
    }

    /// One file as it lies now; nil for what is not there.
    static func one(_ path: String, root: String) -> SeenText? {
        var found: [String: SeenText] = [:]
        look(path, root, [:], &found)
        return found[path]
    }

    private static func isText(_ name: String) -> Bool {
        [".md", ".markdown", ".txt", ".yml", ".yaml", ".css", ".mustache", ".js", ".svg", ".html", ".csv", ".json"]
            .contains { name.lowercased().hasSuffix($0) }
    }

    private static func look(
        _ path: String, _ root: String, _ known: [String: SeenText], _ found: inout [String: SeenText]
    ) {
        guard let site = SitePath(path), let status = try? FileStatus(root + "/" + path, links: .themselves),
            status.kind == .file
        else { return }
        let stamp = [Int(status.number), status.size, status.modified, status.changed]
        if let old = known[path], old.stamp == stamp {
            found[path] = old
        } else if isText(path), status.size <= most {
            if let bytes = try? SiteFolder(root: root).read(site) { found[path] = SeenText(bytes: bytes, stamp: stamp) }
        } else {
            found[path] = SeenText(bytes: nil, stamp: stamp)
        }
    }
}

extension Desk {
    /// Keeps what others have changed since the desk looked last.
    func noteOutside() {
        let now = SeenText.all(root: root, known: texts)
        var paths: [String] = []
        for path in Set(now.keys).union(texts.keys).sorted() {
            let (old, new) = (texts[path], now[path])
            let (before, after) = (old?.bytes, new?.bytes)
            guard before != after || (before == nil && old?.stamp != new?.stamp), let site = SitePath(path) else {
                continue
            }
            paths.append(path)
            // A picture or a document is told of, and not kept.
            if old.map({ $0.bytes == nil }) ?? false || new.map({ $0.bytes == nil }) ?? false { continue }
            // Where the history cannot be written the file stands all the same.
            try? store.note(
                outside: site, before: before, after: after, label: "Ändrad utanför skrivbordet", time: means.seconds())
        }
        texts = now
        if !paths.isEmpty { tell(paths) }
    }

    /// What the desk itself has written is no news from outside.
    func noteOwn(_ paths: Set<String>) {
        for path in paths { texts[path] = SeenText.one(path, root: root) }
    }

    /// Wakes the page that waits for news.
    func tell(_ paths: [String]) {
        number += 1
        news.append((number, paths))
        if news.count > 200 { news.removeFirst() }
    }
}
