extension Matter {
    /// All running text of an ärende's own file.
    public var proses: [Prose] {
        [before, after] + [proposal?.lead].compactMap(\.self) + (proposal?.clauses.map(\.prose) ?? [])
            + [proposal?.remainder].compactMap(\.self)
    }
}

extension MinutesEntry {
    /// All running text of a §.
    public var proses: [Prose] { [text] + sections.map(\.text) + (decision?.clauses.map(\.prose) ?? []) }
}

extension Prose {
    /// Pictures that lie under content/: each one's path there, and the words that stand for it.
    public var pictures: [(path: String, words: String)] {
        links.compactMap { link in
            guard case .image(let path, let words) = link.target, !path.hasPrefix("../") else { return nil }
            return (path, words)
        }
    }
}
