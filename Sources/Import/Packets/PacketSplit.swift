import Meetings

/// Where the papers of a packet begin, and why.
struct PacketSplit: Sendable {
    struct Part: Sendable {
        /// Indices of pages.
        var pages: Range<Int>
        /// The signs that it begins here.
        var signs: [String]
        /// 0–100.
        var certainty: Int
        var number: AttachmentNumber?
        var title: String?
        /// Its first page is a divider, and no part of its text.
        var hasDivider = false
    }

    let parts: [Part]
}

extension PacketSplit {
    private enum Sign {
        case strong(String)
        case weak(String)

        var text: String {
            switch self {
            case .strong(let text), .weak(let text): text
            }
        }
        var isStrong: Bool { if case .strong = self { true } else { false } }
    }

    /// Nil for a file that is one paper.
    init?(_ pages: [PacketPage]) {
        guard pages.count > 1 else { return nil }
        let isStamped = PacketSplit.hasStamp(pages)
        let labels = pages.map { isStamped ? nil : $0.label }
        let bookmarked = pages.contains { $0.bookmark != nil }
        var parts = [Part(pages: 0..<1, signs: ["filens början"], certainty: 99)]
        parts[0].number = pages[0].attachment?.number
        var dnr = pages[0].diaryNumber
        for index in pages.indices.dropFirst() {
            let page = pages[index]
            let isAfterDivider =
                parts[parts.count - 1].hasDivider && parts[parts.count - 1].pages.upperBound == index
                && parts[parts.count - 1].pages.count == 1
            let signs = PacketSplit.signs(index, pages, labels, lastNumber: dnr, bookmarked: bookmarked)
            let strong = signs.count(where: \.isStrong)
            let weak = signs.count - strong
            guard !page.isBlank, !isAfterDivider, strong > 0 || weak > 1 else {
                parts[parts.count - 1].pages = parts[parts.count - 1].pages.lowerBound..<(index + 1)
                if isAfterDivider, let own = page.diaryNumber { dnr = own }
                continue
            }
            var part = Part(
                pages: index..<(index + 1), signs: signs.map(\.text),
                certainty: min(98, strong > 0 ? 88 + 5 * (strong + weak - 1) : 66 + 9 * (weak - 1)))
            part.number = page.attachment?.number
            part.hasDivider = page.isDivider && index + 1 < pages.count
            if let title = page.attachment?.title, !title.isEmpty {
                part.title = title
            } else if page.attachment != nil, page.lines.count > 1, !page.lines[1].isEmpty, part.hasDivider {
                part.title = page.lines[1]
            }
            dnr = page.diaryNumber ?? (part.number == nil ? nil : dnr)
            parts.append(part)
        }
        guard parts.count > 1 else { return nil }
        self.parts = parts
    }

    private static func signs(
        _ index: Int, _ pages: [PacketPage], _ labels: [(page: Int, total: Int?)?], lastNumber: String?,
        bookmarked: Bool
    ) -> [Sign] {
        let (page, before) = (pages[index], pages[index - 1])
        var signs: [Sign] = []
        if page.isDivider { signs.append(.strong("försättsblad: \(page.lines.prefix(2).joined(separator: " "))")) }
        // A page that has a later number goes on with the paper before, whatever its head says.
        if let label = labels[index], label.page > 1 { return signs }
        if let bookmark = page.bookmark, !SectionName.isKnown(bookmark) {
            // A chapter of a report has a bookmark too: only what a packet's papers are called is proof by itself.
            signs.append(
                PacketSplit.isPaper(bookmark) ? .strong("bokmärke: \(bookmark)") : .weak("bokmärke: \(bookmark)"))
        }
        if let label = labels[index], label.page == 1 {
            signs.append(.strong("sidnumren börjar om: 1\(label.total.map { " (\($0))" } ?? "")"))
        }
        if let kind = page.kind,
            before.lines.first != page.lines.first || before.kind == nil || labels[index]?.page ?? 1 == 1
        {
            signs.append(.weak("brevhuvud: \(kind)"))
        }
        if let own = page.diaryNumber, lastNumber.map({ DiaryNumber.key(of: $0) != DiaryNumber.key(of: own) }) ?? true {
            signs.append(.weak("nytt dnr: \(own)"))
        }
        if let attachment = page.attachment, !page.isDivider {
            signs.append(.weak("Bilaga \(attachment.number) överst"))
        }
        if let last = labels[index - 1], let total = last.total, last.page == total, labels[index]?.page != 1 {
            signs.append(.weak("handlingen före är slut: \(last.page) (\(total))"))
        }
        if !page.size.isEmpty, page.size != before.size { signs.append(.weak("annat sidformat")) }
        return signs
    }

    private static func isPaper(_ bookmark: String) -> Bool {
        let words = bookmark.foldedWords
        return words.hasPrefix("bilaga") || words.hasPrefix("arende") || PaperKindWord.kind(of: bookmark) != nil
            || bookmark.words.contains { DiaryNumber.looksLikeOne(String($0)) }
    }

    /// One count through the whole file: "Sida 12 av 66".
    private static func hasStamp(_ pages: [PacketPage]) -> Bool {
        let labels = pages.map(\.label)
        guard pages.count > 2 else { return false }
        let inStep = zip(labels, pages.indices).count { label, index in
            label?.page == index + 1 && (label?.total == nil || label?.total == pages.count)
        }
        return inStep * 4 >= pages.count * 3
    }
}
