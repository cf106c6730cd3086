/// Something that can be found, with an address of its own.
public struct SearchDocument: Sendable {
    /// What it belongs with: documents of a group lie together, so that a change of one touches few files.
    public let group: String
    /// From the site's root: `arenden/2019-30/`.
    public let address: String
    public let title: String
    /// What is shown before the title: `2019:30`.
    public let number: String
    public let filters: Filters
    /// Writes what it says; asked more than once, on any core, and always the same.
    public let read: @Sendable (inout SearchText) -> Void

    /// What results can be narrowed by.
    public struct Filters: Hashable, Sendable {
        public var kind = ""
        public var bodies: [String] = []
        public var years: [String] = []
        public var outcome = ""

        public init(kind: String, bodies: [String] = [], years: [String] = [], outcome: String = "") {
            (self.kind, self.bodies, self.years, self.outcome) = (kind, bodies, years, outcome)
        }
    }

    public init(
        group: String, address: String, title: String, number: String = "", filters: Filters,
        read: @escaping @Sendable (inout SearchText) -> Void
    ) {
        (self.group, self.address, self.title, self.number) = (group, address, title, number)
        (self.filters, self.read) = (filters, read)
    }
}
