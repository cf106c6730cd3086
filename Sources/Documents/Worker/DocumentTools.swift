import Glibc
import System

/// The programs that reading takes: where they are, or that they are not there.
public struct DocumentTools: Equatable, Sendable {
    public var pdfText: String?
    public var pdfImages: String?
    public var pdfFonts: String?
    public var qpdf: String?
    /// klubba-pdf
    public var pdfCleaner: String?

    public init() {}

    /// Those of this machine; never one that lies in the site, where there is one.
    public init(site: String?) {
        func find(_ name: String, _ variable: String) -> String? {
            Toolbox.find(name, variable: variable, in: "documents/bin/\(name)", site: site ?? "/dev/null")
        }
        pdfText = find("pdftotext", "KLUBBA_PDFTOTEXT")
        pdfImages = find("pdfimages", "KLUBBA_PDFIMAGES")
        pdfFonts = find("pdffonts", "KLUBBA_PDFFONTS")
        qpdf = find("qpdf", "KLUBBA_QPDF")
        pdfCleaner = find("klubba-pdf", "KLUBBA_PDF")
    }

    /// Which there are; what a file came to hangs on them.
    public var names: [String] { words.map { $0.isEmpty ? "-" : $0 } }

    var words: [String] { [pdfText, pdfImages, pdfFonts, qpdf, pdfCleaner].map { $0 ?? "" } }

    init?(words: some Collection<String>) {
        let words = Array(words)
        guard words.count == 5 else { return nil }
        func own(_ index: Int) -> String? { words[index].isEmpty ? nil : words[index] }
        (pdfText, pdfImages, pdfFonts, qpdf, pdfCleaner) = (own(0), own(1), own(2), own(3), own(4))
    }
}

enum FileBytes {
    /// Whole, or not at all.
    static func write(_ bytes: [UInt8], to path: String) -> Bool {
        let draft = "\(path).\(getpid())"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return false }
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { break }
            done += count
        }
        let isWhole = close(descriptor) == 0 && done == bytes.count && rename(draft, path) == 0
        if !isWhole { unlink(draft) }
        return isWhole
    }

    /// A regular file, whole; nil for anything else, and for one that is larger than the limit.
    static func read(_ path: String, limit: Int) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= limit else {
            return nil
        }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { break }
            done += count
        }
        return Array(bytes[..<done])
    }
}
