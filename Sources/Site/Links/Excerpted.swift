import System

/// A page's article, moved into another page: its ids are prefixed so that none comes twice, its headings are a level
/// lower, and its relative links count from the other page. Its sections give up their names, for twenty papers with each
/// its "Bilagor" are no twenty landmarks to go to.
struct Excerpted {
    /// What ids and fragments within get in front, `2019-30-`.
    let prefix: [UInt8]
    /// What relative links get in front, `../`.
    let way: [UInt8]

    init(prefix: String, way: String) { (self.prefix, self.way) = (Array(prefix.utf8), Array(way.utf8)) }
}

extension Excerpted {
    /// Nil for a page without an article.
    func article(of page: [UInt8]) -> [UInt8]? {
        page.withUnsafeBufferPointer { page in
            guard let start = page.place(of: "<article", from: 0), let end = page.endOfLastArticle else { return nil }
            var result: [UInt8] = []
            result.reserveCapacity(end - start + (end - start) / 8)
            append(UnsafeBufferPointer(rebasing: page[start..<max(start, end)]), to: &result)
            return result
        }
    }

    /// What is changed stands in tags; the text between them is most of a page and goes by in one step.
    private func append(_ article: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) {
        var copied = 0
        var index = 0
        func insert(_ text: [UInt8], at place: Int) {
            result.append(contentsOf: UnsafeBufferPointer(rebasing: article[copied..<place]))
            result += text
            copied = place
        }
        while let tag = article.place(of: UInt8(ascii: "<"), from: index) {
            index = tag + 1
            if let level = article.headingLevel(at: tag) {
                insert([article[level] + 1], at: level)
                copied += 1
            }
            // What ends an element and what is a comment has nothing more to change.
            guard index < article.count, article[index] >= UInt8(ascii: "A") else { continue }
            while index < article.count, article[index] != UInt8(ascii: ">") {
                switch article[index] {
                case UInt8(ascii: "\""):
                    index = article.place(of: UInt8(ascii: "\""), from: index + 1) ?? article.count
                case UInt8(ascii: " ") where article.holds(" id=\"", at: index):
                    insert(prefix, at: index + 5)
                case UInt8(ascii: " ") where article.holds(" href=\"", at: index):
                    if article.holds("#", at: index + 7) {
                        insert(prefix, at: index + 8)
                    } else if article.isRelative(from: index + 7) {
                        insert(way, at: index + 7)
                    }
                case UInt8(ascii: " ") where article.holds(" src=\"", at: index):
                    if article.isRelative(from: index + 6) { insert(way, at: index + 6) }
                case UInt8(ascii: " ") where article.holds(" aria-labelledby=\"", at: index):
                    if article.holds("<section", at: tag) {
                        insert([], at: index)
                        index = article.place(of: UInt8(ascii: "\""), from: index + 18) ?? article.count - 1
                        copied = index + 1
                    } else {
                        insert(prefix, at: index + 18)
                    }
                default: break
                }
                index += 1
            }
        }
        result.append(contentsOf: UnsafeBufferPointer(rebasing: article[copied...]))
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func holds(_ text: StaticString, at index: Int) -> Bool {
        guard let base = baseAddress, index + text.utf8CodeUnitCount <= count else { return false }
        // Nearly every text is told from another by its second byte.
        let last = text.utf8CodeUnitCount - 1
        let told = Swift.min(last, 1)
        guard self[index + told] == text.utf8Start[told] else { return false }
        return Memory.isSame(base + index, text.utf8Start, count: last + 1)
    }

    fileprivate func place(of byte: UInt8, from start: Int) -> Int? {
        baseAddress.flatMap { Memory.place(of: byte, in: $0, from: start, to: count) }
    }

    fileprivate func place(of text: StaticString, from start: Int) -> Int? {
        var start = start
        while let place = place(of: text.utf8Start.pointee, from: start) {
            if holds(text, at: place) { return place }
            start = place + 1
        }
        return nil
    }

    /// After the last `</article>`.
    fileprivate var endOfLastArticle: Int? {
        let mark: StaticString = "</article>"
        let last = indices.reversed().first { self[$0] == UInt8(ascii: "<") && holds(mark, at: $0) }
        return last.map { $0 + mark.utf8CodeUnitCount }
    }

    /// The place of the digit in `<h2` or `</h2`, unless a level lower would be none.
    fileprivate func headingLevel(at tag: Int) -> Int? {
        let place = holds("<h", at: tag) ? tag + 2 : holds("</h", at: tag) ? tag + 3 : count
        guard place < count, (UInt8(ascii: "1")...UInt8(ascii: "5")).contains(self[place]) else { return nil }
        return place
    }

    /// Neither `https:` nor `/` nor `mailto:`.
    fileprivate func isRelative(from start: Int) -> Bool {
        for index in start..<Swift.max(start, count) {
            switch self[index] {
            case UInt8(ascii: ":"): return false
            case UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "?"): return index > start
            default: continue
            }
        }
        return false
    }
}
