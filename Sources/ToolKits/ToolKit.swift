/// The programs that one part of klubba takes beside itself. The lists are files (`Lists/*.txt`), which the Makefile's
/// scripts read too.
public enum ToolKit: String, CaseIterable, Sendable {
    case packet
    case `import`
    case documents
    case archive
}

extension ToolKit {
    public var needs: [ToolNeed] {
        let file = EmbeddedLists.files.first { $0.path == "\(rawValue).txt" }
        return String(decoding: file?.bytes ?? [], as: UTF8.self).split(separator: "\n").compactMap {
            ToolNeed(line: $0)
        }
    }

    /// Python packages by their hashes, for those kits that have any (`pip install --require-hashes`).
    public var lock: [UInt8]? {
        guard self == .packet else { return nil }
        return EmbeddedLists.files.first { $0.path == "weasyprint.lock" }?.bytes
    }
}

/// One thing that a kit takes.
public struct ToolNeed: Hashable, Sendable {
    public let kind: Kind
    /// The program, library, module or path that is looked for.
    public let name: String
    /// What makes a program tell its version; nil for what tells none.
    public let versionArgument: String?
    /// `KLUBBA_PANDOC`: where a person says that it is.
    public let variable: String
    /// Where it lies among klubba's own tools.
    public let place: String
    /// Debian's, or Python's.
    public let package: String
    public let swedish: String
    public let english: String

    public enum Kind: String, Sendable {
        /// Klubba's own second program.
        case own
        case program
        /// Installed from the kit's lock, into a folder of the user's own.
        case python
        case library
        /// Of Python's own.
        case module
        case folder
    }
}

extension ToolNeed {
    /// Nil for a comment.
    init?(line: Substring) {
        guard line.first != "#" else { return nil }
        let parts = line.split(separator: "|", omittingEmptySubsequences: false).map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        guard parts.count == 7, let kind = Kind(rawValue: parts[0]) else { return nil }
        let words = parts[1].split(separator: " ", maxSplits: 1).map(String.init)
        self.init(
            kind: kind, name: words.first ?? "", versionArgument: words.count > 1 ? words[1] : nil, variable: parts[2],
            place: parts[3], package: parts[4], swedish: parts[5], english: parts[6])
    }
}

/// A file of `Lists`, in the binary.
struct ListFile: Sendable {
    let path: String
    let bytes: [UInt8]
}
