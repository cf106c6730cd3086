import Meetings

/// A page of a file that may hold several papers: what its head and foot say.
struct PacketPage: Sendable {
    let number: Int
    /// The lines that say something, without Markdown's marks.
    let lines: [String]
    var bookmark: String?
    /// Its width and height, where a page has any.
    var size: [Int] = []
    /// The size of most of its letters, where that is known.
    var font: Int?
}

extension PacketPage {
    init(number: Int, source lines: [SourceLine]) {
        self.number = number
        self.lines = lines.map { SectionName.bareTitle(MarkdownText.plain($0.text)) == "" ? "" : $0.text.trimmed }
            .filter { !$0.isEmpty && !PageNumber.isComment($0) }
            .map { line in line.drop { $0 == "#" || $0 == " " }.trimmed }.map { String($0) }
    }

    var words: Int { lines.reduce(0) { $0 + $1.words.count } }
    var isBlank: Bool { lines.isEmpty }

    /// "Sida 1 (4)" at the page's head or foot.
    var label: (page: Int, total: Int?)? {
        for line in lines.prefix(5) + lines.suffix(4) {
            for cell in line.cells {
                if let label = PageNumber.label(cell), label.total != nil || cell.contains(where: \.isLetter) {
                    return label
                }
            }
            if let removed = PageNumber.removed(from: line, standsAlone: true),
                let label = PageNumber.label(removed.number)
            {
                return label
            }
        }
        return nil
    }

    /// "Bilaga 6.1" on the first line, with what stands after it.
    var attachment: (number: AttachmentNumber, title: String)? {
        guard let first = lines.first else { return nil }
        let passage = Passage(kind: .text, text: first, line: 1, blankBefore: true)
        guard let (number, title) = PaperSplit.beginning(passage, first), let number else { return nil }
        return (number, title)
    }

    /// Little else than a bilaga's number and its name.
    var isDivider: Bool { attachment != nil && words <= 14 && lines.count <= 4 }

    /// "Innehåll" above its list.
    var isContents: Bool { lines.prefix(4).contains { ContentsTable.isHeading($0) } && listed.count > 1 }

    /// A kallelse or a föredragningslista.
    var isAgenda: Bool {
        let words = lines.prefix(12).flatMap { $0.cells.map(\.foldedWords) }
        return words.contains { line in
            ["kallelse", "foredragningslista", "dagordning", "arendelista"].contains {
                line == $0 || line.hasPrefix($0 + " ")
            }
        }
    }

    /// A title page: few words, and none of what a paper's first page has.
    var isCover: Bool {
        guard !isBlank, words <= 40, attachment == nil, diaryNumber == nil, !isAgenda, !isContents else { return false }
        let isHandlingar = lines.contains { line in
            let words = line.foldedWords
            return words.hasPrefix("handlingar") || words.hasPrefix("sammantradeshandlingar")
                || words.hasPrefix("moteshandlingar") || words == "handlingar" || words.hasPrefix("utskick")
        }
        return isHandlingar
    }

    /// What its lines list: the title of each, and the bilaga numbers.
    var listed: [(titles: [String], numbers: [AttachmentNumber], diaryNumbers: [String])] {
        lines.compactMap { line in
            let parts = line.split(separator: "|").flatMap { String($0).cells }
            let cells = parts.count > 1 ? parts : line.cells
            // A row of a table, an item with its number, an entry with its page: running words list nothing.
            guard cells.count > 1 || line.startsWithDigit || line.hasPrefix("§") || ContentsTable.hasLeader(line) else {
                return nil
            }
            var titles: [String] = []
            var numbers: [AttachmentNumber] = []
            var diaryNumbers: [String] = []
            for cell in cells {
                var words = cell[...]
                while let last = words.last, ". …\t".contains(last) || last.isNumber && ContentsTable.isEntry(line) {
                    words = words.dropLast()
                }
                // "3. Budget", "Bilaga 3.1 Ansökan"
                if words.lowercased().hasPrefix("bilaga ") { words = words.dropFirst(7) }
                let digits = words.prefix { $0.isNumber || $0 == "." || $0 == "§" || $0 == " " }
                if cell.lowercased().hasPrefix("bilaga"), let number = AttachmentNumber(String(digits).trimmed) {
                    numbers.append(number)
                }
                let written = String(words.dropFirst(digits.count))
                let title = written.foldedWords
                // "Implementering av flerpartsrutin, dnr 2019:30, bilaga 2–2.3"
                let (entry, range) = AgendaItems.withoutAttachments(written)
                let (bare, dnr) = RecordHeading.split(entry)
                numbers += range.filter { $0.depth > 1 }
                if let dnr { diaryNumbers.append(dnr) }
                if bare.foldedWords != title, bare.utf8.count >= 8 { titles.append(bare.foldedWords) }
                if title.utf8.count >= 8 {
                    // With the year that ends it, and without what may be a page's number.
                    titles += [title, cell.drop { $0.isNumber || " .§".contains($0) }.description.foldedWords]
                } else if cells.count > 2, let range = AttachmentNumber.list(cell),
                    range.contains(where: { $0.depth > 1 })
                {
                    numbers += range
                }
            }
            return titles.isEmpty ? nil : (titles, numbers, diaryNumbers)
        }
    }

    /// The kind of paper that its first lines say.
    var kind: String? {
        for line in lines.prefix(6) {
            for cell in line.cells {
                guard let kind = PaperKindWord.kind(of: cell), cell.words.count <= 6,
                    PaperKindWord.isOne(cell) || cell.uppercased() == cell
                else { continue }
                return kind
            }
        }
        return nil
    }

    /// The dnr of its head, labelled.
    var diaryNumber: String? {
        for (index, line) in lines.prefix(12).enumerated() {
            if RecordHeading.number(line) != nil { return nil }
            for pair in HeadLabel.pairs(in: line) where pair.label == .diaryNumber {
                let value = pair.value.isEmpty && index + 1 < lines.count ? lines[index + 1] : pair.value
                if let number = HeadValue.diaryNumber(in: value) { return number }
            }
        }
        return nil
    }
}
