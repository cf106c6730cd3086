import Meetings
import Register
import System

/// The files of a site that a package gives back, byte for byte, by their paths from the site's root.
struct Originals: Sendable {
    let paths: [String]
    private let known: Set<String>

    func contains(_ path: String) -> Bool { known.contains(path) }
}

extension Originals {
    init(_ selection: Selection, scope: ArchiveScope, of site: ArchiveSite) throws(ArchiveFailure) {
        var wanted = try Originals.disk(site.root)
        if scope != .whole || !site.isForArchive {
            let chosen = Originals.chosen(selection, scope, site)
            let folders = site.isForArchive ? Originals.folders(selection, site) : []
            wanted = wanted.filter { path in
                if chosen.contains(path) || Originals.isSettings(path) { return true }
                guard site.isForArchive else { return false }
                return Originals.isEvidence(path)
                    || folders.contains(Originals.folder(of: path)) && !site.drafts.contains(path)
            }
        }
        known = Set(wanted)
        paths = wanted.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// All that a build reads, and what the seals are checked with. Hidden files are no part of it, nor are addresses
    /// that letters are sent to.
    private static func disk(_ root: String) throws(ArchiveFailure) -> [String] {
        var paths: [String] = []
        for top in ["content", "theme"] where Path.isFolder("\(root)/\(top)") {
            let found = try FolderWalk.files(in: "\(root)/\(top)") { path in
                let name = path.split(separator: "/").last ?? ""
                let isCopy = top == "content" && (path == ".forseglat" || path.hasPrefix(".forseglat/"))
                return name.hasPrefix(".") && !isCopy || isCopy && name.hasPrefix("las") || path == "adresser.yml"
                    || name.hasPrefix("~$")
            }
            for file in found where file.kind != .emptyFolder {
                // A link to a file counts as the file: the reading has seen to where it leads.
                if FileBytes.size(of: "\(root)/\(top)/\(file.path)") != nil { paths.append("\(top)/\(file.path)") }
            }
        }
        if FileBytes.size(of: root + "/klubba.yml") != nil { paths.append("klubba.yml") }
        return paths
    }

    private static func isSettings(_ path: String) -> Bool { path == "klubba.yml" || path.hasPrefix("theme/") }

    /// What the seals can be checked with. Not for other audiences: the log has hashes and titles of what is hidden.
    private static func isEvidence(_ path: String) -> Bool {
        let alone = ["content/beslutslogg.jsonl", "content/granskade.jsonl", "content/nycklar.txt"]
        return alone.contains(path) || path.hasPrefix("content/.forseglat/") || path.hasPrefix("content/forsegling/")
    }

    /// The folders of the chosen ärenden and meetings, with all that lies in them.
    private static func folders(_ selection: Selection, _ site: ArchiveSite) -> Set<String> {
        var folders: Set<String> = []
        for matter in selection.matters {
            let file = site.seen.matters[matter].file
            if file.hasSuffix("/arende.md") { folders.insert(folder(of: file)) }
        }
        for meeting in selection.meetings {
            folders.insert("content/moten/\(site.seen.meetings[meeting].meeting.id.slug)")
        }
        return folders
    }

    private static func folder(of path: String) -> String {
        let parts = path.split(separator: "/")
        return parts.dropLast().prefix(3).joined(separator: "/")
    }

    private static func chosen(_ selection: Selection, _ scope: ArchiveScope, _ site: ArchiveSite) -> Set<String> {
        let register = site.seen
        var chosen: Set<String> = []
        var linked: Set<String> = []
        for matter in selection.matters {
            let own = register.matters[matter]
            if site.isSeenWhole(matter: matter) { chosen.insert(own.file) }
            linked.formUnion(own.prose.flatMap(\.targets))
            for attachment in own.attachments {
                switch attachment.content {
                case .text(let prose, _):
                    if site.isWithoutNotes(attachment.file) { chosen.insert(attachment.file) }
                    if let original = attachment.original, isItself(original.path, original.file) {
                        chosen.insert(original.file)
                    }
                    linked.formUnion(prose.targets)
                case .file(let location, _, _):
                    if isItself(location, attachment.file) { chosen.insert(attachment.file) }
                case .missing: break
                }
            }
        }
        for meeting in selection.meetings {
            if let file = register.meetings[meeting].meeting.file, site.isSeenWhole(meeting: meeting) {
                chosen.insert(file)
            }
            let papers = register.meetings[meeting].meeting.papers
            chosen.formUnion(papers.filter { isItself($0.location, $0.file) }.map(\.file))
            if let minutes = register.minutes[meeting], site.isSeenWhole(minutes: meeting) {
                chosen.insert(minutes.minutes.file)
            }
        }
        for page in register.pages + (register.front.map { [$0] } ?? [])
        where scope == .whole || linked.contains(String(page.file.dropFirst("content/".count))) {
            if site.isWithoutNotes(page.file) { chosen.insert(page.file) }
        }
        for other in register.others where scope == .whole || linked.contains(other.file.path) {
            let file = "content/" + other.file.path
            if isItself(other.file.location, file) { chosen.insert(file) }
        }
        return chosen
    }

    /// What an audience gets of a file may be a copy without its traces, such as who wrote it; then the file itself is not
    /// for that audience.
    private static func isItself(_ location: String, _ file: String) -> Bool { location.hasSuffix("/" + file) }
}

extension Matter {
    fileprivate var prose: [Prose] {
        [before, after] + (proposal.map { [$0.remainder] + $0.clauses.map(\.prose) } ?? [])
    }
}

extension Prose {
    /// Paths under content/ that the text leads to or shows.
    fileprivate var targets: [String] {
        links.compactMap { link in
            switch link.target {
            case .file(let path, _): path
            case .image(let path, _): path
            default: nil
            }
        }
    }
}
