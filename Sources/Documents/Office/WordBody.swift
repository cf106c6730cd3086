/// What a Word file shows its readers, apart from what it only carries: hidden text, comments and earlier versions. Text
/// boxes, which stand in no order, become paragraphs after the one that they hang on.
public struct WordBody: Sendable {
    /// The file as one sees it.
    public private(set) var bytes: [UInt8]
    /// Nothing had to be changed.
    public private(set) var isAsWritten = true
    public private(set) var hidden: [String] = []
    public private(set) var boxes: [String] = []
    /// What a tracked change has struck; and how many have added something.
    public private(set) var struck: [String] = []
    public private(set) var additions = 0
    public private(set) var comments: [String] = []

    /// Nil for what is no archive.
    public init?(_ bytes: [UInt8]) {
        let usual = WordNames.usual(bytes)
        guard let archive = ZipArchive(usual.bytes) else { return nil }
        self.bytes = usual.bytes
        let styles = archive.part("word/styles.xml").map { WordStyles.hidden(in: $0) } ?? []
        var changed: [String: [UInt8]] = [:]
        for entry in archive.entries where WordBody.hasText(entry.name) {
            guard let part = archive.unpacked(entry, limit: 64 << 20) else { continue }
            var scan = WordPartScan(hiddenStyles: styles)
            guard let shown = scan.shown(part) else { continue }
            if shown != part { changed[entry.name] = shown }
            hidden += scan.hidden
            boxes += scan.boxes
            struck += scan.struck
            additions += scan.additions
        }
        if let part = archive.part("word/comments.xml") { comments = WordStyles.comments(in: part) }
        isAsWritten = changed.isEmpty && !usual.isChanged
        if !changed.isEmpty { self.bytes = archive.rewritten(changed) }
    }

    static func hasText(_ name: String) -> Bool {
        guard name.hasPrefix("word/"), name.hasSuffix(".xml"), !name.dropFirst(5).contains("/") else { return false }
        return ["document", "footnotes", "endnotes", "header", "footer"].contains { name.dropFirst(5).hasPrefix($0) }
    }
}

/// What is read of a Word file's other parts.
enum WordStyles {
    /// The styles whose text is hidden, by their identifiers; those that are made from such a one too.
    static func hidden(in part: [UInt8]) -> Set<String> {
        var own: Set<String> = []
        var base: [String: String] = [:]
        for style in String(decoding: part, as: UTF8.self).split(
            separator: "<w:style ", omittingEmptySubsequences: false
        ).dropFirst() {
            guard let name = value("w:styleId=\"", in: style) else { continue }
            if let place = style.firstRange(of: "<w:vanish") {
                let tag = style[place.upperBound...].prefix { $0 != ">" }
                if !WordPartScan.isOff(Array(tag.utf8)[...]) { own.insert(name) }
            }
            if let place = style.firstRange(of: "<w:basedOn") {
                base[name] = value("w:val=\"", in: style[place.upperBound...])
            }
        }
        guard !own.isEmpty else { return [] }
        var found = own
        // Made from one another in a few steps at most.
        for _ in 0..<8 { for (name, other) in base where found.contains(other) { found.insert(name) } }
        return found
    }

    private static func value(_ name: String, in text: Substring) -> String? {
        text.firstRange(of: name).map { String(text[$0.upperBound...].prefix { $0 != "\"" }) }
    }

    /// The words of each comment.
    static func comments(in part: [UInt8]) -> [String] {
        String(decoding: part, as: UTF8.self).split(
            separator: "<w:comment ", omittingEmptySubsequences: false
        ).dropFirst().compactMap { comment in
            var words = ""
            for piece in comment.split(separator: "<w:t", omittingEmptySubsequences: false).dropFirst() {
                guard let end = piece.firstIndex(of: ">"), piece.first == ">" || piece.first == " " else { continue }
                words += piece[piece.index(after: end)...].prefix { $0 != "<" }
            }
            return words.isEmpty ? nil : words.withSigns
        }
    }
}

extension String {
    /// With the signs that XML writes as names.
    var withSigns: String {
        guard utf8.contains(UInt8(ascii: "&")) else { return self }
        var text = self
        for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")] {
            text = text.replacing(entity, with: sign)
        }
        return text
    }
}
