import Theme

/// A long list cut into pages that a telephone can take: one page while it is short, else a page a year, and several of a
/// year that is long itself. A part's address stays when later ones are added.
struct Parts<Row: Sendable>: Sendable {
    let all: [Part]

    struct Part: Sendable {
        /// Nil for the list that is one page.
        let year: Int?
        /// Counted from 1 within its year.
        let number: Int
        let address: String
        let rows: [Row]
    }
}

/// How many rows a page may have: some 600 bytes a row keep it well below 300 kB.
enum PartSize {
    /// More than this is divided by year.
    static let whole = 150
    /// A year with more has several pages.
    static let year = 300
}

extension Parts {
    /// - Parameter rows: newest first.
    init(_ rows: [(row: Row, year: Int)], below address: String) {
        guard rows.count > PartSize.whole else {
            all = [Part(year: nil, number: 1, address: address, rows: rows.map(\.row))]
            return
        }
        var parts: [Part] = []
        for (year, own) in Parts.byYear(rows) {
            for (place, start) in stride(from: 0, to: own.count, by: PartSize.year).enumerated() {
                let piece = place == 0 ? "" : "\(place + 1)/"
                parts.append(
                    Part(
                        year: year, number: place + 1, address: "\(address)\(year)/\(piece)",
                        rows: Array(own[start..<min(start + PartSize.year, own.count)])))
            }
        }
        all = parts
    }

    /// A list that has no years: its first page is the list's own, the later ones stand below another address.
    init(_ rows: [Row], below address: String, first: String) {
        let starts = Array(stride(from: 0, to: max(1, rows.count), by: PartSize.year))
        all = starts.enumerated().map { place, start in
            Part(
                year: nil, number: place + 1, address: place == 0 ? first : "\(address)\(place + 1)/",
                rows: Array(rows[start..<min(start + PartSize.year, rows.count)]))
        }
    }

    /// In the order that the years come first.
    private static func byYear(_ rows: [(row: Row, year: Int)]) -> [(year: Int, rows: [Row])] {
        var years: [(year: Int, rows: [Row])] = []
        var places: [Int: Int] = [:]
        for (row, year) in rows {
            if let place = places[year] {
                years[place].rows.append(row)
            } else {
                places[year] = years.count
                years.append((year, [row]))
            }
        }
        return years
    }

    /// The ways from one part to the others.
    func links(from part: Part) -> PartLinks {
        PartLinks(
            years: all.filter { $0.number == 1 && $0.year != nil }.map { other in
                NamedLink(
                    text: other.year.map(String.init) ?? "", address: other.address, isCurrent: other.year == part.year)
            },
            pieces: all.filter { $0.year == part.year }.map { other in
                NamedLink(text: "\(other.number)", address: other.address, isCurrent: other.number == part.number)
            })
    }
}

/// The years of a list, and the pages of the year that is shown.
struct PartLinks: TemplateContext {
    let years: [NamedLink]
    let pieces: [NamedLink]

    static let shapeName = "delar av lista"
    static let fields: [Field<Self>] = [
        .flag("har_ar") { !$0.years.isEmpty },
        .list("ar_lista") { $0.years },
        .flag("har_sidor") { $0.pieces.count > 1 },
        .list("sidor_lista") { $0.pieces },
    ]
}
