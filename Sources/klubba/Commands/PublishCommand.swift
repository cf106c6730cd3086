import ArgumentParser
import Delivery
import Diagnostics
import Meetings
import Publishing
import System

struct PublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Granska, bygg och publicera webbplatsen dit klubba.yml säger.",
        discussion: """
            Bygger båda utgåvorna, kontrollerar det förseglade, visar vad läsarna får se som är nytt, och frågar innan något \
            skickas. Bryts det på vägen har läsarna kvar den förra webbplatsen: kör om kommandot. Platserna står under \
            publicering i klubba.yml.
            """)

    @Flag(name: .long, help: "Visa vad som skulle ändras, och skicka inget.")
    var dryRun = false

    @Flag(name: .long, help: "Fråga inte: för schemalagda körningar och CI.")
    var yes = false

    @Flag(name: .long, help: "Gå tillbaka till det som var publicerat före det senaste.")
    var undo = false

    @Flag(name: .long, help: "Med --undo: gå tillbaka trots det som hindrar. Du får frågan först.")
    var force = false

    @Flag(name: .long, help: "Gör också mötenas handlingar till PDF-filer.")
    var packets = false

    @Flag(
        name: .long,
        help: "Skriv det som får datorn att publicera varje natt, eftersom anslagstavlan följer kalendern.")
    var schedule = false

    @Option(
        name: .customLong("with"),
        help: ArgumentHelp("Med --schedule: systemd eller cron. Annars det som datorn har.", valueName: "sätt"))
    var means: Schedule.Means?

    @Option(
        name: .long,
        help: ArgumentHelp("Med --schedule: vem som får veta när det inte gick.", valueName: "adress"))
    var mail: String?

    @Option(name: .long, help: ArgumentHelp("Webbplatsens mapp, den som har content/ i sig.", valueName: "mapp"))
    var site = "."

    @Option(
        name: .long,
        help: ArgumentHelp("Räkna som om det var den här dagen, till exempel 2020-09-18.", valueName: "datum"))
    var today: String?

    @Option(name: .long, help: ArgumentHelp("Bara den här utgåvan: public eller members.", valueName: "läsare"))
    var audience: Audience?

    func validate() throws {
        if (means != nil || mail != nil) && !schedule {
            throw ValidationError("--with och --mail hör ihop med --schedule.")
        }
        // What a shell would read otherwise is in no address of this kind.
        if let mail,
            MailAddress(mail) == nil || mail.contains(where: { !$0.isLetter && !$0.isNumber && !"@.-_+".contains($0) })
        {
            throw ValidationError("\(mail) är ingen e-postadress. Skriv som namn@example.se.")
        }
        if force && !undo { throw ValidationError("--force hör ihop med --undo.") }
        if undo && (dryRun || packets) { throw ValidationError("--undo går inte ihop med --dry-run eller --packets.") }
    }

    func run() async throws {
        let request = try SiteOptions.of(site: site, today: today, audience: .public).request()
        let settings = request.settings
        if settings.diagnostics.contains(where: { $0.severity == .error }) {
            Reporter(format: .text, language: .swedish).report(settings.diagnostics.sorted())
            throw ExitCode.content
        }
        if schedule {
            let program = Path.ownProgram ?? "klubba"
            let zone = settings.profile.timeZone
            return try Schedule(root: request.root, program: program, timeZone: zone, mail: mail).write(means)
        }
        let all = [(Audience.public, settings.profile.publicPlace), (.members, settings.profile.membersPlace)]
        let rounds = all.compactMap { reader, target -> PublishRound? in
            guard let target, audience == nil || audience == reader else { return nil }
            return PublishRound(request: request.with(reader), target: target)
        }
        guard !rounds.isEmpty else {
            Console.err(PublishMessages.noPlace)
            throw ExitCode.usage
        }
        // Of both editions, also where only one is asked for.
        try checkPlaces(all.compactMap(\.1?.place), root: request.root)
        try checkPrograms(rounds.map(\.target), root: request.root)
        if undo {
            for round in rounds { try await round.undo(force: force ? .afterAYes : .never, asks: !yes) }
        } else {
            // All editions are built and checked before the first is sent.
            for round in rounds { try await build(round) }
            try await send(rounds)
        }
    }

    private func send(_ rounds: [PublishRound]) async throws {
        var waiting: [(PublishRound, Edition, EditionChanges)] = []
        for round in rounds {
            let (edition, changes) = try round.compared()
            Console.err(PublishMessages.table(round.reader, round.target, changes))
            if round.isBrokenOff { Console.err(PublishMessages.brokenOff) }
            if !changes.isEmpty || round.isBrokenOff { waiting.append((round, edition, changes)) }
        }
        if dryRun || waiting.isEmpty { return }
        guard yes || PublishMessages.isYes("Publicera? Skriv ja:") else {
            Console.err("Inget publicerades.")
            throw ExitCode.content
        }
        for (round, edition, changes) in waiting { try await round.deliver(edition, changes, .forth) }
    }

    /// As `klubba build` and `klubba verify` would, into a folder that only this machine sees.
    private func build(_ round: PublishRound) async throws {
        var request = round.request
        request.options.hasPackets = packets
        try round.prepare()
        try await BuildRun(
            request, target: round.draft, shown: round.draft, format: .text, warnings: .pass, keep: 0
        ).run()
        try await VerifyRun(
            request: round.request,
            standing: StandingSite(Path.absolute(round.draft) ?? round.draft, shown: round.draft, asked: round.reader),
            outside: SiteVerification.Outside(heads: [], keys: []), format: .text, warnings: .pass
        ).run()
    }

    /// A folder that readers get is nobody's content, and no edition lies within another's.
    private func checkPlaces(_ places: [PublishingPlace], root: String) throws {
        let folders = places.compactMap { $0.folder(beside: root).map { Path.planned($0) } }
        for folder in folders {
            guard OutputFolder.isOverSite(folder, root: root) || OutputFolder.isInContent(folder, root: root) else {
                continue
            }
            Console.err(PublishMessages.insideSite(folder))
            throw ExitCode.usage
        }
        for (place, folder) in folders.enumerated() {
            for (other, outer) in folders.enumerated() where place != other && Path.isInside(folder, outer) {
                Console.err(PublishMessages.insideOther(folder, outer))
                throw ExitCode.usage
            }
        }
    }

    private func checkPrograms(_ targets: [PublishingTarget], root: String) throws {
        var missing = targets.flatMap { Delivery(to: $0.place, root: root).missingPrograms() }
        if targets.contains(where: { $0.control != nil }) { missing += Control.missingPrograms() }
        guard let first = missing.first else { return }
        Console.err(PublishMessages.failed(.programMissing(first), nil))
        throw ExitCode.machine
    }
}
