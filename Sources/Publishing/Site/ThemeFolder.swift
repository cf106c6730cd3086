import Content
import Diagnostics
import Theme

/// The site's own theme files.
enum ThemeFolder {
    static func files(root: String, _ diagnostics: inout [Diagnostic], disk: FileSystem = .disk) -> [Theme.File] {
        guard let status = try? disk.status(root + "/theme"), status.kind == .folder else { return [] }
        var files: [Theme.File] = []
        var folders = [""]
        while let folder = folders.popLast() {
            guard let entries = try? disk.list(root + "/theme/" + folder) else { continue }
            for entry in entries where entry.name.first != UInt8(ascii: ".") {
                let path = folder + String(decoding: entry.name, as: UTF8.self)
                let location = root + "/theme/" + path
                do throws(FileFailure) {
                    switch try disk.status(location).kind {
                    case .folder where entry.kind == .folder: folders.append(path + "/")
                    case .file: files.append(Theme.File(path: path, bytes: try disk.read(location, 16 << 20)))
                    default: break
                    }
                } catch {
                    diagnostics.append(Diagnostic(Place("theme/" + path), .unreadableFile(reason: error.reason)))
                }
            }
        }
        return files.sorted { $0.path < $1.path }
    }
}
