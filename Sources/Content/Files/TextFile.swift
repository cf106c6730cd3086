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
    /// 64 MB is some thirty thousand pages. Reading takes about ten times as much memory.
    static let sizeLimit = 64 << 20
    private static let frontMatterLimit = 64 << 10

    /// Reads a file; what is wrong with it goes to `diagnostics`, and then there is no text.
    static func read(_ location: String, as file: String, disk: FileSystem, _ diagnostics: inout [Diagnostic])
        -> TextFile?
    {
        do {
            guard let text = TextFile(try disk.read(location, sizeLimit), file: file, &diagnostics) else { return nil }
            diagnostics += text.placeholders
            return text
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
        if bytes.first == 0xEF, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        if bytes.firstIndex(of: UInt8(ascii: "\r"), from: 0) != nil { bytes = TextFile.withoutCarriageReturns(bytes) }
        if let fault = bytes.firstFaultOfUTF8() {
            let problem: Problem = bytes[fault] == 0 ? .nulCharacter : .notUTF8
            diagnostics.append(Diagnostic(bytes.place(of: fault, in: file), problem))
            return nil
        }
        self.file = file
        guard TextFile.isFence(bytes, at: 0) else {
            (self.bytes, frontMatter, body, bodyLine) = (bytes, nil, 0..<bytes.count, 1)
            return
        }
        var start = bytes.nextLine(after: 0)
        let first = start
        var line = 2
        while start < bytes.count {
            let next = bytes.nextLine(after: start)
            if TextFile.isFence(bytes, at: start) {
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

    /// The line that begins at an index is three dashes.
    private static func isFence(_ bytes: [UInt8], at start: Int) -> Bool {
        let dash = UInt8(ascii: "-")
        guard start + 3 <= bytes.count, bytes[start] == dash, bytes[start + 1] == dash, bytes[start + 2] == dash else {
            return false
        }
        return start + 3 == bytes.count || bytes[start + 3] == UInt8(ascii: "\n")
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
