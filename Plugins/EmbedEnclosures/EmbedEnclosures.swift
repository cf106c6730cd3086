import Foundation
import PackagePlugin

/// Turns Sources/Archive/Enclosed into one Swift file of the target: what goes along in every archive package.
@main
struct EmbedEnclosures: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        let enclosed = target.directoryURL.appending(path: "Enclosed", directoryHint: .isDirectory)
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedEnclosures.swift")
        return [
            .buildCommand(
                displayName: "Embedding the archive package's schemas and descriptions",
                executable: try context.tool(named: "embed-theme").url,
                arguments: [
                    enclosed.path(percentEncoded: false), output.path(percentEncoded: false), "EmbeddedEnclosures",
                    "Enclosure",
                ],
                inputFiles: try contents(of: enclosed),
                outputFiles: [output])
        ]
    }

    private func contents(of folder: URL) throws -> [URL] {
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isDirectoryKey])
        return [folder]
            + (found?.compactMap { ($0 as? URL)?.resolvingSymlinksInPath() } ?? []).sorted { $0.path < $1.path }
    }
}
