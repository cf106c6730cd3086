import Diagnostics
import LocalServer
import Preview
import System

/// What the preview says in the terminal. The lines before a site is read are in Swedish, like the help.
enum ServeMessages {
    static func ready(_ port: Int, asked: Int) -> String {
        let isOther = asked != 0 && port != asked
        return (isOther ? "Port \(asked) är upptagen, så port \(port) används i stället.\n" : "")
            + "Förhandsgranska på http://127.0.0.1:\(port)/ och avsluta med Ctrl-C."
    }

    static func looksForChanges(_ reason: Int32) -> String {
        "Systemet berättar inte om ändringar (\(SystemReason(reason).swedish)). Filerna ses över två gånger i sekunden."
    }

    static func noPort(_ failure: ListenFailure) -> String {
        switch failure {
        case .allTaken(let first, let last):
            "Portarna \(first)–\(last) är upptagna. Välj en annan med --port."
        case .system(let number):
            "Ingen port går att öppna (\(SystemReason(number).swedish)). Välj en annan med --port."
        }
    }

    static func noServer(_ number: Int32) -> String {
        "Förhandsgranskningen kunde inte starta (\(SystemReason(number).swedish))."
    }

    /// `Läste webbplatsen på 84 ms. 20 ärenden och 13 möten: 0 fel, 0 varningar.`
    static func read(_ count: Count, _ milliseconds: Int, _ language: MessageLanguage) -> String {
        language == .swedish
            ? "Läste webbplatsen på \(milliseconds) ms. \(count.summary(in: language))"
            : "Read the site in \(milliseconds) ms. \(count.summary(in: language))"
    }

    static func kept(_ count: Count, _ language: MessageLanguage) -> String {
        language == .swedish
            ? "Sidorna visas som innan felen kom. \(count.summary(in: language))"
            : "The pages are shown as they were before the errors. \(count.summary(in: language))"
    }
}
