import CCommonMark
import System

/// What stands within a block's lines: words, emphasis, code, links, images.
extension Renderer {
    /// Writes the children of `parent`, all or as far as the child `end`.
    mutating func inlines(of parent: OpaquePointer, until end: OpaquePointer?) {
        guard var node = cmark_node_first_child(parent) else { return }
        while node != end {
            enter(node)
            if let child = cmark_node_first_child(node) {
                node = child
                continue
            }
            leave(node)
            while true {
                if let next = cmark_node_next(node) {
                    node = next
                    break
                }
                guard let above = cmark_node_parent(node), above != parent else { return }
                node = above
                leave(node)
            }
        }
    }

    private mutating func enter(_ node: OpaquePointer) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT:
            guard let literal = cmark_node_get_literal(node) else { return }
            if (traits.mayHaveAddresses || traits.mayHaveNotes) && openLinks.isEmpty && descriptions == 0 {
                wordsLine = rowLine ?? line(of: node)
                words(
                    UnsafeBufferPointer(start: literal.bytes, count: Memory.length(literal)),
                    after: previousByte(of: node))
            } else {
                text(literal.bytes)
            }
        case CMARK_NODE_SOFTBREAK:
            if descriptions == 0, staysLine(after: node) { html.append("<br>") }
            html.append(descriptions > 0 ? UInt8(ascii: " ") : UInt8(ascii: "\n"))
            plain.append(UInt8(ascii: "\n"))
        case CMARK_NODE_LINEBREAK:
            html.append(descriptions > 0 ? " " : "<br>\n")
            plain.append(UInt8(ascii: "\n"))
        case CMARK_NODE_STRONG:
            if descriptions == 0 { html.append("<strong>") }
        case CMARK_NODE_EMPH:
            if descriptions == 0 { html.append("<em>") }
        case CMARK_NODE_CODE:
            guard let literal = cmark_node_get_literal(node)?.bytes else { return }
            if descriptions == 0 { html.append("<code>") }
            text(literal)
            if descriptions == 0 { html.append("</code>") }
        case CMARK_NODE_HTML_INLINE:
            guard let literal = cmark_node_get_literal(node)?.bytes, !RawHTML.isComment(literal) else { return }
            text(literal)
        case CMARK_NODE_LINK: enterLink(node)
        case CMARK_NODE_IMAGE: enterImage(node)
        default: break
        }
    }

    private mutating func leave(_ node: OpaquePointer) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_STRONG:
            if descriptions == 0 { html.append("</strong>") }
        case CMARK_NODE_EMPH:
            if descriptions == 0 { html.append("</em>") }
        case CMARK_NODE_LINK, CMARK_NODE_IMAGE: leaveLink()
        default: break
        }
    }

    private mutating func text(_ literal: UnsafePointer<UInt8>) {
        plain.append(literal, count: html.appendEscaped(cString: literal))
    }
}

// MARK: - Links and images

extension Renderer {
    private mutating func enterLink(_ node: OpaquePointer) {
        var open = OpenLink(node: node, textStart: plain.count, shape: .label)
        if descriptions == 0, let url = cmark_node_get_url(node)?.bytes {
            let target = Destination(url).target
            var slot = html.count..<html.count
            if target != .unsafe, anchorsOpen == 0 {
                open.shape = .anchor
                slot = openAnchor(url, titled: node)
            }
            open.index = record(.link, node, url, target, slot: slot)
        }
        openLinks.append(open)
    }

    private mutating func enterImage(_ node: OpaquePointer) {
        var open = OpenLink(node: node, textStart: plain.count, shape: .label)
        if descriptions == 0, let url = cmark_node_get_url(node)?.bytes {
            let target = Destination(url).target
            var slot = html.count..<html.count
            switch target {
            case .relative, .rootRelative:
                open.shape = .image
                html.append("<img src=\"")
                html.appendAddress(cString: url)
                html.append("\" alt=\"")
            case .external, .mail, .telephone, .fragment:
                guard anchorsOpen == 0 else { break }
                open.shape = .anchor
                slot = openAnchor(url, titled: node)
            case .unsafe: break
            }
            open.index = record(.image, node, url, target, slot: slot)
        }
        descriptions += 1
        openLinks.append(open)
    }

    private mutating func leaveLink() {
        guard let open = openLinks.popLast() else { return }
        if cmark_node_get_type(open.node) == CMARK_NODE_IMAGE { descriptions -= 1 }
        switch open.shape {
        case .anchor:
            html.append("</a>")
            anchorsOpen -= 1
        case .image:
            html.append("\"")
            title(of: open.node)
            html.append(">")
        case .label: break
        }
        guard let index = open.index else { return }
        links[index].text = plain.line(from: open.textStart)
        if open.shape == .image { links[index].slot = links[index].slot.lowerBound..<html.count }
    }

    /// Writes `<a href="…">` and returns the bytes of ` href="…"`.
    private mutating func openAnchor(_ url: UnsafePointer<UInt8>, titled node: OpaquePointer) -> Range<Int> {
        html.append("<a")
        let start = html.count
        html.append(" href=\"")
        html.appendAddress(cString: url)
        html.append("\"")
        let end = html.count
        title(of: node)
        html.append(">")
        anchorsOpen += 1
        return start..<end
    }

    private mutating func title(of node: OpaquePointer) {
        guard let title = cmark_node_get_title(node)?.bytes, title.pointee != 0 else { return }
        html.append(" title=\"")
        html.appendEscaped(cString: title)
        html.append("\"")
    }

    /// Notes a link whose words come next, and returns its index.
    private mutating func record(
        _ kind: Link.Kind, _ node: OpaquePointer, _ url: UnsafePointer<UInt8>, _ target: Link.Target, slot: Range<Int>
    ) -> Int {
        // libcmark gives a link the line of its closing bracket; a reader looks where its first word stands.
        let line = rowLine ?? self.line(of: cmark_node_first_child(node) ?? node)
        links.append(
            Link(kind: kind, destination: String(cString: url), text: "", line: line, target: target, slot: slot))
        return links.count - 1
    }
}
