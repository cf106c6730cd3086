import Meetings

/// Where things are published (FORMAT §9), from the site's root, without a slash in front.
package enum Addresses {
    static let meetings = "moten/"
    static let decisions = "beslut/"
    static let diary = "diarium/"
    static let initiatives = "insatser/"
    /// The folder of an index's later pages, where other pages have names of their own beside it.
    static let furtherPart = "del"
    static let archive = "arkiv/"
    static let noticeBoard = "anslagstavla/"
    static let search = "sok/"
    static let followUps = "uppfoljning/"
    static let missing = "saknas/"
    static let sealing = "forsegling/"

    package static func matter(_ matter: Matter) -> String { self.matter(matter.slug) }
    static func matter(_ slug: Slug) -> String { "arenden/" + slug.text + "/" }

    /// Nil for a bilaga that is missing.
    package static func attachment(_ attachment: Attachment, of matter: Matter) -> String? {
        self.attachment(attachment.content, below: self.matter(matter))
    }

    static func attachment(_ content: Attachment.Content, below matter: String) -> String? {
        switch content {
        case .text(_, let slug): matter + slug.text + "/"
        case .file(_, let name, _): matter + name
        case .missing: nil
        }
    }

    static func original(_ original: Attachment.Original, of matter: Matter) -> String {
        self.matter(matter) + original.name
    }

    package static func meeting(_ id: MeetingID) -> String { "moten/" + id.slug + "/" }
    static func meetingPaper(_ paper: MeetingPaper, of id: MeetingID) -> String { meeting(id) + paper.name }
    /// Those of a called meeting that stay whatever becomes of it.
    static func kept(of id: MeetingID) -> [String] { [meeting(id), decisionList(id), wholeMeeting(id)] }
    package static func packet(_ id: MeetingID) -> String { "moten/" + id.slug + "/handlingar.pdf" }
    package static func wholeMeeting(_ id: MeetingID) -> String { "moten/" + id.slug + "/alla/" }
    package static func archiveFile(_ id: MeetingID) -> String { "moten/\(id.slug)/\(id.slug).zip" }
    package static func decisionList(_ id: MeetingID) -> String { "moten/" + id.slug + "/beslut/" }
    package static func minutes(_ id: MeetingID) -> String { "moten/" + id.slug + "/protokoll/" }
    package static func extract(_ id: MeetingID, _ number: Int) -> String {
        "moten/" + id.slug + "/protokoll/" + String(number) + "/"
    }
    /// The proof of a page or a file at an address.
    static func proof(of address: String) -> String {
        "\(sealing)bevis/" + (address.hasSuffix("/") ? String(address.dropLast()) : address) + ".json"
    }
    package static func page(_ slug: Slug) -> String { "sidor/\(slug)/" }
    package static func archive(year: Int) -> String { "arkiv/\(year)/" }
    package static func clause(_ number: Int, of matter: Matter) -> String {
        "arenden/" + matter.slug.text + "/#att-" + String(number)
    }

    /// The way from a page's folder to the site's root: `./`, `../`, `../../`.
    package static func root(from address: String) -> String {
        let depth = address.utf8.reduce(into: 0) { count, byte in if byte == UInt8(ascii: "/") { count += 1 } }
        return depth == 0 ? "./" : String(repeating: "../", count: depth)
    }
}
