/// Makes a page work from a folder on disk, where nobody turns `../moten/` into `../moten/index.html`.
public enum OfflineLinks {
    /// The page with every relative `href` and `action` to a folder leading to the folder's index.html.
    public static func rewritten(_ page: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(page.count + page.count / 16)
        var copied = 0
        var index = 0
        while let start = value(in: page, from: index) {
            var end = start
            while end < page.count, page[end] != UInt8(ascii: "\"") { end += 1 }
            let path = page[start..<end].prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
            if path.last == UInt8(ascii: "/"), !isAbsolute(path) {
                result += page[copied..<path.endIndex]
                result += "index.html".utf8
                copied = path.endIndex
            }
            index = end
        }
        result += page[copied...]
        return result
    }

    /// Where the next attribute's value begins. The quotes of text are escaped, so ` href="` is an attribute's.
    private static func value(in page: [UInt8], from index: Int) -> Int? {
        var index = index
        while index < page.count {
            if page[index] == UInt8(ascii: " "), index + 1 < page.count,
                page[index + 1] == UInt8(ascii: "h") || page[index + 1] == UInt8(ascii: "a")
            {
                for name in names where page[index...].starts(with: name) { return index + name.count }
            }
            index += 1
        }
        return nil
    }

    private static let names = [Array(" href=\"".utf8), Array(" action=\"".utf8)]

    private static func isAbsolute(_ path: ArraySlice<UInt8>) -> Bool {
        path.first == UInt8(ascii: "/") || path.contains(UInt8(ascii: ":"))
    }
}
