/// One thing that is wrong, and where.
public struct Diagnostic: Hashable, Sendable {
    public let place: Place
    public let severity: Severity
    public let problem: Problem

    /// Without a severity, the problem's own.
    public init(_ place: Place, _ problem: Problem, severity: Severity? = nil) {
        (self.place, self.problem, self.severity) = (place, problem, severity ?? problem.severity)
    }

    public enum Severity: String, Hashable, Sendable {
        case error
        case warning
    }
}

extension Diagnostic {
    /// `content/arenden/x.md:3:7: error[K012]: text` (FORMAT §10).
    public func line(in language: MessageLanguage) -> String {
        message(in: language).line
    }
}

extension Diagnostic: Comparable {
    public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        if left.place != right.place { return left.place < right.place }
        if left.problem.code != right.problem.code { return left.problem.code < right.problem.code }
        return left.problem.text(in: .swedish) < right.problem.text(in: .swedish)
    }
}

/// The language of messages: the site's.
public enum MessageLanguage: String, CaseIterable, Sendable {
    case swedish = "sv"
    case english = "en"
}
