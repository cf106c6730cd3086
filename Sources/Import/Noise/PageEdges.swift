/// The heads and feet of a text whose pages are known: what stands first or last on most pages, but for its numbers.
struct PageEdges {
    private let texts: [String]
    private let isNoise: [Bool]
    /// The lines of each page that say something.
    private var pages: [[Int]] = []

    init(texts: [String], lines: [SourceLine], isNoise: [Bool]) {
        (self.texts, self.isNoise) = (texts, isNoise)
        var page = 0
        for index in texts.indices where !texts[index].trimmed.isEmpty {
            if lines[index].page == 0 { return }
            if lines[index].page != page || pages.isEmpty { pages.append([]) }
            page = lines[index].page
            pages[pages.count - 1].append(index)
        }
    }
}

extension PageEdges {
    private static let depth = 8

    /// The indices of such lines; the first page's head stays, for its facts are there.
    func found() -> [Int] {
        guard pages.count > 1 else { return [] }
        let heads = edge { Array($0.prefix(PageEdges.depth)) }
        let feet = edge { Array($0.suffix(PageEdges.depth).reversed()) }
        let first = Set(pages[0])
        return heads.filter { !first.contains($0) } + feet
    }

    private func edge(_ zone: ([Int]) -> [Int]) -> [Int] {
        var count: [String: Int] = [:]
        for page in pages { for key in Set(zone(page).map(key)) { count[key, default: 0] += 1 } }
        return pages.flatMap { page in
            zone(page).prefix { isNoise[$0] || isFurniture($0, count[key($0)] ?? 0) }.filter { !isNoise[$0] }
        }
    }

    /// Running words may well be the last of several pages: a head only where nearly every page has them.
    private func isFurniture(_ index: Int, _ times: Int) -> Bool {
        let text = texts[index].trimmed
        guard times > 1, text.utf8.count <= 140, !text.hasPrefix("§"), !text.hasPrefix("|"), Bullet(text) == nil,
            !SectionName.isKnown(text)
        else { return false }
        let isRunning = text.words.count { $0.first?.isLowercase ?? false } >= 4
        return isRunning ? times > 2 && times * 4 >= pages.count * 3 : times * 2 >= pages.count
    }

    private func key(_ index: Int) -> String {
        String(decoding: texts[index].singleSpaced.utf8.map { $0.isDigit ? UInt8(ascii: "0") : $0 }, as: UTF8.self)
    }
}
