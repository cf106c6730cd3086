/// One line of the log: what was sealed of a meeting, when, and after which line (docs/record-format.md).
public struct LogEntry: Hashable, Sendable {
    /// From 1.
    public var number: Int
    /// The meeting as it was called; nil for a line of the first version, which does not tell.
    public var summons: LogSummons?
    /// The meeting's notices that had gone up; and what klubba.yml and the theme said. Nil, both, before the third version.
    public var notices: [LogNotice]?
    public var settings: LogSettings?
    public var time: LogTime
    /// `fs-2020-09-18`
    public var meeting: String
    public var kind: Kind
    /// Of a correction or a withdrawal; empty for every other kind.
    public var reason: String
    /// Keys of a front matter that are no part of what is sealed, folded and sorted.
    public var leftOut: [String]
    public var papers: [LogPaper]
    /// Paths of papers that this meeting no longer has.
    public var withdrawn: [String]
    /// Of the whole line before, its line feed included.
    public var previous: Digest
    /// The public key as 64 hexadecimal digits; empty for a line without a signature.
    public var key: String

    public init(
        number: Int, time: LogTime, meeting: String, kind: Kind, reason: String = "", leftOut: [String],
        papers: [LogPaper], withdrawn: [String] = [], previous: Digest, key: String = "", summons: LogSummons? = nil,
        notices: [LogNotice]? = nil, settings: LogSettings? = nil
    ) {
        (self.summons, self.notices, self.settings) = (summons, notices, settings)
        (self.number, self.time, self.meeting, self.kind, self.reason) = (number, time, meeting, kind, reason)
        (self.leftOut, self.papers, self.withdrawn) = (leftOut, papers, withdrawn)
        (self.previous, self.key) = (previous, key)
    }

    public enum Kind: String, CaseIterable, Sendable {
        case summons = "kallelse"
        case supplement = "tillägg"
        case minutes = "protokoll"
        /// §§ that were approved at once, before the rest of the record.
        case paragraphs = "paragrafer"
        /// A notice that has gone up, where nothing else is new.
        case notice = "anslag"
        case correction = "rättelse"
        /// The seal of a kallelse is taken back before the meeting's day.
        case withdrawal = "återtagande"
    }
}

extension LogEntry {
    /// 1, 2 or 3 (docs/record-format.md).
    public var version: Int { settings != nil && notices != nil ? 3 : summons == nil ? 1 : 2 }

    /// Since the third version files are kept as texts are.
    public func keeps(_ paper: LogPaper) -> Bool { version > 2 || SealedContent.isText(paper.path) }
}

/// One sealed file.
public struct LogPaper: Hashable, Sendable {
    /// Under content/; one § of a record has its mark after it (`…protokoll.md#p-45`).
    public var path: String
    /// As people call it.
    public var title: String
    /// Bytes.
    public var size: Int
    /// Of the file's bytes.
    public var digest: Digest
    /// Of what is sealed of them (`SealedContent`).
    public var content: Digest
    /// `offentlig`, `ledamöter` or `sekretess`.
    public var visibility: String
    public var published: [PublishedPart]

    public init(
        path: String, title: String, size: Int, digest: Digest, content: Digest, visibility: String,
        published: [PublishedPart] = []
    ) {
        (self.path, self.title, self.size, self.digest, self.content) = (path, title, size, digest, content)
        (self.visibility, self.published) = (visibility, published)
    }
}

/// What a paper becomes on the site: the canonical text of a marked part of a page, or a file's bytes.
public struct PublishedPart: Hashable, Sendable {
    /// From the site's root: `arenden/2019-30/`, `arenden/2019-30/budget.pdf`.
    public var address: String
    /// The mark's name; empty for a file.
    public var part: String
    public var digest: Digest
    public var visibility: String

    public init(address: String, part: String, digest: Digest, visibility: String) {
        (self.address, self.part, self.digest, self.visibility) = (address, part, digest, visibility)
    }
}

/// A second in universal time, `2020-09-11T12:00:00Z`.
public struct LogTime: Hashable, Comparable, Sendable {
    public let text: String

    /// The day in universal time, `2020-09-11`.
    public var day: String { String(text.prefix(10)) }

    public static func < (left: LogTime, right: LogTime) -> Bool { left.text < right.text }
}
