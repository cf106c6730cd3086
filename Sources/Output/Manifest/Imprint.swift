/// What a site's manifest says of the whole: with it anybody can make the site again and compare.
public struct Imprint: Sendable, Equatable {
    /// Whom the site is for, as `--audience` has it: `public`.
    public var readers: String
    /// The day that it was built for: `2026-11-20`.
    public var day: String
    /// The program and its version: `klubba 1.4.0`.
    public var program: String

    /// - Parameters: words without line ends.
    public init(readers: String, day: String, program: String) {
        (self.readers, self.day, self.program) = (readers, day, program)
    }
}

extension Imprint {
    /// As lines of the manifest.
    var lines: String { "for \(readers)\nday \(day)\nby \(program)\n" }

    /// Of the three lines after the manifest's first.
    init?(reading lines: [Substring]) {
        guard lines.count == 3, lines[0].hasPrefix("for "), lines[1].hasPrefix("day "), lines[2].hasPrefix("by ")
        else { return nil }
        self.init(
            readers: String(lines[0].dropFirst(4)), day: String(lines[1].dropFirst(4)),
            program: String(lines[2].dropFirst(3)))
    }
}
