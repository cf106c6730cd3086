import Ledger
import Meetings
import Publishing

/// What a sealing says of itself.
enum SealMessages {
    static func done(_ meeting: MeetingID, _ line: LogLine, day: CalendarDate) -> String {
        let entry = line.entry
        let what =
            switch entry.kind {
            case .summons: "kallelsen till \(meeting)"
            case .supplement: supplement(meeting, entry.papers)
            case .minutes: "protokollet från \(meeting)"
            case .paragraphs: "omedelbart justerade paragrafer från \(meeting)"
            case .notice: "anslaget för protokollet från \(meeting)"
            case .correction: "rättelse för \(meeting)"
            case .withdrawal: "att kallelsen till \(meeting) togs tillbaka"
            }
        var text = "Förseglade \(what), \(day): \(counted(entry.papers.count, "handling", "handlingar"))"
        if !entry.withdrawn.isEmpty { text += ", \(entry.withdrawn.count) utgick" }
        text += ".\n"
        for paper in entry.papers { text += "  \(paper.title)  content/\(paper.path)\n" }
        for path in entry.withdrawn { text += "  utgår  content/\(path)\n" }
        text += entry.key.isEmpty ? "Raden är inte undertecknad.\n" : "Undertecknad med nyckeln \(entry.key).\n"
        return text + "Rad \(entry.number) har kontrollsumman \(line.digest.text)\n"
            + "Anteckna den utanför webbplatsen. Då går det alltid att visa att loggen är hel: klubba verify --head …"
    }

    /// To the kallelse; or to the record, of the file in which it is signed.
    private static func supplement(_ meeting: MeetingID, _ papers: [LogPaper]) -> String {
        let isSigned = !papers.isEmpty && papers.allSatisfy { $0.path.hasPrefix("moten/\(meeting.slug)/") }
        return isSigned ? "det underskrivna protokollet från \(meeting)" : "tillägg till kallelsen till \(meeting)"
    }

    /// What `--dry-run` shows.
    static func planned(
        _ meeting: MeetingID, _ kind: LogEntry.Kind, papers: [LogPaper], withdrawn: [String]
    ) -> String {
        let what =
            switch kind {
            case .summons: "kallelsen till \(meeting)"
            case .supplement: supplement(meeting, papers)
            case .minutes: "protokollet från \(meeting)"
            case .paragraphs: "omedelbart justerade paragrafer från \(meeting)"
            case .notice: "anslaget för protokollet från \(meeting)"
            case .correction: "en rättelse för \(meeting)"
            case .withdrawal: "att kallelsen till \(meeting) tas tillbaka"
            }
        var text = "Det här skulle förseglas: \(what), \(counted(papers.count, "handling", "handlingar")).\n"
        for paper in papers { text += "  \(paper.title)  content/\(paper.path)\n" }
        for path in withdrawn { text += "  utgår  content/\(path)\n" }
        return text + "Inget skrevs. Kör utan --dry-run för att försegla."
    }

    static func summonsWithoutDay(_ meeting: MeetingID, file: String) -> String {
        "Kallelsen till \(meeting) har ingen dag. Skriv \"kallelse:\" och dagen i huvudet på \(file). Inget skrevs."
    }

    private static func notWithdrawable(_ meeting: MeetingID) -> String {
        "Kallelsen till \(meeting) är inte förseglad, eller så är protokollet det. Det finns inget att ta tillbaka. Inget skrevs."
    }

    private static func tooLateToWithdraw(_ meeting: MeetingID) -> String {
        "Mötet \(meeting) är i dag eller har varit. Då går kallelsen inte att ta tillbaka. Rätta med:  klubba seal \(meeting.slug) --correct --reason \"…\""
    }

    /// How much room the kept files take.
    static func kept(_ count: Int, bytes: Int) -> String {
        let size = bytes < 1_000_000 ? "\((bytes + 999) / 1000) kB" : "\((bytes + 500_000) / 1_000_000) MB"
        return "I content/.forseglat bevaras \(counted(count, "fil", "filer")) som inte är text, \(size)."
    }

    static func hindered(_ hindrance: SealHindrance, _ meeting: MeetingID) -> String {
        switch hindrance {
        case .unapproved(let file): unapproved(file)
        case .unreadable(let path, let reason):
            "content/\(path) går inte att läsa (\(reason.swedish)). Inget förseglades."
        case .tooLateToWithdraw: tooLateToWithdraw(meeting)
        case .notWithdrawable: notWithdrawable(meeting)
        }
    }

    static let contentHasErrors = "Inget förseglades, för innehållet har fel."
    static let unfinished = "Det är inte färdigt. Inget förseglades."

    static func nothingNew(_ meeting: MeetingID, isCorrection: Bool) -> String {
        isCorrection
            ? "Inget att rätta: det som är förseglat för \(meeting) är oförändrat. Inget skrevs."
            : "Inget nytt att försegla för \(meeting). Inget skrevs."
    }

    static func neverSealed(_ meeting: MeetingID) -> String {
        "Inget är förseglat för \(meeting), så det finns inget att rätta. Försegla med:  klubba seal \(meeting.slug)"
    }

    private static func unapproved(_ file: String) -> String {
        "\(file) är inte justerat. Skriv \"justerat:\" i huvudet när protokollet är justerat, och försegla sedan. Inget skrevs."
    }

    static func needsCorrection(_ meeting: MeetingID, changed: [String], withdrawn: [String]) -> String {
        var text = ""
        for path in changed { text += "content/\(path) är ändrad sedan den förseglades för \(meeting).\n" }
        for path in withdrawn { text += "content/\(path) förseglades för \(meeting) men hör inte längre dit.\n" }
        return text
            + "Inget skrevs. Återställ det, eller rätta med:  klubba seal \(meeting.slug) --correct --reason \"…\""
    }

    static let reasonHidden =
        "Rättelsen rör handlingar som inte alla får se. Skälet visas bara för dem som får se alla handlingar i den."

    /// True for a correction of papers for everybody together with others.
    static func isMixed(_ entry: LogEntry, _ before: [String: LogPaper]) -> Bool {
        let touched = entry.papers.map(\.visibility) + entry.withdrawn.compactMap { before[$0]?.visibility }
        return Set(touched).count > 1
    }

    static func clockBehind(_ time: LogTime) -> String {
        "Klockan ligger efter loggens förra rad, så raden fick den radens tid, \(time.text). Kontrollera datorns klocka."
    }

    static func failed(_ failure: LedgerFailure) -> String {
        switch failure {
        case .system(let path, _):
            "\(path) går inte att skriva eller läsa (\(failure.reason.swedish)). Kontrollera behörighet och utrymme. Loggen är orörd."
        case .locked(let holder):
            "Någon annan förseglar just nu\(holder.isEmpty ? "" : " (\(holder))"). Vänta tills det är klart och försök igen. Inget skrevs."
        case .changedMeanwhile:
            "Innehållet eller loggen ändrades medan du förseglade. Kör kommandot igen. Inget skrevs."
        case .needsKey(let key):
            "Loggens tidigare rader är undertecknade (\(key)). Ange nyckelns fil med --key. Inget skrevs."
        }
    }

    static func counted(_ count: Int, _ one: String, _ many: String) -> String {
        "\(count) \(count == 1 ? one : many)"
    }
}
