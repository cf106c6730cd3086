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
        if !paths.isEmpty {
            number += 1
            tell(paths)
        }
    }

    /// What the desk itself has written is no news from outside.
    func noteOwn(_ paths: [String]) {
        let now = SeenText.all(root: root, known: texts)
        for path in paths { texts[path] = now[path] }
        number += 1
        tell(paths)
    }

    private func tell(_ paths: [String]) {
        news.append((number, paths))
        if news.count > 200 { news.removeFirst() }
    }
}
