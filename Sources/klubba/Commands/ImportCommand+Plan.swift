import ArgumentParser
import Content
import Diagnostics
import Import
import System

/// A person's say in how a packet is cut (IMPORT.md §2): a table to confirm, or a plan to edit.
extension ImportCommand {
    /// The plan that is to be followed; nil where the signs decide.
    func cutPlan(_ sources: [DocumentFinder.Document], _ language: MessageLanguage) throws -> CutPlan? {
        guard let plan else {
            if apply { throw ValidationError("--apply följer en plan. Skriv också --plan FIL.") }
            return nil
        }
        guard sources.count == 1, let source = sources.first else {
            throw ValidationError("En plan gäller en enda fil. Skriv --plan med en fil i taget.")
        }
        guard apply else { return nil }
        let bytes: [UInt8]
        do throws(FileFailure) {
            bytes = try FileSystem.disk.read(Path.planned(plan), 1 << 20)
        } catch {
            Console.err(ImportMessages.planUnread(plan, error.reason, language))
            throw ExitCode.content
        }
        var reading = CutPlanReading(file: plan)
        let cut = reading.read(bytes)
        try stop(reading.diagnostics, language)
        guard let cut else { throw ExitCode.content }
        let digest = (try? FileSystem.disk.read(source.location, DocumentLoader.fileLimit)).map(SHA256Sum.text(of:))
        // A file that cannot be read is told of as ever.
        if let digest, digest != cut.digest {
            try stop([Diagnostic(Place(plan), .importPlan(.otherFile(source.file)))], language)
        }
        return cut
    }

    /// Every page of the file in one row.
    func hold(
        _ cut: CutPlan, against files: [ImportedDocument], _ progress: Progress, _ language: MessageLanguage
    ) throws {
        guard let plan, let file = files.first, file.isRead else { return }
        let faults = cut.faults(for: file, plan: plan)
        if !faults.isEmpty { progress.end() }
        try stop(faults, language)
    }

    private func stop(_ diagnostics: [Diagnostic], _ language: MessageLanguage) throws {
        guard !diagnostics.isEmpty else { return }
        Reporter(format: .text, language: language).report(diagnostics.sorted())
        Console.err(ImportMessages.nothingWritten(language))
        throw ExitCode.content
    }

    /// Writes the plan, and nothing else.
    func write(
        _ plan: String, of sources: [DocumentFinder.Document], _ files: [ImportedDocument], _ language: MessageLanguage
    ) throws {
        guard let source = sources.first, let file = files.first, file.isRead else {
            Console.err(ImportMessages.unread(files.first, language))
            throw ExitCode.content
        }
        let digest =
            (try? FileSystem.disk.read(source.location, DocumentLoader.fileLimit)).map(SHA256Sum.text(of:)) ?? ""
        guard let text = CutPlan.text(of: file, digest: digest, in: language) else {
            Console.err(ImportMessages.noPages(file.file, language))
            throw ExitCode.content
        }
        let path = Path.planned(plan)
        let folder = "/" + path.split(separator: "/").dropLast().joined(separator: "/")
        let writer = ImportWriter(root: folder, overwrites: force, isRehearsal: dryRun)
        let name = path.split(separator: "/").last.map(String.init) ?? plan
        switch writer.write(PlannedImport(path: name, content: .text(text), sources: [])) {
        case .written, .overwritten, .unchanged:
            Console.out(PacketTable(packet: file, language: language).text)
            Console.out(ImportMessages.planWritten(plan, dryRun, language))
        case .exists:
            Console.err(ImportMessages.planExists(plan, language))
            throw ExitCode.content
        default:
            Console.err(ImportMessages.planNotWritten(plan, language))
            throw ExitCode.machine
        }
    }

    /// Whether somebody has looked at how the packets are cut. On a terminal the cut is shown and asked of.
    func isConfirmed(
        _ files: [ImportedDocument], _ progress: Progress, _ language: MessageLanguage
    ) throws -> Bool {
        let packets = files.filter { $0.parts.contains { $0.part != nil } }
        if packets.isEmpty || yes || apply { return true }
        guard !dryRun, format == .text, Terminal.canAnswer, Terminal.isTerminal(.output) else { return false }
        progress.end()
        for packet in packets { Console.out(PacketTable(packet: packet, language: language).text) }
        Console.write(ImportMessages.question(language), to: .output)
        let answer = readLine()?.lowercased().split(separator: " ").first ?? ""
        if ["j", "ja", "y", "yes"].contains(answer) { return true }
        Console.err(ImportMessages.stopped(language))
        throw ExitCode.content
    }
}
