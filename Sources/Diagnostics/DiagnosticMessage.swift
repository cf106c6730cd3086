/// A diagnostic in the words of one language, as it is told.
public struct DiagnosticMessage: Hashable, Sendable {
    public let place: Place
    public let severity: Diagnostic.Severity
    /// `K012`
    public let code: String
    public let text: String

    public init(_ place: Place, _ severity: Diagnostic.Severity, code: String, text: String) {
        (self.place, self.severity, self.code, self.text) = (place, severity, code, text)
    }
}

extension DiagnosticMessage {
    /// `content/arenden/x.md:3:7: error[K012]: text` (FORMAT §10).
    public var line: String { "\(place): \(severity.rawValue)[\(code)]: \(text)" }
}

extension Diagnostic {
    public func message(in language: MessageLanguage) -> DiagnosticMessage {
        DiagnosticMessage(place, severity, code: problem.code, text: problem.text(in: language))
    }
}
