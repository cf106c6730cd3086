import ArgumentParser
import Diagnostics
import Publishing

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Granska ärenden, möten och sidor utan att skriva något.",
        discussion: "Slutar med 0 när inget hindrar ett bygge, 1 när innehållet har fel.")

    @OptionGroup var options: SiteOptions

    func run() async throws {
        let site = await LoadedSite.load(try options.request())
        let found = Array(Set(site.diagnostics + site.mentionsOfHidden + ThemeUpgrade.diagnostics(of: site))).sorted()
        Reporter(format: options.format, language: site.language).report(found)
        for line in CheckMessages.passedOver(site.whole, site.language) { Console.err(line) }
        let count = Count(site, found)
        Console.err(count.summary(in: site.language))
        site.keep()
        if site.hasErrors || (options.strict && !found.isEmpty) { throw ExitCode.content }
    }
}
