import Diagnostics

/// Those who vouch for the heads: `content/forsegling/intygare.txt`, a line each with a name and a key.
public struct Witnesses: Sendable {
    /// Relative to the site's root.
    public static let file = "content/forsegling/intygare.txt"

    public let all: [Witness]
    public let diagnostics: [Diagnostic]
    public let bytes: [UInt8]

    public struct Witness: Sendable {
        /// As people call it: "Nyhamns kommun".
        public let name: String
        public let key: NoteKey
    }

    public init(reading bytes: [UInt8] = []) {
        var all: [Witness] = []
        var diagnostics: [Diagnostic] = []
        let lines = String(decoding: bytes, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let text = line.trimmed
            if text.isEmpty || text.hasPrefix("#") { continue }
            let colon = text.lastIndex(of: ":") ?? text.startIndex
            let name = text[..<colon].trimmed
            if let key = NoteKey(text[colon...].dropFirst().trimmed), key.kind == .cosigner, !name.isEmpty {
                all.append(Witness(name: String(name), key: key))
            } else {
                diagnostics.append(Diagnostic(Place(Witnesses.file, line: index + 1), .witnessLine))
            }
        }
        (self.all, self.diagnostics, self.bytes) = (all, diagnostics, bytes)
    }

    public init(in folder: LedgerFolder) {
        self.init(reading: (try? folder.bytes(of: Witnesses.file, orNothing: true)) ?? [])
    }
}

extension Substring {
    /// Without white space at its ends.
    var trimmed: Substring {
        var text = drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
