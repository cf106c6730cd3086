import Meetings
import Theme

/// One paper of a packet: a tjänsteskrivelse or a bilaga.
package struct PaperRow: TemplateContext {
    /// "6.1"
    private(set) var number: String?
    let title: String
    let address: String?
    /// "PDF"; nil for a page.
    let fileType: String?
    /// "84 kB"
    let size: String?
    let isMissing: Bool
    let isUnreviewed: Bool
    let isMembersOnly: Bool
    /// Why it is in no edition; only a preview has such.
    let holding: HoldingMark?
    /// Of a page, other when its text is.
    var version: String?

    package static let shapeName = "handling"
    package static let fields: [Field<Self>] = [
        .text("nummer") { $0.number },
        .text("titel") { $0.title },
        .text("lank") { $0.address },
        .text("filtyp") { $0.fileType },
        .text("storlek") { $0.size },
        .text("version") { $0.version },
        .flag("saknas") { $0.isMissing },
        .flag("inte_granskad") { $0.isUnreviewed },
        .flag("ledamoter") { $0.isMembersOnly },
        .flag("utkast") { $0.holding?.isDraft ?? false },
        .text("publiceras") { $0.holding?.day },
    ]
}

extension PaperRow {
    /// The file that a Markdown bilaga was made from.
    init?(originalOf attachment: Attachment, below matter: String, _ words: Words) {
        guard let original = attachment.original else { return nil }
        var file = attachment
        file.content = .file(path: original.path, name: original.name, size: original.size)
        self.init(file, number: nil, below: matter, words)
    }

    /// The same paper under another number.
    func numbered(_ number: AttachmentNumber?) -> PaperRow {
        var row = self
        row.number = number?.description
        return row
    }

    init(_ attachment: Attachment, number: AttachmentNumber?, below matter: String, _ words: Words) {
        self.number = number?.description
        title = attachment.title
        address = Addresses.attachment(attachment.content, below: matter)
        isUnreviewed = attachment.isUnreviewed
        isMembersOnly = attachment.visibility == .members
        holding = attachment.holding.map { HoldingMark($0) }
        if case .text(let prose, _) = attachment.content { version = TextVersion([prose]).text }
        switch attachment.content {
        case .text: (fileType, size, isMissing) = (nil, nil, false)
        case .missing: (fileType, size, isMissing) = (nil, nil, !attachment.isUnreviewed)
        case .file(_, let name, let bytes):
            let ending = name.split(separator: ".").dropFirst().last.map(String.init) ?? ""
            (fileType, size, isMissing) = (words.fileType(ending), words.size(bytes), false)
        }
    }

    /// A meeting's own file.
    init(_ paper: MeetingPaper, of meeting: MeetingID, _ words: Words) {
        number = nil
        title = words[paper.kind == .signed ? .signedRecord : .originalPapers]
        address = Addresses.meetingPaper(paper, of: meeting)
        let ending = paper.name.split(separator: ".").dropFirst().last.map(String.init) ?? ""
        (fileType, size, isMissing) = (words.fileType(ending), words.size(paper.size), false)
        isUnreviewed = false
        isMembersOnly = paper.visibility == .members
        holding = nil
    }
}
