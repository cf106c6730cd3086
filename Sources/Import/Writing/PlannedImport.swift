import Diagnostics

/// A file that an import writes, relative to content/ (`arenden/2019-30/arende.md`).
public struct PlannedImport: Sendable {
    public let path: String
    public let content: Content
    /// The documents that it comes from.
    public let sources: [Int]
    /// Made up so that the rest holds together: written where nothing is, and never missed where something is.
    public var isFallback = false
    /// The changes that a person made in an exported file: they may take the place of what stands there.
    public var isUpdate = false

    public init(path: String, content: Content, sources: [Int], isFallback: Bool = false, isUpdate: Bool = false) {
        (self.path, self.content, self.sources) = (path, content, sources)
        (self.isFallback, self.isUpdate) = (isFallback, isUpdate)
    }

    public enum Content: Sendable {
        case text(String)
        case bytes([UInt8])
        /// A copy of a file, by its location.
        case copy(of: String)
        /// Some pages of a PDF, as a PDF of their own.
        case pages(of: String, ClosedRange<Int>)
    }
}

/// What an import will do: files to write, and what each document became.
public struct ImportPlan: Sendable {
    public var files: [PlannedImport] = []
    /// Of each document: the path of its main file, nil for one that is not written; its remarks with the plan's own.
    public var outcomes: [Outcome] = []
    /// Bodies without which some of them are not written.
    public var missingBodies: [MissingBody] = []
    /// Why nothing at all can be written.
    public var diagnostics: [Diagnostic] = []

    public struct Outcome: Sendable {
        public var path: String?
        public var remarks: [Remark] = []
        /// Why nothing is written though the document was read.
        public var obstacle: ImportObstacle?
        /// Where its words went; nil for a document that is not written.
        public var words: WordCount?
    }
}
