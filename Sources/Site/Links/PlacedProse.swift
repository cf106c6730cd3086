import Meetings

/// A text on its page: it knows the way to the root, and what "Bilaga 6.1" means there.
package struct PlacedProse: Sendable {
    let prose: Prose
    let root: String
    let edition: Edition
    /// Where it stands, which decides what "Bilaga 6.1" means in it.
    let scope: AttachmentScope
}

extension PlacedProse {
    /// Appends the HTML with its links filled in.
    package func append(to page: inout [UInt8]) {
        guard !prose.links.isEmpty else {
            page += prose.html
            return
        }
        var position = 0
        for link in prose.links {
            page += prose.html[position..<link.slot.lowerBound]
            let written = prose.html[link.slot]
            switch link.target {
            case .file(let path, let fragment):
                if case .address(let address) = edition.resolver.resolve(path) {
                    page += " href=\"".utf8
                    page.appendEscaped(root + address + fragment)
                    page.append(UInt8(ascii: "\""))
                }
            case .image(let path, let alternative):
                if case .address(let address) = edition.resolver.resolve(path) {
                    page += "<img src=\"".utf8
                    page.appendEscaped(root + address)
                    page += "\" alt=\"".utf8
                    page.appendEscaped(alternative)
                    page += "\">".utf8
                } else {
                    page.appendEscaped(alternative)
                }
            case .attachment(let number):
                appendLink(written, to: scope.address(of: number, in: edition.register), &page)
            case .matter(let readings):
                let found = edition.resolver.resolve(readings)
                let end = written.startIndex + (found?.length ?? 0)
                // An ärende's own dnr in its own text leads nowhere else.
                let address = found.map(\.address)
                appendLink(written[..<end], to: address == ownAddress ? nil : address, &page)
                page += written[end...]
            case .paragraph(let mention): appendLink(written, to: edition.resolver.resolve(mention), &page)
            case .note: page += written
            }
            position = link.slot.upperBound
        }
        page += prose.html[position...]
    }

    /// Words inside a link, or as they are where they lead nowhere.
    private func appendLink(_ words: ArraySlice<UInt8>, to address: String?, _ page: inout [UInt8]) {
        guard let address, !words.isEmpty else {
            page += words
            return
        }
        page += "<a href=\"".utf8
        page.appendEscaped(root + address)
        page += "\">".utf8
        page += words
        page += "</a>".utf8
    }

    private var ownAddress: String? {
        if case .matter(let matter) = scope { edition.matterRows[matter].address } else { nil }
    }
}

extension [UInt8] {
    /// Runs between the bytes that need a reference are copied whole.
    package mutating func appendEscaped(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var copied = 0
            for index in bytes.indices {
                let reference: StaticString
                switch bytes[index] {
                case UInt8(ascii: "&"): reference = "&amp;"
                case UInt8(ascii: "<"): reference = "&lt;"
                case UInt8(ascii: ">"): reference = "&gt;"
                case UInt8(ascii: "\""): reference = "&quot;"
                default: continue
                }
                append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<index]))
                reference.withUTF8Buffer { append(contentsOf: $0) }
                copied = index + 1
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
        }
    }
}
