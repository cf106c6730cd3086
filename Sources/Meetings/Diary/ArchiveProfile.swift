/// What klubba.yml says of the archive that the papers are delivered to (ARCHIVE §4).
public struct ArchiveProfile: Hashable, Sendable {
    /// Whose papers they are; the site's organisation where nothing else is said.
    public var creator: String?
    public var organisationNumber: String?
    public var authority: String?
    /// Of the agreement of submission.
    public var agreement: String?
    public var referenceCode: String?
    public var contact: Contact?
    public var classification = Classification()
    /// The level of PDF/A of the renditions, `2a`.
    public var level = "2a"
    /// Formats that the archive takes as they are. A profile: each archive has its own list.
    public var formats = ["pdf/a", "tiff", "png", "jpg", "txt", "md", "csv", "xml", "json"]

    public struct Contact: Hashable, Sendable {
        public var name: String
        public var email: String?

        public init(name: String, email: String?) { (self.name, self.email) = (name, email) }
    }

    /// The codes of ärenden and meetings in a scheme of classes.
    public struct Classification: Hashable, Sendable {
        public var scheme: String?
        public var matter: String?
        public var meeting: String?

        public init() {}
    }

    public init() {}
}
