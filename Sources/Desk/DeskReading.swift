import Diagnostics
import Meetings
import Register

/// A site as it was read last, with everything in it.
public struct DeskReading: Sendable {
    /// Another for each reading.
    public private(set) var number: Int
    public let seen: SeenRegister
    public let whole: Register
    public let diagnostics: [Diagnostic]
    public let language: MessageLanguage
    /// By path from the site's root.
    public let sealed: [String: SealedFile]
    /// Folded keys of a head that no seal holds (FORMAT §13), those of the bodies among them.
    public let freeKeys: [String]
    public private(set) var outside: OutsideFacts

    public init(
        number: Int, seen: SeenRegister, whole: Register, diagnostics: [Diagnostic], language: MessageLanguage,
        sealed: [String: SealedFile], freeKeys: [String], outside: OutsideFacts
    ) {
        (self.number, self.seen, self.whole, self.diagnostics) = (number, seen, whole, diagnostics)
        (self.language, self.sealed, self.freeKeys, self.outside) = (language, sealed, freeKeys, outside)
    }

    /// The same texts, when something has been made of them.
    public func with(_ outside: OutsideFacts, number: Int) -> DeskReading {
        var reading = self
        (reading.outside, reading.number) = (outside, number)
        return reading
    }
}

/// When a file was sealed last, and with which meeting.
public struct SealedFile: Sendable {
    public let day: String
    /// `fs-2020-09-18`
    public let meeting: String

    public init(day: String, meeting: String) { (self.day, self.meeting) = (day, meeting) }
}

/// What has been made of a site and lies beside its texts.
public struct OutsideFacts: Sendable, Equatable {
    /// Meetings whose notice hangs on the board that was published last.
    public let noticesOut: Set<MeetingID>
    /// Meetings that are in a package for the archive.
    public let archived: Set<MeetingID>

    public init(noticesOut: Set<MeetingID> = [], archived: Set<MeetingID> = []) {
        (self.noticesOut, self.archived) = (noticesOut, archived)
    }
}

/// What the desk has done elsewhere: the pipeline, the commands and the preview are the program's.
public struct DeskMeans: Sendable {
    /// The site as its files are now.
    public var read: @Sendable () async -> DeskReading
    /// The page that a file would make with these bytes in it. Nothing is written.
    public var render: @Sendable (_ path: String, _ bytes: [UInt8]) async -> RenderedText
    /// What a seal holds of a file's bytes: the same for two texts that differ in what is free alone (FORMAT §13).
    public var sealedPart: @Sendable (_ path: String, _ bytes: [UInt8], _ freeKeys: [String]) -> [UInt8]
    /// Runs one of klubba's own commands on the site, each argument as it is.
    public var run: @Sendable (_ arguments: [String]) async -> JobEnding
    /// Where a page of the preview can be entered, once.
    public var preview: @Sendable () -> String
    /// Seconds since 1970.
    public var seconds: @Sendable () -> Int

    public init(
        read: @escaping @Sendable () async -> DeskReading,
        render: @escaping @Sendable (String, [UInt8]) async -> RenderedText,
        sealedPart: @escaping @Sendable (String, [UInt8], [String]) -> [UInt8],
        run: @escaping @Sendable ([String]) async -> JobEnding, preview: @escaping @Sendable () -> String,
        seconds: @escaping @Sendable () -> Int
    ) {
        (self.read, self.render, self.sealedPart, self.run) = (read, render, sealedPart, run)
        (self.preview, self.seconds) = (preview, seconds)
    }
}

/// A text as the site would show it.
public struct RenderedText: Sendable {
    /// Empty for a text that makes no page.
    public let html: String
    /// Where the preview has the page for a while, from its root.
    public let address: String?
    public let problems: [Diagnostic]

    public init(html: String = "", address: String? = nil, problems: [Diagnostic]) {
        (self.html, self.address, self.problems) = (html, address, problems)
    }
}

/// How a command ended, and what it said.
public struct JobEnding: Sendable {
    public let exit: Int
    public let lines: [String]
    /// What it wrote to standard output, for who reads it on.
    public let output: String
    /// What it made, by path from the site's root.
    public let files: [String]

    public init(exit: Int, lines: [String], output: String, files: [String] = []) {
        (self.exit, self.lines, self.output, self.files) = (exit, lines, output, files)
    }
}
