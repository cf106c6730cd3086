import Content
import Diagnostics
import LocalServer
import Meetings
import Output
import Preview
import Site

/// Reads the site for the preview, again and again: what to serve, and what to say in the terminal.
actor PreviewRound {
    private let root: String
    private let options: SiteOptions
    private let clock: @Sendable (String) -> CalendarDate
    /// Where the site is written too; nil for nowhere.
    private let target: String?
    /// As the user wrote it.
    private let output: String
    private var said: [Diagnostic] = []
    private let memory = ReadingMemory()

    init(
        root: String, options: SiteOptions, clock: @escaping @Sendable (String) -> CalendarDate, target: String?,
        output: String
    ) {
        (self.root, self.options, self.clock, self.target, self.output) = (root, options, clock, target, output)
    }
}

extension PreviewRound {
    func build() async -> PreviewBuild {
        let watch = Stopwatch()
        let site = await LoadedSite.load(
            root: root, audience: options.audience, clock: clock,
            target: target.map { LoadedSite.Target(folder: $0, mayComeDown: [], withArchives: false) }, memory: memory,
            heldTexts: .shown)
        let isGood = !site.hasErrors && !(options.strict && !site.diagnostics.isEmpty)
        let build = PreviewBuild(
            site: isGood ? PreviewSite(site.plan, root: root, address: site.register.profile.address) : nil,
            messages: site.diagnostics.map { PreviewMessage($0, site.language) },
            language: PreviewLanguage(rawValue: site.language.rawValue) ?? .swedish)
        let milliseconds = watch.milliseconds
        // What has been said of an unchanged text is not said again at each saving.
        if options.format == .json || site.diagnostics != said {
            Reporter(format: options.format, language: site.language).report(site.diagnostics)
        }
        said = site.diagnostics
        if isGood {
            await write()
            Console.err(ServeMessages.read(Count(site), milliseconds, site.language))
        } else {
            Console.err(ServeMessages.kept(Count(site), site.language))
        }
        return build
    }

    /// What is written is an edition: nothing that is held back is in it.
    private func write() async {
        guard let target else { return }
        let site = await LoadedSite.load(
            root: root, audience: options.audience, clock: clock,
            target: LoadedSite.Target(folder: target, mayComeDown: [], withArchives: false), memory: memory)
        guard !site.hasErrors else { return }
        do {
            let draft = PublicationDraft(site, PublicationOptions(), root: root)
            let publication = try draft.publication(for: options.audience, round: nil, inspection: nil)
            _ = try await publication.plan.write(to: target)
        } catch {
            Console.err(BuildMessages.failed(error, output, site.language))
        }
    }
}

extension PreviewMessage {
    init(_ diagnostic: Diagnostic, _ language: MessageLanguage) {
        self.init(
            file: diagnostic.place.file, line: diagnostic.place.line, column: diagnostic.place.column,
            isError: diagnostic.severity == .error, code: diagnostic.problem.code,
            text: diagnostic.problem.text(in: language))
    }
}

extension PreviewSite {
    init(_ plan: SitePlan, root: String, address: String?) {
        let files = plan.files.map { file in
            let content: PreviewFile.Content =
                switch file.content {
                case .bytes(let render): .bytes(render)
                // A copy without traces lies elsewhere; its owner sees the file itself.
                case .copy(let source):
                    .copy(of: Path.isInside(source, root + "/content") ? source : "\(root)/\(file.source)")
                }
            return PreviewFile(path: file.path, content: content)
        }
        self.init(
            files: files, home: root + "/content", address: address,
            later: {
                plan.searchFiles().compactMap { file in
                    guard case .bytes(let render) = file.content else { return nil }
                    return PreviewFile(path: file.path, content: .bytes(render))
                }
            }, below: "sok/")
    }
}
