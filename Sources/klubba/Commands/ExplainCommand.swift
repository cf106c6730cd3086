import ArgumentParser
import Diagnostics
import Publishing
import Site
import System

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Visa hur Klubba har läst en fil.",
        discussion: """
            Filens huvud, att-satser med belopp och perioder, nummer på varje möte, beslut, vem som ser den, dess adresser \
            och de rader som inte betyder något för Klubba.
            """)

    @Argument(help: ArgumentHelp("Filen, till exempel content/arenden/2019-30/arende.md.", valueName: "fil"))
    var file: String

    @OptionGroup var options: SiteOptions

    func run() async throws {
        let root = try options.root()
        guard let path = path(root: root) else {
            throw ValidationError("Filen \(file) finns inte under content/ i webbplatsens mapp.")
        }
        let site = await LoadedSite.load(try options.request())
        let found = Explanation(
            path, root: root, register: site.whole, diagnostics: site.diagnostics, language: site.language)
        guard let explanation = found else {
            Console.err(CheckMessages.nothingRead(path, site.language))
            throw ExitCode.content
        }
        switch options.format {
        case .text: Console.write(explanation.text(in: site.language), to: .output)
        case .json: Console.out(explanation.json(in: site.language))
        }
        site.keep()
        if explanation.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode.content }
    }

    /// From the site's root. As a shell completes it, or from content/.
    private func path(root: String) -> String? {
        let content = root + "/content/"
        for written in [file, root + "/" + file, content + file] {
            guard let found = Path.absolute(written), found.hasPrefix(content), !Path.isFolder(found) else { continue }
            return "content/" + found.dropFirst(content.utf8.count)
        }
        return nil
    }
}
