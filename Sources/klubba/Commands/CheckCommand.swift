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
        let request = try options.request()
        let round = BuildRound(checking: request)
        if let (told, language) = round?.lastCheck { return try tell(told, language) }
        let site = await LoadedSite.load(request)
        let found = Array(Set(site.diagnostics + site.mentionsOfHidden + ThemeUpgrade.diagnostics(of: site))).sorted()
        let lines = CheckMessages.passedOver(site.whole, site.language)
        round?.remember(site, found: found, lines: lines)
        site.keep()
        try tell(ToldRound(site, found, lines: lines), site.language)
    }

    private func tell(_ told: ToldRound, _ language: MessageLanguage) throws {
        Reporter(format: options.format, language: language).report(told.messages)
        for line in told.lines { Console.err(line) }
        let count = Count(told)
        Console.err(count.summary(in: language))
        if count.errors > 0 || (options.strict && !told.messages.isEmpty) { throw ExitCode.content }
    }
}
