/// A text ready to be placed on a page: safe HTML with slots for what only a page knows, the addresses.
public struct Prose: Sendable {
    public var html: [UInt8]
    /// In rising order of their slots, which do not overlap.
    public var links: [Link]
    public var headings: [Heading]

    public init(html: [UInt8] = [], links: [Link] = [], headings: [Heading] = []) {
        (self.html, self.links, self.headings) = (html, links, headings)
    }

    /// A reference to something in the site.
    public struct Link: Sendable {
        /// The bytes of `html` that the page replaces.
        public var slot: Range<Int>
        public let target: Target
        /// The line of its file.
        public let line: Int

        public init(slot: Range<Int>, target: Target, line: Int) {
            (self.slot, self.target, self.line) = (slot, target, line)
        }
    }

    public enum Target: Hashable, Sendable {
        /// The slot is ` href="…"`; the path is relative to content/, the fragment has its `#`.
        case file(path: String, fragment: String)
        /// The slot is a whole `<img>` element.
        case image(path: String, alternative: String)
        /// The slot is the words "Bilaga 6.1", to be put inside a link.
        case attachment(AttachmentNumber)
        /// The slot is the words "dnr 2026:2", or as many more as could belong to a dnr; the longest of the readings that
        /// is one is put inside a link.
        case matter([DiaryNumberMention])
        /// The slot is the words "§ 12, FS 2026-12-11", to be put inside a link.
        case paragraph(ParagraphMention)
        /// The slot is a reference to a note of the text's own, until the notes are set below it.
        case note(Int)
    }

    public struct Heading: Sendable {
        public let level: Int
        public let text: String
        public let anchor: String

        public init(level: Int, text: String, anchor: String) {
            (self.level, self.text, self.anchor) = (level, text, anchor)
        }
    }
}

extension Prose {
    public var isEmpty: Bool { html.isEmpty }

    /// The part of the text in a range of its HTML; a link that lies across the range's ends is left out.
    public subscript(range: Range<Int>) -> Prose {
        let inside = links.filter { range.lowerBound <= $0.slot.lowerBound && $0.slot.upperBound <= range.upperBound }
        var part = Prose(html: Array(html[range]), links: inside)
        for index in part.links.indices {
            let slot = part.links[index].slot
            part.links[index].slot = (slot.lowerBound - range.lowerBound)..<(slot.upperBound - range.lowerBound)
        }
        return part
    }

    public mutating func append(_ other: Prose) {
        let shift = html.count
        html += other.html
        for var link in other.links {
            link.slot = (link.slot.lowerBound + shift)..<(link.slot.upperBound + shift)
            links.append(link)
        }
        headings += other.headings
    }
}
