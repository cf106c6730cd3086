extension Remark {
    /// In Swedish, one line.
    var swedish: String {
        switch self {
        case .windowsEncoding: "texten var Windows-1252 och är nu UTF-8"
        case .brokenUTF8(let line): "rad \(line): trasiga tecken har lästs som Windows-1252. Kontrollera å, ä och ö"
        case .nothingRead(let refusal): refusal.text(in: .swedish)
        case .notWritten(let obstacle): obstacle.text(in: .swedish)
        case .noDiaryNumber: "inget dnr hittades. Skriv dnr i huvudet"
        case .noTitle(let used): "ingen titel hittades. Filens namn används: \(used)"
        case .noProposal: "inget förslag till beslut hittades"
        case .noClauses: "förslaget till beslut har inga att-satser"
        case .fromName(let key, let value):
            "\(key) \(value) är läst ur filens eller mappens namn, för texten säger det inte"
        case .noMeeting: "vilket möte det gäller framgår inte. Skriv organ och dag"
        case .unknownKind:
            "det framgår inte vad det är för handling. Den visas bara för ledamöterna tills du har bestämt"
        case .noParagraphs: "protokollet har inga paragrafer som går att läsa"
        case .paragraphWithoutDecision(let number): "§ \(number) har inget beslut"
        case .unreadableDate(let label, let text, let line): "rad \(line): \(label) \(text) går inte att läsa som datum"
        case .unreadableNumbers(let text, let line): "rad \(line): bilagenumren \(text) går inte att läsa"
        case .unknownBody(let name, let code):
            "organet \(name) finns inte i klubba.yml. Lägg till kod: \(code), namn: \(name.spoken) under organ"
        case .severalProposals(let line): "rad \(line): texten har fler förslag till beslut. Bara det första räknas"
        case .repeatedText(let line, let first): "rad \(line): samma text som på rad \(first). Ta bort den ena"
        case .paragraphOrder(let number, let line): "rad \(line): § \(number) står inte i nummerordning"
        case .approvedTooEarly(let date): "justeringsdagen \(date) ligger före mötet och togs inte med"
        case .noise(let noise): "rad \(noise.line): togs bort som \(noise.reason.text(in: .swedish)): \(noise.text)"
        case .doubt(let fact):
            "rad \(fact.line): \(fact.key): kanske \(fact.value). Det skrevs inte: fyll i det om det stämmer"
        case .identityNumber(let line, let page):
            "\(Remark.place(line, page))ett personnummer. Ta bort det innan du publicerar"
        case .email(let line, let page): "\(Remark.place(line, page))en e-postadress"
        case .phone(let line, let page): "\(Remark.place(line, page))ett telefonnummer"
        case .redacted(let count): "\(count) \(count == 1 ? "uppgift" : "uppgifter") maskerades i texten"
        case .originalLeftOut: "originalet lades inte med, för det är inte maskerat"
        case .split(let title, let line): "rad \(line): här börjar en bilaga, \(title). Den blev en egen fil"
        case .joined(let file, let reason): "hör ihop med \(file) (\(reason.text(in: .swedish)))"
        case .numberTaken(let number, let meeting, let other):
            "bilaga \(number) på \(meeting) finns redan i \(other). Numret skrevs inte"
        case .matterLaidUp(let dnr, let source):
            "ärendet \(dnr) fanns inte och lades upp ur \(source.text(in: .swedish))"
        case .matterUntitled(let dnr): "vad ärendet \(dnr) handlar om framgår inte. Skriv titel i dess huvud"
        case .secondProposal(let dnr, let file):
            "har samma dnr som \(file), \(dnr), och ett eget förslag till beslut. Den lades där som bilaga: rätta dnr om det är ett annat ärende"
        case .unreadableParagraphs(let line):
            "rad \(line): paragrafer med delade nummer (§ 2.1) går inte att läsa. Skriv dem som § 1, § 2 och kör importen igen"
        case .sameText(let file): "samma text som \(file). Den lades inte in en gång till"
        case .recognised(let page, let confidence):
            confidence < RecognisedPage.sure
                ? "osäker: sida \(page): tolkad ur en bild med säkerheten \(confidence). Inga uppgifter togs ur den: läs den mot originalet"
                : "sida \(page): tolkad ur en bild med säkerheten \(confidence). Originalet ligger med som bilaga"
        case .paperMissing(let number): "bilaga \(number) står i bilagenumren men finns inte i paketet"
        case .paperUnclaimed: "inget ärende i paketet hör ihop med handlingen"
        case .unsureCut(let page, let signs):
            "sida \(page): osäkert om en handling börjar här (\(signs.text(in: .swedish, separator: ", "))). Se delningen med --dry-run, och rätta den med --plan"
        case .unsureHidden(let page):
            "sida \(page): blev en bilaga som bara ledamöterna ser, för ingen har bekräftat att en handling börjar där. Bekräfta med --yes, eller rätta med --plan"
        case .packetWithoutMeeting: "paketet självt lades inte med: det framgår inte vilket möte det gäller"
        case .packetNotKept(let meeting, let line):
            "paketet självt lades inte med: content/moten/\(meeting).md finns redan. Lägg filen i content/moten/\(meeting)/ och skriv \(line) i mötets huvud"
        case .guessedOwner(let owner, let page, let isHidden):
            "sida \(page): bilaga till: kanske \(owner), ärendet före i paketet. Handlingen själv säger det inte. Den lades där"
                + (isHidden ? ", och bara ledamöterna ser den" : "") + ". Flytta den om det är fel"
        case .unchangedExport: "exporterad härifrån och inte ändrad i Word"
        case .changedInWord(let change): "ändrat i Word\(change.shown(in: .swedish))"
        case .changedInBoth(let change):
            "skrevs inte, för texten här är ändrad på samma ställe sedan den exporterades. I Word\(change.shown(in: .swedish)). "
                + "Jämför, och skriv in det själv"
        case .noKeyInWord(let change):
            "skrevs inte, för huvudet har ingen uppgift med det namnet. I Word\(change.shown(in: .swedish)). "
                + "Uppgiften här är kvar: ändra den i texten om det behövs"
        case .valueNotTaken(let change):
            "skrevs inte, för så kan det inte stå här. I Word\(change.shown(in: .swedish)). "
                + "Rätta det i Word, eller skriv in det själv"
        case .exportWithoutText:
            "exporterad med klubba, men det som klubba lade i filen är borta: ett annat program än Word har sparat den. Den läses som vilken fil som helst, utan synlighet, insats och annat som inte syns i Word"
        case .hiddenSheet(let name): "bladet \(name) är dolt och lästes inte"
        case .hiddenCells(let name, let rows, let columns):
            "bladet \(name) har dolda rader (\(rows)) eller kolumner (\(columns)), som inte lästes"
        case .unreadSheet(let name): "bladet \(name) gick inte att läsa"
        case .picture(let words):
            "en bild togs inte med\(words.isEmpty ? "" : ": \(words.oneLine)"). Lägg bildfilen bredvid texten, och skriv ![vad den visar](filens namn) där den ska stå"
        case .innerLinks(let count):
            "\(count) \(count == 1 ? "länk" : "länkar") inom filen blev vanliga ord"
        case .linksLeftOut(let targets):
            "\(targets.count == 1 ? "en länk" : "\(targets.count) länkar") som inte leder till något här blev vanliga ord: \(targets.joined(separator: ", ").oneLine)"
        case .textBox(let text): "en textruta står efter sitt stycke: \(text.oneLine)"
        case .trackedAdditions(let count):
            "\(count) \(count == 1 ? "tillägg är gjort" : "tillägg är gjorda") med ändringsmarkering och togs med"
        case .pagesKeptWhole: "sidorna klipptes inte ut till en egen PDF, för programmet klubba-pdf saknas"
        case .similarMatters(let key): "flera ärenden passar med \(key). Lägg ansökan i rätt mapp"
        }
    }

    private static func place(_ line: Int?, _ page: Int?) -> String {
        line.map { "rad \($0): " } ?? page.map { "sida \($0): " } ?? "i texten: "
    }
}
