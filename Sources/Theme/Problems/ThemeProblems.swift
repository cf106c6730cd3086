/// Everything that is wrong with a theme, by file and place, each problem once.
public struct ThemeProblems: Error, Hashable, Sendable {
    public let problems: [ThemeProblem]

    /// How many faults are told of one file: a binary file by a template's name has no end of them.
    static let mostInFile = 500

    /// A fault in a layout is found again by every page that uses it; it is listed once.
    public init(_ problems: some Sequence<ThemeProblem>) {
        self.problems = Set(problems).sorted { $0.sortKey < $1.sortKey }
    }
}

extension ThemeProblem {
    fileprivate var sortKey: (String, Int, Int, String) {
        (file, line, column, String(describing: reason))
    }
}
