import ArgumentParser
import Content
import Delivery
import Meetings
import Output

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

    @Flag(name: .long, help: "Visa hur datorn publicerar varje natt, eftersom anslagstavlan följer kalendern.")
    var schedule = false

    @Option(name: .long, help: ArgumentHelp("Webbplatsens mapp, den som har content/ i sig.", valueName: "mapp"))
    var site = "."

    @Option(
        name: .long,
        help: ArgumentHelp("Räkna som om det var den här dagen, till exempel 2020-09-18.", valueName: "datum"))
    var today: String?

    @Option(name: .long, help: ArgumentHelp("Bara den här utgåvan: public eller members.", valueName: "läsare"))
    var audience: Audience?

    func validate() throws {
        if force && !undo { throw ValidationError("--force hör ihop med --undo.") }
        if undo && (dryRun || packets) { throw ValidationError("--undo går inte ihop med --dry-run eller --packets.") }
    }

    func run() async throws {
        guard let root = Path.absolute(site) else { throw ValidationError("Mappen \(site) finns inte.") }
        if schedule { return Console.out(Schedule(root: root).text) }
        let clock = try siteOptions(for: .public).clock()
        let (profile, problems) = SiteReader(root: root, clock: clock).profile()
        if problems.contains(where: { $0.severity == .error }) {
            Reporter(format: .text, language: .swedish).report(problems.sorted())
            throw ExitCode.content
        }
        let all: [(reader: Audience, target: PublishingTarget?)] = [
            (.public, profile.publicPlace), (.members, profile.membersPlace),
        ]
        let editions = all.compactMap { edition -> (reader: Audience, target: PublishingTarget)? in
            guard let target = edition.target, audience == nil || audience == edition.reader else { return nil }
            return (edition.reader, target)
        }
        guard !editions.isEmpty else {
            Console.err(PublishMessages.noPlace)
            throw ExitCode.usage
        }
        try checkPrograms(editions.map(\.target), root: root)
        // All editions are built and checked before the first is sent.
        var rounds: [PublishRound] = []
        for (reader, target) in editions {
            let round = PublishRound(root: root, reader: reader, target: target, options: try siteOptions(for: reader))
            if !undo { try await build(round) }
            rounds.append(round)
        }
        if undo {
            for round in rounds { try await round.undo(force: force ? .afterAYes : .never, asks: !yes) }
        } else {
            try await send(rounds)
        }
    }

    private func send(_ rounds: [PublishRound]) async throws {
        var waiting: [(PublishRound, Edition, EditionChanges)] = []
        for round in rounds {
            let (edition, changes) = try round.compared()
            Console.err(PublishMessages.table(round.reader, round.target, changes))
            if !changes.isEmpty { waiting.append((round, edition, changes)) }
        }
        if dryRun || waiting.isEmpty { return }
        guard yes || PublishMessages.isYes("Publicera? Skriv ja:") else {
            Console.err("Inget publicerades.")
            throw ExitCode.content
        }
        for (round, edition, changes) in waiting { try await round.deliver(edition, changes, undoing: false) }
    }

    /// As `klubba build` and `klubba verify` would, into a folder that only this machine sees.
    private func build(_ round: PublishRound) async throws {
        var words = ["--site", round.root, "--audience", round.reader.rawValue, "--output", round.draft, "--keep", "0"]
        if let today { words += ["--today", today] }
        let build = try BuildCommand.parse(words + (packets ? ["--packets"] : []))
        try round.prepare()
        try await build.run()
        var check = ["--site", round.root, "--audience", round.reader.rawValue]
        if let today { check += ["--today", today] }
        try await VerifyCommand.parse(check + ["--", round.draft]).run()
    }

    private func siteOptions(for reader: Audience) throws -> SiteOptions {
        try SiteOptions.parse(
            ["--site", site, "--audience", reader.rawValue] + (today.map { ["--today", $0] } ?? []))
    }

    private func checkPrograms(_ targets: [PublishingTarget], root: String) throws {
        var missing = targets.flatMap { Delivery(to: $0.place, root: root).missingPrograms() }
        if targets.contains(where: { $0.control != nil }) { missing += Control.missingPrograms() }
        guard let first = missing.first else { return }
        Console.err(PublishMessages.failed(.programMissing(first), nil))
        throw ExitCode.machine
    }
}
