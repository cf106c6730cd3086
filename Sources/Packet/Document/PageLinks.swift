/// Rewrites where a page's HTML leads, once it has become a part of the packet: to another paper of it, else to the
/// site. Its own anchors get a mark of their own, for two papers may both have a heading "Bakgrund".
struct PageLinks {
    /// Of each address in the site that is in the packet, its anchor.
    let anchors: [String: String]
    /// Of each address of a picture, its file.
    let pictures: [String: String]
    /// Where the site is published; nil where links out of the packet would lead to nothing.
    let site: String?
}

extension PageLinks {
    /// - Parameter mark: what is put before every anchor of the part itself.
    func rewritten(_ html: [UInt8], mark: String) -> [UInt8] {
        var page: [UInt8] = []
        page.reserveCapacity(html.count + html.count / 16)
        var position = 0
        while let start = html[position...].firstIndex(of: UInt8(ascii: "<")) {
            page += html[position..<start]
            var tag = Tag(html, from: start)
            tag.copy(to: &page) { name, value in self.value(of: name, value, mark: mark) }
            position = tag.end
        }
        page += html[position...]
        return page
    }

    /// Nil: the attribute is left out.
    private func value(of name: String, _ value: String, mark: String) -> String? {
        switch name {
        case "id": return mark + value
        case "aria-labelledby", "aria-describedby", "for", "headers":
            return value.split(separator: " ").map { mark + $0 }.joined(separator: " ")
        case "href": return link(value, mark: mark)
        case "src":
            let address = PageLinks.address(value)
            if address.hasPrefix(PageLinks.themeFolder) { return value }
            return pictures[address] == nil ? "" : PageLinks.pictureFolder + address
        default: return value
        }
    }

    private func link(_ written: String, mark: String) -> String? {
        if written.hasPrefix("#") { return "#\(mark)\(written.dropFirst())" }
        // A template's own way to a paper of the packet.
        if written.hasPrefix("handling:") { return "#\(written.dropFirst("handling:".utf8.count))" }
        if written.contains("://") || written.hasPrefix("mailto:") || written.hasPrefix("tel:") { return written }
        let whole = PageLinks.address(written)
        let hash = whole.firstIndex(of: "#") ?? whole.endIndex
        let (address, fragment) = (String(whole[..<hash]), whole[hash...].dropFirst())
        if address.hasPrefix(PageLinks.themeFolder) { return written }
        if let anchor = anchors[address] { return fragment.isEmpty ? "#\(anchor)" : "#\(anchor)-\(fragment)" }
        return site.map { "\($0)/\(whole)" }
    }

    /// From the site's root.
    private static func address(_ link: String) -> String {
        var rest = link[...]
        while rest.hasPrefix("../") || rest.hasPrefix("./") { rest = rest.dropFirst(rest.hasPrefix("../") ? 3 : 2) }
        return String(rest)
    }
}

extension PageLinks {
    /// What the theme's own files are below, in the document as in the site.
    private static let themeFolder = "tema/"
    /// Pictures stand below this folder, at their addresses in the site: a document says the same wherever it is made.
    static let pictureFolder = "bilder/"

    /// Of the pictures that a document shows, the address in the document and the file.
    func pictures(in html: [UInt8]) -> [(name: String, location: String)] {
        let mark = Array("src=\"\(PageLinks.pictureFolder)".utf8)
        var found: [String: String] = [:]
        var position = 0
        while let place = html[position...].firstRange(of: mark) {
            let end = html[place.upperBound...].firstIndex(of: UInt8(ascii: "\"")) ?? html.endIndex
            let address = String(decoding: html[place.upperBound..<end], as: UTF8.self)
            if let location = pictures[address] { found[PageLinks.pictureFolder + address] = location }
            position = end
        }
        return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}

/// A tag of HTML that our own templates and renderer wrote: attributes in quotation marks, or without a value.
private struct Tag {
    private let html: [UInt8]
    private let start: Int
    private(set) var end: Int

    init(_ html: [UInt8], from start: Int) {
        self.html = html
        self.start = start
        var position = start + 1
        var isQuoted = false
        while position < html.count, isQuoted || html[position] != UInt8(ascii: ">") {
            if html[position] == UInt8(ascii: "\"") { isQuoted.toggle() }
            position += 1
        }
        end = min(position + 1, html.count)
    }

    mutating func copy(to page: inout [UInt8], _ change: (String, String) -> String?) {
        var position = start
        while position < end {
            guard html[position] == UInt8(ascii: " "), let attribute = attribute(at: position) else {
                page.append(html[position])
                position += 1
                continue
            }
            if let value = change(attribute.name, attribute.value) {
                page += " \(attribute.name)=\"\(value)\"".utf8
            }
            position = attribute.end
        }
    }

    /// ` name="value"`; values stay escaped as they are.
    private func attribute(at space: Int) -> (name: String, value: String, end: Int)? {
        var position = space + 1
        while position < end, html[position].isASCIINameByte { position += 1 }
        let nameEnd = position
        guard nameEnd > space + 1, position + 1 < end, html[position] == UInt8(ascii: "="),
            html[position + 1] == UInt8(ascii: "\"")
        else { return nil }
        position += 2
        let valueStart = position
        while position < end, html[position] != UInt8(ascii: "\"") { position += 1 }
        return (
            String(decoding: html[(space + 1)..<nameEnd], as: UTF8.self),
            String(decoding: html[valueStart..<position], as: UTF8.self), position + 1
        )
    }
}

extension UInt8 {
    fileprivate var isASCIINameByte: Bool {
        (0x61...0x7A).contains(self) || (0x41...0x5A).contains(self) || self == UInt8(ascii: "-")
    }
}
