import Diagnostics
import System

/// What people have looked at (`content/granskade.jsonl`), each tied to the bytes that the file had then: a changed file
/// must be looked at anew (FORMAT §8).
public struct Reviews: Sendable {
    /// Under content/.
    public static let path = "granskade.jsonl"
    /// Lines whose files are as they were, in the file's order.
    public private(set) var lines: [ReviewLine] = []
    private var read: Set<String> = []
    private var none: Set<String> = []

    public init() {}
}

extension Reviews {
    init(root: String, disk: FileSystem, _ diagnostics: inout [Diagnostic]) {
        guard let bytes = try? disk.read("\(root)/content/\(Reviews.path)", 64 << 20) else { return }
        var hashes: [String: String] = [:]
        for (index, written) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .enumerated()
        {
            if written.allSatisfy({ $0 <= 0x20 }) { continue }
            let place = Place("content/" + Reviews.path, line: index + 1)
            guard let line = ReviewLine(written) else {
                diagnostics.append(Diagnostic(place, .reviewUnreadable))
                continue
            }
            let hash = hashes[line.file] ?? Reviews.hash(of: line.file, root: root, disk: disk) ?? ""
            hashes[line.file] = hash
            guard hash == line.hash else {
                // One that was made for the bytes that the file has now stands further down, or it is to be made.
                diagnostics.append(Diagnostic(place, .reviewOutOfDate(file: line.file)))
                continue
            }
            lines.append(line)
            switch line.matter {
            case .read: read.insert(line.file)
            case .noNumber(let spot): none.insert("\(line.file)\n\(spot)")
            }
        }
        let current = Set(lines.map(\.file))
        diagnostics.removeAll { diagnostic in
            if case .reviewOutOfDate(let file) = diagnostic.problem { current.contains(file) } else { false }
        }
    }

    /// Nil for a file that is not there.
    public static func hash(of file: String, root: String, disk: FileSystem = .disk) -> String? {
        (try? disk.read("\(root)/\(file)", 1 << 30)).map { SHA256Sum.text(of: $0) }
    }

    /// Whether somebody has read the file's bytes.
    public func isRead(_ file: String) -> Bool { read.contains(file) }

    /// Whether somebody has seen that a finding is no personnummer.
    public func isNone(_ finding: PersonalDataFinding) -> Bool {
        !none.isEmpty && finding.kind == .identityNumber && none.contains("\(finding.place.file)\n\(finding.spot)")
    }
}

/// One thing that somebody looked at.
public struct ReviewLine: Hashable, Sendable {
    /// From the site's root.
    public let file: String
    /// SHA-256 of its bytes.
    public let hash: String
    /// As written: `2026-11-27`.
    public let day: String
    public let name: String
    public let matter: Matter

    public enum Matter: Hashable, Sendable {
        /// A file that could not be read: a person has read it.
        case read
        /// What stands at this place is no personnummer.
        case noNumber(String)
    }

    public init(file: String, hash: String, day: String, name: String, matter: Matter) {
        (self.file, self.hash, self.day, self.name, self.matter) = (file, hash, day, name, matter)
    }
}

extension ReviewLine {
    init?(_ bytes: ArraySlice<UInt8>) {
        guard let values = FlatJSON.values(of: String(decoding: bytes, as: UTF8.self)), let file = values["fil"],
            let hash = values["sha256"], let day = values["dag"], let name = values["namn"], let said = values["sak"],
            file.hasPrefix("content/"), !file.contains("/../"), hash.utf8.count == 64, !name.isEmpty
        else { return nil }
        switch (said, values["plats"]) {
        case ("läst", nil): matter = .read
        case ("inget personnummer", let spot?): matter = .noNumber(spot)
        default: return nil
        }
        (self.file, self.hash, self.day, self.name) = (file, hash, day, name)
    }

    /// As it stands in `granskade.jsonl`, with its line end.
    public var text: String {
        var pairs = [("dag", day), ("namn", name), ("fil", file), ("sha256", hash)]
        switch matter {
        case .read: pairs.append(("sak", "läst"))
        case .noNumber(let spot): pairs += [("sak", "inget personnummer"), ("plats", spot)]
        }
        return "{" + pairs.map { "\(JSONString.text($0)): \(JSONString.text($1))" }.joined(separator: ", ") + "}\n"
    }
}

/// A JSON object of texts (RFC 8259), and no more than that.
enum FlatJSON {
    static func values(of text: String) -> [String: String]? {
        guard let members = JSONValue(Array(text.utf8))?.object, !members.isEmpty else { return nil }
        var values: [String: String] = [:]
        for member in members {
            guard let value = member.value.string, values.updateValue(value, forKey: member.name) == nil else {
                return nil
            }
        }
        return values
    }
}
