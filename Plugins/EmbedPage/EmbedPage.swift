import Foundation
import PackagePlugin

/// Turns Sources/Desk/Page into one Swift file of the target: the page of the desk.
@main
struct EmbedPage: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        let page = target.directoryURL.appending(path: "Page", directoryHint: .isDirectory)
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedPage.swift")
        return [
            .buildCommand(
                displayName: "Embedding the page of the desk",
                executable: try context.tool(named: "embed-theme").url,
                arguments: [
                    page.path(percentEncoded: false), output.path(percentEncoded: false), "EmbeddedPage",
                    "DeskPage.File",
                ],
                inputFiles: try contents(of: page),
                outputFiles: [output])
        ]
    }

    private func contents(of folder: URL) throws -> [URL] {
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isDirectoryKey])
        return [folder]
            + (found?.compactMap { ($0 as? URL)?.resolvingSymlinksInPath() } ?? []).sorted { $0.path < $1.path }
    }
}
