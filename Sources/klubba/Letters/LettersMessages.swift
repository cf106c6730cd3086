import Diagnostics
import Letters

/// What the writing of letters says of itself.
enum LettersMessages {
    /// `utdrag-45-uppsala-kommun.eml: Protokollsutdrag § 45 … → registrator@example.se`
    static func line(_ message: MailMessage, _ language: MessageLanguage) -> String {
        let letter = message.letter
        let nobody = language == .swedish ? "ingen mottagare" : "no recipient"
        let people = letter.recipients.isEmpty ? nobody : letter.recipients.map(\.address.text).joined(separator: ", ")
        let pdf = letter.attachment == nil ? "" : " (PDF)"
        return "\(letter.name).eml: \(letter.subject.visible)\(pdf) → \(people)"
    }

    static func refused(_ language: MessageLanguage) -> String {
        language == .swedish
            ? "Inga brev skrevs. Rätta felen först." : "No letters were written. Correct the errors first."
    }

    static func rehearsed(_ count: Int, _ language: MessageLanguage) -> String {
        language == .swedish
            ? "\(counted(count, language)). Inget skrevs." : "\(counted(count, language)). Nothing was written."
    }

    static func done(_ count: Int, _ folder: String, _ language: MessageLanguage) -> String {
        if count == 0 {
            return language == .swedish ? "Det finns inga brev att skriva." : "There are no letters to write."
        }
        return language == .swedish
            ? "Skrev \(counted(count, language)) i \(folder). Öppna dem i e-postprogrammet."
            : "Wrote \(counted(count, language)) to \(folder). Open them in your mail program."
    }

    private static func counted(_ count: Int, _ language: MessageLanguage) -> String {
        language == .swedish ? "\(count) brev" : count == 1 ? "1 letter" : "\(count) letters"
    }

    static func removed(_ name: String, _ language: MessageLanguage) -> String {
        language == .swedish
            ? "\(name) togs bort: det brevet blir inte till längre."
            : "\(name) was removed: there is no such letter any more."
    }

    static func withoutPDF(_ language: MessageLanguage) -> String {
        language == .swedish
            ? "Utdragen bifogas inte som PDF, för programmen saknas: klubba tools packet. Utan dem: --no-pdf."
            : "Extracts are not attached as PDF, as programs are missing: klubba tools packet. Without them: --no-pdf."
    }

    static func notWritable(_ path: String, _ language: MessageLanguage) -> String {
        language == .swedish
            ? "\(path) går inte att skriva. Kontrollera behörighet och utrymme."
            : "\(path) cannot be written. Check the permissions and the room left."
    }

    static func noSendmail(_ language: MessageLanguage) -> String {
        language == .swedish
            ? "Programmet sendmail finns inte här, så inget skickades. Öppna breven i e-postprogrammet, eller be it-stödet om sendmail (paketet msmtp-mta eller postfix)."
            : "The program sendmail is not here, so nothing was sent. Open the letters in your mail program, or ask for sendmail (the package msmtp-mta or postfix)."
    }

    static func noSender(_ language: MessageLanguage) -> String {
        language == .swedish
            ? "Utan avsändare skickas inget. Lägg till avsändare i content/adresser.yml."
            : "Nothing is sent without a sender. Add avsändare to content/adresser.yml."
    }

    static func sentBefore(_ name: String, _ language: MessageLanguage) -> String {
        language == .swedish
            ? "\(name).eml har skickats förut, precis så, och skickas inte igen (--force)."
            : "\(name).eml has been sent before, just so, and is not sent again (--force)."
    }

    static func question(_ count: Int, _ language: MessageLanguage) -> String {
        language == .swedish
            ? "Skicka \(counted(count, language))? Skriv ja:" : "Send \(counted(count, language))? Write ja:"
    }

    static func sent(_ count: Int, _ language: MessageLanguage) -> String {
        language == .swedish ? "Skickade \(counted(count, language))." : "Sent \(counted(count, language))."
    }

    static func nothingSent(_ language: MessageLanguage) -> String {
        language == .swedish ? "Inget skickades." : "Nothing was sent."
    }

    static func refusedBySendmail(_ name: String, _ said: String, _ language: MessageLanguage) -> String {
        language == .swedish
            ? "sendmail tog inte emot \(name).eml: \(said.visible). Det och de följande skickades inte."
            : "sendmail did not take \(name).eml: \(said.visible). It and those after it were not sent."
    }
}
