import Meetings

/// A page of a file that may hold several papers: what its head and foot say.
struct PacketPage: Sendable {
    let number: Int
    /// The lines that say something, without Markdown's marks.
    let lines: [String]
    var bookmark: String?
    /// Its width and height, where a page has any.
    var size: [Int] = []
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
