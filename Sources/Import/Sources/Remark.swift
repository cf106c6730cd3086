/// What a person should look at in an imported document. Remarks are no content errors: they say what klubba made of
/// a paper, and the handbook's chapter "Flytta in" says what to do.
public enum Remark: Hashable, Sendable {
    // The file
    case windowsEncoding
    case brokenUTF8(line: Int)
    case nothingRead(reason: String)
    // What is missing
    case noDiaryNumber
    case noTitle(used: String)
    case noProposal
    case noClauses
    case noMeeting
    /// Its name says what its text doesn't.
    case fromName(key: String, value: String)
    case unknownKind
    case noParagraphs
    case paragraphWithoutDecision(number: Int)
    // What is doubtful
    case unreadableDate(label: String, text: String, line: Int)
    case unreadableNumbers(text: String, line: Int)
    case unknownBody(name: String, code: String)
    case severalProposals(line: Int)
    case repeatedText(line: Int, first: Int)
    case paragraphOrder(number: Int, line: Int)
    case approvedTooEarly(date: String)
    case noise(NoiseLine)
    /// A guess, that nothing was written of.
    case doubt(ImportFact)
    // Personal data
    case identityNumber(line: Int?, page: Int? = nil)
    case email(line: Int?, page: Int? = nil)
    case phone(line: Int?, page: Int? = nil)
    case redacted(count: Int)
    case originalLeftOut
    // What it became
    case split(title: String, line: Int)
    case joined(file: String, reason: String)
    case numberTaken(number: String, meeting: String, other: String)
    /// `from`: "protokollet fs-2020-09-18"
    case matterLaidUp(dnr: String, from: String)
    case sameText(file: String)
    case similarMatters(key: String)
    // Pages
    case recognised(page: Int, confidence: Int)
    case paperMissing(number: String)
    case paperUnclaimed
    case unsureCut(page: Int, sign: String)
    /// Nobody has confirmed that it begins there.
    case unsureHidden(page: Int)
    case packetNotKept(reason: String)
    case pagesKeptWhole
    case hiddenSheet(name: String)
    case unreadSheet(name: String)
    // Word
    case textBox(text: String)
    case trackedAdditions(count: Int)
    // Exported files
    case unchangedExport
    case changedInWord(ExportChange)
    /// The site's own text has been changed in the same place.
    case changedInBoth(ExportChange)
}

extension Remark {
    /// Whether a person has to look, or is only told.
    public var needsAttention: Bool {
        switch self {
        case .noise(let line): [.hidden, .comment].contains(line.reason)
        case .windowsEncoding, .split, .joined, .redacted, .originalLeftOut, .matterLaidUp, .unchangedExport,
            .textBox:
            false
        case .recognised(_, let confidence): confidence < RecognisedPage.sure
        default: true
        }
    }

    /// In Swedish, one line; without line numbers where those are not the document's own.
    public func text(withLines: Bool, page: (Int) -> Int? = { _ in nil }) -> String {
        if withLines { return text }
        if case .repeatedText = self { return "en lång text står två gånger. Ta bort den ena" }
        guard text.hasPrefix("rad "), let colon = text.firstRange(of: ": ") else { return text }
        let rest = String(text[colon.upperBound...])
        let line = Int(text[..<colon.lowerBound].dropFirst(4))
        return line.flatMap(page).map { "sida \($0): \(rest)" } ?? rest
    }

    /// In Swedish, one line.
    public var text: String {
        switch self {
        case .windowsEncoding: "texten var Windows-1252 och är nu UTF-8"
        case .brokenUTF8(let line): "rad \(line): trasiga tecken har lästs som Windows-1252. Kontrollera å, ä och ö"
        case .nothingRead(let reason): reason
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
        case .noise(let noise): "rad \(noise.line): togs bort som \(noise.reason.rawValue): \(noise.text)"
        case .doubt(let fact):
            "rad \(fact.line): \(fact.key): kanske \(fact.value). Det skrevs inte: fyll i det om det stämmer"
        case .identityNumber(let line, let page):
            "\(place(line, page))ett personnummer. Ta bort det innan du publicerar"
        case .email(let line, let page): "\(place(line, page))en e-postadress"
        case .phone(let line, let page): "\(place(line, page))ett telefonnummer"
        case .redacted(let count): "\(count) \(count == 1 ? "uppgift" : "uppgifter") maskerades i texten"
        case .originalLeftOut: "originalet lades inte med, för det är inte maskerat"
        case .split(let title, let line): "rad \(line): här börjar en bilaga, \(title). Den blev en egen fil"
        case .joined(let file, let reason): "hör ihop med \(file) (\(reason))"
        case .numberTaken(let number, let meeting, let other):
            "bilaga \(number) på \(meeting) finns redan i \(other). Numret skrevs inte"
        case .matterLaidUp(let dnr, let source): "ärendet \(dnr) fanns inte och lades upp ur \(source)"
        case .sameText(let file): "samma text som \(file). Den lades inte in en gång till"
        case .recognised(let page, let confidence):
            confidence < RecognisedPage.sure
                ? "osäker: sida \(page): tolkad ur en bild med säkerheten \(confidence). Inga uppgifter togs ur den: läs den mot originalet"
                : "sida \(page): tolkad ur en bild med säkerheten \(confidence). Originalet ligger med som bilaga"
        case .paperMissing(let number): "bilaga \(number) står i bilagenumren men finns inte i paketet"
        case .paperUnclaimed: "inget ärende i paketet hör ihop med handlingen"
        case .unsureCut(let page, let sign):
            "sida \(page): osäkert om en handling börjar här (\(sign)). Se delningen med --dry-run, och rätta den med --plan"
        case .unsureHidden(let page):
            "sida \(page): blev en bilaga som bara ledamöterna ser, för ingen har bekräftat att en handling börjar där. Bekräfta med --yes, eller rätta med --plan"
        case .packetNotKept(let reason): "paketet självt lades inte med: \(reason)"
        case .unchangedExport: "exporterad härifrån och inte ändrad i Word"
        case .changedInWord(let change): "ändrat i Word\(change.shown)"
        case .changedInBoth(let change):
            "skrevs inte, för texten här är ändrad på samma ställe sedan den exporterades. I Word\(change.shown). "
                + "Jämför, och skriv in det själv"
        case .hiddenSheet(let name): "bladet \(name) är dolt och lästes inte"
        case .unreadSheet(let name): "bladet \(name) gick inte att läsa"
        case .textBox(let text): "en textruta står efter sitt stycke: \(text.oneLine)"
        case .trackedAdditions(let count):
            "\(count) \(count == 1 ? "tillägg är gjort" : "tillägg är gjorda") med ändringsmarkering och togs med"
        case .pagesKeptWhole: "sidorna klipptes inte ut till en egen PDF, för programmet klubba-pdf saknas"
        case .similarMatters(let key): "flera ärenden passar med \(key). Lägg ansökan i rätt mapp"
        }
    }

    private func place(_ line: Int?, _ page: Int?) -> String {
        line.map { "rad \($0): " } ?? page.map { "sida \($0): " } ?? "i texten: "
    }
}

extension Remark {
    /// Something in the file was left out of what was written, and a person must write it.
    public var isConflict: Bool { if case .changedInBoth = self { true } else { false } }
}

extension ExportChange {
    /// ", att-sats 2: före → efter"
    fileprivate var shown: String {
        let place = place.map { ", \($0)" } ?? ""
        if before.isEmpty { return "\(place), nytt: \(after.oneLine)" }
        if after.isEmpty { return "\(place), borttaget: \(before.oneLine)" }
        return "\(place): \(before.oneLine) → \(after.oneLine)"
    }
}

extension String {
    /// In one line, at most some two hundred signs of it.
    fileprivate var oneLine: String {
        let line = split(separator: "\n").map { String($0).trimmed }.joined(separator: " ")
        return line.count > 240 ? line.prefix(240) + "…" : line
    }
}
