import Content
import Meetings

/// The files under content/ that texts name, by a link or as a picture.
package struct NamedFiles: Sendable {
    package private(set) var paths: Set<String> = []

    package init() {}
}

extension NamedFiles {
    /// All that the site's texts name, whoever may see them.
    init(_ sources: SiteSources) {
        for source in sources.matters + sources.held.drafts { add(source.matter) }
        for attachment in sources.held.attachments { add(attachment) }
        for source in sources.meetings { add(source.meeting.text) }
        for source in sources.records {
            add(source.minutes.preamble)
            for entry in source.minutes.entries { add(entry) }
        }
        for page in sources.pages + (sources.front.map { [$0] } ?? []) { add(page.text) }
    }

    /// What the texts name that one audience sees.
    package init(_ seen: Links<Seen>, _ minutes: [LinkedMinutes?], _ pages: [PageSource]) {
        for matter in seen.matters where matter.visibility != .secret { add(matter) }
        for linked in seen.meetings { add(linked.meeting.text) }
        for linked in minutes.compactMap(\.self) {
            add(linked.minutes.preamble)
            for entry in linked.entries.compactMap(\.entry) { add(entry) }
        }
        for page in pages { add(page.text) }
    }

    mutating func add(_ matter: Matter) {
        add(matter.before)
        add(matter.after)
        if let proposal = matter.proposal {
            add(proposal.lead)
            for clause in proposal.clauses { add(clause.prose) }
            add(proposal.remainder)
        }
        for attachment in matter.attachments { add(attachment) }
    }

    mutating func add(_ attachment: Attachment) {
        if case .text(let prose, _) = attachment.content { add(prose) }
    }

    mutating func add(_ entry: MinutesEntry) {
        add(entry.text)
        for section in entry.sections { add(section.text) }
        for clause in entry.decision?.clauses ?? [] { add(clause.prose) }
    }

    mutating func add(_ prose: Prose?) {
        for link in prose?.links ?? [] {
            switch link.target {
            case .file(let path, _), .image(let path, _): paths.insert(path)
            default: break
            }
        }
    }
}

extension CopiedSource {
    /// Where files lie that are published though no text names them (FORMAT §4).
    func isInFolder(of profile: SiteProfile) -> Bool {
        profile.fileFolders.contains { file.path.hasPrefix($0 + "/") }
    }
}

extension SiteSources {
    /// A file beside an ärende that no list names and that only hidden bilagor of the ärende show is hidden with them, as
    /// one in `bilder/` is (FORMAT §4).
    mutating func hideWhatHiddenBilagorShow() {
        let heldIn = Dictionary(grouping: held.attachments) {
            $0.file.split(separator: "/").prefix(3).joined(separator: "/")
        }
        for index in matters.indices where matters[index].matter.attachments.contains(where: \.mayBeShownByAnother) {
            let source = matters[index]
            var matter = source.matter
            let drafts = heldIn[matter.file.split(separator: "/").prefix(3).joined(separator: "/")] ?? []
            var (open, hidden) = (NamedFiles(), [(names: NamedFiles, visibility: Visibility)]())
            for attachment in matter.attachments + drafts {
                if attachment.visibility == .public {
                    open.add(attachment)
                } else {
                    var own = NamedFiles()
                    own.add(attachment)
                    hidden.append((own, attachment.visibility))
                }
            }
            guard hidden.contains(where: { !$0.names.paths.isEmpty }) else { continue }
            matter.attachments = []
            open.add(matter)
            matter.attachments = source.matter.attachments
            for paper in matter.attachments.indices where matter.attachments[paper].mayBeShownByAnother {
                let path = String(matter.attachments[paper].file.dropFirst("content/".utf8.count))
                let naming = hidden.filter { $0.names.paths.contains(path) }.map(\.visibility)
                guard !open.paths.contains(path), let least = naming.min() else { continue }
                matter.attachments[paper].visibility = least
            }
            matters[index] = source.with(matter, attachmentData: source.attachmentData)
        }
    }
}

extension Attachment {
    /// A file that nobody has said anything of.
    fileprivate var mayBeShownByAnother: Bool {
        if case .file = content { !isListed && visibility == .public } else { false }
    }
}
