import Meetings

/// The signs that a paper begins on a page of a packet (IMPORT.md §2), weighed by `PacketSplit`.
struct PacketSigns {
    enum Sign {
        /// Enough by itself.
        case strong(PacketMark)
        /// Enough with another one.
        case weak(PacketMark)

        var mark: PacketMark {
            switch self {
            case .strong(let mark), .weak(let mark): mark
            }
        }
        var isStrong: Bool { if case .strong = self { true } else { false } }
    }

    private let pages: [PacketPage]
    /// "Sida 1 (4)" of each page; none where one count runs through the file.
    private let labels: [(page: Int, total: Int?)?]
    private let entries: PacketEntries
    /// The bookmarks are a packet's: it begins with the kallelse, or most of them are called as papers are.
    private let isOutlined: Bool

    init(_ pages: [PacketPage]) {
        self.pages = pages
        let isStamped = PacketSigns.hasStamp(pages)
        labels = pages.map { isStamped ? nil : $0.label }
        entries = PacketEntries(pages)
        let bookmarks = pages.compactMap(\.bookmark)
        let papers = bookmarks.count { PacketSigns.isPaper($0) || PacketSigns.attachment(in: $0) != nil }
        let summons = bookmarks.first.flatMap { PaperKindWord.kind(of: $0) }
        isOutlined =
            summons.map { ["kallelse", "foredragningslista", "dagordning"].contains($0) } ?? false
            && bookmarks.count > 1
            || papers > 1 && papers * 2 >= bookmarks.count
    }
}

extension PacketSigns {
    func signs(of index: Int, lastNumber: String?) -> [Sign] {
        let (page, before) = (pages[index], pages[index - 1])
        var signs: [Sign] = []
        if page.isDivider { signs.append(.strong(.divider(page.lines.prefix(2).joined(separator: " ")))) }
        // A page that has a later number goes on with the paper before, whatever its head says.
        if let label = labels[index], label.page > 1 { return signs }
        if let bookmark = page.bookmark, !SectionName.isKnown(bookmark) {
            // A chapter of a report has a bookmark too: it is proof where the file's bookmarks are a packet's.
            signs.append(isPaper(page) ? .strong(.bookmark(bookmark)) : .weak(.bookmark(bookmark)))
        }
        if let entry = entries.entry(of: index, in: pages) { signs.append(.strong(.listed(entry))) }
        if let label = labels[index], label.page == 1 {
            signs.append(.strong(.restart(total: label.total)))
        }
        if let kind = page.kind,
            before.lines.first != page.lines.first || before.kind == nil || labels[index]?.page ?? 1 == 1
        {
            signs.append(.weak(.letterhead(kind)))
        }
        if let own = page.diaryNumber, lastNumber.map({ DiaryNumber.key(of: $0) != DiaryNumber.key(of: own) }) ?? true {
            // A list that goes on over the page names dnr too.
            let isListed = entries.lists(own, before: index) && page.listed.count * 2 <= page.lines.count
            signs.append(isListed ? .strong(.listed(own)) : .weak(.diaryNumber(own)))
        }
        if let attachment = page.attachment, !page.isDivider {
            signs.append(.weak(.attachment(attachment.number.description)))
        }
        if let last = labels[index - 1], let total = last.total, last.page == total, labels[index]?.page != 1 {
            signs.append(.weak(.ended(page: last.page, total: total)))
        }
        if !page.size.isEmpty, page.size != before.size {
            signs.append(.weak(.pageSize))
        } else if let font = page.font, let other = before.font, font != other {
            signs.append(.weak(.letterSize))
        }
        return signs
    }

    /// Its bookmark is a paper's: by its own words, or because the file's bookmarks name papers and no chapters.
    func isPaper(_ page: PacketPage) -> Bool {
        guard let bookmark = page.bookmark, !SectionName.isKnown(bookmark) else { return false }
        return PacketSigns.isPaper(bookmark) || isOutlined
    }

    /// "Bilaga 6.1 Ansökan" or "6.1 Ansökan" as a bookmark; nil for one without such a number.
    static func attachment(in bookmark: String) -> (number: AttachmentNumber, title: String)? {
        let passage = Passage(kind: .text, text: bookmark, line: 1, blankBefore: true)
        if let (number, title) = PaperSplit.beginning(passage, bookmark), let number { return (number, title) }
        let digits = bookmark.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        guard let number = AttachmentNumber(String(digits)), number.parts.count > 1 else { return nil }
        let title = String(bookmark.dropFirst(digits.count).drop { " .:–-,".contains($0) })
        return title.startsWithCapital ? (number, title) : nil
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

/// What the packet's own lists say is in it: the titles and the bilaga numbers of its contents page or its
/// föredragningslista.
struct PacketEntries {
    /// The page that a title, or a number, was first listed on.
    private var titles: [String: Int] = [:]
    private var numbers: [AttachmentNumber: Int] = [:]
    private var diaryNumbers: [String: Int] = [:]

    init(_ pages: [PacketPage]) {
        var isList = false
        for (index, page) in pages.prefix(8).enumerated() {
            // A list may go on over the page.
            guard page.isContents || page.isAgenda || isList && page.listed.count * 2 > page.lines.count else {
                isList = false
                continue
            }
            isList = true
            for entry in page.listed {
                for title in entry.titles where titles[title] == nil { titles[title] = index }
                for number in entry.numbers where numbers[number] == nil { numbers[number] = index }
                for dnr in entry.diaryNumbers.map({ DiaryNumber.key(of: $0) }) where diaryNumbers[dnr] == nil {
                    diaryNumbers[dnr] = index
                }
            }
        }
    }

    /// Whether an earlier page lists the dnr.
    func lists(_ dnr: String, before index: Int) -> Bool {
        diaryNumbers[DiaryNumber.key(of: dnr)].map { $0 < index } ?? false
    }

    /// The entry of an earlier page that a page's head agrees with; nil where the page before has it in its own head.
    func entry(of index: Int, in pages: [PacketPage]) -> String? {
        let (page, before) = (pages[index], pages[index - 1])
        if page.isContents || page.isAgenda { return nil }
        if let number = page.attachment?.number, numbers[number].map({ $0 < index }) ?? false,
            before.attachment?.number != number
        {
            return "Bilaga \(number)"
        }
        let head = page.lines.prefix(8).first { line in titles[line.foldedWords].map { $0 < index } ?? false }
        guard let head, !before.lines.contains(where: { $0.foldedWords == head.foldedWords }) else { return nil }
        return head
    }
}
