import Content
import Editing
import History
import System

extension Desk {
    /// The one door that texts are written by (DESK §5): all of it or nothing.
    func save(_ json: JSONValue) async throws(Refusal) -> JSONValue {
        guard let list = json["changes"]?.array, !list.isEmpty else { throw .invalid("Begäran har inga ändringar.") }
        var wanted: [WantedChange] = []
        for item in list { wanted.append(try WantedChange(item)) }
        let label = json["label"]?.string.map { String($0.prefix(200)) } ?? "Sparat"
        // Whoever says why may correct what is sealed; `klubba seal --correct` then writes it in the log.
        let isCorrection = json["reason"]?.string?.contains { !$0.isWhitespace } ?? false
        var changes: [FileChange] = []
        var conflicts: [JSONValue] = []
        for change in wanted {
            do throws(Disagreement) {
                changes += try fileChanges(of: change, isCorrection: isCorrection)
            } catch {
                switch error {
                case .refused(let refusal): throw refusal
                case .conflict(let conflict): conflicts.append(conflict)
                }
            }
        }
        if !conflicts.isEmpty { throw conflict(conflicts) }
        return try await write(changes, label: label)
    }

    func conflict(_ conflicts: [JSONValue]) -> Refusal {
        Refusal(
            status: .conflict, code: "conflict", text: "Filen har ändrats utanför skrivbordet.",
            more: [JSONValue.Member("conflicts", .array(conflicts))])
    }

    func write(_ changes: [FileChange], label: String) async throws(Refusal) -> JSONValue {
        guard Set(changes.map(\.path)).count == changes.count else { throw .invalid("Samma fil ändras två gånger.") }
        let version: Version?
        do throws(SiteFailure) {
            version = try store.save(changes, label: label, time: means.seconds())
        } catch {
            throw Refusal(error)
        }
        let paths = Set(changes.map(\.path.description))
        if version != nil {
            noteOwn(paths)
            use(await means.read())
            tell(paths.sorted())
            thinHistory()
        }
        var saved: [JSONValue] = []
        for change in changes {
            let hash = change.after.map { remember($0) }
            saved.append(["path": .string(change.path.description), "version": JSONValue(hash)])
        }
        let own = problems().array?.filter { $0["path"]?.string.map(paths.contains) ?? false } ?? []
        return [
            "saved": .array(saved), "id": version.map { JSONValue($0.id) } ?? .null, "problems": .array(own),
        ]
    }

    private enum Disagreement: Error {
        case refused(Refusal)
        case conflict(JSONValue)
    }

    private func fileChanges(
        of change: WantedChange, isCorrection: Bool
    ) throws(Disagreement) -> [FileChange] {
        let disk: [UInt8]?
        do throws(Refusal) {
            disk = try read(change.path)
            if !isCorrection { try refuseSealed(change) }
        } catch {
            throw .refused(error)
        }
        let isSame = disk.map { SHA256Sum.text(of: $0) } == change.base
        switch change.kind {
        case .edits(let edits):
            guard let disk else {
                guard change.base != nil else { throw .refused(.gone) }
                throw .conflict(conflict(change, disk: nil, mine: mine(edits, change.base)))
            }
            // Somebody who never got the answer to a save asks again: then it is so already.
            if !isSame, change.base == nil || !areUntouched(edits, base: change.base, disk: disk),
                change.base == nil || (try? editor.apply(edits, to: disk)) != disk
            {
                throw .conflict(conflict(change, disk: disk, mine: mine(edits, change.base)))
            }
            return [FileChange(path: change.path, before: disk, after: try applied(edits, to: disk))]
        case .text(let text):
            let after = disk == nil ? Array(text.utf8) : try applied([.text(text)], to: disk ?? [])
            guard isSame || change.base != nil && after == disk else {
                throw .conflict(conflict(change, disk: disk, mine: text))
            }
            return [FileChange(path: change.path, before: disk, after: after)]
        case .upload(let id):
            guard isSame else { throw .conflict(conflict(change, disk: disk, mine: "")) }
            guard let bytes = uploads[id]?.bytes(in: root) else { throw .refused(.gone) }
            return [FileChange(path: change.path, before: disk, after: bytes)]
        case .delete:
            guard isSame, let disk else { throw .conflict(conflict(change, disk: disk, mine: "")) }
            return [FileChange(path: change.path, before: disk, after: nil)]
        case .move(let target):
            guard isSame, let disk else { throw .conflict(conflict(change, disk: disk, mine: "")) }
            return [
                FileChange(path: target, before: nil, after: disk),
                FileChange(path: change.path, before: disk, after: nil),
            ]
        }
    }

    private func applied(_ edits: [Edit], to bytes: [UInt8]) throws(Disagreement) -> [UInt8] {
        do throws(EditFault) {
            return try editor.apply(edits, to: bytes)
        } catch {
            throw .refused(Refusal(error))
        }
    }

    /// True where what the edits change stands on the disk as the page was given it.
    private func areUntouched(_ edits: [Edit], base: String?, disk: [UInt8]) -> Bool {
        guard let base, let known = self.base(base) else { return false }
        return edits.allSatisfy { edit in
            guard let before = try? editor.part(edit, of: known), let now = try? editor.part(edit, of: disk) else {
                return false
            }
            return before == now
        }
    }

    private func mine(_ edits: [Edit], _ base: String?) -> String {
        guard let base, let known = self.base(base), let after = try? editor.apply(edits, to: known) else { return "" }
        return editor.text(of: after)
    }

    private func conflict(_ change: WantedChange, disk: [UInt8]?, mine: String) -> JSONValue {
        let theirs = disk.flatMap { shown($0) }
        let base = change.base.flatMap { self.base($0) }.flatMap { shown($0) }
        return [
            "path": .string(change.path.description), "base": JSONValue(base), "disk": JSONValue(theirs),
            "mine": .string(mine), "both": .string(TextMerge.both(base: base ?? "", mine: mine, disk: theirs ?? "")),
            "version": JSONValue(disk.map { remember($0) }),
        ]
    }

    /// A text, where the bytes are one that a page can show.
    func shown(_ bytes: [UInt8]) -> String? {
        bytes.count <= 1 << 20 && String(validating: bytes, as: UTF8.self) != nil ? editor.text(of: bytes) : nil
    }

    /// Sealed text is read-only but for the keys that FORMAT §13 leaves free.
    private func refuseSealed(_ change: WantedChange) throws(Refusal) {
        guard let sealed = reading.sealed[change.path.description] else { return }
        if case .edits(let edits) = change.kind {
            let areFree = edits.allSatisfy {
                if case .head(let key, _) = $0 { reading.freeKeys.contains(FieldKey.fold(key)) } else { false }
            }
            if areFree { return }
        }
        throw .sealed(change.path.description, since: sealed.day)
    }
}
