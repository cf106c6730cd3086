import System

/// Runs pandoc on a .docx: with a time limit, a limit to its memory, and nothing fetched from anywhere.
public struct Pandoc: Sendable {
    /// The program; nil when the machine has none.
    public let program: String?
    let seconds: Int

    public init(program: String?, seconds: Int = 60) { (self.program, self.seconds) = (program, seconds) }

    /// The one that `KLUBBA_PANDOC` names, or else the machine's own.
    public static func installed(site: String) -> Pandoc {
        Pandoc(program: Toolbox.find("pandoc", variable: "KLUBBA_PANDOC", in: "pandoc", site: site))
    }
}

extension Pandoc {
    /// What the program says when its memory is used up.
    private static let heapExhausted: Int32 = 251

    /// The document as GitHub's Markdown, a paragraph a line; at most `limit` bytes.
    func markdown(of file: String, from format: String = "docx", limit: Int) throws(PandocFailure) -> [UInt8] {
        guard let program else { throw PandocFailure(refusal: .pandocMissing) }
        // A file that begins with a dash would be taken for an option.
        let path = file.hasPrefix("/") ? file : "./" + file
        // Lists keep their letters, which GitHub's Markdown has no sign for (`ConvertedLines`).
        let arguments = [
            "+RTS", "-M512M", "-RTS", "--from=\(format)", "--to=gfm+fancy_lists", "--wrap=none", "--sandbox", path,
        ]
        let ending: ChildProcess.Ending
        do throws(SystemError) {
            ending = try ChildProcess.run(program, arguments, seconds: seconds, confinement: .paper)
        } catch {
            throw PandocFailure(refusal: .pandocNotStarted)
        }
        if ending.isTimedOut { throw PandocFailure(refusal: .pandocTooSlow(seconds: seconds)) }
        if ending.status == Pandoc.heapExhausted {
            throw PandocFailure(refusal: .pandocOutOfMemory)
        }
        guard ending.status == 0 else { throw PandocFailure(refusal: .brokenWord) }
        let bytes = Array(ending.text.utf8)
        guard bytes.count <= limit else { throw PandocFailure(refusal: .wordBomb(megabytes: bytes.count >> 20)) }
        return bytes
    }
}

/// Why pandoc gave no text.
struct PandocFailure: Error {
    let refusal: ImportRefusal
}
