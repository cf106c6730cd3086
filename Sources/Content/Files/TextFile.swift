import Diagnostics

/// A text as FORMAT §1 has it: UTF-8, perhaps a front matter, and a body.
struct TextFile: Sendable {
    /// Relative to the site's root.
    let file: String
    /// Without a BOM; line ends are single line feeds.
    let bytes: [UInt8]
    /// The lines between the `---`; nil when there is no front matter.
    let frontMatter: Range<Int>?
    /// The line of the front matter's first byte.
    let frontMatterLine: Int
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
            diagnostics.append(Diagnostic(Place(file), problem(error)))
            return nil
        }
    }

    /// Why a text cannot be had.
    static func problem(_ failure: FileFailure) -> Problem {
        switch failure {
        case .tooLarge(let size): .fileTooLarge(megabytes: size >> 20, limit: sizeLimit >> 20)
        case .notAFile(.pipe): .notARegularFile(kind: .pipe)
        case .notAFile(.socket): .notARegularFile(kind: .socket)
        case .notAFile(.folder): .directoryNamedMarkdown
        case .notAFile: .notARegularFile(kind: .device)
        case .system: .unreadableFile(reason: failure.reason)
        }
    }

    /// The bytes without a BOM, with single line feeds; nil for what is no UTF-8.
    static func clean(_ raw: [UInt8], file: String, _ diagnostics: inout [Diagnostic]) -> [UInt8]? {
        var bytes = raw
        while bytes.first == 0xEF, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        if bytes.firstIndex(of: UInt8(ascii: "\r"), from: 0) != nil { bytes = TextFile.withoutCarriageReturns(bytes) }
        if let fault = bytes.firstFaultOfUTF8() {
            let problem: Problem = bytes[fault] == 0 ? .nulCharacter : .notUTF8
            diagnostics.append(Diagnostic(bytes.place(of: fault, in: file), problem))
            return nil
        }
        return bytes
    }

    init?(_ raw: [UInt8], file: String, _ diagnostics: inout [Diagnostic]) {
        guard let bytes = TextFile.clean(raw, file: file, &diagnostics) else { return nil }
        if let line = ConflictMarks.line(in: bytes) {
            diagnostics.append(Diagnostic(Place(file, line: line), .conflictMarks))
            return nil
        }
        self.file = file
        self.bytes = bytes
        do throws(Fault) {
            (frontMatter, frontMatterLine, body, bodyLine) = try TextFile.parts(of: bytes, FileRole(file))
        } catch {
            diagnostics.append(Diagnostic(Place(file, line: error.line), error.problem))
            return nil
        }
    }

    private struct Fault: Error {
        let line: Int
        let problem: Problem

        init(line: Int, _ problem: Problem) { (self.line, self.problem) = (line, problem) }

        init(_ head: AlmostHead) { self.init(line: head.line, .headNotRead(head.fault)) }
    }

    private typealias Parts = (frontMatter: Range<Int>?, frontMatterLine: Int, body: Range<Int>, bodyLine: Int)

    /// The head, which may have empty lines before it, and the body.
    private static func parts(of bytes: [UInt8], _ role: FileRole) throws(Fault) -> Parts {
        let (opening, openingLine) = firstWritten(bytes)
        guard isFence(bytes, at: opening) else {
            let almost =
                AlmostHead(at: 0, of: bytes, wantsHead: role.wantsHead)
                ?? AlmostHead(inText: 0, line: 1, of: bytes, isRecord: role == .record)
            if let almost { throw Fault(almost) }
            return (nil, 1, 0..<bytes.count, 1)
        }
        let first = bytes.nextLine(after: opening)
        var start = first
        var line = openingLine + 1
        while start < bytes.count {
            let next = bytes.nextLine(after: start)
            if isFence(bytes, at: start) {
                guard start - first <= frontMatterLimit else { throw Fault(line: openingLine, .frontMatterTooLarge) }
                let almost =
                    AlmostHead(bodyAt: next, line: line + 1, of: bytes)
                    ?? AlmostHead(inText: next, line: line + 1, of: bytes, isRecord: role == .record)
                if let almost { throw Fault(almost) }
                return (first..<start, openingLine + 1, next..<bytes.count, line + 1)
            }
            if let closing = almostFence(bytes, at: start) {
                throw Fault(line: openingLine, .headNotRead(.closing(closing, line: line)))
            }
            start = next
            line += 1
        }
        throw Fault(line: openingLine, .frontMatterNotEnded)
    }

    /// Where the first line begins that is more than spaces and byte order marks, and its number.
    private static func firstWritten(_ bytes: [UInt8]) -> (index: Int, line: Int) {
        var (index, lineStart, line) = (0, 0, 1)
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\n"):
                index += 1
                (lineStart, line) = (index, line + 1)
            case 0x20, 0x09: index += 1
            case 0xEF where bytes[index...].starts(with: [0xEF, 0xBB, 0xBF]):
                index += 3
                lineStart = index
            default: return (lineStart, line)
            }
        }
        return (lineStart, line)
    }

    /// The line that begins at an index is three dashes, perhaps with spaces after.
    private static func isFence(_ bytes: [UInt8], at start: Int) -> Bool {
        let dash = UInt8(ascii: "-")
        guard start + 3 <= bytes.count, bytes[start] == dash, bytes[start + 1] == dash, bytes[start + 2] == dash else {
            return false
        }
        var index = start + 3
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
            if bytes[index] == 0x20 || bytes[index] == 0x09 {
                index += 1
            } else if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 {
                index += 2
            } else {
                return false
            }
        }
        return true
    }

    /// The dashes of a line that is nothing but dashes, and yet no fence; or the `...` that YAML may end with.
    private static func almostFence(_ bytes: [UInt8], at start: Int) -> String? {
        let first = bytes[start]
        guard first == UInt8(ascii: "-") || first == 0xE2 || first == UInt8(ascii: ".") else { return nil }
        let bytes = bytes.line(at: start)
        guard bytes.count <= 200 else { return nil }
        let line = HeadLine(bytes, number: 0)
        return line.isDashes || line.text == "..." || line.text == "…" ? line.text : nil
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

/// What a text under content/ is for, as its path tells.
private enum FileRole {
    case record
    /// An ärende's own text, or a meeting's.
    case facts
    case other

    init(_ file: String) {
        let isInMeetings = file.hasPrefix("content/moten/")
        if isInMeetings, file.hasSuffix(".protokoll.md") {
            self = .record
        } else if isInMeetings || file.hasSuffix("/arende.md")
            || file.hasPrefix("content/arenden/") && file.utf8.count(where: { $0 == UInt8(ascii: "/") }) == 2
        {
            self = .facts
        } else {
            self = .other
        }
    }

    var wantsHead: Bool { self != .other }
}
