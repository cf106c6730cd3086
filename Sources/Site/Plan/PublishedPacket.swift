import Meetings

/// A meeting's papers as one PDF, made before the site is planned.
public struct PublishedPacket: Sendable {
    /// The file that is copied.
    public let location: String
    public let pages: Int
    /// In bytes.
    public let size: Int

    public init(location: String, pages: Int, size: Int) {
        (self.location, self.pages, self.size) = (location, pages, size)
    }
}

extension PublishedPacket {
    /// Where a meeting's stands in the site.
    public static func path(_ id: MeetingID) -> String { Addresses.packet(id) }
}
