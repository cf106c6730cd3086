import Meetings
import Register

/// One paper of a packet, and what it is made from.
struct PlannedPaper: Sendable {
    let content: Content
    /// The ärende that it belongs to.
    let matter: MatterIndex
    let number: AttachmentNumber?
    let title: String
    /// Where links to it lead, inside the packet.
    let anchor: String
    /// Its address in the site; nil for what has none.
    let address: String?
    /// For messages.
    let file: String
    let isMembersOnly: Bool

    enum Content: Sendable {
        /// The ärende's own text, at one of its meetings.
        case matter(consultation: ConsultationIndex)
        case text(Prose)
        case picture(location: String)
        case pdf(location: String, name: String, size: Int)
        /// A file that becomes pages where it is an office file and LibreOffice is here, or else goes along as it is.
        case attached(location: String, name: String, size: Int)
        case missing
    }
}

extension PlannedPaper {
    var isMatter: Bool { if case .matter = content { true } else { false } }

    /// Word, Excel, PowerPoint, OpenDocument and rich text.
    var isOffice: Bool {
        guard case .attached(_, let name, _) = content else { return false }
        return MediaType.isOffice(name)
    }

    /// The files that it is made from, and that its looks depend on.
    var location: String? {
        switch content {
        case .picture(let location): location
        case .pdf(let location, _, _), .attached(let location, _, _): location
        case .matter, .text, .missing: nil
        }
    }
}
