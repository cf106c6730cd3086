import History
import System

extension Desk {
    /// Of one file, or of all; the newest first.
    func history(of path: String?) -> JSONValue {
        let all = path.map { store.versions(of: $0) } ?? store.versions
        return [
            "versions": .array(
                all.suffix(200).reversed().map { version -> JSONValue in
                    [
                        "id": JSONValue(version.id), "time": JSONValue(version.time), "label": .string(version.label),
                        "paths": .array(version.files.map { .string($0.path) }),
                    ]
                })
        ]
    }

    /// What a version left in a file, and what stood there before.
    func version(_ id: String, path: String) throws(Refusal) -> JSONValue {
        guard let version = Int(id).flatMap({ id in store.versions.first { $0.id == id } }),
            let file = version.files.first(where: { $0.path == path })
        else { throw .gone }
        let text = { (hash: String?) -> String? in
            hash.flatMap { self.store.bytes($0) }.map { self.editor.text(of: $0) }
        }
        return [
            "id": JSONValue(version.id), "time": JSONValue(version.time), "label": .string(version.label),
            "path": .string(path), "text": JSONValue(text(file.after)), "before": JSONValue(text(file.before)),
        ]
    }

    /// Takes back a save, all its files; is itself a save. Without an id the latest one that the desk made.
    func undo(_ json: JSONValue) async throws(Refusal) -> JSONValue {
        let versions = store.versions
        if let id = json["id"], !id.isNull, id.int == nil { throw .invalid("id ska vara en versions nummer.") }
        let wanted =
            json["id"]?.int.map { id in versions.first { $0.id == id } }
            ?? versions.last { $0.label != "Ändrad utanför skrivbordet" }
        guard let version = wanted else { throw .gone }
        var changes: [FileChange] = []
        var conflicts: [JSONValue] = []
        for file in version.files {
            let path = try sitePath(file.path)
            let disk = try read(path)
            let before = file.before.flatMap { store.bytes($0) }
            if let sealed = reading.sealed[file.path], !isSealedAlike(path, disk, before) {
                throw .sealed(file.path, since: sealed.day)
            }
            if file.before != nil && before == nil { throw .gone }
            if disk.map({ SHA256Sum.text(of: $0) }) != file.after {
                let theirs = disk.map { editor.text(of: $0) } ?? ""
                let mine = before.map { editor.text(of: $0) } ?? ""
                conflicts.append([
                    "path": .string(file.path), "base": .null, "disk": .string(theirs), "mine": .string(mine),
                    "both": .string(TextMerge.both(base: "", mine: mine, disk: theirs)),
                    "version": JSONValue(disk.map { remember($0) }),
                ])
            }
            changes.append(FileChange(path: path, before: disk, after: before))
        }
        if !conflicts.isEmpty { throw conflict(conflicts) }
        let undone: Version?
        do throws(SiteFailure) {
            undone = try place(changes, label: "Ångrat: \(version.label)")
        } catch {
            throw Refusal(error)
        }
        return await answer(changes, undone)
    }

    /// Once a day the history loses what the site's rules say (`historik-dagar`). Where it cannot be written it stays.
    func thinHistory() {
        let today = reading.seen.today
        guard thinned != today else { return }
        thinned = today
        try? store.prune(days: reading.seen.profile.desk.daysOfHistory, now: means.seconds())
    }

    /// What became secret must be possible to remove.
    func clearHistory() throws(Refusal) -> JSONValue {
        do throws(SiteFailure) {
            try store.clear()
        } catch {
            throw Refusal(error)
        }
        return ["versions": []]
    }
}
