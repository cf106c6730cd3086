/// A page's article, moved into another page: its ids are prefixed so that none comes twice, its headings are a level
/// lower, and its relative links count from the other page.
struct Excerpted {
    /// What ids and fragments within get in front, `2019-30-`.
    let prefix: String
    /// What relative links get in front, `../`.
    let way: String
}

extension Excerpted {
    /// Nil for a page without an article.
    func article(of page: [UInt8]) -> [UInt8]? {
        guard let start = page.firstArticle, let end = page[start...].lastArticleEnd else { return nil }
        var result: [UInt8] = []
        result.reserveCapacity(end - start + (end - start) / 8)
        var index = start
        var copied = start
        func isAt(_ text: StaticString) -> Bool {
            let count = text.utf8CodeUnitCount
            guard index + count <= end else { return false }
            return text.withUTF8Buffer { bytes in bytes.indices.allSatisfy { page[index + $0] == bytes[$0] } }
        }
        while index < end {
            let byte = page[index]
            // Nearly every byte is another, and nearly every space is between words.
            guard byte == UInt8(ascii: " ") || byte == UInt8(ascii: "<"), index + 1 < end,
                Excerpted.second.contains(page[index + 1])
            else {
                index += 1
                continue
            }
            var insertion: (after: Int, text: String)?
            if isAt(" id=\"") {
                insertion = (5, prefix)
            } else if isAt(" aria-labelledby=\"") {
                insertion = (18, prefix)
            } else if isAt(" href=\"#") {
                insertion = (8, prefix)
            } else if isAt(" href=\"") || isAt(" src=\"") {
                let length = byte == UInt8(ascii: " ") && page[index + 1] == UInt8(ascii: "h") ? 7 : 6
                if isRelative(page, from: index + length) { insertion = (length, way) }
            } else if isAt("<h") || isAt("</h") {
                let level = index + (page[index + 1] == UInt8(ascii: "/") ? 3 : 2)
                if level < end, (UInt8(ascii: "1")...UInt8(ascii: "5")).contains(page[level]) {
                    result += page[copied..<level]
                    result.append(page[level] + 1)
                    copied = level + 1
                }
            }
            if let insertion {
                let place = index + insertion.after
                result += page[copied..<place]
                result += insertion.text.utf8
                copied = place
            }
            index += 1
        }
        return result + page[copied..<end]
    }

    /// What comes after the space or the bracket of all that is looked for.
    private static let second = Array("iahs/".utf8)

    /// Neither `https:` nor `/` nor `mailto:`.
    private func isRelative(_ page: [UInt8], from start: Int) -> Bool {
        var index = start
        while index < page.count {
            switch page[index] {
            case UInt8(ascii: ":"): return false
            case UInt8(ascii: "/"): return index > start
            case UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "?"): return index > start
            default: index += 1
            }
        }
        return false
    }
}

extension [UInt8] {
    fileprivate var firstArticle: Int? {
        let mark = Array("<article".utf8)
        return withUnsafeBufferPointer { bytes in
            var index = 0
            while index + mark.count <= bytes.count {
                if bytes[index] == mark[0], mark.indices.allSatisfy({ bytes[index + $0] == mark[$0] }) { return index }
                index += 1
            }
            return nil
        }
    }
}

extension ArraySlice<UInt8> {
    /// After the last `</article>`.
    fileprivate var lastArticleEnd: Int? {
        let mark = Array("</article>".utf8)
        var index = endIndex - mark.count
        while index >= startIndex {
            if self[index] == mark[0], self[index..<(index + mark.count)].elementsEqual(mark) {
                return index + mark.count
            }
            index -= 1
        }
        return nil
    }
}
