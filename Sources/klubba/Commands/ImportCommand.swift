import ArgumentParser
import Content
import Import
import Meetings

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "import", abstract: "Flytta in handlingar som redan finns.")

    @Argument(help: ArgumentHelp("Filer eller mappar.", valueName: "fil"))
    var files: [String]
    @Flag(name: .long) var dryRun = false
    @Flag(name: .long) var redact = false
    @Option(name: .long) var format: OutputFormat = .text

    func run() async throws {
        let clock = SystemClock.today(in: "Europe/Stockholm")
        let reader = DocumentReader(bodies: SiteProfile().bodies, clock: clock, isRedacting: redact)
        let documents = files.map { file in
            let bytes = (try? FileSystem.disk.read(file, 8 << 20)) ?? []
            return reader.read(bytes, file: file, isMarkdown: file.hasSuffix(".md"))
        }
        Console.out(ImportJSON.text(documents))
    }
}
