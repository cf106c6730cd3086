import Content
import Diagnostics
import LocalServer
import Output
import Preview
import Publishing
import Site
import System

/// Reads the site for the preview, again and again: what to serve, and what to say in the terminal.
actor PreviewRound {
    private let request: SiteRequest
    private let format: OutputFormat
    private let warnings: Publication.Warnings
    /// Where the site is written too, and what the user called it; nil for nowhere.
    private let target: (path: String, shown: String)?
    private var said: [Diagnostic] = []

    init(
        _ request: SiteRequest, format: OutputFormat, warnings: Publication.Warnings,
        target: (path: String, shown: String)?
    ) {
        var request = request
        request.memory = ReadingMemory()
        (self.request, self.format, self.warnings, self.target) = (request, format, warnings, target)
    }
}

extension PreviewRound {
    func build() async -> PreviewBuild {
        let watch = Stopwatch()
        var shown = request
        shown.heldTexts = .shown
        let site = await LoadedSite.load(shown, output: target?.path)
        let isGood = !site.hasErrors && !(warnings == .stop && !site.diagnostics.isEmpty)
        let build = PreviewBuild(
            site: isGood ? PreviewSite(site.plan, root: request.root, address: site.register.profile.address) : nil,
            messages: site.diagnostics.map { PreviewMessage($0, site.language) },
            language: PreviewLanguage(rawValue: site.language.rawValue) ?? .swedish)
        let milliseconds = watch.milliseconds
        // What has been said of an unchanged text is not said again at each saving.
        if format == .json || site.diagnostics != said {
            Reporter(format: format, language: site.language).report(site.diagnostics)
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
        let draft = await PublicationDraft(request, output: target.path)
        guard !draft.site.hasErrors else { return }
        do throws(OutputFailure) {
            _ = try await draft.publication(inspecting: .everyPage).write()
        } catch {
            Reporter(format: format, language: draft.site.language).report(draft.site.inspected)
            Console.err(BuildMessages.failed(error, target.shown, draft.site.language))
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
