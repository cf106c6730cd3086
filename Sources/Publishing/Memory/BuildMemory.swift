import Diagnostics
import Fingerprints
import Output
import System

/// What a build leaves for the next one, in the user's cache: without it everything is made anew, and comes out the same.
struct BuildMemory {
    /// Of the files that the site was read from, nought where they changed meanwhile; and of all else that a build
    /// hangs on.
    let sources: Fingerprint
    let circumstances: Fingerprint
    /// Of each of those files.
    let known: SourceFiles.Known
    /// Nil where only a whole build can tell it again.
    let told: ToldRound?
    /// Nil of a check, which leaves nothing.
    let output: OutputMemory?
}

extension BuildMemory {
    /// Changed with the meaning of the words.
    private static let form: UInt64 = 0x6B6C_7562_6261_0003

    private var words: [UInt64] {
        let files = known.files.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value.standing, $0.value.print] }
        let told = told?.words ?? []
        return [Self.form, sources.bits, circumstances.bits, UInt64(told.count), UInt64(known.files.count)]
            + told + files + (output?.words ?? [])
    }

    private init?(words: [UInt64]) {
        guard words.count > 5, words[0] == Self.form, let length = Int(exactly: words[3]),
            let count = Int(exactly: words[4]), length < words.count, count < words.count / 3,
            case let start = 5 + length, case let end = start + count * 3, end <= words.count
        else { return nil }
        if end == words.count {
            output = nil
        } else {
            guard let output = OutputMemory(words: words[end...]) else { return nil }
            self.output = output
        }
        (sources, circumstances) = (Fingerprint(bits: words[1]), Fingerprint(bits: words[2]))
        told = ToldRound(words: words[5..<start])
        var known = SourceFiles.Known()
        for start in stride(from: start, to: end, by: 3) {
            known.files[words[start]] = (words[start + 1], words[start + 2])
        }
        self.known = known
    }

    /// Where the memory of a site's output lies; nil without a home.
    private static func location(root: String, target: String) -> (folder: String, file: String)? {
        guard let folder = Environment.cache else { return nil }
        var print = Fingerprint()
        print.add(root)
        print.add(target)
        return (folder + "/klubba", String(print.bits, radix: 16) + ".minne")
    }

    static func read(root: String, target: String) -> BuildMemory? {
        guard let (folder, file) = location(root: root, target: target),
            let bytes = FileBytes.ifReadable(folder + "/" + file, limit: 1 << 32), bytes.count % 8 == 0
        else { return nil }
        let words = bytes.withUnsafeBytes { raw in
            stride(from: 0, to: raw.count, by: 8).map { raw.loadUnaligned(fromByteOffset: $0, as: UInt64.self) }
        }
        // The last word is of all before it.
        guard let sum = words.last, sum == Self.sum(words.dropLast()) else { return nil }
        return BuildMemory(words: words.dropLast())
    }

    /// Puts the memory in the place of the last. A cache that cannot be written to is no reason to complain.
    func write(root: String, target: String) {
        guard let (folder, file) = Self.location(root: root, target: target) else { return }
        let own = words
        let bytes = (own + [Self.sum(own[...])]).withUnsafeBytes { Array($0) }
        try? Folder.makeWhole(folder, mode: 0o700)
        try? FileBytes.replace(folder + "/" + file, with: bytes)
    }

    private static func sum(_ words: ArraySlice<UInt64>) -> UInt64 {
        words.reduce(into: Fingerprint()) { $0.add($1) }.bits
    }
}
