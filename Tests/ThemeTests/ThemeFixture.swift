@testable import Theme

/// A theme of a few files, and what comes of it.
struct ThemeFixture {
    var defaults: [String: String] = ["texter/sv.txt": ""]
    var overrides: [String: String] = [:]

    init(_ overrides: [String: String] = [:], over defaults: [String: String] = [:]) {
        self.overrides = overrides
        self.defaults.merge(defaults) { _, new in new }
    }
}

extension ThemeFixture {
    func theme(_ problems: inout [ThemeProblem]) -> Theme {
        Theme(overrides: Self.files(overrides), over: Self.files(defaults), language: "sv", problems: &problems)
    }

    /// The page that "arende.mustache" makes; empty when there are problems.
    func page(_ context: ArendePage = ArendePage()) -> String {
        var problems: [ThemeProblem] = []
        let template = theme(&problems).template("arende", for: ArendePage.self, problems: &problems)
        guard problems.isEmpty else { return "" }
        var bytes: [UInt8] = []
        template.render(context, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    var problems: [ThemeProblem] {
        var problems: [ThemeProblem] = []
        _ = theme(&problems).template("arende", for: ArendePage.self, problems: &problems)
        return ThemeProblems(problems).problems
    }

    private static func files(_ texts: [String: String]) -> [Theme.File] {
        texts.sorted { $0.key < $1.key }.map { Theme.File(path: $0.key, bytes: Array($0.value.utf8)) }
    }
}

extension ThemeProblem {
    static func own(_ file: String, _ line: Int, _ column: Int, _ reason: Reason) -> ThemeProblem {
        ThemeProblem(file: "theme/" + file, line: line, column: column, reason: reason, isDefault: false)
    }
}
