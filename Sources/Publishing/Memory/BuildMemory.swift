import Fingerprints
import Glibc
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
    /// What the site held; nil when there was something to tell of it, which the next build tells again.
    let quiet: (matters: Int, meetings: Int)?
    let output: OutputMemory
}

extension BuildMemory {
    /// Changed with the meaning of the words.
    private static let form: UInt64 = 0x6B6C_7562_6261_0002

    private var words: [UInt64] {
        let files = known.files.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value.standing, $0.value.print] }
        return [
            Self.form, sources.bits, circumstances.bits, quiet == nil ? 0 : 1, UInt64(quiet?.matters ?? 0),
            UInt64(quiet?.meetings ?? 0), UInt64(known.files.count),
        ] + files + output.words
    }

    private init?(words: [UInt64]) {
        guard words.count > 7, words[0] == Self.form, let count = Int(exactly: words[6]), count < words.count / 3,
            case let end = 7 + count * 3, end < words.count, let output = OutputMemory(words: words[end...])
        else { return nil }
        (sources, circumstances) = (Fingerprint(bits: words[1]), Fingerprint(bits: words[2]))
        quiet = words[3] == 1 ? (Int(truncatingIfNeeded: words[4]), Int(truncatingIfNeeded: words[5])) : nil
        var known = SourceFiles.Known()
        for start in stride(from: 7, to: end, by: 3) {
            known.files[words[start]] = (words[start + 1], words[start + 2])
        }
        self.known = known
        self.output = output
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
            let stream = fopen(folder + "/" + file, "re")
        else { return nil }
        defer { fclose(stream) }
        var status = stat()
        guard fstat(fileno(stream), &status) == 0, status.st_size % 8 == 0, status.st_size < 1 << 32 else { return nil }
        let count = Int(status.st_size) / 8
        let words = [UInt64](unsafeUninitializedCapacity: count) { buffer, read in
            read = fread(buffer.baseAddress, 8, count, stream)
        }
        // The last word is of all before it.
        guard let sum = words.last, sum == Self.sum(words.dropLast()) else { return nil }
        return BuildMemory(words: words.dropLast())
    }

    /// Puts the memory in the place of the last. A cache that cannot be written to is no reason to complain.
    func write(root: String, target: String) {
        guard let (folder, file) = Self.location(root: root, target: target) else { return }
        mkdir(String(folder.dropLast("/klubba".utf8.count)), 0o700)
        mkdir(folder, 0o700)
        let own = words
        let draft = "\(folder)/\(file).\(getpid())"
        guard let stream = fopen(draft, "we") else { return }
        let all = own + [Self.sum(own[...])]
        let written = fwrite(all, 8, all.count, stream)
        let isWhole = fclose(stream) == 0 && written == all.count
        if !isWhole || rename(draft, folder + "/" + file) != 0 { unlink(draft) }
    }

    private static func sum(_ words: ArraySlice<UInt64>) -> UInt64 {
        words.reduce(into: Fingerprint()) { $0.add($1) }.bits
    }
}
