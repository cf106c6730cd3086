import ArgumentParser
import Diagnostics
import Documents
import Ledger
import Meetings
import Publishing

struct SealCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal",
        abstract: "Försegla ett mötes handlingar eller justerade protokoll.",
        discussion: """
            Innan mötet förseglas handlingarna som de skickas, efter justeringen protokollet. Varje försegling blir en rad i \
            content/beslutslogg.jsonl. Har handlingar tillkommit sedan kallelsen förseglas de som ett tillägg. Det som är \
            förseglat ändras bara med --correct och ett skäl, som visas på sidan. Inget som är ofärdigt förseglas. Till \
            mötets dag kan en kallelse tas tillbaka med --withdraw och ett skäl.
            """)

    @Argument(help: ArgumentHelp("Vilket möte, till exempel fs-2020-09-18.", valueName: "möte"))
    var meeting: String?

    private var mote: String { meeting ?? "" }

    @Flag(
        name: [.customLong("correct"), .customLong("ratta"), .customLong("rätta")], help: "Rätta det som är förseglat.")
    var correct = false

    @Flag(
        name: [.customLong("withdraw"), .customLong("aterta"), .customLong("återta")],
        help: "Ta tillbaka kallelsens försegling, till mötets dag.")
    var withdraw = false

    @Flag(
        name: [.customLong("dry-run"), .customLong("prova")], help: "Visa vad som skulle förseglas, och skriv inget.")
    var dryRun = false

    @Option(
        name: [.customLong("reason"), .customLong("skäl"), .customLong("skal")],
        help: ArgumentHelp("Varför det rättas eller tas tillbaka. Visas på sidan.", valueName: "text"))
    var reason: String?

    @Option(
        name: [.customLong("key"), .customLong("nyckel")],
        help: ArgumentHelp(
            "Fil med en hemlig Ed25519-nyckel att underteckna med. Den ska ligga utanför webbplatsens mapp.",
            valueName: "fil"))
    var key: String?

    @OptionGroup var heads: SealHeadOptions

    @OptionGroup var options: SiteOptions

    func validate() throws {
        if heads.isAsked == (meeting != nil) {
            throw ValidationError("Skriv vilket möte som ska förseglas, eller ett av valen för loggens huvud.")
        }
    }

    func run() async throws {
        let reason = self.reason?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        try checkOptions(reason: reason)
        let root = try options.root()
        let key = try key.map { try KeyFile.read($0, outside: root) }
        if heads.isAsked {
            let profile = try options.request().settings.profile
            return try await heads.run(HeadRound(folder: LedgerFolder(root: root), key: key, profile: profile))
        }
        var request = try options.request().with(.members)
        request.correcting = correct ? mote.lowercased() : nil
        let site = await LoadedSite.load(request)
        let id = try MeetingID(written: mote, profile: site.register.profile, today: site.register.today)
        guard let sealing = MeetingSealing(id, in: site, withdraw ? .withdrawal : correct ? .correction : .seal) else {
            // What could not be read may have been the meeting.
            let unread = site.diagnostics.filter { if case .unreadableFile = $0.problem { true } else { false } }
            if !unread.isEmpty {
                Reporter(format: options.format, language: site.language).report(unread.sorted())
                Console.err(SealMessages.contentHasErrors)
                throw ExitCode.content
            }
            throw ValidationError("Det finns inget möte \(id.slug), och inget ärende som behandlas där.")
        }
        if let key, !site.head.keys.isInForce(key) {
            Console.err(HeadMessages.refused(.keyNotLast))
            throw ExitCode.content
        }
        let round = SealRound(
            sealing: sealing, reason: reason ?? "", key: key, now: try? options.moment(), isRehearsal: dryRun,
            reporter: Reporter(format: options.format, language: site.language))
        if withdraw { return try await round.takeBack() }
        try round.refuseErrors(beside: await LoadedSite.load(try options.request().with(.public)))
        try await round.run()
    }

    private func checkOptions(reason: String?) throws {
        if correct && withdraw { throw ValidationError("Välj --correct eller --withdraw, inte båda.") }
        if correct && reason?.isEmpty ?? true {
            throw ValidationError("Skriv varför det rättas:  klubba seal \(mote) --correct --reason \"…\"")
        }
        if withdraw && reason?.isEmpty ?? true {
            throw ValidationError("Skriv varför det tas tillbaka:  klubba seal \(mote) --withdraw --reason \"…\"")
        }
        // The log keeps it for ever, and it is published.
        let marks = PersonalDataMark.identityNumbers(in: Array((reason ?? "").utf8), form: .plain)
        if !marks.isEmpty {
            throw ValidationError("I skälet står ett personnummer, och skälet bevaras för alltid. Skriv det utan.")
        }
        if let reason, !reason.isEmpty, !reason.contains(where: { $0.isLetter || $0.isNumber }) {
            throw ValidationError("Skälet är inte ifyllt. Skriv varför:  --reason \"Beloppet var fel\"")
        }
        if !correct && !withdraw && reason != nil {
            throw ValidationError("Ett skäl hör till en rättelse. Lägg till --correct.")
        }
    }
}
