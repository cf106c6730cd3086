import ArgumentParser
import Content
import Import
import Meetings
import System

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Gör Word-filer av ärenden, kallelser och protokoll.",
        discussion: """
            Ett ärende nämns med sitt dnr, ett möte som fs-2020-09-18, en fil med sin sökväg under content/. Word-filen kan \
            ändras och läsas in igen med klubba import FIL --update. Kräver programmet pandoc.
            """)

    @Argument(help: ArgumentHelp("Dnr, möte eller fil. Utelämnas med --all.", valueName: "vad"))
    var what: String?

    @Option(
        name: .long, help: ArgumentHelp("protokoll, kallelse, beslut eller utdrag, för ett möte.", valueName: "sort"))
    var kind: Kind?

    @Option(name: .long, help: ArgumentHelp("Paragrafens nummer, för ett utdrag.", valueName: "nummer"))
    var paragraf: Int?

    @Option(name: [.short, .long], help: ArgumentHelp("Filen, eller mappen med --all.", valueName: "fil"))
    var output: String?

    @Flag(name: .long, help: "Alla ärenden, kallelser och protokoll.")
    var all = false

    @Flag(name: .long, help: "Skriv över en fil som finns.")
    var force = false

    @Option(name: .long, help: ArgumentHelp("Webbplatsens mapp.", valueName: "mapp"))
    var site: String = "."

    @Option(name: .long, help: ArgumentHelp("Räkna som om det var den här dagen.", valueName: "datum"))
    var today: String?

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case protokoll, kallelse, beslut, utdrag
    }

    func run() async throws {
        var options = SiteOptions()
        options.today = today
        let root = Path.planned(site)
        let reader = SiteReader(root: root, clock: try options.clock())
        let content = root + "/content"
        let sources = await reader.read()
        let files = ExportSources(content: content, sources: sources)
        guard all || what != nil else {
            throw ValidationError("Skriv vad som ska exporteras: ett dnr, ett möte eller en fil. Eller --all.")
        }
        let wanted = try all ? files.all.map { ExportItem(path: $0) } : [files.one(what ?? "", kind, paragraf)]
        let part = try part()
        let word = WordExport(
            tools: ImportTools(site: root), template: try template(root, sources.profile),
            clock: try options.clock()("Europe/Stockholm"))
        for item in wanted {
            let path = item.path
            let target = target(of: path)
            guard !(Path.planned(target) + "/").hasPrefix(content + "/") else {
                Console.err(
                    "\(target) ligger i content/, som bara har texterna själva. Välj en annan plats med --output.")
                throw ExitCode.content
            }
            if !force, (try? FileSystem.disk.status(target)) != nil {
                Console.err("\(target) finns redan och lämnades. Skriv --force för att skriva över den.")
                throw ExitCode.content
            }
            let text =
                try item.text ?? String(decoding: FileSystem.disk.read(content + "/" + path, 8 << 20), as: UTF8.self)
            let secrecy = files.secrecy(of: path, text, paragraf)
            let bytes = try make(path) { () throws(WordExport.Failure) in
                try word.word(
                    text, path: path, content: content, part: part, secrecy: secrecy, meeting: files.meeting(of: path))
            }
            try write(bytes, to: target)
            Console.out(target)
        }
    }

    private func part() throws -> WordExport.Part {
        if let paragraf { return .paragraph(paragraf) }
        switch kind {
        case .utdrag: throw ValidationError("Ett utdrag behöver --paragraf med paragrafens nummer.")
        case .beslut: return .decisions
        default: return .whole
        }
    }

    /// `mall:` in klubba.yml, or the program's own styles. One that is not there stops the export: a paper without the
    /// letterhead that was asked for may be sent before anybody notices.
    private func template(_ root: String, _ profile: SiteProfile) throws -> String? {
        guard let name = profile.wordTemplate, !name.isEmpty else { return nil }
        let isInside = !name.hasPrefix("/") && !name.split(separator: "/").contains("..")
        guard isInside, name.lowercased().hasSuffix(".docx"),
            (try? FileSystem.disk.status(root + "/" + name))?.kind == .file
        else {
            Console.err(
                "Mallen \(name) i klubba.yml finns inte, eller är ingen .docx i webbplatsens mapp. Rätta mall:.")
            throw ExitCode.content
        }
        return root + "/" + name
    }

    private func target(of path: String) -> String {
        let parts = path.split(separator: "/").map(String.init)
        let last = parts.last ?? path
        let stem = last == "arende.md" && parts.count > 1 ? parts[parts.count - 2] : String(last.dropLast(3))
        let whole = kind == .beslut ? "\(stem)-beslut" : stem
        let name = (paragraf.map { "\(stem)-paragraf-\($0)" } ?? whole) + ".docx"
        guard all else { return output ?? name }
        return (output ?? "export") + "/" + name
    }

    private func make(_ path: String, _ word: () throws(WordExport.Failure) -> [UInt8]) throws -> [UInt8] {
        do throws(WordExport.Failure) {
            return try word()
        } catch {
            switch error {
            case .pandocMissing:
                Console.err("Programmet pandoc saknas. klubba tools import säger hur det installeras.")
                throw ExitCode.machine
            case .failed(let what):
                Console.err("\(path) gick inte att göra till en Word-fil (\(what)).")
                throw ExitCode.machine
            case .noParagraph(let number):
                Console.err("\(path) har ingen § \(number).")
                throw ExitCode.content
            }
        }
    }

    private func write(_ bytes: [UInt8], to target: String) throws {
        let path = Path.planned(target)
        let parts = path.split(separator: "/")
        let writer = ImportWriter(
            root: "/" + parts.dropLast().joined(separator: "/"), overwrites: force, isRehearsal: false)
        switch writer.write(PlannedImport(path: String(parts.last ?? ""), content: .bytes(bytes), sources: [])) {
        case .written, .overwritten, .unchanged: break
        default:
            Console.err("\(target) gick inte att skriva.")
            throw ExitCode.machine
        }
    }
}
