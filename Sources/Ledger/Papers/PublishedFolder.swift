import Diagnostics
import Meetings
import System

/// A built site on disk.
public struct PublishedFolder: Sendable {
    /// Absolute.
    let path: String
    /// As the user called it.
    let shown: String

    public init(path: String, shown: String) {
        self.path = path
        self.shown = shown.hasSuffix("/") ? String(shown.dropLast()) : shown
    }
}

extension PublishedFolder {
    /// The file that an address is served from.
    public static func file(at address: String) -> String {
        address.isEmpty || address.hasSuffix("/") ? address + "index.html" : address
    }

    public func place(_ file: String, line: Int = 1) -> Place {
        Place(shown == "." ? file : "\(shown)/\(file)", line: line)
    }

    /// Nil for a file that is not there.
    public func bytes(_ file: String) -> [UInt8]? { try? LedgerFolder.bytes(ofFile: "\(path)/\(file)") }

    public func digest(_ file: String) -> Digest? { try? LedgerFolder.digest(ofFile: "\(path)/\(file)").digest }

    /// What the last build wrote and is no longer there.
    public func lostFiles() -> [String] {
        let lines = (bytes(".klubba-manifest") ?? []).split(separator: UInt8(ascii: "\n"))
        return lines.compactMap { line in
            guard line.starts(with: "file ".utf8) || line.starts(with: "page ".utf8),
                !line.contains(UInt8(ascii: "\\"))
            else { return nil }
            let file = String(decoding: line.dropFirst(5), as: UTF8.self)
            return FileBytes.may(.find, "\(path)/\(file)") ? nil : file
        }
    }

    /// Rows of the site's own list of seals that are not among those of the log.
    public func unknownSeals(known seals: [MeetingSeal]) -> [Diagnostic] {
        let file = "data/forsegling.csv"
        guard let bytes = bytes(file) else { return [] }
        let known = Set(seals.flatMap(\.rows))
        var told: Set<String> = []
        return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst().compactMap { row in
            guard !known.contains(String(row)) else { return nil }
            let fields = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 6, told.insert(fields[0...2].joined(separator: ",")).inserted else { return nil }
            let fault = ShortenedLog.site(meeting: fields[0], kind: fields[1], day: fields[2])
            return Diagnostic(place(file), .logShortened(fault))
        }
    }
}
