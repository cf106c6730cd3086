import Diagnostics

/// A text as FORMAT §1 has it: UTF-8, perhaps a front matter, and a body.
struct TextFile: Sendable {
    /// Relative to the site's root.
    let file: String
    /// Without a BOM; line ends are single line feeds.
    let bytes: [UInt8]
    /// The lines between the `---`; nil when there is no front matter.
    let frontMatter: Range<Int>?
    let body: Range<Int>
    /// The line of the body's first byte.
    let bodyLine: Int
}

extension TextFile {
    /// 8 MB is some four thousand pages.
    static let sizeLimit = 8 << 20
    private static let frontMatterLimit = 64 << 10

    /// Reads a file; what is wrong with it goes to `diagnostics`, and then there is no text.
    static func read(_ location: String, as file: String, disk: FileSystem, _ diagnostics: inout [Diagnostic])
        -> TextFile?
    {
        do {
            return TextFile(try disk.read(location, sizeLimit), file: file, &diagnostics)
        } catch {
            let problem: Problem =
                switch error {
                case .tooLarge(let size): .fileTooLarge(megabytes: size >> 20, limit: sizeLimit >> 20)
                case .notAFile(.pipe): .notARegularFile(kind: .pipe)
                case .notAFile(.socket): .notARegularFile(kind: .socket)
                case .notAFile(.folder): .directoryNamedMarkdown
                case .notAFile: .notARegularFile(kind: .device)
                case .system: .unreadableFile(reason: error.reason)
                }
            diagnostics.append(Diagnostic(Place(file), problem))
            return nil
        }
    }

    init?(_ raw: [UInt8], file: String, _ diagnostics: inout [Diagnostic]) {
        var bytes = raw
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        if bytes.contains(UInt8(ascii: "\r")) { bytes = TextFile.withoutCarriageReturns(bytes) }
        if let fault = bytes.firstFaultOfUTF8() {
            let problem: Problem = bytes[fault] == 0 ? .nulCharacter : .notUTF8
            diagnostics.append(Diagnostic(bytes.place(of: fault, in: file), problem))
            return nil
        }
        self.file = file
        guard bytes.line(at: 0) == [UInt8](repeating: UInt8(ascii: "-"), count: 3)[...] else {
            (self.bytes, frontMatter, body, bodyLine) = (bytes, nil, 0..<bytes.count, 1)
            return
        }
        var start = bytes.nextLine(after: 0)
        let first = start
        var line = 2
        while start < bytes.count {
            let next = bytes.nextLine(after: start)
            let isEnd =
                bytes[start] == UInt8(ascii: "-")
                && bytes.line(at: start) == [UInt8](repeating: UInt8(ascii: "-"), count: 3)[...]
            if isEnd {
                if start - first > TextFile.frontMatterLimit { break }
                (self.bytes, frontMatter, body, bodyLine) = (bytes, first..<start, next..<bytes.count, line + 1)
                return
            }
            start = next
            line += 1
        }
        let tooLarge = start < bytes.count
        diagnostics.append(Diagnostic(Place(file), tooLarge ? .frontMatterTooLarge : .frontMatterNotEnded))
        return nil
    }

    /// CRLF and a lone CR become LF.
    private static func withoutCarriageReturns(_ bytes: [UInt8]) -> [UInt8] {
        var clean: [UInt8] = []
        clean.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\r") {
                clean.append(UInt8(ascii: "\n"))
                if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") { index += 1 }
            } else {
                clean.append(bytes[index])
            }
            index += 1
        }
        return clean
    }
}
