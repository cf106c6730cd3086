import Diagnostics

/// What lies under content/, sorted by what it is for (FORMAT §3–7). Hidden files are left out.
struct ContentTree: Sendable {
    var front: FoundFile?
    var pages: [FoundFile] = []
    var meetings: [FoundFile] = []
    var records: [FoundFile] = []
    var matters: [MatterFiles] = []
    /// Copied as they are.
    var others: [FoundFile] = []
    var diagnostics: [Diagnostic] = []

    /// One ärende: its text, and what lies in its own folder.
    struct MatterFiles: Sendable {
        let text: FoundFile
        /// Relative to content/, with a slash at its end; nil for an ärende that is a single file.
        let folder: String?
        var papers: [FoundFile]
    }
}

extension ContentTree {
    /// Walks `root`/content. Entries are taken in the order of their names' bytes, so that the same tree gives the
    /// same result on every machine.
    init(root: String, disk: FileSystem) {
        var walk = Walk(content: root + "/content", disk: disk)
        walk.run()
        diagnostics = walk.diagnostics
        var folders: [String: [FoundFile]] = [:]
        for file in walk.files {
            let parts = file.path.split(separator: "/", omittingEmptySubsequences: false)
            switch (parts.count, parts[0]) {
            case (1, "index.md"): front = file
            // The sealed record holds hashes of what not everybody may see.
            case (1, "beslutslogg.jsonl"): break
            case (2, "sidor") where file.isMarkdown: pages.append(file)
            case (2, "moten") where file.path.hasEnding(".protokoll.md"): records.append(file)
            case (2, "moten") where file.isMarkdown: meetings.append(file)
            case (2, "arenden") where file.isMarkdown: matters.append(MatterFiles(text: file, folder: nil, papers: []))
            case (3..., "arenden"): folders[String(parts[1]), default: []].append(file)
            default: others.append(file)
            }
        }
        for (name, files) in folders.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            let folder = "arenden/\(name)/"
            guard let text = files.first(where: { $0.path == folder + "arende.md" }) else {
                diagnostics.append(Diagnostic(Place("content/arenden/\(name)"), .matterFolderWithoutText))
                continue
            }
            matters.append(MatterFiles(text: text, folder: folder, papers: files.filter { $0.path != text.path }))
        }
        matters.sort { $0.text.path.utf8.lexicographicallyPrecedes($1.text.path.utf8) }
    }
}

/// The walk itself: an explicit stack of folders, so that depth costs no stack.
private struct Walk {
    let content: String
    let disk: FileSystem
    var files: [FoundFile] = []
    var diagnostics: [Diagnostic] = []
    private var resolvedContent = ""

    init(content: String, disk: FileSystem) { (self.content, self.disk) = (content, disk) }

    mutating func run() {
        guard let resolved = disk.resolve(content), let status = try? disk.status(content), status.kind == .folder
        else {
            diagnostics.append(Diagnostic(Place("content"), .contentMissing))
            return
        }
        resolvedContent = resolved
        var folders = [""]
        while let folder = folders.popLast() {
            let entries: [FileSystem.Entry]
            do throws(FileFailure) {
                entries = try disk.list(content + "/" + folder)
            } catch {
                report("content/" + folder, .unreadableFile(reason: error.reason))
                continue
            }
            for entry in entries.sorted(by: { $0.name.lexicographicallyPrecedes($1.name) }) {
                visit(entry, in: folder, &folders)
            }
        }
        files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    private mutating func visit(_ entry: FileSystem.Entry, in folder: String, _ folders: inout [String]) {
        // Hidden files, and the lock files that word processors leave beside what they have open.
        if entry.name.starts(with: [UInt8(ascii: ".")]) || entry.name.starts(with: "~$".utf8) { return }
        // And the copies that editors leave: what they hold may be meant for nobody.
        let leftovers = ["~", ".bak", ".orig", ".swp", ".tmp"]
        if leftovers.contains(where: { entry.name.suffix($0.utf8.count).elementsEqual($0.utf8) }) { return }
        let name = String(decoding: entry.name, as: UTF8.self)
        let path = folder + name
        guard Array(name.utf8) == entry.name, !entry.name.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0x5C })
        else {
            report("content/" + path, .fileNameNotText)
            return
        }
        let kind: FileSystem.Kind
        do throws(FileFailure) {
            if let told = entry.kind { kind = told } else { kind = try disk.status(content + "/" + path).kind }
        } catch {
            report("content/" + path, .unreadableFile(reason: error.reason))
            return
        }
        switch kind {
        case .folder where name.hasEnding(".md"): report("content/" + path, .directoryNamedMarkdown)
        case .folder: folders.append(path + "/")
        case .file: add(path)
        case .link: follow(path)
        case .pipe: report("content/" + path, .notARegularFile(kind: .pipe))
        case .socket: report("content/" + path, .notARegularFile(kind: .socket))
        case .device: report("content/" + path, .notARegularFile(kind: .device))
        }
    }

    private mutating func add(_ path: String) {
        let location = content + "/" + path
        if path.hasEnding(".md") {
            files.append(FoundFile(path: path, location: location, size: 0))
            return
        }
        do throws(FileFailure) {
            files.append(FoundFile(path: path, location: location, size: try disk.status(location).size))
        } catch {
            report("content/" + path, .unreadableFile(reason: error.reason))
        }
    }

    /// A link to a file counts as the file when it stays in its own folder's tree (in an ärende, the ärende's).
    private mutating func follow(_ path: String) {
        let location = content + "/" + path
        let target = disk.linkTarget(location) ?? "?"
        let status: FileSystem.Status
        do throws(FileFailure) {
            status = try disk.status(location)
        } catch .system(errno: loopError) {
            return report("content/" + path, .linkLoop)
        } catch {
            return report("content/" + path, .danglingLink(target: target))
        }
        guard let resolved = disk.resolve(location) else {
            return report("content/" + path, .danglingLink(target: target))
        }
        let parts = path.split(separator: "/")
        let isInMatter = parts.first == "arenden" && parts.count > 2
        let home = isInMatter ? resolvedContent + "/arenden/" + parts[1] + "/" : resolvedContent + "/"
        let leadsIntoMatter = !isInMatter && resolved.hasPrefix(resolvedContent + "/arenden/")
        guard resolved.hasPrefix(home), !leadsIntoMatter else {
            return report("content/" + path, .linkLeavesContent(target: target))
        }
        switch status.kind {
        case .file: add(path)
        case .folder: report("content/" + path, .linkedDirectory(target: target))
        case .pipe, .link: report("content/" + path, .notARegularFile(kind: .pipe))
        case .socket: report("content/" + path, .notARegularFile(kind: .socket))
        case .device: report("content/" + path, .notARegularFile(kind: .device))
        }
    }

    private mutating func report(_ file: String, _ problem: Problem) {
        diagnostics.append(Diagnostic(Place(file.last == "/" ? String(file.dropLast()) : file), problem))
    }
}

/// ELOOP
private let loopError: Int32 = 40
