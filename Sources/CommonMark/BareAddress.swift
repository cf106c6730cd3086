/// A web or mail address that stands in a text without marks, read by GitHub's rule for extended autolinks (GFM, 6.9).
///
/// Where that rule is for English alone, this one is wider: letters beyond ASCII may be part of a domain, and the
/// quotation marks of print at its end are no part of an address, as `"` is none.
struct BareAddress {
    /// Its bytes in the text.
    let range: Range<Int>
    let kind: Kind

    enum Kind {
        /// `https://…`, `http://…`
        case whole
        /// `www.…`
        case withoutScheme
        /// `namn@exempel.se`
        case mail
        /// `mailto:namn@exempel.se`
        case mailWithScheme
    }
}

extension BareAddress {
    /// What goes before the text to make it a destination.
    var prefix: StaticString {
        switch kind {
        case .whole, .mailWithScheme: ""
        case .withoutScheme: "http://"
        case .mail: "mailto:"
        }
    }

    var target: Link.Target { kind == .whole || kind == .withoutScheme ? .external : .mail }

    /// The first address from an index on. `previous` is the byte before the text: a line feed at a line's start.
    static func first(in text: UnsafeBufferPointer<UInt8>, from start: Int, after previous: UInt8) -> BareAddress? {
        for index in start..<max(start, text.count) {
            let found: BareAddress? =
                switch text[index] {
                case UInt8(ascii: ":"): url(at: index, in: text, from: start)
                case UInt8(ascii: "w"): site(at: index, in: text, after: index > 0 ? text[index - 1] : previous)
                case UInt8(ascii: "@"): mail(at: index, in: text, from: start)
                default: nil
                }
            if let found { return found }
        }
        return nil
    }
}

// MARK: - Each kind

extension BareAddress {
    private static func url(at colon: Int, in text: UnsafeBufferPointer<UInt8>, from start: Int) -> BareAddress? {
        guard holds("://", at: colon, in: text) else { return nil }
        var scheme = colon
        while scheme > start, text[scheme - 1].isLetter { scheme -= 1 }
        let name = text[scheme..<colon].map { $0 | 0x20 }
        guard name.elementsEqual("https".utf8) || name.elementsEqual("http".utf8),
            scheme == start || !text[scheme - 1].isPartOfWord,
            domain(at: colon + 3, in: text)
        else { return nil }
        return BareAddress(range: scheme..<end(from: colon + 3, in: text), kind: .whole)
    }

    private static func site(
        at index: Int, in text: UnsafeBufferPointer<UInt8>, after previous: UInt8
    ) -> BareAddress? {
        guard holds("www.", at: index, in: text), mayPrecedeSite(previous, at: index, in: text),
            domain(at: index, in: text)
        else { return nil }
        return BareAddress(range: index..<end(from: index, in: text), kind: .withoutScheme)
    }

    /// The start of a line, white space, or one of the characters that the rule names. A no-break space is white space.
    private static func mayPrecedeSite(_ byte: UInt8, at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch byte {
        case UInt8(ascii: " "), 0x09...0x0D, UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"),
            UInt8(ascii: "("), UInt8(ascii: "\""):
            return true
        default: return index > 0 && spaceOrQuote(before: index, in: text) != nil
        }
    }

    private static func mail(at sign: Int, in text: UnsafeBufferPointer<UInt8>, from start: Int) -> BareAddress? {
        var first = sign
        while first > start, text[first - 1].isMailName { first -= 1 }
        guard first < sign, first == start || text[first - 1] < 0x80 || spaceOrQuote(before: first, in: text) != nil
        else { return nil }
        var end = sign + 1
        var dots = 0
        while end < text.count, text[end].isDomain || text[end] == UInt8(ascii: ".") {
            let isDot = text[end] == UInt8(ascii: ".")
            // A dot that nothing follows ends a sentence.
            if isDot, end + 1 == text.count || !text[end + 1].isDomain { break }
            if isDot { dots += 1 }
            end += 1
        }
        guard dots > 0, text[sign + 1].isDomain, let last = text[..<end].last, last != UInt8(ascii: "-"),
            last != UInt8(ascii: "_"), end == text.count || text[end] < 0x80 || isSpaceOrQuote(at: end, in: text)
        else { return nil }
        let scheme: StaticString = "mailto:"
        let whole = first - scheme.utf8CodeUnitCount
        if whole >= start, holds(scheme, at: whole, in: text), whole == start || !text[whole - 1].isPartOfWord {
            return BareAddress(range: whole..<end, kind: .mailWithScheme)
        }
        return BareAddress(range: first..<end, kind: .mail)
    }
}

// MARK: - Parts

extension BareAddress {
    /// Segments of letters, digits, `-` and `_` with a dot between them, none of the last two with a `_`.
    private static func domain(at start: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = start
        var dots = 0
        var (hadMark, hasMark) = (false, false)
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: ".") {
                guard index > start, text[index - 1] != byte else { return false }
                dots += 1
                (hadMark, hasMark) = (hasMark, false)
            } else if byte == UInt8(ascii: "_") {
                hasMark = true
            } else if byte >= 0x80 {
                if isSpaceOrQuote(at: index, in: text) { break }
            } else if !byte.isDomain {
                break
            }
            index += 1
        }
        // A dot at the end belongs to the sentence.
        if index > start, text[index - 1] == UInt8(ascii: ".") { return dots > 1 && !hadMark }
        return dots > 0 && !hasMark && !hadMark
    }

    /// Where an address ends: at white space or `<`, and before punctuation and brackets that belong to the sentence.
    private static func end(from start: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        var end = start
        while end < text.count, text[end] > UInt8(ascii: " "), text[end] != UInt8(ascii: "<"),
            !isNoBreakSpace(at: end, in: text)
        {
            end += 1
        }
        while end > start {
            switch text[end - 1] {
            case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"),
                UInt8(ascii: ";"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "'"),
                UInt8(ascii: "\""), UInt8(ascii: ">"):
                end -= 1
            case UInt8(ascii: ")"):
                guard closes(UInt8(ascii: "("), UInt8(ascii: ")"), text[start..<end]) else { return end }
                end -= 1
            case UInt8(ascii: "]"):
                guard closes(UInt8(ascii: "["), UInt8(ascii: "]"), text[start..<end]) else { return end }
                end -= 1
            default:
                guard let length = spaceOrQuote(before: end, in: text) else { return end }
                end -= length
            }
        }
        return end
    }

    /// True where more brackets are closed than opened: the last one is the sentence's.
    private static func closes(_ open: UInt8, _ close: UInt8, _ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        text.reduce(0) { $0 + ($1 == close ? 1 : $1 == open ? -1 : 0) } > 0
    }

    private static func holds(_ word: StaticString, at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard index >= 0, index + word.utf8CodeUnitCount <= text.count else { return false }
        for offset in 0..<word.utf8CodeUnitCount where text[index + offset] != word.utf8Start[offset] { return false }
        return true
    }

    /// The length of a no-break space, a quotation mark, a dash or an ellipsis of print that ends at an index.
    private static func spaceOrQuote(before end: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        if end >= 2, isNoBreakSpace(at: end - 2, in: text) { return 2 }
        if end >= 2, text[end - 2] == 0xC2, isSpaceOrQuote(at: end - 2, in: text) { return 2 }
        return end >= 3 && text[end - 3] == 0xE2 && isSpaceOrQuote(at: end - 3, in: text) ? 3 : nil
    }

    private static func isNoBreakSpace(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        text[index] == 0xC2 && index + 1 < text.count && text[index + 1] == 0xA0
    }

    /// U+00A0, « and », and U+2000–206F, where the spaces, dashes and quotation marks of print are.
    private static func isSpaceOrQuote(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard index + 1 < text.count else { return false }
        switch text[index] {
        case 0xC2: return text[index + 1] == 0xA0 || text[index + 1] == 0xAB || text[index + 1] == 0xBB
        case 0xE2: return text[index + 1] == 0x80 || text[index + 1] == 0x81
        default: return false
        }
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    fileprivate var isPartOfWord: Bool { isLetter || isDigit }
    fileprivate var isDomain: Bool {
        isPartOfWord || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
    }
    fileprivate var isMailName: Bool { isDomain || self == UInt8(ascii: ".") || self == UInt8(ascii: "+") }
}
