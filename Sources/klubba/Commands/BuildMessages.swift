import Diagnostics
import Meetings
import Output
import System

/// What a build says of itself.
enum BuildMessages {
    static func progress(_ done: Int, _ all: Int, _ language: MessageLanguage) -> String {
        language == .swedish ? "Skriver \(done) av \(all) …" : "Writing \(done) of \(all) …"
    }

    static func refused(_ count: Count, _ language: MessageLanguage) -> String {
        language == .swedish
            ? "Inget byggdes. \(count.summary(in: language))" : "Nothing was built. \(count.summary(in: language))"
    }

    /// `Byggde 84 filer i public/ på 0,12 s: 3 skrivna, 81 oförändrade, 0 borttagna. 20 ärenden …`
    static func done(
        _ report: OutputReport, _ count: Count, _ target: String, _ milliseconds: Int, _ language: MessageLanguage
    ) -> String {
        let all = report.written + report.unchanged
        let whole = milliseconds / 1000
        let hundredths = milliseconds % 1000 / 10
        let decimals = hundredths < 10 ? "0\(hundredths)" : "\(hundredths)"
        switch language {
        case .swedish:
            return "Byggde \(all) filer i \(target) på \(whole),\(decimals) s: \(report.written) skrivna, "
                + "\(report.unchanged) oförändrade, \(report.removed) borttagna. \(count.summary(in: language))"
        case .english:
            return "Built \(all) files in \(target) in \(whole).\(decimals) s: \(report.written) written, "
                + "\(report.unchanged) unchanged, \(report.removed) removed. \(count.summary(in: language))"
        }
    }

    /// What a site does not get while nobody has said where it is published. No warning: it may be meant so.
    static func noAddress(_ language: MessageLanguage) -> String {
        language == .swedish
            ? "klubba.yml saknar adress, så flöden, kalender, OParl och webbplatskarta skrevs inte. "
                + "Lägg till webbplatsens adress, till exempel adress: https://handlingar.example.se"
            : "klubba.yml has no address (adress), so feeds, calendar, OParl and site map were not written. "
                + "Add the site's address, such as adress: https://handlingar.example.se"
    }

    /// What failed to be written, and so what to do when that is mended.
    enum Errand {
        case build
        /// `klubba build --undo`
        case undo
        /// `klubba publish`, to a folder
        case publish
        /// `klubba publish --undo`, of a folder
        case publishUndo

        var isBack: Bool { self == .undo || self == .publishUndo }
    }

    static func failed(
        _ failure: OutputFailure, _ target: String, _ language: MessageLanguage, of errand: Errand = .build
    ) -> String {
        let swedish = language == .swedish
        let untouched = untouched(errand, language)
        let again = again(errand, language)
        switch failure {
        case .notWritable(let path, let number):
            return
                (swedish
                ? "\(path) går inte att skriva (\(SystemReason(number).swedish)). Kontrollera behörigheten."
                : "\(path) cannot be written (\(SystemReason(number).english)). Check the permissions.") + untouched
        case .diskFull(let path):
            return
                (swedish
                ? "Disken är full vid \(path). Frigör utrymme och \(again)."
                : "The disk is full at \(path). Free some room and \(again).") + untouched
        case .notADirectory(let path):
            return swedish
                ? "\(path) är ingen mapp. Flytta filen, eller välj en annan mapp med --output."
                : "\(path) is no folder. Move the file, or choose another folder with --output."
        case .otherReaders(let path, let standing):
            return otherReaders(path, standing, language)
        case .partly(let cause, let files):
            let last = swedish ? " När felet är åtgärdat: \(again)." : " When this is mended: \(again)."
            let whole = failed(cause, target, language, of: errand).without(untouched).without(last)
            let found = errand.isBack ? (sv: "från det förra bygget", en: "of the last build") : (sv: "nya", en: "new")
            return swedish
                ? "\(whole) \(files) filer kunde inte läggas tillbaka och är \(found.sv).\(last)"
                : "\(whole) \(files) files could not be put back and are \(found.en).\(last)"
        case .foreign(let paths):
            return swedish
                ? "Inget skrevs: \(paths.count) filer i \(target) är inte klubbas. Flytta dem, eller välj en annan mapp med --output."
                : "Nothing was written: \(paths.count) files in \(target) are not klubba's. Move them, or choose another folder with --output."
        case .symbolicLink(let path):
            return swedish
                ? "\(path) är en länk och kan leda ut ur webbplatsen. Ta bort den.\(untouched)"
                : "\(path) is a link and may lead out of the site. Remove it.\(untouched)"
        case .manifestDamaged(let path, let line):
            return swedish
                ? "\(path) är skadad på rad \(line), så klubba vet inte vilka filer som är dess egna. Töm mappen och \(again)."
                : "\(path) is damaged on line \(line), so klubba cannot tell which files are its own. Empty the folder and \(again)."
        case .refused:
            return swedish ? "Inget skrevs.\(untouched)" : "Nothing was written.\(untouched)"
        case .locked(let path):
            return swedish
                ? "Ett annat bygge skriver i \(path). Vänta tills det är klart."
                : "Another build is writing in \(path). Wait until it is done."
        case .readFailed(let path, let number):
            return
                (swedish
                ? "\(path) gick inte att läsa (\(SystemReason(number).swedish)). Kontrollera filen och \(again)."
                : "\(path) could not be read (\(SystemReason(number).english)). Check the file and \(again).")
                + untouched
        case .unsafePaths(let paths), .collidingPaths(let paths):
            let listed = paths.prefix(5).map(\.visible).joined(separator: ", ")
            return swedish
                ? "Adresserna går inte att skriva som filer: \(listed). Byt namn på filerna de kommer från.\(untouched)"
                : "The addresses cannot be written as files: \(listed). Rename the files that they come from.\(untouched)"
        case .system(let path, let number):
            return swedish
                ? "\(path): \(SystemReason(number).swedish). När felet är åtgärdat: \(again).\(untouched)"
                : "\(path): \(SystemReason(number).english). When this is mended: \(again).\(untouched)"
        case .cancelled:
            return (swedish ? "Bygget avbröts." : "The build was stopped.") + untouched
        }
    }

    private static func untouched(_ errand: Errand, _ language: MessageLanguage) -> String {
        switch (errand.isBack, language) {
        case (true, .swedish): " Webbplatsen är som den var."
        case (true, .english): " The site is as it was."
        case (_, .swedish): " Den förra webbplatsen är orörd."
        case (_, .english): " The old site is untouched."
        }
    }

    private static func again(_ errand: Errand, _ language: MessageLanguage) -> String {
        switch (errand, language) {
        case (.build, .swedish): "bygg igen"
        case (.build, .english): "build again"
        case (.undo, .swedish): "kör klubba build --undo igen"
        case (.undo, .english): "run klubba build --undo again"
        case (.publish, .swedish): "kör klubba publish igen"
        case (.publish, .english): "run klubba publish again"
        case (.publishUndo, .swedish): "kör klubba publish --undo igen"
        case (.publishUndo, .english): "run klubba publish --undo again"
        }
    }

    private static func otherReaders(_ path: String, _ standing: String, _ language: MessageLanguage) -> String {
        let isPublic = standing == Audience.public.rawValue
        switch language {
        case .swedish:
            let (whose, other) =
                isPublic ? ("den offentliga webbplatsen", "ledamöternas") : ("ledamöternas webbplats", "den offentliga")
            return "\(path) är \(whose). Skriv \(other) till en annan mapp med --output, eller töm mappen först. "
                + "Inget skrevs."
        case .english:
            let (whose, other) = isPublic ? ("the public site", "the members'") : ("the members' site", "the public")
            return "\(path) is \(whose). Write \(other) site to another folder with --output, or empty the folder "
                + "first. Nothing was written."
        }
    }
}

extension String {
    /// Without an ending of one's own.
    fileprivate func without(_ ending: String) -> String {
        hasSuffix(ending) ? String(dropLast(ending.count)) : self
    }
}
