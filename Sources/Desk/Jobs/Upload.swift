import History
import LocalServer
import System

/// A file that has come, and waits in `.klubba/` for what is to become of it.
struct Upload: Sendable {
    let name: String
    let size: Int
    /// From the site's root.
    let path: String
    let time: Int

    func bytes(in root: String) -> [UInt8]? {
        let bytes = try? FileBytes.read(root + "/" + path, links: .themselves)
        return bytes.flatMap { $0.count >= size ? Array($0[..<size]) : nil }
    }
}

extension Desk {
    /// Takes in a file, and tells what the import makes of it; nothing is written into the site.
    func upload(_ bytes: [UInt8], name: String) async throws(Refusal) -> JSONValue {
        guard SitePath("content/" + name) != nil, !name.contains("/") else { throw .path(name) }
        forgetOldUploads()
        let id = String(Secret().text.prefix(16))
        let folder = ".klubba/inkommet/\(id)"
        do throws(SiteFailure) {
            try store.receive(bytes, named: name, in: folder)
        } catch {
            throw Refusal(error)
        }
        uploads[id] = Upload(name: name, size: bytes.count, path: "\(folder)/\(name)", time: means.seconds())
        let ending = await means.run(["import", "--dry-run", "--format", "json", "\(root)/\(folder)/\(name)"])
        let read = JSONValue(Array(ending.output.utf8))?.array?.first
        return [
            "upload": .string(id), "name": .string(name), "size": JSONValue(bytes.count),
            "kind": read?["kind"] ?? .null, "read": read ?? .null,
            "lines": .array(ending.lines.map { .string($0) }),
        ]
    }

    private func forgetOldUploads() {
        let now = means.seconds()
        for (id, upload) in uploads where now - upload.time > 86_400 {
            Folder.removeTree("\(root)/.klubba/inkommet/\(id)")
            uploads[id] = nil
        }
    }
}
