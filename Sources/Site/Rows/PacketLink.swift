import Meetings
import Theme

/// The way to a meeting's papers as one PDF.
package struct PacketLink: TemplateContext {
    let address: String
    let pages: Int
    let size: String

    package static let shapeName = "utskick som PDF"
    package static let fields: [Field<Self>] = [
        .text("lank") { $0.address },
        .text("sidor") { String($0.pages) },
        .flag("en_sida") { $0.pages == 1 },
        .text("storlek") { $0.size },
    ]
}

extension PacketLink {
    init(_ packet: PublishedPacket, _ id: MeetingID, _ words: Words) {
        address = Addresses.packet(id)
        pages = packet.pages
        size = words.size(packet.size)
    }
}
