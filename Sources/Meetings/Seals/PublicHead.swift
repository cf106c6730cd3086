/// The log's public head as a site shows it: what was signed, by whom it is vouched for, and the proof of each page.
public struct PublicHead: Sendable {
    /// How many times something has been sealed.
    public let size: Int
    /// When that was last.
    public let day: CalendarDate
    /// The tree's root, in Base64.
    public let root: String
    public let keys: [Key]
    /// Of the newest head that somebody has vouched for.
    public let vouchers: [Voucher]
    /// The days of the time stamps, the earliest first.
    public let stamped: [CalendarDate]
    /// Files for everybody, by their paths from the site's root.
    public let files: [String: [UInt8]]
    /// A page's proof file; nil where the head does not cover the parts.
    public let proof: @Sendable (_ address: String, _ parts: [SealedPart]) -> [UInt8]?

    public init(
        size: Int, day: CalendarDate, root: String, keys: [Key], vouchers: [Voucher], stamped: [CalendarDate],
        files: [String: [UInt8]], proof: @escaping @Sendable (String, [SealedPart]) -> [UInt8]?
    ) {
        (self.size, self.day, self.root, self.keys, self.vouchers) = (size, day, root, keys, vouchers)
        (self.stamped, self.files, self.proof) = (stamped, files, proof)
    }

    /// Who signs for the log.
    public struct Key: Sendable {
        public let name: String
        public let role: String
        public let from: CalendarDate?
        public let until: CalendarDate?
        public let key: String
        /// Why the key before it could not sign it.
        public let lost: String?

        public init(
            name: String, role: String, from: CalendarDate?, until: CalendarDate?, key: String, lost: String?
        ) {
            (self.name, self.role, self.from, self.until) = (name, role, from, until)
            (self.key, self.lost) = (key, lost)
        }
    }

    /// Somebody else who has seen the head and signed it.
    public struct Voucher: Sendable {
        public let name: String
        public let day: CalendarDate

        public init(name: String, day: CalendarDate) { (self.name, self.day) = (name, day) }
    }
}

/// A part of a page, or a file, as a line of the log has it.
public struct SealedPart: Hashable, Sendable {
    /// Which line, from 0.
    public let line: Int
    /// Empty for a file.
    public let part: String
    public let digest: String

    public init(line: Int, part: String, digest: String) { (self.line, self.part, self.digest) = (line, part, digest) }
}
