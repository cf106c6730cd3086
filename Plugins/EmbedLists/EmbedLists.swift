import Foundation
import PackagePlugin

/// Turns Sources/ToolKits/Lists into one Swift file of the target: the programs that commands take.
@main
struct EmbedLists: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        let lists = target.directoryURL.appending(path: "Lists", directoryHint: .isDirectory)
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedLists.swift")
        return [
            .buildCommand(
                displayName: "Embedding the lists of programs",
                executable: try context.tool(named: "embed-theme").url,
                arguments: [
                    lists.path(percentEncoded: false), output.path(percentEncoded: false), "EmbeddedLists",
                    "ListFile",
                ],
                inputFiles: try contents(of: lists),
                outputFiles: [output])
        ]
    }

    private func contents(of folder: URL) throws -> [URL] {
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isDirectoryKey])
        return [folder]
            + (found?.compactMap { ($0 as? URL)?.resolvingSymlinksInPath() } ?? []).sorted { $0.path < $1.path }
    }
}
