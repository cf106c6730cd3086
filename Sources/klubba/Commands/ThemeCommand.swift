import ArgumentParser
import Content
import Publishing
import System
import Theme

struct ThemeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "theme",
        abstract: "Visa vad i utseendet som kan bytas ut, och skriv ut det till theme/.",
        discussion: """
            Utan namn: en lista. Med namn skrivs mallen, textfilen eller stilmallen ut, för dig att ändra: arende, \
            stil.css, sv.txt. Ett enda ord skrivs ut med text.NYCKEL. En fil som finns skrivs aldrig över utan --force. \
            Filen minns vilken inbyggd den kommer från: har den inbyggda ändrats när du uppgraderar säger klubba check det.
            """)

    @Argument(
        help: ArgumentHelp(
            "En mall, textfil, stilmall eller text, till exempel arende eller text.diarium.", valueName: "namn"))
    var name: String?

    @Flag(name: .long, help: "Skriv över filen i theme/. Det som stod där finns kvar bland versionerna.")
    var force = false

    @Flag(name: .long, help: "Visa den inbyggda utan att skriva något.")
    var show = false

    @Flag(name: .long, help: "Visa vad som kan nämnas i mallen, och vad det betyder.")
    var keys = false

    @Flag(name: .long, help: "Visa vad som har ändrats i den inbyggda sedan din skrevs ut.")
    var diff = false

    @Flag(name: .long, help: "Märk din fil som genomgången: den svarar mot den inbyggda som den är nu.")
    var seen = false

    @Flag(name: .long, help: "Skriv hela förteckningen över mallar och nycklar, som Markdown.")
    var reference = false

    @Option(name: .long, help: ArgumentHelp("Webbplatsens mapp, den som har content/ i sig.", valueName: "mapp"))
    var site: String = "."

    func validate() throws {
        if [show, keys, diff, seen, reference].count(where: \.self) > 1 {
            throw ValidationError("Välj ett av --show, --keys, --diff, --seen och --reference.")
        }
        if name == nil, show || keys || diff || seen || force {
            throw ValidationError("Skriv vad det gäller, till exempel klubba theme arende.")
        }
    }

    func run() async throws {
        if reference { return Console.write(ThemeReference().page, to: .output) }
        let request = try SiteOptions.of(site: site, today: nil, audience: .public).request()
        let override = ThemeOverride(
            defaults: ThemeDefaults(language: request.settings.profile.language.rawValue),
            writer: ThemeWriter(root: request.root))
        guard let name else { return Console.out(try override.list()) }
        let part = try override.part(name)
        if keys { return Console.out(try override.keys(of: part)) }
        if show { return Console.write(String(decoding: part.bytes, as: UTF8.self), to: .output) }
        if diff { return Console.out(try override.difference(of: part)) }
        Console.out(seen ? try override.markSeen(part) : try override.write(part, replacing: force))
    }
}
