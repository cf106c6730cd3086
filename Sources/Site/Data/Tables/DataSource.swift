/// What the tables are made from.
struct DataSource: Sendable {
    let edition: Edition
    let funds: [(initiative: Initiatives.Initiative, funds: [Funds])]
}
