import ArgumentParser
import Diagnostics
import Meetings
import Packet
import Publishing
import Register
import System

/// What `--kind` may say.
enum PacketKindOption: String, ExpressibleByArgument, CaseIterable {
    case handlingar
    case beslutslista
    case protokoll
    case utdrag
}

struct PacketCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "packet",
        abstract: "Gör mötets handlingar till en PDF.",
        discussion: """
            PDF-filen har framsida med kallelsen, föredragningslista med sidnummer, alla handlingar i ordning och bokmärken. \
            Bilagor i PDF läggs in på sin plats, och Word, Excel, PowerPoint och OpenDocument blir sidor där LibreOffice \
            finns. Andra filer bifogas i PDF-filen. Med --kind blir det i stället beslutslistan, protokollet eller ett protokollsutdrag, med rader för namnteckningar.

            Kommandot behöver WeasyPrint och klubba-pdf. klubba tools packet säger hur de installeras.
            """)

    @Argument(help: ArgumentHelp("Vilket möte, till exempel fs-2020-09-18.", valueName: "möte"))
    var mote: String

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Var PDF-filen skrivs. Utan valet här, med mötets namn.", valueName: "fil"))
    var output: String?

    @Option(name: .long, help: ArgumentHelp("Vad PDF-filen ska innehålla.", valueName: "slag"))
    var kind: PacketKindOption = .handlingar

    @Option(name: .long, help: ArgumentHelp("Paragrafens nummer, med --kind utdrag.", valueName: "nummer"))
    var paragraf: Int?

    @Flag(name: .customLong("no-office"), help: "Bifoga Word, Excel och liknande i stället för att göra sidor av dem.")
    var noOffice = false

    @OptionGroup var options: SiteOptions

    func run() async throws {
        let root = try options.root()
        let site = await LoadedSite.load(try options.request())
        let reporter = Reporter(format: options.format, language: site.language)
        let register = site.register
        let id = try MeetingID(written: mote, profile: register.profile, today: register.today)
        guard let meeting = register.meetingIndex[id] else {
            throw ValidationError("Mötet \(id) finns inte. \(PacketCommand.known(register))")
        }
        let kind = try wanted(of: meeting, id, register)
        let target = try target(root: root, id, kind)
        if site.hasErrors || (options.strict && !site.diagnostics.isEmpty) {
            reporter.report(site.diagnostics)
            Console.err(PacketMessages.refused(Count(site), site.language))
            throw ExitCode.content
        }
        // What cannot be made is told when the file is written there.
        if let end = target.lastIndex(of: "/"), end > target.startIndex {
            try? Folder.makeWhole(String(target[..<end]))
        }
        let watch = Stopwatch()
        let progress = Progress(PacketMessages.working(id, site.language))
        do throws(PacketFailure) {
            var faults: [Diagnostic] = []
            let tools = try PacketTools.find(
                site: root, withOffice: !noOffice && PacketMaker.hasOfficeFiles(register, meeting))
            let maker = PacketMaker(
                register, theme: site.theme, tools: tools, guarded: site.contentFolder, problems: &faults)
            if !faults.isEmpty { throw .theme(faults) }
            let made = try await maker.make(kind, meeting: meeting, to: target)
            progress.end()
            let all = (site.diagnostics + made.diagnostics).sorted()
            reporter.report(all)
            Console.err(PacketMessages.done(made, shown(target), watch.milliseconds, site.language))
            if all.contains(where: { $0.severity == .error }) || (options.strict && !all.isEmpty) {
                throw PacketFailure.papers
            }
        } catch {
            progress.end()
            throw PacketMessages.report(error, reporter, site.language)
        }
    }

    private func wanted(of meeting: MeetingIndex, _ id: MeetingID, _ register: SeenRegister) throws -> PacketKind {
        if paragraf != nil && kind != .utdrag { throw ValidationError("--paragraf hör ihop med --kind utdrag.") }
        let wish: PacketWish =
            switch kind {
            case .handlingar: .papers
            case .beslutslista: .decisionList
            case .protokoll: .minutes
            case .utdrag: .extract(paragraf)
            }
        do throws(PacketWishRefusal) {
            return try PacketKind(wish, of: meeting, in: register)
        } catch {
            switch error {
            case .noMinutes:
                throw ValidationError(
                    "Mötet \(id) har inget protokoll. Skriv content/moten/\(id.slug).protokoll.md först.")
            case .noParagraph(let numbers):
                let known = numbers.map(String.init).joined(separator: ", ")
                throw ValidationError(
                    paragraf.map { "Protokollet har ingen § \($0) att göra utdrag av. De är \(known)." }
                        ?? "Säg vilken paragraf, till exempel --paragraf \(numbers.first ?? 1). De är \(known).")
            }
        }
    }

    private static func known(_ register: SeenRegister) -> String {
        let latest = register.meetings.suffix(5).map(\.meeting.id.slug).joined(separator: ", ")
        return latest.isEmpty ? "Lägg upp det med klubba new mote." : "De senaste är \(latest)."
    }

    private func target(root: String, _ id: MeetingID, _ kind: PacketKind) throws -> String {
        let target = Path.planned(output ?? kind.fileName(of: id, for: options.audience))
        if Path.isInside(target, root + "/content") || Path.isInside(target, root + "/theme") {
            throw ValidationError(
                "\(shown(target)) ligger inne i innehållet. Välj en plats utanför content/ och theme/.")
        }
        if options.audience == .members && Path.isInside(target, Path.planned(root + "/public")) {
            throw ValidationError("Ledamöternas handlingar får inte hamna i public/. Välj en annan plats med --output.")
        }
        if Path.isFolder(target) {
            throw ValidationError("\(shown(target)) är en mapp. Skriv filens namn också, som --output ut/fs.pdf.")
        }
        return target
    }

    private func shown(_ target: String) -> String { output ?? String(target.split(separator: "/").last ?? "") }
}
