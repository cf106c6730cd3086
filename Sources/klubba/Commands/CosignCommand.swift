import ArgumentParser
import Ledger
import Meetings
import Publishing
import System

struct CosignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cosign",
        abstract: "Intyga ett annat förbunds publika huvud.",
        discussion: """
            För en medlemskommun eller någon annan som vill vittna om att loggen bara växer. Hämta filen begaran-….txt från \
            förbundets sida /forsegling/. Klubba kontrollerar att huvudet innehåller det som du intygade förut, \
            undertecknar det och skriver en fil att skicka tillbaka. Vad som intygades senast sparas bredvid nyckeln.
            """)

    @Argument(help: ArgumentHelp("Filen från förbundet, till exempel begaran-0.txt.", valueName: "fil"))
    var request: String

    @Option(
        name: [.customLong("key"), .customLong("nyckel")],
        help: ArgumentHelp("Fil med din hemliga Ed25519-nyckel.", valueName: "fil"))
    var key: String

    @Option(
        name: [.customLong("name"), .customLong("namn")],
        help: ArgumentHelp(
            "Ditt namn som en webbadress utan https://, till exempel nyhamn.se/intyg.", valueName: "namn"))
    var name: String

    @Option(name: [.short, .long], help: ArgumentHelp("Var intyget skrivs.", valueName: "fil"))
    var output = "intyg.txt"

    @Option(
        name: .long, help: ArgumentHelp("Var det senaste intyget sparas. Annars bredvid nyckeln.", valueName: "fil"))
    var state: String?

    func run() async throws {
        guard NoteKey.isName(name) else { throw ValidationError("Namnet får inte ha mellanslag eller plustecken.") }
        let key = try KeyFile.read(self.key)
        let state = state ?? self.key + ".intygat"
        do throws(HeadRefusal) {
            guard let request = CosignRequest(reading: try HeadFiles.read(request)) else { throw .unreadable }
            let witness = CosigningWitness(name: name, key: key)
            let memory = try WitnessMemory(file: state)
            let signed = try witness.sign(request, after: memory.before, time: UInt64(SystemClock.seconds))
            // What was signed is remembered before anybody can see it: so nothing else is ever signed beside it.
            try memory.keep(signed)
            try HeadFiles.write(signed.bytes, to: output)
            guard let checkpoint = Checkpoint(signed.text) else { throw .unreadable }
            Console.out(HeadMessages.vouched(checkpoint, output, key: witness.publicKey))
        } catch {
            Console.err(HeadMessages.refused(error))
            throw HeadMessages.exit(error)
        }
    }
}

/// A file with a secret key.
enum KeyFile {
    static func read(_ path: String) throws -> SigningKey {
        guard let location = Path.absolute(path) else { throw ValidationError("Nyckelfilen \(path) finns inte.") }
        let bytes = (try? LedgerFolder.bytes(ofFile: location)) ?? []
        guard let signing = SigningKey(String(decoding: bytes, as: UTF8.self)) else {
            throw ValidationError(
                "\(path) är ingen Ed25519-nyckel. Gör en med:  openssl genpkey -algorithm ed25519 -out \(path)")
        }
        return signing
    }

    /// One that lies outside the site, so that it cannot be published.
    static func read(_ path: String, outside root: String) throws -> SigningKey {
        if let location = Path.absolute(path), Path.isInside(location, root) {
            throw ValidationError(
                "Nyckeln \(path) ligger i webbplatsens mapp och kan komma ut. Lägg den någon annanstans, oläslig för andra."
            )
        }
        return try read(path)
    }
}
