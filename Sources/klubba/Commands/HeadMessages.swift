import ArgumentParser
import Ledger

/// What the commands about the log's public head say.
enum HeadMessages {
    static func signed(_ head: Checkpoint) -> String {
        "Loggens publika huvud gäller \(SealMessages.counted(head.size, "rad", "rader")) och har kontrollsumman \(head.root.base64)"
    }

    static func cosigned(_ names: [String]) -> String { "Tog in intyg från \(names.joined(separator: ", "))." }

    static func asked(size: Int, _ file: String) -> String {
        """
        Frågan om huvudet med \(SealMessages.counted(size, "rad", "rader")) ligger i \(file). Skicka den till en tidsstämplingstjänst, till exempel:
          curl -H "Content-Type: application/timestamp-query" --data-binary @\(file) ADRESS > svar.tsr
        Ta sedan in svaret:  klubba seal --timestamp-response svar.tsr --certificates tjanstens.pem
        """
    }

    static func renewing(_ number: Int, _ file: String) -> String {
        """
        Förnyelse \(number) omfattar alla tidigare huvuden, tidsstämplar, loggen och kopiorna. Frågan (SHA-512) ligger i \(file). Skicka den till en tidsstämplingstjänst.
        Ta sedan in svaret:  klubba seal --timestamp-response svar.tsr --certificates tjanstens.pem
        """
    }

    static func dated(_ time: LogTime) -> String { "Tog in tidsstämpeln från \(time.text). Dess underskrift stämmer." }

    static func vouched(_ checkpoint: Checkpoint, _ file: String, key: NoteKey) -> String {
        """
        Intygade huvudet för \(checkpoint.origin) med \(SealMessages.counted(checkpoint.size, "rad", "rader")). Skicka \(file) till den som bad om det.
        Första gången behöver de också den här raden, i content/forsegling/intygare.txt:
        NAMN: \(key.text)
        """
    }

    static func exit(_ refusal: HeadRefusal) -> ExitCode {
        switch refusal {
        case .noKey, .noCertificates: .usage
        case .ledger, .opensslMissing: .machine
        default: .content
        }
    }

    static func refused(_ refusal: HeadRefusal) -> String {
        switch refusal {
        // A line may have been sealed just before.
        case .ledger(.system(let path, let number)):
            "\(path) går inte att skriva eller läsa (\(LedgerFailure.system(path: path, errno: number).reason)). Kontrollera behörighet och utrymme, och kör kommandot igen. Loggens rader är hela; saknar den sista ett huvud:  klubba seal --head --key FIL"
        case .ledger(let failure): SealMessages.failed(failure)
        case .nothingSealed: "Inget är förseglat än, så det finns inget att underteckna."
        case .logNotWhole: "Loggen är skadad. Kör klubba verify och hämta tillbaka den. Inget skrevs."
        case .otherLog(let size):
            "Huvudet med \(SealMessages.counted(size, "rad", "rader")) undertecknades för en annan logg än den som finns nu. Hämta tillbaka loggen från en säkerhetskopia. Inget skrevs."
        case .saltMissing:
            "content/forsegling/salt är borta. Hämta tillbaka filen från en säkerhetskopia: utan den går huvudet inte att föra vidare. Inget skrevs."
        case .saltDamaged:
            "content/forsegling/salt går inte att läsa. Hämta tillbaka filen från en säkerhetskopia. Inget skrevs."
        case .noHead:
            "Loggen har inget publikt huvud än. Underteckna ett:  klubba seal --head --key FIL"
        case .unreadable: "Filen går inte att läsa som det den skulle vara. Be om den på nytt. Inget skrevs."
        case .unknownHead: "Filen gäller inget av loggens huvuden. Kontrollera att det är rätt fil. Inget skrevs."
        case .unknownWitness(let names):
            "Ingen i content/forsegling/intygare.txt har undertecknat (\(names.isEmpty ? "inga intyg" : names.joined(separator: ", "))). Lägg till en rad med namn, kolon och nyckeln som klubba cosign visade. Inget skrevs."
        case .wrongSignature(let name): "Intyget från \(name) stämmer inte. Be om det på nytt. Inget skrevs."
        case .openssl(let reason):
            "Tidsstämpelns underskrift stämmer inte (\(reason)). Kontrollera att --certificates har tjänstens certifikat med utfärdarens. Inget skrevs."
        case .opensslMissing:
            "openssl behövs för att kontrollera svaret. Installera openssl och kör igen. Inget skrevs."
        case .keyNotLast:
            "Nyckeln är inte den sista i content/nycklar.txt. Lägg först till den med klubba key add. Inget skrevs."
        case .noKey: "Ange nyckelns fil med --key. Inget skrevs."
        case .noCertificates: "Ange tjänstens certifikat med --certificates fil.pem. Inget skrevs."
        case .doesNotContain(let before):
            "Huvudet innehåller inte det som du intygade förut (\(SealMessages.counted(before, "rad", "rader"))). Intyga det inte: fråga den som förseglar vad som har hänt. Inget undertecknades."
        case .otherStart(let asked, let before):
            "Begäran utgår från \(SealMessages.counted(asked, "rad", "rader")), men du intygade \(SealMessages.counted(before, "rad", "rader")) senast. Hämta filen begaran-\(before).txt. Inget undertecknades."
        case .otherOrigin(let asked, let before):
            "Begäran gäller \(asked), men du har intygat \(before) med den här nyckeln. Ange en annan fil med --state för en annan logg. Inget undertecknades."
        }
    }
}
