/// What an Office file hides that others count on or that its copy cannot be freed from: sheets, rows and columns, slides,
/// and what lies behind a table or a link to another file.
enum OfficeHidden {
    /// In Swedish, as it is told; nil for a part that hides nothing.
    static func what(_ part: [UInt8], _ name: String) -> String? {
        let tags = MarkupTags(part)
        switch name {
        case "xl/workbook.xml":
            return tags.contains("sheet", "state", ["hidden", "veryHidden"]) ? "dolda blad" : nil
        case _ where name.hasPrefix("xl/worksheets/"):
            let isHiding = ["row", "col"].contains { tags.contains($0, "hidden", ["1", "true"]) }
            return isHiding ? "dolda rader eller kolumner" : nil
        case _ where name.hasPrefix("xl/pivotCache/pivotCacheRecords"):
            return tags.contains("r") ? "underlaget till en pivottabell" : nil
        case _ where name.hasPrefix("xl/externalLinks/"):
            return tags.contains("cell") ? "värden ur en annan arbetsbok" : nil
        case _ where name.hasPrefix("ppt/slides/slide"):
            return tags.contains("sld", "show", ["0", "false"]) ? "dolda bilder" : nil
        case _ where name == "content.xml" || name == "styles.xml" || name.hasSuffix("/content.xml"):
            return openDocument(tags)
        default: return nil
        }
    }

    private static func openDocument(_ tags: MarkupTags) -> String? {
        let isRow = ["table-row", "table-column", "table-row-group", "table-column-group"].contains {
            tags.contains($0, "visibility", ["collapse", "filter"]) || tags.contains($0, "display", ["false"])
        }
        if isRow || tags.contains("table-properties", "display", ["false"]) { return "dolda rader eller blad" }
        if tags.contains("drawing-page-properties", "visibility", ["hidden"]) { return "dolda bilder" }
        if tags.contains("layer", "display", ["none", "printer"]) { return "dolda lager" }
        let isText =
            tags.contains("section", "display", ["none", "condition"]) || tags.contains("hidden-text")
            || tags.contains("hidden-paragraph")
        return isText ? "dold text" : nil
    }
}

extension OfficeHidden {
    /// Whether an OpenDocument file has text in a style that hides it; programs also write styles that nothing has.
    ///
    /// - Parameter parts: its content and its styles.
    static func usesHidingStyle(_ parts: [[UInt8]]) -> Bool {
        let all = parts.map { String(decoding: $0, as: UTF8.self) }
        let hiding = all.flatMap { part in
            part.split(separator: "<style:style ", omittingEmptySubsequences: false).dropFirst().compactMap {
                style -> Substring? in
                let own = style.firstRange(of: "</style:style>").map { style[..<$0.lowerBound] } ?? style
                guard MarkupTags(Array(own.utf8)).contains("text-properties", "display", ["none"]),
                    let name = own.firstRange(of: "style:name=\"")
                else { return nil }
                return own[name.upperBound...].prefix { $0 != "\"" }
            }
        }
        return hiding.contains { name in all.contains { $0.contains("style-name=\"\(name)\"") } }
    }
}

/// The tags of an XML text, for whoever looks for one with a certain attribute.
struct MarkupTags {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }
}

extension MarkupTags {
    /// Whether an element is there, by its name without prefix, and has one of some values for an attribute.
    func contains(_ name: String, _ attribute: String? = nil, _ values: Set<String> = []) -> Bool {
        let word = Array(name.utf8)
        var index = 0
        while let place = bytes.firstPlace(of: word, from: index) {
            index = place + word.count
            guard place > 0, bytes[place - 1] == UInt8(ascii: "<") || bytes[place - 1] == UInt8(ascii: ":"),
                index < bytes.count,
                bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: "/") || bytes[index] == UInt8(ascii: ">"),
                let start = bytes[..<place].suffix(24).lastIndex(of: UInt8(ascii: "<"))
            else { continue }
            guard start + 1 < bytes.count, bytes[start + 1] != UInt8(ascii: "/") else { continue }
            guard let attribute else { return true }
            let tag = bytes[index..<MarkupText.tagEnd(bytes, from: start)]
            if let value = MarkupTags.value(attribute, in: tag), values.contains(value) { return true }
        }
        return false
    }

    /// An attribute by its name without prefix; nil where the tag has none.
    private static func value(_ name: String, in tag: ArraySlice<UInt8>) -> String? {
        let word = Array(name.utf8)
        var index = tag.startIndex
        while let place = tag[index...].firstPlace(of: word) {
            index = place + word.count
            guard place > tag.startIndex, tag[place - 1] <= 0x20 || tag[place - 1] == UInt8(ascii: ":") else {
                continue
            }
            var rest = tag[index...].drop { $0 <= 0x20 }
            guard rest.popFirst() == UInt8(ascii: "=") else { continue }
            rest = rest.drop { $0 <= 0x20 }
            guard let quote = rest.popFirst(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
                continue
            }
            return String(decoding: rest.prefix { $0 != quote }, as: UTF8.self)
        }
        return nil
    }
}
