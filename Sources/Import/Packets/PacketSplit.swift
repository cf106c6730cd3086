import Meetings

/// Where the papers of a packet begin, and why.
struct PacketSplit: Sendable {
    struct Part: Sendable {
        /// Indices of pages.
        var pages: Range<Int>
        /// The signs that it begins here.
        var signs: [PacketMark]
        /// 0–100.
        var certainty: Int
        var number: AttachmentNumber?
        var title: String?
        /// Its first page is a divider, and no part of its text.
        var hasDivider = false
        /// What the pages are, where that is known before they are read: a cover, contents, a plan's own word.
        var kind: DocumentKind?
        /// What a person's plan says of it.
        var row: CutPlan.Row?
    }

    let parts: [Part]
    /// A person has said where the papers begin.
    var isPlanned = false
}

extension PacketSplit {
    /// Nil for a file that is one paper.
    init?(_ pages: [PacketPage]) {
        guard pages.count > 1 else { return nil }
        let signs = PacketSigns(pages)
        var parts = [Part(pages: 0..<1, signs: [.start], certainty: 99)]
        parts[0].take(pages[0], bookmark: signs.isPaper(pages[0]) ? pages[0].bookmark : nil)
        parts[0].kind = PacketSplit.service(pages[0], isFirst: true)
        parts[0].hasDivider = parts[0].kind == nil && pages[0].isDivider
        var dnr = pages[0].diaryNumber
        for index in pages.indices.dropFirst() {
            let page = pages[index]
            let last = parts[parts.count - 1]
            let isAfterDivider = last.hasDivider && last.pages.count == 1 && !page.isDivider
            let isFront = last.kind == .cover || last.kind == .contents
            let own = isFront ? PacketSplit.service(page, isFirst: false) : nil
            var found = signs.signs(of: index, lastNumber: dnr)
            if isFront, last.kind != own || own == nil { found.append(.strong(last.kind.map { .after($0) } ?? .start)) }
            let strong = found.count(where: \.isStrong)
            let weak = found.count - strong
            let begins = !page.isBlank && !isAfterDivider && (strong > 0 || weak > 1)
            guard begins, own == nil || own != last.kind else {
                parts[parts.count - 1].pages = last.pages.lowerBound..<(index + 1)
                if isAfterDivider, let own = page.diaryNumber { dnr = own }
                continue
            }
            var part = Part(
                pages: index..<(index + 1), signs: found.map(\.mark),
                certainty: min(98, strong > 0 ? 88 + 5 * (strong + weak - 1) : 66 + 9 * (weak - 1)))
            part.kind = own
            part.take(page, bookmark: signs.isPaper(page) ? page.bookmark : nil)
            part.hasDivider = page.isDivider && index + 1 < pages.count
            dnr = page.diaryNumber ?? (part.number == nil ? nil : dnr)
            parts.append(part)
        }
        guard parts.count > 1 else { return nil }
        self.parts = parts.map { $0.closed(pages) }
    }

    /// As a person's plan has it.
    init(_ plan: CutPlan, _ pages: [PacketPage]) {
        parts = plan.rows.compactMap { row in
            let own = pages.indices.filter { row.pages.contains(pages[$0].number) }
            guard let first = own.first, let last = own.last else { return nil }
            var part = Part(pages: first..<(last + 1), signs: [.plan], certainty: 100)
            part.take(pages[first])
            part.hasDivider = pages[first].isDivider && own.count > 1 && row.kind != .divider
            part.number = row.numbers.first
            part.title = row.title ?? part.title
            (part.kind, part.row) = (row.kind, row)
            return part
        }
        isPlanned = true
    }

    /// A cover or a contents page, in front of the papers.
    private static func service(_ page: PacketPage, isFirst: Bool) -> DocumentKind? {
        if page.isContents { return .contents }
        return isFirst && page.isCover ? .cover : nil
    }
}

extension PacketSplit.Part {
    /// The divider's number and title, the bookmark's, or the first line's.
    fileprivate mutating func take(_ page: PacketPage, bookmark: String? = nil) {
        if !page.isDivider, let bookmark, let (own, words) = PacketSigns.attachment(in: bookmark) {
            number = own
            title = words.isEmpty ? nil : words
            return
        }
        number = page.attachment?.number
        if let title = page.attachment?.title, !title.isEmpty {
            self.title = title
        } else if page.attachment != nil, page.lines.count > 1, page.isDivider {
            // A stamp that runs through the file, "Sida 12 av 66", names no paper.
            title = page.lines.dropFirst().first { PageNumber.label($0) == nil && $0.contains(where: \.isLetter) }
        }
    }

    /// A divider that no paper follows, and pages without a word, are no papers.
    fileprivate func closed(_ all: [PacketPage]) -> PacketSplit.Part {
        var part = self
        guard part.kind == nil else { return part }
        let own = all[pages]
        if own.allSatisfy(\.isBlank) {
            part.kind = .blank
        } else if own.first?.isDivider ?? false, own.dropFirst().allSatisfy(\.isBlank) {
            (part.kind, part.hasDivider) = (.divider, false)
        }
        return part
    }
}
