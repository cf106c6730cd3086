import ArgumentParser
import Diagnostics
import Ledger
import Meetings

struct KeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Vilka nycklar som har undertecknat förseglingarna.",
        subcommands: [KeyListCommand.self, KeyAddCommand.self], defaultSubcommand: KeyListCommand.self)
}

struct KeyListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Visa nycklarna i content/nycklar.txt, med vems och när.")

    @OptionGroup var options: SiteOptions

    func run() async throws {
        let folder = LedgerFolder(root: try options.root())
        let register = KeyRegister(in: folder)
        let log = try? folder.readLog()
        let found = (register.diagnostics + (log.map { register.check($0) } ?? [])).sorted()
        Reporter(format: options.format, language: .swedish).report(found)
        Console.out(KeyMessages.list(register))
        if found.contains(where: { $0.severity == .error }) { throw ExitCode.content }
    }
}

struct KeyAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Lägg till en ny nyckel, undertecknad med den förra.",
        discussion: """
            Den första nyckeln behöver ingen annan. Varje nästa undertecknas med den förra (--previous). Är den förra \
            förlorad skriver du vad som hände med --lost: det står sedan kvar på webbplatsen, så att alla vet det.
            """)

    @Option(
        name: [.customLong("key"), .customLong("nyckel")],
        help: ArgumentHelp("Den nya hemliga nyckeln.", valueName: "fil"))
    var key: String

    @Option(
        name: [.customLong("name"), .customLong("namn")], help: ArgumentHelp("Vems nyckeln är.", valueName: "namn"))
    var name: String

    @Option(
        name: [.customLong("role"), .customLong("roll")], help: ArgumentHelp("Vilken roll hen har.", valueName: "roll"))
    var role: String

    @Option(
        name: [.customLong("previous"), .customLong("förra"), .customLong("forra")],
        help: ArgumentHelp("Den förra hemliga nyckeln.", valueName: "fil"))
    var previous: String?

    @Option(
        name: [.customLong("lost"), .customLong("förlorad"), .customLong("forlorad")],
        help: ArgumentHelp("Varför den förra nyckeln inte kan underteckna. Visas på webbplatsen.", valueName: "text"))
    var lost: String?

    @OptionGroup var options: SiteOptions

    func run() async throws {
        let root = try options.root()
        let folder = LedgerFolder(root: root)
        let new = try KeyFile.read(key, outside: root)
        let day = try options.clock()("Europe/Stockholm")
        let words = [name, role, lost ?? ""].map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        var holder = KeyHolder(name: words[0], role: words[1], from: day, key: new.publicKey)
        holder.lost = words[2]
        let before = try previous.map { try KeyFile.read($0, outside: root) }
        do throws(KeyRefusal) {
            Console.out(KeyMessages.added(try KeyRegister(in: folder).add(holder, signedBy: before, in: folder)))
        } catch {
            Console.err(KeyMessages.refused(error))
            throw ExitCode.content
        }
    }
}

enum KeyMessages {
    static func added(_ holder: KeyHolder) -> String {
        "Lade till nyckeln för \(holder.name) (\(holder.role)) från \(holder.from) i content/nycklar.txt:\n\(holder.key)"
    }

    static func list(_ register: KeyRegister) -> String {
        if register.holders.isEmpty { return "Det finns inga nycklar i content/nycklar.txt än." }
        return register.holders.enumerated().map { index, holder in
            let end = register.end(of: index).map { " \($0)" } ?? ""
            return "\(holder.from) –\(end)  \(holder.name), \(holder.role)  \(holder.key)"
        }.joined(separator: "\n")
    }

    static func refused(_ refusal: KeyRefusal) -> String {
        switch refusal {
        case .ledger(let failure): SealMessages.failed(failure)
        case .faulty: "content/nycklar.txt har fel. Kör klubba key och rätta dem först. Inget skrevs."
        case .known: "Nyckeln står redan i content/nycklar.txt. Inget skrevs."
        case .needsPrevious(let name):
            "Den nya nyckeln ska undertecknas med den förra (\(name)). Ange den med --previous, eller skriv med --lost varför det inte går. Inget skrevs."
        case .otherPrevious(let name):
            "--previous är inte den sista nyckeln i content/nycklar.txt (\(name)). Inget skrevs."
        case .unlisted(let key):
            "Loggen är undertecknad med en annan nyckel (\(key)). Lägg till den först, eller skriv den för hand i content/nycklar.txt om den är förlorad. Inget skrevs."
        case .earlier(let day): "Den förra nyckeln gäller från \(day). Den nya kan inte gälla tidigare. Inget skrevs."
        }
    }
}
