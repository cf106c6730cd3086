import Diagnostics

/// What lies under content/, sorted by what it is for (FORMAT §3–7). Hidden files are left out.
struct ContentTree: Sendable {
    var front: FoundFile?
    var pages: [FoundFile] = []
    var meetings: [FoundFile] = []
    var records: [FoundFile] = []
    /// What lies in meetings' own folders, by the folder's name: `fs-2020-09-18`.
    var meetingFolders: [String: [FoundFile]] = [:]
    var matters: [MatterFiles] = []
    /// Copied as they are.
    var others: [FoundFile] = []
    /// What programs have left, relative to content/: passed over.
    var leftovers: [String] = []
    var diagnostics: [Diagnostic] = []
    /// Where content/ is, links followed; files are found beneath it.
    var place = ""

    /// One ärende: its text, and what lies in its own folder.
    struct MatterFiles: Sendable {
        let text: FoundFile
        /// Relative to content/, with a slash at its end; nil for an ärende that is a single file.
        let folder: String?
        var papers: [FoundFile]
    }
}

extension ContentTree {
    /// What lies in the folder of a meeting whose file, or whose record, it is.
    func folder(of file: FoundFile) -> [FoundFile] {
        meetingFolders.isEmpty ? [] : meetingFolders[String(file.name.prefix { $0 != "." })] ?? []
    }

    /// Walks `root`/content. Files are taken in the order of their paths' bytes, so that the same tree gives the same
    /// result on every machine.
    init(root: String, disk: FileSystem) {
        var walk = Walk(content: root + "/content", disk: disk)
        walk.run()
        (diagnostics, place) = (walk.diagnostics, walk.resolvedContent)
        leftovers = walk.leftovers
        // What lies in one ärende's folder comes in a row.
        var folder: (path: String, files: [FoundFile])?
        for file in walk.files {
            let parts = PathParts(file.path)
            if parts.top == "arenden", let own = parts.second {
                if folder?.path != own {
                    folder.map { addMatter(in: $0.path, $0.files) }
                    folder = (own, [])
                }
                folder?.files.append(file)
                continue
            }
            folder.map { addMatter(in: $0.path, $0.files) }
            folder = nil
            switch (parts.second == nil, parts.top) {
            case (_, nil) where file.path == "index.md": front = file
            case (_, nil) where ContentTree.ownFiles.contains(file.path): break
            case (_, "forsegling"): break
            case (_, _) where isMisnamed(file): break
            case (true, "sidor") where file.isMarkdown: pages.append(file)
            case (true, "moten") where file.path.hasEnding(".protokoll.md"): records.append(file)
            case (true, "moten") where file.isMarkdown: meetings.append(file)
            case (true, "arenden") where file.isMarkdown:
                matters.append(MatterFiles(text: file, folder: nil, papers: []))
            case (false, "moten"):
                let own = parts.second.map { String($0.dropFirst("moten/".utf8.count).dropLast()) } ?? ""
                meetingFolders[own, default: []].append(file)
                others.append(file)
            default: others.append(file)
            }
        }
        folder.map { addMatter(in: $0.path, $0.files) }
        leftovers.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Klubba's own, which hold hashes of what not everybody may see: never published, and no faults.
    private static let ownFiles: Set<String> = ["beslutslogg.jsonl", "granskade.jsonl", "nycklar.txt", "adresser.yml"]

    /// Tells of a text that would be read under its proper name.
    private mutating func isMisnamed(_ file: FoundFile) -> Bool {
        guard let better = MarkdownName.better(than: file.name) else { return false }
        diagnostics.append(Diagnostic(Place(file.place), .notNamedAsMarkdown(better: better)))
        return true
    }

    private mutating func addMatter(in folder: String, _ files: [FoundFile]) {
        guard
            let text = files.firstIndex(where: { $0.name == "arende.md" && $0.path.utf8.count == folder.utf8.count + 9 }
            )
        else {
            let own = files.filter { $0.path.utf8.count == folder.utf8.count + $0.name.utf8.count }
            let found = MarkdownName.meantForMatter(among: own.map(\.name)).map(String.init)
            let place = Place("content/" + folder.dropLast())
            diagnostics.append(Diagnostic(place, .matterFolderWithoutText(found: found)))
            return
        }
        var papers = files
        let own = papers.remove(at: text)
        papers.removeAll { isMisnamed($0) }
        matters.append(MatterFiles(text: own, folder: folder, papers: papers))
    }
}

/// The folders that a path begins with.
private struct PathParts {
    /// `arenden`; nil for a file that lies in content/ itself.
    let top: Substring?
    /// The second folder, from content/ and with a slash at its end: `arenden/2019-30/`.
    let second: String?

    init(_ path: String) {
        let slash = UInt8(ascii: "/")
        guard let first = path.utf8.firstIndex(of: slash) else {
            (top, second) = (nil, nil)
            return
        }
        top = path[..<first]
        let rest = path.utf8[path.utf8.index(after: first)...]
        second = rest.firstIndex(of: slash).map { String(path[...$0]) }
    }
}

/// The walk itself: an explicit stack, so that depth costs no stack.
private struct Walk {
    let content: String
    let disk: FileSystem
    var files: [FoundFile] = []
    var leftovers: [String] = []
    var diagnostics: [Diagnostic] = []
    private(set) var resolvedContent = ""
    /// Files with several names, and how many of those were found.
    private var linked: [(path: String, status: FileSystem.Status)] = []
    private var owner: UInt32 = 0

    init(content: String, disk: FileSystem) { (self.content, self.disk) = (content, disk) }

    /// Something in a folder; a folder's path has a slash at its end, which puts it where its files belong.
    private struct Found {
        let path: String
        let kind: FileSystem.Kind
    }

    mutating func run() {
        guard let resolved = disk.resolve(content), let status = try? disk.status(content), status.kind == .folder
        else {
            diagnostics.append(Diagnostic(Place("content"), .contentMissing))
            return
        }
        (resolvedContent, owner) = (resolved, status.owner)
        // The next one last.
        var waiting = [Found(path: "", kind: .folder)]
        while let next = waiting.popLast() {
            switch next.kind {
            case .folder: waiting += list(next.path).reversed()
            case .file: add(next.path)
            case .link: follow(next.path)
            case .pipe: report("content/" + next.path, .notARegularFile(kind: .pipe))
            case .socket: report("content/" + next.path, .notARegularFile(kind: .socket))
            case .device: report("content/" + next.path, .notARegularFile(kind: .device))
            }
        }
        tellLinked()
    }

    /// A file under several names may be somebody else's, wherever that lies: of another owner it is not published, and of
    /// one that has names outside content/ it is told.
    private mutating func tellLinked() {
        var counts: [FileSystem.Identity: Int] = [:]
        for file in linked { counts[file.status.identity, default: 0] += 1 }
        for file in linked {
            if file.status.owner != owner {
                report("content/" + file.path, .hardLinkOfOthers)
                files.removeAll { $0.path == file.path }
            } else if counts[file.status.identity, default: 0] < file.status.names {
                report("content/" + file.path, .hardLink)
            }
        }
    }

    /// What a folder holds, in the order of its paths.
    private mutating func list(_ folder: String) -> [Found] {
        do throws(FileFailure) {
            let entries = try disk.list(content + "/" + folder)
            var found: [Found] = []
            found.reserveCapacity(entries.count)
            var names: Set<String>?
            for entry in entries {
                let kind = StrayName(entry.name) { name in
                    if names == nil { names = Set(entries.map { String(decoding: $0.name, as: UTF8.self) }) }
                    return names?.contains(name) ?? false
                }
                if let known = self.found(entry, kind, in: folder) { found.append(known) }
            }
            return found.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        } catch {
            report("content/" + folder, .unreadableFile(reason: error.reason))
            return []
        }
    }

    private mutating func found(_ entry: FileSystem.Entry, _ stray: StrayName, in folder: String) -> Found? {
        let name = String(decoding: entry.name, as: UTF8.self)
        let path = folder + name
        switch stray {
        case .hidden: return nil
        case .leftover:
            leftovers.append(path)
            return nil
        case .conflictCopy:
            report("content/" + path, .conflictCopy)
            return nil
        case .content: break
        }
        guard name.utf8.elementsEqual(entry.name),
            !entry.name.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0x5C })
        else {
            report("content/" + path, .fileNameNotText)
            return nil
        }
        if let fault = PortableName.fault(in: name) { report("content/" + path, .nameForbiddenByWindows(fault)) }
        do throws(FileFailure) {
            let kind = if let told = entry.kind { told } else { try disk.status(content + "/" + path).kind }
            guard kind == .folder else { return Found(path: path, kind: kind) }
            if !path.hasEnding(".md") { return Found(path: path + "/", kind: .folder) }
            report("content/" + path, .directoryNamedMarkdown)
        } catch {
            report("content/" + path, .unreadableFile(reason: error.reason))
        }
        return nil
    }

    /// - Parameter resolved: where a link leads.
    private mutating func add(_ path: String, resolved: String? = nil) {
        let location = resolved ?? "\(resolvedContent)/\(path)"
        if path.hasEnding(".md") {
            files.append(FoundFile(path: path, location: location, size: 0))
            return
        }
        do throws(FileFailure) {
            let status = try disk.status(location)
            if status.names > 1 { linked.append((path, status)) }
            files.append(FoundFile(path: path, location: location, size: status.size))
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
        case .file: add(path, resolved: resolved)
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
