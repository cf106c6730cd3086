import ArgumentParser
import Diagnostics
import Publishing
import System

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Kontrollera att det förseglade är orört.",
        discussion: """
            Kontrollerar beslutsloggens alla rader, att handlingarna och protokollen är som de förseglades, och deras kopior. \
            Anges en mapp med den byggda webbplatsen görs den om i minnet, för den dag och de läsare som den byggdes för, \
            och varje byte i varje fil jämförs. Slutar med 0 när allt stämmer, annars med 1.
            """)

    @Argument(help: ArgumentHelp("Mapp med en byggd webbplats, till exempel public.", valueName: "mapp"))
    var folder: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "En kontrollsumma som antecknades tidigare. Loggen ska ha en rad med den.", valueName: "summa"))
    var head: [String] = []

    @Option(
        name: [.customLong("public-key"), .customLong("publik-nyckel")],
        help: ArgumentHelp(
            "En publik nyckel som rader får vara undertecknade med. Kan anges flera gånger. De nycklar i content/nycklar.txt som är undertecknade från den räknas också.",
            valueName: "nyckel"))
    var publicKey: [String] = []

    @OptionGroup var options: SiteOptions

    func run() async throws {
        let request = try options.request()
        let standing = try folder.map { try site(in: $0, root: request.root) }
        try await VerifyRun(
            request: request, standing: standing,
            outside: SiteVerification.Outside(heads: head, keys: publicKey), format: options.format,
            warnings: options.warnings
        ).run()
    }

    private func site(in written: String, root: String) throws -> StandingSite {
        guard let path = Path.absolute(written) else { throw ValidationError("Mappen \(written) finns inte.") }
        let isPublicFolder = path == root + "/public"
        return StandingSite(path, shown: written, asked: options.writtenAudience ?? (isPublicFolder ? .public : nil))
    }
}
