/// A PDF's pages as Markdown lines: headings by their size, tables by their columns, paragraphs by the space between
/// lines; heads and feet apart.
struct PDFLayout {
    private let pages: [(page: PDFPage, rows: [PDFRow])]
    private let furniture: PDFFurniture
    private let bodySize: Double
    /// Larger sizes, the largest first.
    private let sizes: [Double]
    private(set) var lines: [SourceLine] = []
    private(set) var noise: [NoiseLine] = []
    private var last: PDFRow?

    init(_ content: [PDFPage]) {
        pages = content.map { ($0, PDFColumns.rows(of: $0)) }
        furniture = PDFFurniture(pages)
        var letters: [Int: Int] = [:]
        for (_, rows) in pages {
            for row in rows { letters[Int(row.size.rounded()), default: 0] += row.plain.utf8.count }
        }
        let body = letters.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { Double($0.key) } ?? 0
        bodySize = body
        sizes = letters.keys.map(Double.init).filter { $0 >= body * 1.08 }.sorted(by: >)
        for index in pages.indices { readPage(index) }
    }

    private mutating func readPage(_ index: Int) {
        let (page, rows) = pages[index]
        let kept = rows.indices.filter { place in
            let isFirst = index == 0 && furniture.heads[index].contains(place)
            guard !isFirst,
                furniture.heads[index].contains(place) || furniture.feet[index].contains(place)
                    || isAddress(rows[place], page)
            else { return true }
            noise.append(NoiseLine(line: lines.count + 1, text: rows[place].plain, reason: .pageEdge))
            return false
        }
        .map { rows[$0] }
        add("", page: page.number, startsPage: true)
        let ordered = PDFColumns.ordered(kept, width: page.width)
        var place = 0
        while place < ordered.count {
            if let table = PDFTable(ordered[place...]) {
                write(table, page.number)
                place += table.count
                last = nil
                continue
            }
            write(ordered[place], on: page)
            place += 1
        }
    }

    /// The sender's address at the foot of a lone page.
    private func isAddress(_ row: PDFRow, _ page: PDFPage) -> Bool {
        row.top > page.height * 0.9 && row.size < bodySize && AddressFooter.isPart(row.plain)
    }

    private mutating func add(_ text: String, page: Int, startsPage: Bool = false) {
        lines.append(SourceLine(number: lines.count + 1, text: text, startsPage: startsPage, page: page))
    }
}

extension PDFLayout {
    private mutating func write(_ table: PDFTable, _ page: Int) {
        add("", page: page)
        if table.isPairs {
            for row in table.rows { add(row.filter { !$0.isEmpty }.joined(separator: "    "), page: page) }
        } else {
            for line in table.markdown { add(line, page: page) }
        }
        add("", page: page)
    }

    private mutating func write(_ row: PDFRow, on page: PDFPage) {
        let gap = last.map { $0.page == row.page ? row.top - $0.bottom : 0 } ?? 1_000
        let isHeading = heading(row)
        defer { last = row }
        if let level = isHeading {
            // A heading of two lines is one.
            if let last, last.page == row.page, heading(last) == level, last.size == row.size, gap < row.height * 0.6,
                let above = lines.last, above.text.hasPrefix("#")
            {
                lines[lines.count - 1].text = PDFWords.joined(above.text, row.plain)
                return
            }
            add("", page: row.page)
            add(String(repeating: "#", count: level) + " " + row.plain, page: row.page)
            return
        }
        if let note = footnote(row) {
            add("", page: row.page)
            add(note, page: row.page)
            return
        }
        if goesOn(row, gap, on: page) {
            let end = lines.lastIndex { !$0.text.isEmpty } ?? lines.count - 1
            lines[end].text = PDFWords.joined(lines[end].text, row.text)
            return
        }
        if gap > row.height * 0.55 || last.map({ heading($0) != nil }) ?? true { add("", page: row.page) }
        add(MarkdownText.isListed(row.plain) ? row.text : MarkdownText.startEscaped(row.text), page: row.page)
    }

    /// The level of a row that is larger than the text, or bold by itself.
    private func heading(_ row: PDFRow) -> Int? {
        guard row.cells.count == 1, row.plain.utf8.count <= 160, row.plain.contains(where: \.isLetter) else {
            return nil
        }
        let size = row.size.rounded()
        if let place = sizes.firstIndex(of: size), row.isBold || size >= bodySize * 1.3 { return min(1 + place, 3) }
        return row.isBold && size >= bodySize.rounded() && !SentenceEnd.isAt(row.plain)
            ? min(3, 2 + sizes.count / 2) : nil
    }

    /// "1 Ansökan kom in" in small type at the foot, for a mark in the text.
    private func footnote(_ row: PDFRow) -> String? {
        guard row.size < bodySize * 0.93 || row.startsRaised else { return nil }
        let digits = row.plain.prefix { $0.isASCII && $0.isNumber }
        guard (1...2).contains(digits.count) else { return nil }
        let mark = "[^\(digits)]"
        guard lines.contains(where: { $0.text.contains(mark) && !$0.text.hasPrefix(mark) }) else { return nil }
        let rest = row.text.dropFirst(digits.count).drop { $0 == "." || $0 == " " || $0 == ")" }
        return mark + ": " + rest
    }

    /// Whether a row goes on with the paragraph above: the line before was full, and nothing says that one begins.
    private func goesOn(_ row: PDFRow, _ gap: Double, on page: PDFPage) -> Bool {
        guard let last, heading(last) == nil, last.cells.count == 1, row.cells.count == 1,
            abs(last.size - row.size) < 1.5, let above = lines.last(where: { !$0.text.isEmpty }),
            !above.text.hasPrefix("|")
        else { return false }
        let words = row.plain
        guard Bullet(words) == nil, !words.hasPrefix("§"), HeadLabel.pairs(in: words).isEmpty else { return false }
        let isNewPage = last.page != row.page
        guard isNewPage || gap < row.height * 0.55 else { return false }
        let isOpen = !SentenceEnd.isAt(last.plain)
        if isNewPage { return isOpen && words.startsWithSmallLetter && last.right > page.width * 0.6 }
        let isSentences = isOpen && abs(row.left - last.left) < 2 && !AttMarkLine.begins(above.text)
        if AttMarkLine.begins(words), !isSentences || AttMarkLine.begins(last.plain) { return false }
        // The line above ended where this one's first word would not have fitted.
        let first = Double(words.prefix { $0 != " " }.count) * row.size * 0.5
        let edge = last.edge ?? rightEdge(row.page)
        if last.right + first + row.size * 0.3 >= edge - row.size * 0.5 { return true }
        return isOpen && words.startsWithSmallLetter
    }

    /// Where most full lines of a page end.
    private func rightEdge(_ page: Int) -> Double {
        pages.first { $0.page.number == page }?.rows.map(\.right).max() ?? 0
    }
}

/// A line that begins an att-sats.
enum AttMarkLine {
    static func begins(_ line: String) -> Bool {
        ["att ", "Att ", "att:", "Att:", "**att**", "- att", "- **att"].contains { line.hasPrefix($0) }
    }
}
