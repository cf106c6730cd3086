/// What a site's manifest says of the whole: with it anybody can make the site again and compare.
public struct Imprint: Sendable, Equatable {
    /// Whom the site is for, as `--audience` has it: `public`.
    public var readers: String
    /// The day that it was built for: `2026-11-20`.
    public var day: String
    /// The program and its version: `klubba 1.4.0`.
    public var program: String
    /// What of the site hangs on how the build was asked for, each a word: `zip`. Nil in a manifest of the second version,
    /// which does not say.
    public var options: [String]?
    /// Other programs that made files of the site, with their versions: `weasyprint 70.0`.
    public var tools: [String]

    /// - Parameters: words without line ends; options without spaces.
    public init(readers: String, day: String, program: String, options: [String]? = [], tools: [String] = []) {
        (self.readers, self.day, self.program) = (readers, day, program)
        (self.options, self.tools) = (options, tools)
    }
}

extension Imprint {
    /// As lines of the manifest.
    var lines: String {
        let whole = "for \(readers)\nday \(day)\nby \(program)\n"
        guard let options else { return whole }
        let words = options.isEmpty ? Self.nothing : options.joined(separator: " ")
        return whole + "with \(words)\n" + tools.map { "using \($0)\n" }.joined()
    }

    /// Whether the line after so many others still tells of the whole.
    static func isLine(_ line: some Collection<UInt8>, after count: Int, version: Int) -> Bool {
        count < version + 1 || version > 2 && line.starts(with: "using ".utf8)
    }

    /// Of the lines after the manifest's first.
    init?(reading lines: [String], version: Int) {
        let keys = ["for ", "day ", "by ", "with "].prefix(version + 1)
        guard lines.count >= keys.count, zip(lines, keys).allSatisfy({ $0.hasPrefix($1) }) else { return nil }
        let values = zip(lines, keys).map { String($0.dropFirst($1.count)) }
        let words = values.count > 3 ? values[3].split(separator: " ", omittingEmptySubsequences: false) : nil
        self.init(
            readers: values[0], day: values[1], program: values[2],
            options: words.map { $0 == [Self.nothing[...]] ? [] : $0.map(String.init) },
            tools: lines[keys.count...].map { String($0.dropFirst("using ".count)) })
    }

    private static let nothing = "nothing"
}
