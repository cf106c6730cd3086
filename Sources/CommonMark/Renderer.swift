import CCommonMark

/// Walks libcmark's tree once and writes everything that `Markdown` tells.
///
/// The walk follows the nodes' own pointers, so nesting costs no stack. Blocks are written here, what stands within a
/// line in `Renderer+Inlines`, tables in `Renderer+Tables`. The shape of the HTML is libcmark's own renderer's.
struct Renderer: ~Copyable {
    var html: ByteBuffer
    var plain: ByteBuffer
    var blocks: [Block] = []
    var headings: [Heading] = []
    var links: [Link] = []
    var notes: [NoteReference] = []
    var footnotes: Footnotes
    let traits: TextTraits
    var anchors = Anchors()
    /// The file's line number of the text's first line.
    let firstLine: Int
    /// Added to libcmark's line number it gives the file's.
    let lineShift: Int
    /// How many blocks the walk stands in, and the most that it has stood in.
    var depth = 1
    var deepest = 0
    /// The last line in the file that the current top-level block has reached.
    var lastLine = 0
    /// Where the current top-level block starts.
    var htmlStart = 0
    var plainStart = 0

    // For what stands within a line.
    var openLinks: [OpenLink] = []
    /// Within how many images the walk stands: there, words alone are written.
    var descriptions = 0
    /// Within how many written `<a>` the walk stands.
    var anchorsOpen = 0

    // For tables.
    /// The text itself, where the cells without markup are.
    let body: UnsafeBufferPointer<UInt8>
    let tables: [Table]
    var nextTable = 0
    /// The heading that holds the next table cell with markup.
    var nextCell: OpaquePointer?
    /// The line in the file of the table row being written; nil elsewhere.
    var rowLine: Int?
    /// The line in the file of the words being written.
    var wordsLine = 0
    /// How many more cells may be added to rows that lack them (see `Renderer+Tables`).
    var cellsToAdd = 500_000

    init(
        _ body: UnsafeBufferPointer<UInt8>, firstLine: Int, source: borrowing Source, traits: TextTraits,
        footnotes: Footnotes
    ) {
        let size = body.count
        html = ByteBuffer(capacity: size + size / 4 + 256)
        plain = ByteBuffer(capacity: size + 64)
        blocks.reserveCapacity(size / 128)
        headings.reserveCapacity(size / 512)
        links.reserveCapacity(size / 512)
        (self.traits, self.footnotes) = (traits, footnotes)
        self.firstLine = firstLine
        lineShift = firstLine - 1 - source.cells
        self.body = body
        tables = source.tables
    }
}

extension Renderer {
    /// Writes the blocks of a source, whose first children hold the cells of tables.
    mutating func render(_ source: borrowing Source) {
        guard let root = source.document.root else { return }
        nextCell = cmark_node_first_child(root)
        guard var node = source.document.child(at: source.cells) else { return }
        while true {
            var last = node
            if depth == 1 { startTopLevel(at: line(of: node)) }
            if let child = enterBlock(&last) {
                node = child
                depth += 1
                continue
            }
            node = last
            while true {
                if let next = cmark_node_next(node) {
                    node = next
                    break
                }
                guard depth > 1, let parent = cmark_node_parent(node) else { return }
                depth -= 1
                node = parent
                leaveBlock(node)
            }
        }
    }

    func finished() -> Markdown {
        Markdown(
            html: html.bytes(), plain: plain.bytes(), blocks: blocks, headings: headings, links: links, notes: notes,
            footnotes: footnotes, depth: deepest)
    }
}

extension Renderer {
    /// Writes a block, or opens it and returns its first child. A table is many nodes: `node` becomes the last of them.
    private mutating func enterBlock(_ node: inout OpaquePointer) -> OpaquePointer? {
        deepest = max(deepest, depth)
        switch cmark_node_get_type(node) {
        case CMARK_NODE_PARAGRAPH: paragraph(node)
        case CMARK_NODE_HEADING:
            if let table = tableStarting(at: node) { node = write(table, from: node) } else { heading(node) }
        case CMARK_NODE_LIST, CMARK_NODE_ITEM, CMARK_NODE_BLOCK_QUOTE:
            open(node)
            if let child = cmark_node_first_child(node) { return child }
            leaveBlock(node)
        case CMARK_NODE_CODE_BLOCK: code(node)
        case CMARK_NODE_HTML_BLOCK: rawHTML(node)
        case CMARK_NODE_THEMATIC_BREAK: rule(node)
        default: break
        }
        return nil
    }

    private mutating func open(_ node: OpaquePointer) {
        html.endLine()
        lastLine = max(lastLine, line(of: node))
        switch cmark_node_get_type(node) {
        case CMARK_NODE_ITEM: html.append("<li>")
        case CMARK_NODE_BLOCK_QUOTE: html.append("<blockquote>\n")
        default:
            guard cmark_node_get_list_type(node) == CMARK_ORDERED_LIST else {
                html.append("<ul>\n")
                return
            }
            let start = cmark_node_get_list_start(node)
            if start == 1 {
                html.append("<ol>\n")
            } else {
                html.append("<ol start=\"")
                html.append(Array(String(start).utf8))
                html.append("\">\n")
            }
        }
    }

    private mutating func leaveBlock(_ node: OpaquePointer) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_ITEM:
            html.append("</li>\n")
        case CMARK_NODE_BLOCK_QUOTE:
            html.endLine()
            html.append("</blockquote>\n")
            if depth == 1 { endTopLevel(.quote, start: line(of: node)) }
        case CMARK_NODE_LIST:
            let ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
            html.append(ordered ? "</ol>\n" : "</ul>\n")
            if depth == 1 { endTopLevel(.list(ordered: ordered), start: line(of: node)) }
        default: break
        }
    }

    private mutating func startTopLevel(at line: Int) {
        // libcmark's end lines are late where a container's end closed a heading or a fence.
        if let last = blocks.last, last.lines.upperBound >= line {
            blocks[blocks.count - 1].lines = last.lines.lowerBound...max(last.lines.lowerBound, line - 1)
        }
        htmlStart = html.count
        plainStart = plain.count
        lastLine = 0
    }

    mutating func endTopLevel(_ kind: Block.Kind, start: Int) {
        blocks.append(
            Block(
                kind: kind, lines: start...max(start, lastLine), html: htmlStart..<html.count,
                plain: plainStart..<plain.count))
    }

    func line(of node: OpaquePointer) -> Int {
        Int(cmark_node_get_start_line(node)) + lineShift
    }
}
