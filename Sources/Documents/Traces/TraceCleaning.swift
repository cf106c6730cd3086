import System

/// Whose traces are taken from what is published (FORMAT §2, `spår`).
public struct TraceRules: Hashable, Sendable {
    public var pictures: Bool
    public var office: Bool
    public var pdf: Bool

    public init(pictures: Bool = true, office: Bool = true, pdf: Bool = true) {
        (self.pictures, self.office, self.pdf) = (pictures, office, pdf)
    }

    /// What a copy hangs on.
    public var text: String { words }

    var words: String { [pictures, office, pdf].map { $0 ? "1" : "0" }.joined() }

    init(words: String) {
        let all = Array(words.utf8) + [0x30, 0x30, 0x30]
        (pictures, office, pdf) = (all[0] == 0x31, all[1] == 0x31, all[2] == 0x31)
    }
}

/// A file's copy without who made it, where, and what it said before (FORMAT §8). The same file gives the same copy.
enum TraceCleaning {
    enum Answer: Equatable {
        /// Published as it is: it carries none, or its kind's are kept.
        case nothingToDo
        case copy([UInt8])
        /// It carries traces that cannot be taken away.
        case kept(TraceFault)
    }

    private static let secondsForPDF = 120

    private static let deepest = 4

    static func clean(
        _ bytes: [UInt8], location: String, rules: TraceRules, tools: DocumentTools, depth: Int = 0
    ) -> Answer {
        switch FileKind(bytes) {
        case .picture where rules.pictures:
            if PictureCleaning.isOutOfReach(bytes) { return .kept(.hides("uppgifter om bilden (var, när, av vem)")) }
            return PictureCleaning.cleaned(bytes).map { .copy($0) } ?? .nothingToDo
        case .zip:
            switch archive(bytes, rules: rules, tools: tools, depth: depth) {
            case .nothingToDo: return .nothingToDo
            case .cleaned(let copy): return .copy(copy)
            case .stillHides(let what): return .kept(.hides(what))
            }
        case .pdf where rules.pdf: return pdf(bytes, location: location, tools: tools)
        case .text(let text) where rules.pictures && SVGCleaning.isDrawing(text):
            if SVGCleaning.hides(text) { return .kept(.hides("dolda delar av en teckning")) }
            return SVGCleaning.cleaned(text).map { .copy($0) } ?? .nothingToDo
        case .text(let text) where rules.office && RichText.isRichText(text):
            if RichText.hides(text) { return .kept(.hides("dold eller struken text")) }
            return RichText.cleaned(text).map { .copy($0) } ?? .nothingToDo
        default: return .nothingToDo
        }
    }

    /// An archive or an Office file, and what lies in it: a photo in a letter, a workbook behind a diagram, a letter in a zip.
    private static func archive(
        _ bytes: [UInt8], rules: TraceRules, tools: DocumentTools, depth: Int
    ) -> OfficeCleaning.Answer {
        func inner(_ part: [UInt8]) -> OfficeCleaning.Answer {
            // What lies deeper is not read either.
            guard depth < deepest, let folder = try? TemporaryFolder() else { return .nothingToDo }
            let location = folder.path + "/fil"
            if case .pdf = FileKind(part) {
                guard (try? folder.write(part, to: "fil")) != nil else { return .stillHides("spår i en PDF") }
            }
            switch clean(part, location: location, rules: rules, tools: tools, depth: depth + 1) {
            case .nothingToDo: return .nothingToDo
            case .copy(let copy): return .cleaned(copy)
            case .kept(.hides(let what)): return .stillHides(what)
            case .kept: return .stillHides("spår i en PDF")
            }
        }
        guard let archive = ZipArchive(bytes) else { return .nothingToDo }
        if OfficePart.isOffice(archive) {
            return rules.office ? OfficeCleaning.cleaned(bytes, inner: inner) : .nothingToDo
        }
        var changed: [String: [UInt8]] = [:]
        for entry in archive.entries where !entry.isLocked {
            guard let part = archive.unpacked(entry, limit: DocumentReader.mostUnpacked) else { continue }
            switch inner(part) {
            case .nothingToDo: break
            case .cleaned(let new): changed[entry.name] = new
            case .stillHides(let what): return .stillHides(what)
            }
        }
        // A remark of the archive's own goes with the rewriting.
        return changed.isEmpty && archive.comments.isEmpty ? .nothingToDo : .cleaned(archive.rewritten(changed))
    }

    private static func pdf(_ bytes: [UInt8], location: String, tools: DocumentTools) -> Answer {
        let answer = PDFTraces.mayHave(bytes) ? rewritten(bytes, location: location, tools: tools) : .nothingToDo
        // What is signed is left as it is.
        let isSigned = bytes.firstPlace(of: Array("/ByteRange".utf8)) != nil
        switch answer {
        case .copy(let copy): return .copy(PictureCleaning.blanked(inPDF: copy) ?? copy)
        case .nothingToDo where !isSigned:
            return PictureCleaning.blanked(inPDF: bytes).map { .copy($0) } ?? .nothingToDo
        case .nothingToDo, .kept: return answer
        }
    }

    private static func rewritten(_ bytes: [UInt8], location: String, tools: DocumentTools) -> Answer {
        guard let program = tools.pdfCleaner else { return .kept(.toolMissing) }
        guard let folder = try? TemporaryFolder() else { return .kept(.notCleaned) }
        let target = folder.path + "/kopia.pdf"
        guard
            let said = try? ChildProcess.run(
                program, ["clean", location, target, PDFTraces.hasRevisions(bytes) ? "1" : "0"], seconds: secondsForPDF),
            said.status == 0
        else { return .kept(.notCleaned) }
        // It makes none of one without traces.
        return FileBytes.ifReadable(target, limit: DocumentWorker.mostBytes).map { .copy($0) } ?? .nothingToDo
    }
}

/// Why a file keeps its traces.
public enum TraceFault: Hashable, Sendable {
    /// What it hides, in Swedish.
    case hides(String)
    /// klubba-pdf is not here.
    case toolMissing
    /// Signed, locked or damaged.
    case notCleaned
}

/// Whether a PDF may say who made it, or what it was before.
enum PDFTraces {
    static func mayHave(_ bytes: [UInt8]) -> Bool {
        let marks = [
            "/Author", "/Keywords", "/EmbeddedFile", "/PieceInfo", "/Subtype /Text", "/Subtype/Text", "/Popup",
            "/Highlight",
            "/StrikeOut", "/Squiggly", "/Caret", "/FileAttachment", "dc:creator", "/Info", "/Thumb",
        ].map { Array($0.utf8) }
        if hasRevisions(bytes) { return true }
        // What lies in packed objects cannot be told from here.
        return bytes.firstPlace(of: Array("/ObjStm".utf8)) != nil || marks.contains { bytes.firstPlace(of: $0) != nil }
    }

    static func hasRevisions(_ bytes: [UInt8]) -> Bool {
        var (ends, index) = (0, 0)
        while let place = bytes.firstPlace(of: Array("%%EOF".utf8), from: index) {
            (ends, index) = (ends + 1, place + 5)
        }
        // One that is made to be shown while it comes has two ends of one saving.
        let isLinear = bytes.prefix(1024).firstPlace(of: Array("/Linearized".utf8)) != nil
        return ends > (isLinear ? 2 : 1)
    }
}
