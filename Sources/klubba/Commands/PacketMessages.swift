import ArgumentParser
import Diagnostics
import Meetings
import Packet
import Publishing
import System

/// What the making of a packet says of itself.
enum PacketMessages {
    static func working(_ id: MeetingID, _ language: MessageLanguage) -> String {
        language == .swedish ? "Gör PDF av \(id) …" : "Making the PDF of \(id) …"
    }

    static func refused(_ count: Count, _ language: MessageLanguage) -> String {
        language == .swedish
            ? "Ingen PDF gjordes. \(count.summary(in: language))" : "No PDF was made. \(count.summary(in: language))"
    }

    /// `Skrev fs-2020-09-18.pdf på 4,2 s: 84 sidor, 1,2 MB, PDF/A-3a.`
    static func done(
        _ made: MadePacket, _ target: String, _ milliseconds: Int, _ language: MessageLanguage
    ) -> String {
        let standard = made.archiveLevel.map { "PDF/A-3\($0.lowercased())" }
        let tenths = milliseconds / 100
        switch language {
        case .swedish:
            return
                "Skrev \(target) på \(tenths / 10),\(tenths % 10) s: \(made.pages) \(made.pages == 1 ? "sida" : "sidor"), "
                + "\(size(made.size, ",")), \(standard ?? "inte PDF/A")."
        case .english:
            return
                "Wrote \(target) in \(tenths / 10).\(tenths % 10) s: \(made.pages) \(made.pages == 1 ? "page" : "pages"), "
                + "\(size(made.size, ".")), \(standard ?? "not PDF/A")."
        }
    }

    static func counted(_ packets: SitePackets, _ language: MessageLanguage) -> String {
        language == .swedish
            ? "Utskick som PDF: \(packets.made) gjorda, \(packets.kept) oförändrade."
            : "Packets as PDF: \(packets.made) made, \(packets.kept) unchanged."
    }

    private static func size(_ bytes: Int, _ mark: String) -> String {
        if bytes < 1_000_000 { return "\((bytes + 500) / 1000) kB" }
        let tenths = (bytes + 50_000) / 100_000
        return "\(tenths / 10)\(mark)\(tenths % 10) MB"
    }

    /// Says why, and gives the exit status.
    static func report(_ failure: PacketFailure, _ reporter: Reporter, _ language: MessageLanguage) -> ExitCode {
        switch failure {
        case .papers: return .content
        case .theme(let faults):
            reporter.report(faults.sorted())
            return .content
        default:
            Console.err(text(failure, swedish: language == .swedish))
            return .machine
        }
    }

    private static func text(_ failure: PacketFailure, swedish: Bool) -> String {
        switch failure {
        case .noPrinter:
            swedish
                ? "WeasyPrint saknas, som sätter sidorna. Installera det med klubba tools packet, eller säg var det finns med KLUBBA_WEASYPRINT."
                : "WeasyPrint, which sets the pages, is missing. Install it with klubba tools packet, or say where it is with KLUBBA_WEASYPRINT."
        case .oldPrinter(let version):
            swedish
                ? "WeasyPrint \(version) är för gammalt. Installera version 70 eller senare med klubba tools packet."
                : "WeasyPrint \(version) is too old. Install version 70 or later with klubba tools packet."
        case .noMerger:
            swedish
                ? "Programmet klubba-pdf saknas, som sätter ihop PDF-filer. klubba tools packet säger hur det installeras. Eller säg var det finns med KLUBBA_PDF."
                : "The program klubba-pdf, which puts PDF files together, is missing. klubba tools packet tells how to install it. Or say where it is with KLUBBA_PDF."
        case .printing(let words):
            swedish
                ? "WeasyPrint kunde inte sätta sidorna: \(words.visible)"
                : "WeasyPrint could not set the pages: \(words.visible)"
        case .merging(let words):
            swedish
                ? "PDF-filerna gick inte att sätta ihop: \(words.visible)"
                : "The PDF files could not be put together: \(words.visible)"
        case .timedOut(let seconds):
            swedish
                ? "Det tog längre tid än \(seconds) sekunder och avbröts. Dela upp mötets bilagor, eller höj gränsen med KLUBBA_PACKET_SECONDS."
                : "It took more than \(seconds) seconds and was stopped. Split the meeting's papers, or raise the limit with KLUBBA_PACKET_SECONDS."
        case .notWritable(let path, let number):
            swedish
                ? "\(path) går inte att skriva (\(SystemReason(number).swedish)). Kontrollera behörighet och utrymme."
                : "\(path) cannot be written (\(SystemReason(number).english)). Check the permissions and the room left."
        case .papers, .theme: ""
        }
    }
}
