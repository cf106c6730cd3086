/// The dnr that a heading or a line lists from its beginning on: `2019:30, 2019:31`, "2019:30 / 2019:31", "2019:30 och
/// 2019:31 Lokaler", "2019:30, Lokaler och 2019:31, Taxor". What follows a dnr and its words in one part is those words':
/// "2019:30 Svar på 2019:31" lists one.
public enum DiaryNumberList {
    /// The keys, each once, in the line's order.
    public static func keys(in line: String, isKnown: (String) -> Bool) -> [String] {
        var found: [String] = []
        for part in parts(of: line) {
            var rest = part[...]
            var hasWords = false
            // "2019:30 2019:31"
            while let (key, after) = leading(of: rest, isKnown) {
                if !found.contains(key) { found.append(key) }
                rest = after.drop { $0 == " " }
                hasWords = !rest.isEmpty
            }
            // A part of words alone after a bare dnr is its title.
            if found.isEmpty || hasWords { break }
        }
        return found
    }

    /// The known dnr that a text is or begins with, perhaps after "dnr", and what follows it.
    public static func leading(of text: Substring, _ isKnown: (String) -> Bool) -> (key: String, after: Substring)? {
        guard text.utf8.contains(where: \.isDigit) else { return nil }
        let whole = DiaryNumber.key(of: String(text))
        if isKnown(whole) { return (whole, "") }
        if whole.hasPrefix("dnr"), let key = withoutLabel(whole, isKnown) { return (key, "") }
        var end = text.startIndex
        for _ in 0..<4 {
            guard let space = text.utf8[end...].firstIndex(of: 0x20) else { break }
            let key = DiaryNumber.key(of: String(text[..<space]))
            if isKnown(key) { return (key, text[space...]) }
            if key.hasPrefix("dnr"), let key = withoutLabel(key, isKnown) { return (key, text[space...]) }
            end = text.utf8.index(after: space)
        }
        return nil
    }

    /// "dnr2019:30", "dnr.2019:30", "dnr:2019:30"
    private static func withoutLabel(_ key: String, _ isKnown: (String) -> Bool) -> String? {
        let bare = String(key.dropFirst(3).drop { ".:".contains($0) })
        return isKnown(bare) ? bare : nil
    }

    /// What stands between commas, "och", "samt", "&", "+" and a slash with spaces around it.
    public static func parts(of line: String) -> [String] {
        [" och ", " samt ", " / "].reduce([line[...]]) { parts, word in parts.flatMap { $0.divided(at: word) } }
            .flatMap { part in part.utf8.split { ",;&+".utf8.contains($0) }.map { Substring($0) } }
            .map { part in
                var part = part.drop { $0 == " " }
                while part.last == " " { part.removeLast() }
                return String(part)
            }.filter { !$0.isEmpty }
    }
}

extension Substring {
    /// The parts between a word that begins with a space.
    fileprivate func divided(at word: String) -> [Substring] {
        var parts: [Substring] = []
        var (start, index) = (utf8.startIndex, utf8.startIndex)
        while let space = utf8[index...].firstIndex(of: UInt8(ascii: " ")) {
            if utf8[space...].starts(with: word.utf8) {
                parts.append(self[start..<space])
                index = utf8.index(space, offsetBy: word.utf8.count)
                start = index
            } else {
                index = utf8.index(after: space)
            }
        }
        return parts + [self[start...]]
    }
}
