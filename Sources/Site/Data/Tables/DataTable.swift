/// A table for machines: `/data/arenden.csv` and `.json`.
struct DataTable: Sendable {
    /// `arenden`
    let name: String
    /// In the order of the cells.
    let columns: [DataColumn]
    /// Gives every row once.
    let rows: @Sendable (Edition, (_ row: [DataValue]) -> Void) -> Void
}

/// A column's name, which is also the key of its explanation among the site's texts (`kolumn_dnr`), and what it holds.
struct DataColumn: Sendable {
    let name: String
    let kind: Kind

    enum Kind: String, Sendable {
        case text
        case day = "dag"
        case time = "tid"
        case number = "tal"
        case list = "lista"
        case address = "adress"
    }

    init(_ name: String, _ kind: Kind = .text) { (self.name, self.kind) = (name, kind) }
}

extension DataTable {
    static let all = [matters, decisions, grants, meetings]

    func appendCSV(_ edition: Edition, to page: inout [UInt8]) {
        var csv = CSVWriter()
        for column in columns { csv.text(column.name, &page) }
        csv.endLine(&page)
        // The closure cannot hold on to the page itself.
        var lines: [UInt8] = []
        rows(edition) { row in
            for value in row {
                switch value {
                case .text(let text): csv.text(text, &lines)
                case .number(let number): csv.number(number, &lines)
                case .list(let texts): csv.text(texts.joined(separator: "; "), &lines)
                case .none: csv.empty(&lines)
                }
            }
            csv.endLine(&lines)
        }
        page += lines
    }

    func appendJSON(_ edition: Edition, to page: inout [UInt8]) {
        var text: [UInt8] = []
        var isFirst = true
        rows(edition) { row in
            text += (isFirst ? "[\n" : ",\n").utf8
            isFirst = false
            var json = JSONWriter()
            json.object(&text) { json, text in
                for (column, value) in zip(columns, row) {
                    json.key(column.name, &text)
                    switch value {
                    case .text(let value): json.text(value, &text)
                    case .number(let number): json.number(number, &text)
                    case .list(let values):
                        json.array(&text) { json, text in
                            for value in values { json.text(value, &text) }
                        }
                    case .none: json.null(&text)
                    }
                }
            }
        }
        page += text
        page += (isFirst ? "[]\n" : "\n]\n").utf8
    }
}
