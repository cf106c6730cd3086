import System

/// The files that an import has written, below a folder of our own.
enum IncomingFiles {
    static func all(in root: String) -> [(path: String, bytes: [UInt8])] {
        var files: [(path: String, bytes: [UInt8])] = []
        var folders = [""]
        while let folder = folders.popLast() {
            for entry in (try? Folder.entries(of: root + "/" + folder)) ?? [] {
                let name = entry.text
                if name.hasPrefix(".") { continue }
                if entry.kind == .folder {
                    folders.append(folder + name + "/")
                } else if entry.kind == .file, let size = FileBytes.size(of: root + "/" + folder + name) {
                    let upload = Upload(name: name, size: size, path: folder + name, time: 0)
                    if let bytes = upload.bytes(in: root) { files.append((folder + name, bytes)) }
                }
            }
        }
        return files.sorted { $0.path < $1.path }
    }
}
