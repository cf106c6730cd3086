import Diagnostics
import Meetings
import Packet
import Register

/// One paper of a package: a record in ERMS.xml, and a file in handlingar/.
struct ArchivePaper: Sendable {
    let kind: Kind
    let owner: Owner
    let title: String
    /// `2019:30/6.1`, `fs-2020-09-18/protokoll`
    let objectID: String
    /// Other names that it goes by: its numbers at other meetings.
    var extraIDs: [(type: String, text: String)] = []
    let visibility: Visibility
    /// From the site's root.
    let source: String
    /// What it was made from besides.
    var otherSources: [String] = []
    /// Its place among the ärende's bilagor.
    var place: Int?
    /// Below representations/handlingar/data, with its ending.
    var target: String
    var content: Content

    enum Kind: String, Sendable {
        case memorandum = "tjänsteskrivelse"
        case application = "ansökan"
        case attachment = "bilaga"
        case summons = "kallelse"
        case packet = "utskick"
        case minutes = "protokoll"
    }

    enum Owner: Hashable, Sendable {
        case matter(MatterIndex)
        case meeting(MeetingIndex)
    }

    enum Content: Sendable {
        /// As it lies in original/.
        case copy
        /// What may be read of a text that is not seen whole.
        case excerpt([UInt8])
        /// A file of the site that is no part of original/.
        case file(String)
        /// Made from the sources.
        case rendition(MadeRendition)
        /// A packet that has not been made yet, of what was sent; nil where an audience gets what its own site has.
        case packet(SentPapers?)
    }
}

extension ArchivePaper {
    /// The papers of a selection, ärenden first, each owner's in their order.
    static func all(
        _ selection: Selection, _ originals: Originals, of site: ArchiveSite, withPackets: Bool
    ) throws(ArchiveFailure) -> [ArchivePaper] {
        var papers: [ArchivePaper] = []
        for matter in selection.matters { papers += try site.papers(ofMatter: matter, originals) }
        var packets: Set<String> = []
        for meeting in selection.meetings {
            var own = try site.papers(ofMeeting: meeting, originals)
            if withPackets, let packet = site.packet(ofMeeting: meeting, originals, except: packets) {
                packets.insert(packet.source)
                own.insert(packet, at: own.first?.kind == .summons ? 1 : 0)
            }
            papers += own
        }
        return papers
    }

    var sources: [String] { [source] + otherSources }

    /// Put together of many sources, so that it has no format from before.
    var isMade: Bool { kind == .packet && objectID.hasSuffix("/utskick") }

    var isText: Bool { source.lowercased().hasSuffix(".md") }

    /// With the name that its PDF will have. Anything but a text is packed as it is.
    var asRendition: ArchivePaper {
        guard isText else { return self }
        var paper = self
        paper.target = String(target.dropLast("md".utf8.count)) + "pdf"
        return paper
    }

    /// Two of one name.
    static func collisions(_ papers: [ArchivePaper]) -> [Diagnostic] {
        var known: [String: String] = [:]
        return papers.compactMap { paper in
            guard let other = known.updateValue(paper.source, forKey: paper.target) else { return nil }
            return Diagnostic(Place(paper.source), .archiveSameName(path: paper.target, other: other))
        }
    }
}

extension ArchiveSite {
    fileprivate func papers(
        ofMatter index: MatterIndex, _ originals: Originals
    ) throws(ArchiveFailure) -> [ArchivePaper] {
        let matter = seen.matters[index]
        let name = matter.diaryNumber?.text ?? matter.slug.text
        let folder = "arenden/\(matter.slug)"
        let main = mainConsultation(of: index)
        var papers = [
            ArchivePaper(
                kind: matter.kind == .application ? .application : .memorandum, owner: .matter(index),
                title: matter.title, objectID: name, extraIDs: numbers(of: index, paper: nil, except: main),
                visibility: matter.writtenVisibility, source: matter.file, target: "\(folder)/\(matter.slug).md",
                content: try content(ofText: matter.file, originals) { Excerpt.text($0, title: matter.title) })
        ]
        for (place, attachment) in matter.attachments.enumerated() {
            let number =
                main.flatMap { seen.consultations[index][$0].attachmentNumbers[at: place] } ?? attachment.number
            let target: String
            let content: ArchivePaper.Content
            let piece: String
            var otherSources: [String] = []
            switch attachment.content {
            case .text(_, let slug):
                // The file that the text was made from is the same bilaga.
                if let original = attachment.original, originals.contains(original.file) {
                    otherSources = [original.file]
                }
                piece = slug.text
                target = "\(folder)/\(slug).md"
                content = try self.content(ofText: attachment.file, originals) {
                    Excerpt.text($0, title: attachment.title)
                }
            case .file(let location, let file, _):
                piece = file
                target = "\(folder)/\(file)"
                content = originals.contains(attachment.file) ? .copy : .file(location)
            case .missing: continue
            }
            papers.append(
                ArchivePaper(
                    kind: .attachment, owner: .matter(index), title: attachment.title,
                    objectID: "\(name)/\(number?.description ?? piece)",
                    extraIDs: numbers(of: index, paper: place, except: main),
                    visibility: stricter(attachment.writtenVisibility, matter.writtenVisibility),
                    source: attachment.file,
                    otherSources: otherSources, place: place, target: target, content: content))
        }
        return papers
    }

    fileprivate func papers(
        ofMeeting index: MeetingIndex, _ originals: Originals
    ) throws(ArchiveFailure) -> [ArchivePaper] {
        let meeting = seen.meetings[index].meeting
        let folder = "moten/\(meeting.id.slug)"
        var papers: [ArchivePaper] = []
        if let file = meeting.file {
            papers.append(
                ArchivePaper(
                    kind: .summons, owner: .meeting(index), title: "Kallelse, \(title(of: meeting.id))",
                    objectID: "\(meeting.id.slug)/kallelse", visibility: meeting.writtenVisibility, source: file,
                    target: "\(folder)/kallelse.md",
                    content: try content(ofText: file, originals) { [title = title(of: meeting.id)] in
                        Excerpt.text($0, title: title)
                    }))
        }
        if let linked = seen.minutes[index] {
            let whole = all.meetingIndex[meeting.id].flatMap { all.minutes[$0] } ?? linked
            papers.append(
                ArchivePaper(
                    kind: .minutes, owner: .meeting(index), title: "Protokoll, \(title(of: meeting.id))",
                    objectID: "\(meeting.id.slug)/protokoll", visibility: meeting.writtenVisibility,
                    source: linked.minutes.file, target: "\(folder)/protokoll.md",
                    content: try content(ofText: linked.minutes.file, originals) { [title = title(of: meeting.id)] in
                        Excerpt.record($0, linked, all: whole, title: title)
                    }))
        }
        for paper in meeting.papers {
            let isSigned = paper.kind == .signed
            papers.append(
                ArchivePaper(
                    // A signed record is mostly called as our own PDF of the record is.
                    kind: isSigned ? .minutes : .packet, owner: .meeting(index),
                    title: (isSigned ? "Undertecknat protokoll, " : "Handlingar som de kom, ") + title(of: meeting.id),
                    objectID: "\(meeting.id.slug)/\(paper.kind.rawValue)", visibility: paper.visibility,
                    source: paper.file, target: "\(folder)/\(paper.kind.rawValue)-\(paper.name)",
                    content: originals.contains(paper.file) ? .copy : .file(paper.location)))
        }
        return papers
    }

    private func content(
        ofText file: String, _ originals: Originals, _ excerpt: ([UInt8]) -> [UInt8]
    ) throws(ArchiveFailure) -> ArchivePaper.Content {
        originals.contains(file) ? .copy : .excerpt(excerpt(try PackageBytes.whole(root + "/" + file)))
    }

    /// The latest meeting of a deciding body, else the latest: its numbers are a paper's own.
    private func mainConsultation(of matter: MatterIndex) -> ConsultationIndex? {
        let all = seen.consultations[matter]
        return all.lastIndex { isDeciding($0.id.body) } ?? all.indices.last
    }

    /// The numbers that a paper had at the other meetings. `paper` is nil for the ärende's own text.
    private func numbers(of matter: MatterIndex, paper: Int?, except main: ConsultationIndex?) -> [(
        type: String, text: String
    )] {
        let all = seen.consultations[matter]
        return all.indices.compactMap { index in
            if index == main && paper != nil { return nil }
            let number = paper.map { all[index].attachmentNumbers[at: $0] } ?? all[index].number
            return number.map { ("bilaga \(all[index].id)", $0.description) }
        }
    }
}

extension Array {
    subscript<Value>(at index: Int) -> Value? where Element == Value? { indices.contains(index) ? self[index] : nil }
}

/// Of a paper and of what it belongs to, the stricter counts.
func stricter(_ one: Visibility, _ other: Visibility) -> Visibility {
    // That a paper is secret counts for more than that it is not finished.
    let order: [Visibility] = [.public, .members, .draft, .secret]
    return (order.firstIndex(of: one) ?? 3) < (order.firstIndex(of: other) ?? 3) ? other : one
}
