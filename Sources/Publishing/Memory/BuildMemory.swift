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
    let told: Told?
    let output: OutputMemory

    /// What a build said: what the site held, and its warnings.
    struct Told: Equatable {
        let matters: Int
        let meetings: Int
        let messages: [DiagnosticMessage]
    }
}

extension BuildMemory {
    /// Changed with the meaning of the words.
    private static let form: UInt64 = 0x6B6C_7562_6261_0003

    private var words: [UInt64] {
        let files = known.files.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value.standing, $0.value.print] }
        let told = told?.words ?? []
        return [Self.form, sources.bits, circumstances.bits, UInt64(told.count), UInt64(known.files.count)]
            + told + files + output.words
    }

    private init?(words: [UInt64]) {
        guard words.count > 5, words[0] == Self.form, let length = Int(exactly: words[3]),
            let count = Int(exactly: words[4]), length < words.count, count < words.count / 3,
            case let start = 5 + length, case let end = start + count * 3, end < words.count,
            let output = OutputMemory(words: words[end...])
        else { return nil }
        (sources, circumstances) = (Fingerprint(bits: words[1]), Fingerprint(bits: words[2]))
        told = Told(words: words[5..<start])
        var known = SourceFiles.Known()
        for start in stride(from: start, to: end, by: 3) {
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

extension BuildMemory.Told {
    /// The numbers, and each message's place, kind and words as texts: their length in bytes, and eight of those a word.
    fileprivate var words: [UInt64] {
        var words = [UInt64(matters), UInt64(meetings)]
        for message in messages {
            words += [UInt64(message.place.line), UInt64(message.place.column)]
            for text in [message.place.file, message.severity.rawValue, message.code, message.text] {
                words.append(UInt64(text.utf8.count))
                var word: UInt64 = 0
                for (index, byte) in text.utf8.enumerated() {
                    word |= UInt64(byte) << UInt64(index % 8 * 8)
                    if index % 8 == 7 || index == text.utf8.count - 1 {
                        words.append(word)
                        word = 0
                    }
                }
            }
        }
        return words
    }

    fileprivate init?(words: ArraySlice<UInt64>) {
        var rest = words
        func number() -> Int? { rest.popFirst().flatMap { Int(exactly: $0) } }
        func text() -> String? {
            guard let count = number(), count <= rest.count * 8 else { return nil }
            let bytes = rest.prefix((count + 7) / 8).flatMap { word in
                (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64($0 * 8)) }
            }
            rest = rest.dropFirst((count + 7) / 8)
            return String(validating: bytes.prefix(count), as: UTF8.self)
        }
        guard let matters = number(), let meetings = number() else { return nil }
        var messages: [DiagnosticMessage] = []
        while !rest.isEmpty {
            guard let line = number(), let column = number(), let file = text(),
                let severity = text().flatMap({ Diagnostic.Severity(rawValue: $0) }), let code = text(),
                let told = text()
            else { return nil }
            messages.append(
                DiagnosticMessage(Place(file, line: line, column: column), severity, code: code, text: told))
        }
        (self.matters, self.meetings, self.messages) = (matters, meetings, messages)
    }
}
