/// `<br>` in a table's cell: the words go on after it.
enum LineBreakTag {
    static let mark = "<br>"

    /// The line with a space for each tag; a number that was broken at its sign ("2026:<br>22") is whole again.
    static func spaced(_ line: String) -> String {
        guard line.utf8.contains(UInt8(ascii: "<")) else { return line }
        let bytes = Array(line.utf8)
        var spaced: [UInt8] = []
        spaced.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            guard let end = end(bytes, index) else {
                spaced.append(bytes[index])
                index += 1
                continue
            }
            index = end
            while index < bytes.count, bytes[index] == 0x20 { index += 1 }
            while spaced.last == 0x20 { spaced.removeLast() }
            let isBroken =
                ":-/".utf8.contains(spaced.last ?? 0) && spaced.dropLast().last?.isDigit ?? false
                && index < bytes.count && bytes[index].isDigit
            if !isBroken, index < bytes.count { spaced.append(0x20) }
        }
        return String(decoding: spaced, as: UTF8.self)
    }

    /// Where `<br>`, `<br/>` or `<BR />` that begins here ends.
    private static func end(_ bytes: [UInt8], _ start: Int) -> Int? {
        guard start + 3 < bytes.count, bytes[start] == UInt8(ascii: "<"),
            bytes[start + 1].asciiLowercased == UInt8(ascii: "b"), bytes[start + 2].asciiLowercased == UInt8(ascii: "r")
        else { return nil }
        var index = start + 3
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == UInt8(ascii: "/") { index += 1 }
        return index < bytes.count && bytes[index] == UInt8(ascii: ">") ? index + 1 : nil
    }
}
