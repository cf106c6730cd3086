/// A change of one part of a text.
public enum Edit: Sendable, Equatable {
    /// A key of the head; without a value the key goes.
    case head(key: String, EditValue?)
    /// All below the head.
    case body(String)
    /// All of the file.
    case text(String)
    /// The points of a meeting's agenda, in their order.
    case agenda([String])
    /// A part of a record's §.
    case entry(Int, EntryEdit)
}

/// A change within a § (FORMAT §6).
public enum EntryEdit: Sendable, Equatable {
    /// What stands before "Beslut:", "Följs upp:" and the first subheading.
    case text(String)
    /// What stands after "Beslut:"; nil takes the line away.
    case outcome(String?)
    /// By word: "Ja", "Nej", "Avstår".
    case votes([Vote])
    /// "2021-03-31 Uppsala kommun redovisar"
    case followUps([String])
    /// What stands under a subheading; an empty text takes it away.
    case section(heading: String, text: String)

    public struct Vote: Sendable, Equatable {
        public let word: String
        public let names: [String]

        public init(word: String, names: [String]) { (self.word, self.names) = (word, names) }
    }
}

/// A value of a head, as text: nothing is a number or a date here (FORMAT §1).
public indirect enum EditValue: Sendable, Hashable {
    case text(String)
    case list([EditValue])
    case map([Pair])

    public struct Pair: Sendable, Hashable {
        public let key: String
        public let value: EditValue

        public init(_ key: String, _ value: EditValue) { (self.key, self.value) = (key, value) }
    }
}

extension EditValue {
    /// True where nothing would be written.
    public var isEmpty: Bool {
        switch self {
        case .text(let text): text.isEmpty
        case .list(let items): items.isEmpty
        case .map(let pairs): pairs.isEmpty
        }
    }
}

/// Why an edit was not made. Nothing of it was.
public enum EditFault: Error, Equatable {
    /// The head, or the whole text, cannot be read; `klubba check` says why.
    case unreadable(line: Int, text: String)
    /// What was meant cannot be written here so that it is read again as it was meant.
    case notAsMeant(part: String)
    case noSuchEntry(Int)
}
