/// A sealed text, and how it differs now.
public struct SealedChange: Hashable, Sendable {
    /// `FS 2020-09-18`
    public let meeting: String
    /// What the seal command calls it, `fs-2020-09-18`.
    public let name: String
    /// When it was sealed, `2020-09-11`.
    public let day: String
    /// "§ 45", or another heading that it stands under.
    public let section: String?
    public let difference: Difference

    public init(meeting: String, name: String, day: String, section: String? = nil, difference: Difference) {
        (self.meeting, self.name, self.day) = (meeting, name, day)
        (self.section, self.difference) = (section, difference)
    }

    public enum Difference: Hashable, Sendable {
        /// Some words that became others; one of the two may be empty.
        case words(old: String, new: String)
        /// Sizes in bytes.
        case bytes(old: Int, new: Int)
        /// The sealed copy is not there to compare with.
        case unknown
    }
}

extension SealedChange.Difference {
    var swedish: String {
        switch self {
        case .words(let old, ""): "\"\(old.visible)\" har strukits"
        case .words("", let new): "\"\(new.visible)\" har lagts till"
        case .words(let old, let new): "\"\(old.visible)\" har blivit \"\(new.visible)\""
        case .bytes(let old, let new) where old == new: "filen har annat innehåll"
        case .bytes(let old, let new): "filen är \(new) byte i stället för \(old)"
        case .unknown: "hur går inte att säga, för den förseglade kopian saknas"
        }
    }

    var english: String {
        switch self {
        case .words(let old, ""): "\"\(old.visible)\" was struck"
        case .words("", let new): "\"\(new.visible)\" was added"
        case .words(let old, let new): "\"\(old.visible)\" became \"\(new.visible)\""
        case .bytes(let old, let new) where old == new: "the file has other content"
        case .bytes(let old, let new): "the file has \(new) bytes instead of \(old)"
        case .unknown: "how cannot be told, for the sealed copy is missing"
        }
    }
}

extension SealedChange {
    var swedish: String {
        "texten\(section.map { " under \"\($0.visible)\"" } ?? "") är ändrad sedan den förseglades \(day) för \(meeting): "
            + difference.swedish
    }

    var english: String {
        "the text\(section.map { " under \"\($0.visible)\"" } ?? "") was changed after it was sealed \(day) for \(meeting): "
            + difference.english
    }
}
