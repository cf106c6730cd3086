import Content
import Diagnostics
import Theme

/// The site's own theme files.
enum ThemeFolder {
    static func files(root: String, _ diagnostics: inout [Diagnostic], disk: FileSystem = .disk) -> [Theme.File] {
        do throws(FileFailure) {
            guard try disk.status(root + "/theme").kind == .folder else { return [] }
        } catch {
            // Without the folder there is nothing to say; one that cannot be looked at would give another site in silence.
            if case .system(errno: 2) = error {} else { diagnostics.append(unreadable("theme", error)) }
            return []
        }
        var files: [Theme.File] = []
        var folders = [""]
        while let folder = folders.popLast() {
            let entries: [FileSystem.Entry]
            do throws(FileFailure) { entries = try disk.list(root + "/theme/" + folder) } catch {
                diagnostics.append(unreadable("theme/" + folder, error))
                continue
            }
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
                    diagnostics.append(unreadable("theme/" + path, error))
                }
            }
        }
        return files.sorted { $0.path < $1.path }
    }

    private static func unreadable(_ path: String, _ failure: FileFailure) -> Diagnostic {
        Diagnostic(Place(path), .unreadableFile(reason: failure.reason))
    }
}
