import CCommonMark

/// The blocks that hold words: paragraphs, headings, code, and HTML shown as text.
extension Renderer {
    mutating func paragraph(_ node: OpaquePointer) {
        var end: OpaquePointer?
        var endLine = self.endLine(of: node)
        var endsInBackslash = false
        if let table = tableEnding(node) {
            // The table's header stands as the last line: leave it and the break before it.
            guard line(of: node) < endLine, let last = cmark_node_last_child(node),
                let lineBreak = cmark_node_previous(last)
            else { return }
            end = lineBreak
            endLine -= 1
            endsInBackslash = table.followsBackslash && cmark_node_get_type(lineBreak) == CMARK_NODE_LINEBREAK
        }
        let list = cmark_node_parent(node).flatMap { cmark_node_parent($0) }
        let tight = list.map { cmark_node_get_list_tight($0) != 0 } ?? false
        if !tight {
            html.endLine()
            html.append("<p>")
        }
        inlines(of: node, until: end)
        if endsInBackslash {
            html.append(UInt8(ascii: "\\"))
            plain.append(UInt8(ascii: "\\"))
        }
        if !tight { html.append("</p>\n") }
        endLeaf(.paragraph, node, end: endLine)
    }

    mutating func heading(_ node: OpaquePointer) {
        let level = Int(cmark_node_get_heading_level(node))
        let digit = UInt8(ascii: "0") + UInt8(clamping: max(level, 2))
        html.endLine()
        let start = html.count
        let textStart = plain.count
        let (firstLink, firstNote) = (links.count, notes.count)
        inlines(of: node, until: nil)
        let text = plain.line(from: textStart)
        let anchor = anchors.anchor(for: text)
        // The anchor is known after the words that follow it.
        var tag: [UInt8] = []
        tag.reserveCapacity(anchor.utf8.count + 12)
        tag.append(contentsOf: "<h".utf8)
        tag.append(digit)
        tag.append(contentsOf: " id=\"".utf8)
        let idStart = start + tag.count
        tag.append(contentsOf: anchor.utf8)
        let id = idStart..<start + tag.count
        tag.append(contentsOf: "\">".utf8)
        html.insert(tag, at: start)
        for index in firstLink..<links.count { links[index].move(by: tag.count) }
        for index in firstNote..<notes.count { notes[index].move(by: tag.count) }
        html.append("</h")
        html.append(digit)
        html.append(">\n")
        headings.append(
            Heading(
                level: level, text: text, anchor: anchor, line: line(of: node), id: id,
                block: depth == 1 ? blocks.count : nil))
        endLeaf(.heading(level: level), node, end: headingEnd(node))
    }

    /// libcmark ends an underlined heading a line late, unless the text ends with it.
    private func headingEnd(_ node: OpaquePointer) -> Int {
        let start = line(of: node)
        let end = endLine(of: node)
        guard end > start else { return start }
        var breaks = 0
        var child = cmark_node_first_child(node)
        while let node = child {
            let type = cmark_node_get_type(node)
            if type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK { breaks += 1 }
            child = cmark_node_next(node)
        }
        let isLast = cmark_node_next(node) == nil && end == start + breaks + 1
        return isLast ? end : max(start, end - 1)
    }

    mutating func code(_ node: OpaquePointer) {
        html.endLine()
        html.append("<pre><code")
        if let info = cmark_node_get_fence_info(node)?.bytes, info.pointee != 0 {
            html.append(" class=\"language-")
            var length = 0
            while !Self.endsWord(info[length]) { length += 1 }
            html.appendEscaped(UnsafeBufferPointer(start: info, count: length))
            html.append("\"")
        }
        html.append(">")
        var lines = 0
        if let literal = cmark_node_get_literal(node)?.bytes {
            let length = html.appendEscaped(cString: literal)
            plain.append(literal, count: length)
            for index in 0..<length where literal[index] == UInt8(ascii: "\n") { lines += 1 }
        }
        html.append("</code></pre>\n")
        endLeaf(.code, node, end: codeEnd(node, lines: lines))
    }

    /// libcmark gives an indented block the blank lines after it, and does not tell it from a fenced one. A fence
    /// at the margin is told by its column, any other by its two lines more than the code has.
    private func codeEnd(_ node: OpaquePointer, lines: Int) -> Int {
        let start = line(of: node)
        let end = endLine(of: node)
        let fenced = cmark_node_get_start_column(node) == 1 || end == start + lines + 1
        let certainlyIndented = depth == 1 && cmark_node_get_start_column(node) > 4
        return fenced && !certainlyIndented ? end : min(end, start + max(lines, 1) - 1)
    }

    private static func endsWord(_ byte: UInt8) -> Bool {
        byte == 0 || byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
    }

    /// HTML as text, without its comments.
    mutating func rawHTML(_ node: OpaquePointer) {
        guard let literal = cmark_node_get_literal(node)?.bytes else { return }
        let raw = RawHTML(literal)
        guard !raw.text.isEmpty else { return }
        html.endLine()
        html.append("<p>")
        raw.text.withUnsafeBufferPointer {
            html.appendEscaped($0)
            plain.append($0)
        }
        html.append("</p>\n")
        endLeaf(.html, node, end: line(of: node) + max(raw.lines, 1) - 1)
    }

    mutating func rule(_ node: OpaquePointer) {
        html.endLine()
        html.append("<hr>\n")
        endLeaf(.rule, node, end: line(of: node))
    }
}

extension Renderer {
    /// Ends a block of words, whose last line in the file is `end`.
    mutating func endLeaf(_ kind: Block.Kind, _ node: OpaquePointer, end: Int) {
        endLeaf(kind, start: line(of: node), end: end)
    }

    mutating func endLeaf(_ kind: Block.Kind, start: Int, end: Int) {
        if plain.count > plainStart { plain.endLine() }
        lastLine = max(lastLine, end)
        if depth == 1 { endTopLevel(kind, start: start) }
    }

    func endLine(of node: OpaquePointer) -> Int {
        Int(cmark_node_get_end_line(node)) + lineShift
    }
}
