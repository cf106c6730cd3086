/// What stands at the same place on most pages with the same words but for numbers: heads and feet.
struct PDFFurniture {
    /// By page: the rows that are furniture.
    private(set) var heads: [Set<Int>]
    private(set) var feet: [Set<Int>]

    init(_ pages: [(page: PDFPage, rows: [PDFRow])]) {
        heads = pages.map { _ in [] }
        feet = heads
        guard pages.count > 1 else { return }
        var count: [String: Int] = [:]
        func key(_ row: PDFRow, _ page: PDFPage) -> String? {
            let place = row.top / max(page.height, 1)
            guard place < 0.16 || place > 0.86 else { return nil }
            return "\(Int((place * 60).rounded())) " + PDFFurniture.shape(row.plain)
        }
        for (page, rows) in pages { for key in Set(rows.compactMap({ key($0, page) })) { count[key, default: 0] += 1 } }
        for (index, (page, rows)) in pages.enumerated() {
            for (place, row) in rows.enumerated() {
                guard let key = key(row, page), let times = count[key], times > 1, times * 2 >= pages.count else {
                    continue
                }
                if row.top < page.height / 2 { heads[index].insert(place) } else { feet[index].insert(place) }
            }
        }
    }

    /// Words with every number as one sign: "Sida 1 av 9" and "Sida 2 av 9" are the same.
    private static func shape(_ text: String) -> String {
        var shape: [UInt8] = []
        for byte in text.utf8 {
            let sign = byte.isDigit ? UInt8(ascii: "0") : byte
            if sign != UInt8(ascii: "0") || shape.last != sign { shape.append(sign) }
        }
        return String(decoding: shape, as: UTF8.self)
    }
}
