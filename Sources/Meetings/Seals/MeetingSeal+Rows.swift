extension MeetingSeal {
    /// `data/forsegling.csv`: what anybody may hold the site's pages against, and what tells that a log has lost its end.
    public static let rowHeading = "möte,slag,dag,adress,del,sha256"

    /// A row for each published part, in the seal's order.
    public var rows: [String] {
        papers.filter { $0.change != .withdrawn }.flatMap { paper in
            paper.published.map {
                "\(meeting.slug),\(kind.rawValue),\(day),\($0.address),\($0.part),\($0.digest)"
            }
        }
    }
}
