import ArgumentParser
import Diagnostics
import Output
import Packet
import Publishing
import System

/// A build, and what it says of itself: for `klubba build`, and for each edition that `klubba publish` takes to its readers.
struct BuildRun {
    let request: SiteRequest
    let target: String
    /// The output as the user called it.
    let shown: String
    let format: OutputFormat
    let warnings: Publication.Warnings
    /// How many former sites are kept.
    let keep: Int
    /// Whether office files become pages of packets where LibreOffice is here.
    let withOffice: Bool
    private let watch = Stopwatch()
    private let progress: Progress

    init(
        _ request: SiteRequest, target: String, shown: String, format: OutputFormat, warnings: Publication.Warnings,
        keep: Int, withOffice: Bool = true
    ) {
        (self.request, self.target, self.shown) = (request, target, shown)
        (self.format, self.warnings, self.keep, self.withOffice) = (format, warnings, keep, withOffice)
        progress = Progress("Läser ärenden och möten …")
    }
}

extension BuildRun {
    func run() async throws {
        defer { progress.end() }
        let round = BuildRound(request, output: target)
        // What warnings stop is told by a whole build.
        if !request.options.hasPackets, let done = await round?.untouched(),
            warnings == .pass || done.told.messages.isEmpty
        {
            progress.end()
            Reporter(format: format, language: done.language).report(done.told.messages)
            let count = Count(done.told)
            Console.err(BuildMessages.done(done.report, count, shown, watch.milliseconds, done.language))
            return
        }
        var draft = await PublicationDraft(request, output: target, round: round)
        try refuseErrors(of: draft.site)
        if request.options.hasPackets {
            try await addPackets(&draft)
            try refuseErrors(of: draft.site)
        }
        let site = draft.site
        let report = try await write(draft)
        let diagnostics = (site.diagnostics + site.inspected).sorted()
        Reporter(format: format, language: site.language).report(diagnostics)
        if let made = draft.packets { Console.err(PacketMessages.counted(made, site.language)) }
        Console.err(
            BuildMessages.done(report, Count(site, diagnostics), shown, watch.milliseconds, site.language))
        if site.register.profile.address == nil { Console.err(BuildMessages.noAddress(site.language)) }
        site.keep()
    }

    private func refuseErrors(of site: LoadedSite) throws {
        guard site.hasErrors || (warnings == .stop && !site.diagnostics.isEmpty) else { return }
        progress.end()
        Reporter(format: format, language: site.language).report(site.diagnostics)
        Console.err(BuildMessages.refused(Count(site), site.language))
        throw ExitCode.content
    }

    private func addPackets(_ draft: inout PublicationDraft) async throws {
        let (language, progress) = (draft.site.language, progress)
        do throws(PacketFailure) {
            try await draft.addPackets(standing: target, withOffice: withOffice) { id in
                progress.show(PacketMessages.working(id, language))
            }
        } catch {
            progress.end()
            throw PacketMessages.report(error, Reporter(format: format, language: language), language)
        }
    }

    private func write(_ draft: PublicationDraft) async throws -> OutputReport {
        let (language, progress) = (draft.site.language, progress)
        defer { progress.end() }
        do throws(OutputFailure) {
            return try await draft.publication(inspecting: .everyPage).write(warnings: warnings, keep: keep) {
                done, all in
                progress.show(BuildMessages.progress(done, all, language))
            }
        } catch {
            progress.end()
            throw told(error, of: draft.site)
        }
    }

    private func told(_ failure: OutputFailure, of site: LoadedSite) -> ExitCode {
        var diagnostics = site.diagnostics + site.inspected
        let reporter = Reporter(format: format, language: site.language)
        if case .refused = failure {
            reporter.report(diagnostics.sorted())
            Console.err(BuildMessages.refused(Count(site, diagnostics), site.language))
            return .content
        }
        if case .foreign(let paths) = failure {
            diagnostics += paths.map { Diagnostic(Place(shown($0)), .foreignFile) }
        }
        reporter.report(diagnostics)
        Console.err(BuildMessages.failed(failure, target, site.language))
        return switch failure {
        case .foreign: .content
        case .otherReaders: .usage
        default: .machine
        }
    }

    /// A path below the output as the user called the output.
    private func shown(_ path: String) -> String {
        guard path.hasPrefix(target + "/") else { return path }
        return shown + (shown.hasSuffix("/") ? "" : "/") + path.dropFirst(target.utf8.count + 1)
    }
}
