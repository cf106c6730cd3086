import PDF
import PDFWork

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// `klubba-pdf`: what klubba lets another process do with PDF files, so that a hostile or broken one can neither take
/// its memory nor its time, and so that klubba itself runs where libqpdf is not installed.
///
///     klubba-pdf prepare SOURCE OUTPUT        the report on standard output
///     klubba-pdf merge ORDER                  the order's file
///     klubba-pdf look PACKET                  its identifier and its number of pages
///     klubba-pdf clean SOURCE TARGET REVISIONS   a copy without traces; no copy where there are none
///     klubba-pdf pages SOURCE TARGET FIRST LAST   these pages as a PDF of their own
///     klubba-pdf added SOURCE SIGNED          whether only evidence was added since SIGNED, its first bytes, was signed
///     klubba-pdf run PROGRAM ARGUMENT…        the program, within the same limits
///
/// KLUBBA_PDF_MEMORY: the most memory, in megabytes.
@main
enum Main {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        Limits.set()
        exit(answer(arguments).rawValue)
    }

    private static func answer(_ arguments: [String]) -> Exit {
        switch (arguments.first, arguments.count) {
        case ("prepare", 3):
            let (exit, report) = PaperPreparer.prepare(arguments[1], to: arguments[2])
            if exit == .done { Files.say(report.text, on: STDOUT_FILENO) }
            return exit
        case ("clean", 4):
            switch TraceRemoval.clean(arguments[1], to: arguments[2], hasRevisions: arguments[3] == "1") {
            case .done, .nothing: return .done
            case .signed, .unreadable: return .failed
            }
        case ("pages", 5):
            guard let first = Int(arguments[3]), let last = Int(arguments[4]), first >= 1, first <= last else {
                return .usage
            }
            switch PageCut.cut(arguments[1], pages: first...last, to: arguments[2]) {
            case .done: return .done
            case .locked: return .locked
            case .damaged: return .damaged
            }
        case ("added", 3):
            guard let bytes = Files.bytes(arguments[1]), SignedAddition.isEnded(bytes) else { return .failed }
            switch SignedAddition.look(at: arguments[1], signed: arguments[2]) {
            case .evidence: return .done
            case .other: return .failed
            case .unreadable: return .damaged
            }
        case ("merge", 2): return merge(arguments[1])
        case ("look", 2):
            guard let found = PacketInspection.look(at: arguments[1]) else { return .damaged }
            Files.say(Line("packet", [found.identifier, "\(found.pages)"]).text + "\n", on: STDOUT_FILENO)
            return .done
        case ("run", 2...): return run(Array(arguments.dropFirst()))
        default:
            Files.say("klubba-pdf: klubba kör det här programmet. Skriv klubba packet --help.\n", on: STDERR_FILENO)
            return .usage
        }
    }

    private static func merge(_ path: String) -> Exit {
        guard let text = Files.text(path), let order = MergeOrder(text: text) else { return .usage }
        var reports: [PaperReport] = []
        for paper in order.papers {
            guard let text = Files.text(paper.report), let report = PaperReport(text: text) else { return .usage }
            reports.append(report)
        }
        var files: [[UInt8]] = []
        for attachment in order.attachments {
            guard let bytes = Files.bytes(attachment.path) else { return .failed }
            files.append(bytes)
        }
        guard let problem = Merger.merge(order, reports: reports, files: files) else { return .done }
        Files.say(problem + "\n", on: STDERR_FILENO)
        return .failed
    }

    /// Becomes the other program; comes back only where that is impossible.
    private static func run(_ command: [String]) -> Exit {
        var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
        words.append(nil)
        execv(command[0], words)
        return .failed
    }
}
