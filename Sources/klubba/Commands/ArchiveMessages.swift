import Archive
import ArgumentParser
import Diagnostics

/// What the making of an archive package says of itself.
enum ArchiveMessages {
    static func working(_ language: MessageLanguage) -> String {
        language == .swedish ? "Gör arkivpaketet …" : "Making the archive package …"
    }

    static func printing(_ done: Int, _ all: Int, _ language: MessageLanguage) -> String {
        language == .swedish ? "Gör PDF/A: \(done) av \(all) …" : "Making PDF/A: \(done) of \(all) …"
    }

    /// What to do where the programs for PDF/A are missing.
    static func tools(_ language: MessageLanguage) -> String {
        language == .swedish
            ? "Arkivpaketet behöver dem för sina PDF/A-versioner: klubba tools packet. Utan dem: klubba archive --no-pdf."
            : "The archive package needs them for its PDF/A versions: klubba tools packet. Without them: klubba archive --no-pdf."
    }

    static func refused(_ count: Count, _ language: MessageLanguage) -> String {
        language == .swedish
            ? "Inget paket gjordes. \(count.summary(in: language))"
            : "No package was made. \(count.summary(in: language))"
    }

    static func done(_ made: MadePackage, _ shown: String, _ milliseconds: Int, _ language: MessageLanguage) -> String {
        let tenths = milliseconds / 100
        let megabytes = (made.size + 50_000) / 100_000
        return language == .swedish
            ? "Skrev \(shown) på \(tenths / 10),\(tenths % 10) s: \(made.matters) ärenden, \(made.meetings) möten, "
                + "\(made.files) filer, \(megabytes / 10),\(megabytes % 10) MB."
            : "Wrote \(shown) in \(tenths / 10).\(tenths % 10) s: \(made.matters) matters, \(made.meetings) meetings, "
                + "\(made.files) files, \(megabytes / 10).\(megabytes % 10) MB."
    }

    static func sound(_ package: String, _ files: Int, _ language: MessageLanguage) -> String {
        language == .swedish
            ? "\(package): \(files) filer, allt stämmer." : "\(package): \(files) files, all as they should be."
    }

    static func unsound(_ package: String, _ faults: Int, _ language: MessageLanguage) -> String {
        language == .swedish
            ? "\(package): \(faults) fel." : "\(package): \(faults) \(faults == 1 ? "error" : "errors")."
    }

    static func restored(_ files: Int, _ folder: String, _ language: MessageLanguage) -> String {
        language == .swedish ? "Skrev \(files) filer i \(folder)." : "Wrote \(files) files to \(folder)."
    }

    static func notRestored(_ faults: Int, _ language: MessageLanguage) -> String {
        language == .swedish
            ? "Inget skrevs: paketet har \(faults) fel."
            : "Nothing was written: the package has \(faults) \(faults == 1 ? "error" : "errors")."
    }

    /// Says why, and gives the exit status.
    static func report(
        _ failure: ArchiveFailure, _ told: [Diagnostic], _ reporter: Reporter, _ language: MessageLanguage
    ) -> ExitCode {
        switch failure {
        case .content(let faults):
            reporter.report((told + faults).sorted())
            Console.err(language == .swedish ? "Inget paket gjordes." : "No package was made.")
            return .content
        default:
            reporter.report(told)
            Console.err(text(failure, swedish: language == .swedish))
            return .machine
        }
    }

    static func text(_ failure: ArchiveFailure, swedish: Bool) -> String {
        switch failure {
        case .content: ""
        case .disk(let path, _):
            swedish
                ? "\(path.visible): \(failure.reason.swedish). Kontrollera behörighet och utrymme; inget halvt paket är kvar."
                : "\(path.visible): \(failure.reason.english). Check the permissions and the room left; no half package remains."
        case .changedMeanwhile(let path):
            swedish
                ? "\(path.visible) ändrades medan paketet gjordes. Stäng filen i andra program och gör om."
                : "\(path.visible) changed while the package was made. Close the file in other programs and try again."
        case .printing(let words):
            swedish
                ? "En del av paketet gick inte att göra: \(words.visible)"
                : "A part of the package could not be made: \(words.visible)"
        }
    }
}
