import Diagnostics
import Meetings
import Register

/// A site as it was read last, with everything in it.
public struct DeskReading: Sendable {
    public let seen: SeenRegister
    public let whole: Register
    public let diagnostics: [Diagnostic]
    public let language: MessageLanguage
    /// The sealed files, by path from the site's root, and the day that each was sealed.
    public let sealed: [String: String]

    public init(
        seen: SeenRegister, whole: Register, diagnostics: [Diagnostic], language: MessageLanguage,
        sealed: [String: String]
    ) {
        (self.seen, self.whole, self.diagnostics) = (seen, whole, diagnostics)
        (self.language, self.sealed) = (language, sealed)
    }
}

/// What the desk has done elsewhere: the pipeline, the commands and the preview are the program's.
public struct DeskMeans: Sendable {
    /// Reads the site anew.
    public var read: @Sendable () async -> DeskReading
    /// Runs one of klubba's own commands on the site, each argument as it is.
    public var run: @Sendable (_ arguments: [String]) async -> JobEnding
    /// Where a page of the preview can be entered, once.
    public var preview: @Sendable () -> String
    /// Seconds since 1970.
    public var seconds: @Sendable () -> Int

    public init(
        read: @escaping @Sendable () async -> DeskReading, run: @escaping @Sendable ([String]) async -> JobEnding,
        preview: @escaping @Sendable () -> String, seconds: @escaping @Sendable () -> Int
    ) {
        (self.read, self.run, self.preview, self.seconds) = (read, run, preview, seconds)
    }
}

/// How a command ended, and what it said.
public struct JobEnding: Sendable {
    public let exit: Int
    public let lines: [String]
    /// What it wrote to standard output, for who reads it on.
    public let output: String

    public init(exit: Int, lines: [String], output: String) {
        (self.exit, self.lines, self.output) = (exit, lines, output)
    }
}
