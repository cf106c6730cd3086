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
        var members = [
            JSONValue.Member("upload", .string(id)), JSONValue.Member("name", .string(name)),
            JSONValue.Member("size", JSONValue(bytes.count)), JSONValue.Member("kind", read?["kind"] ?? .null),
            JSONValue.Member("read", read ?? .null),
            JSONValue.Member("lines", .array(ending.lines.map { .string($0) })),
        ]
        // What `import --dry-run` says, each under its own name.
        let own = Set(members.map(\.name))
        members += (read?.object ?? []).filter { !own.contains($0.name) }
        return .object(members)
    }

    /// Those that came before the desk was started anew; what is older than a day goes.
    func findUploads() {
        let folder = root + "/.klubba/inkommet"
        for id in (try? Folder.names(in: folder))?.sorted() ?? [] where !id.hasPrefix(".") {
            let names = (try? Folder.names(in: "\(folder)/\(id)"))?.sorted() ?? []
            guard let name = names.first(where: { $0 != "last" }) else {
                Folder.removeTree("\(folder)/\(id)")
                continue
            }
            let path = ".klubba/inkommet/\(id)/\(name)"
            guard let status = try? FileStatus(root + "/" + path, links: .themselves), status.kind == .file else {
                continue
            }
            uploads[id] = Upload(name: name, size: status.size, path: path, time: status.modified / 1_000_000_000)
        }
        forgetOldUploads()
    }

    private func forgetOldUploads() {
        let now = means.seconds()
        for (id, upload) in uploads where now - upload.time > 86_400 {
            Folder.removeTree("\(root)/.klubba/inkommet/\(id)")
            uploads[id] = nil
        }
    }
}
