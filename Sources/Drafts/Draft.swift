import Editing

/// What Klubba proposes to write: nothing is written before somebody has said yes.
public struct Draft: Sendable {
    public var changes: [Change] = []
    /// What a person looks at first: now and after.
    public var rows: [Row] = []
    public var warnings: [String] = []

    public enum Change: Sendable {
        /// A file that is not there yet.
        case new(path: String, text: String)
        case edits(path: String, [Edit])
        case move(from: String, to: String, [Edit])
    }

    public struct Row: Sendable, Equatable {
        public let path: String
        public let title: String
        public let now: String
        public let after: String

        public init(path: String, title: String, now: String, after: String) {
            (self.path, self.title, self.now, self.after) = (path, title, now, after)
        }
    }

    public init() {}
}

/// Why there is nothing to propose, in words for the one who asked.
public struct NoDraft: Error, Sendable, Equatable {
    public let text: String

    public init(_ text: String) { self.text = text }
}
