/// What an Office file hides that others count on or that its copy cannot be freed from: sheets, rows and columns, slides,
/// and what lies behind a table or a link to another file.
enum OfficeHidden {
    /// In Swedish, as it is told; nil for a part that hides nothing.
    static func what(_ part: [UInt8], _ name: String) -> String? {
        let tags = MarkupTags(part)
        switch name {
        case _ where name.hasPrefix("word/") && OfficeHidden.hidesInWord(part, tags, name):
            return "dold eller struken text"
        case "xl/workbook.xml":
            return tags.contains("sheet", "state", ["hidden", "veryHidden"]) ? "dolda blad" : nil
        case _ where name.hasPrefix("xl/worksheets/"):
            let isHiding =
                ["row", "col"].contains { tags.contains($0, "hidden", ["1", "true"]) }
                || tags.contains("row", "ht", ["0"]) || tags.contains("col", "width", ["0"])
                || tags.contains("sheetFormatPr", "zeroHeight", ["1", "true"])
            return isHiding ? "dolda rader eller kolumner" : nil
        case _ where name.hasPrefix("xl/pivotCache/pivotCacheRecords"):
            return tags.contains("r") ? "underlaget till en pivottabell" : nil
        case _ where name.hasPrefix("xl/pivotCache/pivotCacheDefinition"):
            // What a table is made of, which nobody sees where its sheet is not shown.
            let isValue = ["s", "n", "d"].contains { tags.contains($0) }
            return tags.contains("sharedItems") && isValue ? "underlaget till en pivottabell" : nil
        case "xl/styles.xml": return tags.contains("numFmt", "formatCode", [";;;"]) ? "celler som inte visas" : nil
        case _ where name.hasPrefix("xl/externalLinks/"):
            return tags.contains("cell") ? "värden ur en annan arbetsbok" : "en länk till en annan arbetsbok"
        case _ where name.hasPrefix("xl/drawings/drawing"):
            return OfficeHidden.hasHiddenShape(tags) ? "dolda figurer" : nil
        case _ where name.hasPrefix("ppt/slides/slide"):
            if OfficeHidden.hasHiddenShape(tags) { return "dolda figurer" }
            return tags.contains("sld", "show", ["0", "false"]) ? "dolda bilder" : nil
        case _ where name == "content.xml" || name == "styles.xml" || name.hasSuffix("/content.xml"):
            if let hidden = openDocument(tags) { return hidden }
            let fields = ["variable-set", "variable-get", "user-field-get", "variable-input", "expression"]
            let marks = [
                "draw:display=\"none\"", "<form:hidden", "<text:conditional-text",
                "<table:scenario",
            ]
            let isHiding =
                fields.contains { tags.contains($0, "display", ["none"]) }
                || hasHiddenHeader(part) || marks.contains { part.firstPlace(of: Array($0.utf8)) != nil }
            return isHiding ? "dold text" : nil
        default: return nil
        }
    }

    /// A page head or foot that is switched off, with something in it.
    private static func hasHiddenHeader(_ part: [UInt8]) -> Bool {
        var index = 0
        while let place = part.firstPlace(of: Array("style:display=\"false\"".utf8), from: index) {
            let end = MarkupText.tagEnd(part, from: place)
            if end > 0, part[end - 1] != UInt8(ascii: "/") { return true }
            index = place + 1
        }
        return false
    }

    private static func hasHiddenShape(_ tags: MarkupTags) -> Bool {
        ["cNvPr", "docPr"].contains { tags.contains($0, "hidden", ["1", "true"]) }
    }

    /// Rows and cells that are struck, shapes that do not show, and styles that hide what has no style of its own.
    private static func hidesInWord(_ part: [UInt8], _ tags: MarkupTags, _ name: String) -> Bool {
        func has(_ mark: String) -> Bool { part.firstPlace(of: Array(mark.utf8)) != nil }
        if name == "word/styles.xml" { return has("vanish") && stylesHide(String(decoding: part, as: UTF8.self)) }
        if tags.contains("cellDel") || hasHiddenShape(tags) || has("visibility:hidden") { return true }
        guard has("trPr") else { return false }
        // A row's own properties say that it was struck.
        return String(decoding: part, as: UTF8.self).split(separator: "<w:trPr>", omittingEmptySubsequences: false)
            .dropFirst().contains { row in
                let own = row.firstRange(of: "</w:trPr>").map { row[..<$0.lowerBound] } ?? row
                return own.contains("<w:del ") || own.contains("<w:del/>")
            }
    }

    /// In the document's defaults, in a table's style, or in the style that text has by itself.
    private static func stylesHide(_ styles: String) -> Bool {
        // Other signs around names are not looked through.
        if styles.contains("styleId='") { return true }
        let parts = styles.split(separator: "<w:style ", omittingEmptySubsequences: false)
        return parts.enumerated().contains { index, style in
            let isGeneral =
                index == 0 || style.prefix { $0 != ">" }.contains("w:type=\"table\"")
                || style.prefix { $0 != ">" }.contains("w:default=\"1\"")
            guard isGeneral, let place = style.firstRange(of: "<w:vanish") else { return false }
            return !WordPartScan.isOff(Array(style[place.lowerBound...].prefix { $0 != ">" }.utf8)[...])
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
    static func value(_ name: String, in tag: ArraySlice<UInt8>) -> String? {
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
