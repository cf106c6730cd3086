import Diagnostics

/// The heads that were signed, each in a file of its own that others may add their signatures to.
public struct KeptHeads: Sendable {
    /// Relative to the site's root.
    public static let folder = "content/forsegling/huvuden"

    /// The smallest first.
    public let heads: [Head]
    public let diagnostics: [Diagnostic]

    public struct Head: Sendable {
        public let note: SignedNote
        public let checkpoint: Checkpoint

        /// Relative to the site's root.
        public var file: String { KeptHeads.file(size: checkpoint.size) }
    }

    public init(in folder: LedgerFolder) {
        var heads: [Head] = []
        var diagnostics: [Diagnostic] = []
        for name in folder.names(in: KeptHeads.folder).sorted() where name.hasSuffix(".txt") && name.first != "." {
            let file = "\(KeptHeads.folder)/\(name)"
            guard let bytes = try? folder.bytes(of: file), let note = SignedNote(reading: bytes),
                let checkpoint = Checkpoint(note.text), "\(checkpoint.size).txt" == name,
                // What the log's own head never has: lines more than three, and another's signature before its own.
                checkpoint.text == note.text, note.signatures.first?.name == checkpoint.origin
            else {
                diagnostics.append(Diagnostic(Place(file), .publicHead(.unreadable)))
                continue
            }
            heads.append(Head(note: note, checkpoint: checkpoint))
        }
        self.heads = heads.sorted { $0.checkpoint.size < $1.checkpoint.size }
        self.diagnostics = diagnostics
    }
}

extension KeptHeads {
    public static func file(size: Int) -> String { "\(folder)/\(size).txt" }

    public var newest: Head? { heads.last }

    public func head(size: Int) -> Head? { heads.first { $0.checkpoint.size == size } }

    /// Holds every head against the log that it is of.
    ///
    /// - Parameters:
    ///   - keys: those that may sign for the log a head of so many lines, in hexadecimal digits.
    ///   - witnesses: those whose signatures are known.
    public func check(_ tree: MerkleTree, keys: (_ size: Int) -> [String], witnesses: Witnesses) -> [Diagnostic] {
        heads.flatMap { head in
            fault(of: head, tree, keys(head.checkpoint.size)).map { [Diagnostic(Place(head.file), .publicHead($0))] }
                ?? witnesses.all.filter { $0.key.claimed(in: head.note) != nil && $0.key.signed(head.note) == nil }
                .map { Diagnostic(Place(head.file), .publicHead(.wrongCosignature($0.name))) }
        }
    }

    private func fault(of head: Head, _ tree: MerkleTree, _ keys: [String]) -> PublicHeadFault? {
        let checkpoint = head.checkpoint
        if checkpoint.origin != newest?.checkpoint.origin { return .otherOrigin(checkpoint.origin) }
        if checkpoint.size > tree.count { return .longerThanLog }
        if checkpoint.root != tree.root(size: checkpoint.size) { return .otherLog }
        let own = head.note.signatures.filter { $0.name == checkpoint.origin }
        let known = keys.compactMap { NoteKey(hex: $0, name: checkpoint.origin, kind: .log) }
        guard let key = known.first(where: { key in own.contains { $0.keyID == key.id } }) else { return .unknownKey }
        return key.signed(head.note) == nil ? .wrongSignature : nil
    }
}
