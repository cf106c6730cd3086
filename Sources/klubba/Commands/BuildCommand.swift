import ArgumentParser
import Meetings
import Output
import Publishing

struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Bygg webbplatsen.",
        discussion: """
            Allt granskas innan något skrivs: med ett fel är den förra webbplatsen orörd. Bara det som har ändrats skrivs, \
            och filer som klubba inte har skrivit lämnas i fred.
            """)

    @OptionGroup var options: SiteOptions

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "Var webbplatsen skrivs. Utan valet i public/ i webbplatsens mapp (med --offline i offline/).",
            valueName: "mapp"))
    var output: String?

    @Flag(
        name: .long,
        help:
            "Gör också mötenas handlingar till PDF-filer. Bara det som har ändrats görs om. Behöver klubba tools packet."
    )
    var packets = false

    @Flag(
        name: .customLong("no-office"),
        help: "Med --packets: bifoga Word, Excel och liknande i stället för att göra sidor av dem.")
    var noOffice = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Ta ned det här mötets anslag fast tiden inte har gått ut, till exempel fs-2020-09-18.", valueName: "möte"))
    var takeDown: [String] = []

    @Flag(
        name: .long,
        help:
            "Gör en webbplats som öppnas direkt ur en mapp, till exempel från ett USB-minne. Utan --output i offline/.")
    var offline = false

    @Flag(name: .long, help: "Lägg mötets alla handlingar också i en zip-fil, länkad från mötets sida.")
    var zip = false

    @Flag(name: .long, help: "Bygg utan sökning.")
    var noSearch = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Hur många tidigare byggen som sparas bredvid webbplatsen, för --undo. Med 0 sparas inget.",
            valueName: "antal"))
    var keep = OutputPlan.usualKeep

    @Flag(
        name: .long, help: "Ta tillbaka det förra bygget. Visar först vad som kommer tillbaka och vad som försvinner.")
    var undo = false

    @Flag(name: .long, help: "Ta bort de tidigare byggen som har sparats.")
    var forget = false

    @Flag(name: .long, help: "Med --undo: ta tillbaka bygget trots det som hindrar. Du får frågan först.")
    var force = false

    func validate() throws {
        if keep < 0 {
            throw ValidationError("--keep \(keep) går inte. Skriv hur många byggen som ska sparas, 0 eller fler.")
        }
        if undo && forget { throw ValidationError("Välj --undo eller --forget.") }
        if force && !undo { throw ValidationError("--force hör ihop med --undo.") }
    }

    func run() async throws {
        var request = try options.request()
        request.options = asked
        request.mayComeDown = takeDown
        let target = try target(root: request.root)
        let shown = output ?? (offline ? "offline/" : "public/")
        if undo || forget {
            let former = UndoBuild(request: request, target: target, shown: shown)
            if forget { return try former.forget() }
            try await former.run(force: force ? .afterAYes : .never)
            return
        }
        try await BuildRun(
            request, target: target, shown: shown, format: options.format, warnings: options.warnings, keep: keep,
            withOffice: !noOffice
        ).run()
    }

    private var asked: PublicationOptions {
        var asked = PublicationOptions()
        (asked.isOffline, asked.hasArchives, asked.hasPackets, asked.hasSearch) = (offline, zip, packets, !noSearch)
        return asked
    }

    private func target(root: String) throws -> String {
        if let output { return try OutputFolder.target(root: root, output: output, audience: options.audience) }
        if options.audience == .members { throw OutputFolder.membersInPublic }
        return root + (offline ? "/offline" : "/public")
    }
}
