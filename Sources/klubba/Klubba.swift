import ArgumentParser
import Publishing

struct Klubba: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "klubba",
        abstract: "Gör en styrelses ärenden till en webbplats.",
        discussion: """
            Varje ärende är en Markdownfil i content/arenden/, varje möte en i content/moten/. \
            Handboken (docs/handbok.md) visar hela året, från kallelse till arkiv.
            """,
        version: version,
        subcommands: [
            InitCommand.self, NewCommand.self, NumberCommand.self, MoveCommand.self, ImportCommand.self,
            ExportCommand.self, CheckCommand.self, ExplainCommand.self, BuildCommand.self, ServeCommand.self,
            PacketCommand.self, LettersCommand.self, SealCommand.self, KeyCommand.self, CosignCommand.self,
            VerifyCommand.self, ReviewCommand.self, ArchiveCommand.self, PublishCommand.self, DeskCommand.self,
            ThemeCommand.self, ToolsCommand.self,
        ])

    static let version = Program.version
}
