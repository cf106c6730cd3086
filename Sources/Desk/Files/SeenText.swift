import History
import System

/// A text as it lay on the disk when it was looked at.
struct SeenText: Sendable {
    let bytes: [UInt8]
    let stamp: [Int]
}

extension SeenText {
    private static let most = 1 << 20

    /// Every text of content/ and theme/, and klubba.yml. What lies as it did is not read again.
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
                } else if isText(name) {
                    look(folder + name, root, known, &found)
                }
            }
        }
        return found
    }

    /// One file as it lies now; nil for what is no text of the site's.
    static func one(_ path: String, root: String) -> SeenText? {
        guard isText(path) else { return nil }
        var found: [String: SeenText] = [:]
        look(path, root, [:], &found)
        return found[path]
    }

    private static func isText(_ name: String) -> Bool {
        [".md", ".markdown", ".txt", ".yml", ".css", ".mustache"].contains { name.lowercased().hasSuffix($0) }
    }

    private static func look(
        _ path: String, _ root: String, _ known: [String: SeenText], _ found: inout [String: SeenText]
    ) {
        guard let site = SitePath(path), let status = try? FileStatus(root + "/" + path, links: .themselves),
            status.kind == .file, status.size <= most
        else { return }
        let stamp = [Int(status.number), status.size, status.modified, status.changed]
        if let old = known[path], old.stamp == stamp {
            found[path] = old
        } else if let bytes = try? SiteFolder(root: root).read(site) {
            found[path] = SeenText(bytes: bytes, stamp: stamp)
        }
    }
}

extension Desk {
    /// Keeps what others have changed since the desk looked last.
    func noteOutside() {
        let now = SeenText.all(root: root, known: texts)
        var paths: [String] = []
        for path in Set(now.keys).union(texts.keys).sorted() {
            let (before, after) = (texts[path]?.bytes, now[path]?.bytes)
            guard before != after, let site = SitePath(path) else { continue }
            paths.append(path)
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
