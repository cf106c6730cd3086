import Foundation
import PackagePlugin

/// Turns Sources/Theme/Default into one Swift file of the target, so that the binary alone holds the default theme.
@main
struct EmbedTheme: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        let theme = target.directoryURL.appending(path: "Default", directoryHint: .isDirectory)
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedTheme.swift")
        return [
            .buildCommand(
                displayName: "Embedding the default theme",
                executable: try context.tool(named: "embed-theme").url,
                arguments: [theme.path(percentEncoded: false), output.path(percentEncoded: false)],
                inputFiles: try contents(of: theme),
                outputFiles: [output])
        ]
    }

    /// The files, and the folders too: a folder's own time changes when a file in it comes or goes.
    private func contents(of folder: URL) throws -> [URL] {
        let keys: [URLResourceKey] = [.isDirectoryKey]
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: keys)
        return [folder] + (found?.compactMap { $0 as? URL } ?? []).sorted { $0.path < $1.path }
    }
}
