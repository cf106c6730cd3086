import Meetings
import System

/// The papers of a meeting as they are: what `klubba seal` would seal.
public struct MeetingPapers: Sendable {
    public private(set) var papers: [LogPaper] = []
    /// Files that could not be read, with the reason.
    public private(set) var unreadable: [(path: String, reason: SystemReason)] = []
    private let folder: LedgerFolder
    private let leftOut: [String]

    public init(in folder: LedgerFolder, leftOut: [String]) { (self.folder, self.leftOut) = (folder, leftOut) }
}

extension MeetingPapers {
    /// Without some.
    public mutating func remove(where isOut: (LogPaper) -> Bool) { papers.removeAll(where: isOut) }

    /// The kallelse, and each matter's text and bilagor.
    public mutating func addSummons(_ meeting: Meeting, matters: [Matter]) {
        if let file = meeting.file {
            let text = meeting.text.map { CanonicalText($0) }
            let parts = text.map { $0.isEmpty ? [] : [("text", $0)] } ?? []
            add(
                file, title: "Kallelse", meeting.writtenVisibility,
                PublishedTexts.parts(parts, at: "moten/\(meeting.id.slug)/", meeting.writtenVisibility))
        }
        for matter in matters {
            add(matter)
            for attachment in matter.attachments { add(attachment, of: matter) }
        }
        // A picture beside its ärende is a bilaga, and in by now.
        if let text = meeting.text { addPictures(of: [text], meeting.writtenVisibility) }
        for matter in matters {
            addPictures(of: matter.proses, matter.writtenVisibility)
            for case (.text(let prose, _), let visibility) in matter.attachments.map({
                ($0.content, $0.writtenVisibility)
            }) {
                addPictures(of: [prose], matter.writtenVisibility.stricter(visibility))
            }
        }
    }

    /// The record, and the texts whose proposals it makes decisions of.
    public mutating func addMinutes(_ minutes: Minutes, of meeting: Meeting, matters: [Matter], entryMatters: [[Int]]) {
        let texts = PublishedTexts(minutes, matters: matters, entryMatters: entryMatters)
        add(minutes.file, title: "Protokoll", meeting.writtenVisibility, texts.parts(meeting.writtenVisibility))
        for matter in texts.adopted { add(matters[matter]) }
        for paper in minutes.papers where paper.kind == .signed {
            add(
                paper.file, title: "Underskrivet protokoll", paper.visibility, [],
                file: "moten/\(meeting.id.slug)/\(paper.name)")
        }
        addPictures(of: [minutes.preamble] + minutes.entries.flatMap(\.proses), meeting.writtenVisibility)
        for matter in texts.adopted { addPictures(of: matters[matter].proses, matters[matter].writtenVisibility) }
    }

    /// The §§ that were approved at once, each by itself.
    public mutating func addParagraphs(
        _ minutes: Minutes, of meeting: Meeting, matters: [Matter], entryMatters: [[Int]]
    ) {
        let texts = PublishedTexts(minutes, matters: matters, entryMatters: entryMatters)
        for (index, entry) in minutes.entries.enumerated() where entry.approval != nil {
            let own = index < entryMatters.count ? entryMatters[index].map { matters[$0].visibility } : []
            add(
                SealedPath.path(of: minutes.file, paragraph: entry.number), title: "§ \(entry.number)",
                own.reduce(meeting.visibility) { $0.stricter($1) },
                texts.parts(meeting.visibility).filter { $0.part == "p-\(entry.number)" })
            addPictures(of: entry.proses, meeting.visibility)
            // "Bifall" makes the proposal's clauses the decision.
            guard index < entryMatters.count else { continue }
            for matter in entryMatters[index] where texts.adopted.contains(matter) { add(matters[matter]) }
        }
    }

    /// What texts show besides their words, wherever under content/ it lies.
    private mutating func addPictures(of proses: [Prose], _ visibility: Visibility) {
        for picture in proses.flatMap(\.pictures) {
            add("content/" + picture.path, title: picture.words.isEmpty ? picture.path : picture.words, visibility, [])
        }
    }

    private mutating func add(_ matter: Matter) {
        let address = "arenden/\(matter.slug)/"
        add(
            matter.file, title: matter.diaryNumber.map { "\($0.text) \(matter.title)" } ?? matter.title,
            matter.writtenVisibility,
            PublishedTexts.parts(PublishedTexts.texts(of: matter), at: address, matter.writtenVisibility))
    }

    private mutating func add(_ attachment: Attachment, of matter: Matter) {
        let visibility = matter.writtenVisibility.stricter(attachment.writtenVisibility)
        let title = attachment.number.map { "Bilaga \($0) \(attachment.title)" } ?? attachment.title
        switch attachment.content {
        case .missing: break
        case .text(let prose, let slug):
            let texts = [("titel", CanonicalText(plain: attachment.title)), ("text", CanonicalText(prose))]
            add(
                attachment.file, title: title, visibility,
                PublishedTexts.parts(texts, at: "arenden/\(matter.slug)/\(slug)/", visibility))
            if let original = attachment.original {
                add(original.file, title: title, visibility, [], file: "arenden/\(matter.slug)/\(original.name)")
            }
        case .file(_, let name, _):
            add(attachment.file, title: title, visibility, [], file: "arenden/\(matter.slug)/\(name)")
        }
    }

    private mutating func add(
        _ file: String, title: String, _ visibility: Visibility, _ published: [PublishedPart],
        file address: String? = nil
    ) {
        let path = String(file.dropFirst("content/".utf8.count))
        guard !papers.contains(where: { $0.path == path }) else { return }
        do throws(LedgerFailure) {
            let (size, digest, content) = try folder.digests(of: path, leftOut: leftOut)
            var published = published
            if let address, visibility != .secret {
                published = [
                    PublishedPart(address: address, part: "", digest: digest, visibility: visibility.rawValue)
                ]
            }
            papers.append(
                LogPaper(
                    path: path, title: title, size: size, digest: digest, content: content,
                    visibility: visibility.rawValue, published: published))
        } catch {
            unreadable.append((path, error.reason))
        }
    }
}

extension Visibility {
    func stricter(_ other: Visibility) -> Visibility {
        if self == .secret || other == .secret { return .secret }
        return self == .members || other == .members ? .members : .public
    }
}
