/// A table for machines: `/data/arenden.csv` and `.json`.
struct DataTable: Sendable {
    /// `arenden`
    let name: String
    /// In the order of the cells.
    let columns: [DataColumn]
    /// Gives every row once.
    let rows: @Sendable (DataSource, (_ row: [DataValue]) -> Void) -> Void
}

extension DataTable {
    static let all = [matters, decisions, grants, meetings, votes, attendance]

    func appendCSV(_ source: DataSource, to page: inout [UInt8]) {
        var csv = CSVWriter()
        for column in columns { csv.text(column.name, &page) }
        csv.endLine(&page)
        // The closure cannot hold on to the page itself.
        var lines: [UInt8] = []
        rows(source) { row in
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

    func appendJSON(_ source: DataSource, to page: inout [UInt8]) {
        var text: [UInt8] = []
        var isFirst = true
        rows(source) { row in
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
