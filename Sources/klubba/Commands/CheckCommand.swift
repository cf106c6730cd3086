import ArgumentParser
import Diagnostics

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Granska ärenden, möten och sidor utan att skriva något.",
        discussion: "Slutar med 0 när inget hindrar ett bygge, 1 när innehållet har fel.")

    @OptionGroup var options: SiteOptions

    func run() async throws {
        let site = await LoadedSite.load(
            root: try options.root(), audience: options.audience, clock: try options.clock())
        let found = Array(Set(site.diagnostics + site.mentionsOfHidden)).sorted()
        Reporter(format: options.format, language: site.language).report(found)
        for line in CheckMessages.passedOver(site.whole, site.language) { Console.err(line) }
        let count = Count(site, found)
        Console.err(count.summary(in: site.language))
        site.keep()
        if site.hasErrors || (options.strict && !found.isEmpty) { throw ExitCode.content }
    }
}

/// How much a site holds, and how much is wrong with it.
struct Count {
    let matters: Int
    let meetings: Int
    let errors: Int
    let warnings: Int

    /// Of a site with nothing wrong in it.
    init(matters: Int, meetings: Int) { (self.matters, self.meetings, errors, warnings) = (matters, meetings, 0, 0) }

    init(_ site: LoadedSite) { self.init(site, site.diagnostics) }

    init(_ site: LoadedSite, _ diagnostics: [Diagnostic]) {
        matters = site.register.matters.count
        meetings = site.register.meetings.count
        errors = diagnostics.count { $0.severity == .error }
        warnings = diagnostics.count - errors
    }

    func summary(in language: MessageLanguage) -> String {
        switch language {
        case .swedish:
            counted(matters, "ärende", "ärenden") + " och " + counted(meetings, "möte", "möten") + ": \(errors) fel, "
                + counted(warnings, "varning", "varningar") + "."
        case .english:
            counted(matters, "matter", "matters") + " and " + counted(meetings, "meeting", "meetings") + ": "
                + counted(errors, "error", "errors") + ", " + counted(warnings, "warning", "warnings") + "."
        }
    }

    private func counted(_ count: Int, _ one: String, _ many: String) -> String {
        "\(count) \(count == 1 ? one : many)"
    }
}
