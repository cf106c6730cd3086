/// A link or an image, and the bytes of HTML that a page which knows addresses may put others for.
public struct Link: Sendable {
    public let kind: Kind
    /// As libcmark gives it: entities and backslashes resolved, nothing percent-encoded.
    public let destination: String
    /// The words of its label, or an image's description, in one line.
    public internal(set) var text: String
    /// The line in the file where its text starts, from 1.
    public internal(set) var line: Int
    public let target: Target
    /// The bytes of `Markdown.html` that carry the destination. Slots never overlap and rise with `links`.
    ///
    /// - A link: ` href="…"` with the space before it. Without them a placeholder remains, `<a>label</a>`.
    /// - An image with a relative or root-relative destination: the whole `<img …>`.
    /// - An image with any other destination that is safe is shown as a link, and has a link's slot.
    /// - Empty where no link was written: an unsafe destination, or a link within a link.
    public internal(set) var slot: Range<Int>
}

extension Link {
    public enum Kind: Sendable { case link, image }

    /// Where a destination leads, told from the address alone and as a browser would read it.
    public enum Target: Sendable {
        /// `http:`, `https:` or `//host`.
        case external
        /// `mailto:`.
        case mail
        /// `tel:`.
        case telephone
        /// `#…`, within the page.
        case fragment
        /// A path from the text's own place; also `?…` and an empty destination.
        case relative
        /// A path that starts with one `/`.
        case rootRelative
        /// Any other scheme (`javascript:`, `data:`, `file:` …), a control character, or backslashes for slashes. Only
        /// the label is shown.
        case unsafe
    }
}

extension Link {
    mutating func move(by distance: Int) {
        slot = slot.lowerBound + distance..<slot.upperBound + distance
    }
}
