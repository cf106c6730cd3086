/// What the tables are made from.
struct DataSource: Sendable {
    let edition: Edition
    let funds: [(name: String, funds: [Funds])]
}
