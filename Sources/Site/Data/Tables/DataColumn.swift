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
