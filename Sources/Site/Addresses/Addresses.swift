import Meetings

/// Where things are published (FORMAT §9), from the site's root, without a slash in front.
enum Addresses {
    static let meetings = "moten/"
    static let decisions = "beslut/"
    static let diary = "diarium/"
    static let initiatives = "insatser/"
    static let archive = "arkiv/"
    static let noticeBoard = "anslagstavla/"
    static let search = "sok/"
    static let followUps = "uppfoljning/"

    static func matter(_ matter: Matter) -> String { "arenden/\(matter.slug)/" }

    /// Nil for a bilaga that is missing.
    static func attachment(_ attachment: Attachment, of matter: Matter) -> String? {
        switch attachment.content {
        case .text(_, let slug): "arenden/\(matter.slug)/\(slug)/"
        case .file(_, let name, _): "arenden/\(matter.slug)/\(name)"
        case .missing: nil
        }
    }

    static func meeting(_ id: MeetingID) -> String { "moten/\(id.slug)/" }
    static func decisionList(_ id: MeetingID) -> String { "moten/\(id.slug)/beslut/" }
    static func minutes(_ id: MeetingID) -> String { "moten/\(id.slug)/protokoll/" }
    static func extract(_ id: MeetingID, _ number: Int) -> String { "moten/\(id.slug)/protokoll/\(number)/" }
    static func page(_ slug: Slug) -> String { "sidor/\(slug)/" }
    static func archive(year: Int) -> String { "arkiv/\(year)/" }
    static func clause(_ number: Int, of matter: Matter) -> String { "arenden/\(matter.slug)/#att-\(number)" }

    /// The way from a page's folder to the site's root: `./`, `../`, `../../`.
    static func root(from address: String) -> String {
        let depth = address.utf8.reduce(into: 0) { count, byte in if byte == UInt8(ascii: "/") { count += 1 } }
        return depth == 0 ? "./" : String(repeating: "../", count: depth)
    }
}
