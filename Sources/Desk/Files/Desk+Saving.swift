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
        // Another program may write between the reading and the writing: then it is all read again.
        for attempt in 1... {
            let changes = try fileChanges(of: wanted, isCorrection: isCorrection)
            do throws(SiteFailure) {
                let version = try place(changes, label: label)
                return await answer(changes, version, bases: wanted)
            } catch {
                guard case .changed = error, attempt < Desk.attempts else { throw Refusal(error) }
            }
        }
        throw .gone
    }

    private static let attempts = 20

    private func fileChanges(of wanted: [WantedChange], isCorrection: Bool) throws(Refusal) -> [FileChange] {
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
        guard Set(changes.map(\.path)).count == changes.count else { throw .invalid("Samma fil ändras två gånger.") }
        return changes
    }

    func conflict(_ conflicts: [JSONValue]) -> Refusal {
        Refusal(
            status: .conflict, code: "conflict", text: "Filen har ändrats utanför skrivbordet.",
            more: [JSONValue.Member("conflicts", .array(conflicts))])
    }

    func place(_ changes: [FileChange], label: String) throws(SiteFailure) -> Version? {
        let version = try store.save(changes, label: label, time: means.seconds())
        if version != nil { noteOwn(Set(changes.map(\.path.description))) }
        return version
    }

    /// What a save tells. `merged`: the file had other bytes than the page was given, and they are in what was written; the
    /// page then reads it again before it makes more changes from it.
    func answer(_ changes: [FileChange], _ version: Version?, bases: [WantedChange] = []) async -> JSONValue {
        let paths = Set(changes.map(\.path.description))
        if version != nil {
            use(await means.read())
            tell(paths.sorted())
            thinHistory()
        }
        var saved: [JSONValue] = []
        for change in changes {
            let base = bases.first { $0.path == change.path }?.base
            let before = change.before.map { SHA256Sum.text(of: $0) }
            saved.append([
                "path": .string(change.path.description), "version": JSONValue(change.after.map { remember($0) }),
                "merged": .bool(base != nil && before != base),
            ])
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
            if !isCorrection { try refuseSealed(change, disk) }
        } catch {
            throw .refused(error)
        }
        let isSame = disk.map { SHA256Sum.text(of: $0) } == change.base
        switch change.kind {
        case .edits(let edits):
            guard let disk else {
                guard change.base != nil else { throw .refused(.gone) }
                throw .conflict(conflict(change, disk: nil, mine: mine(edits, change.base, nil)))
            }
            // Somebody who never got the answer to a save asks again: then it is so already.
            if !isSame, change.base == nil || !areUntouched(edits, base: change.base, disk: disk),
                change.base == nil || (try? editor.apply(edits, to: disk)) != disk
            {
                throw .conflict(conflict(change, disk: disk, mine: mine(edits, change.base, disk)))
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
            guard let disk else { throw .refused(.gone) }
            guard isSame else { throw .conflict(conflict(change, disk: disk, mine: "")) }
            return [FileChange(path: change.path, before: disk, after: nil)]
        case .move(let target, let edits):
            guard isSame, let disk else { throw .conflict(conflict(change, disk: disk, mine: "")) }
            let after = try applied(edits, to: disk)
            let there: [UInt8]?
            do throws(Refusal) { there = try read(target) } catch { throw .refused(error) }
            if let there { throw .conflict(conflict(at: target, disk: there, mine: after)) }
            return [
                FileChange(path: target, before: nil, after: after),
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

    /// The text as the one who asks would have it. Where nobody knows what it was made from, it is made from what lies on
    /// the disk: it is never less than what was written.
    private func mine(_ edits: [Edit], _ base: String?, _ disk: [UInt8]?) -> String {
        for bytes in [base.flatMap { self.base($0) }, disk, []].compactMap(\.self) {
            if let after = try? editor.apply(edits, to: bytes) { return editor.text(of: after) }
        }
        return edits.map(\.words).joined(separator: "\n\n")
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

    /// A file stands where another was to go.
    private func conflict(at path: SitePath, disk: [UInt8], mine: [UInt8]) -> JSONValue {
        let (own, theirs) = (shown(mine) ?? "", shown(disk))
        return [
            "path": .string(path.description), "base": .null, "disk": JSONValue(theirs), "mine": .string(own),
            "both": .string(TextMerge.both(base: "", mine: own, disk: theirs ?? "")),
            "version": .string(remember(disk)),
        ]
    }

    /// A text, where the bytes are one that a page can show.
    func shown(_ bytes: [UInt8]) -> String? {
        bytes.count <= Desk.mostText && String(validating: bytes, as: UTF8.self) != nil ? editor.text(of: bytes) : nil
    }

    /// Sealed text is read-only but for the keys that FORMAT §13 leaves free: what the seal holds has to stay.
    private func refuseSealed(_ change: WantedChange, _ disk: [UInt8]?) throws(Refusal) {
        guard let sealed = reading.sealed[change.path.description] else { return }
        let edits: [Edit]
        switch change.kind {
        case .edits(let all): edits = all
        case .text(let text): edits = [.text(text)]
        case .move(let target, let all) where change.path.isMeeting && target.isMeeting:
            // A moved meeting's kallelse lies under its new day, which its head says.
            let areOfTheDay = all.allSatisfy {
                if case .head(let key, _) = $0 {
                    (reading.freeKeys + ["datum", "tid"]).contains(FieldKey.fold(key))
                } else {
                    false
                }
            }
            if areOfTheDay { return }
            edits = []
        case .upload, .delete, .move: throw .sealed(change.path.description, since: sealed.day)
        }
        if let disk, let after = try? editor.apply(edits, to: disk), !edits.isEmpty,
            isSealedAlike(change.path, disk, after)
        {
            return
        }
        throw .sealed(change.path.description, since: sealed.day)
    }

    /// True where two texts of a file differ in what no seal holds, if at all.
    func isSealedAlike(_ path: SitePath, _ one: [UInt8]?, _ other: [UInt8]?) -> Bool {
        guard let one, let other else { return false }
        return means.sealedPart(path.description, one, reading.freeKeys)
            == means.sealedPart(path.description, other, reading.freeKeys)
    }
}

extension SitePath {
    /// A meeting's own file, not its record.
    fileprivate var isMeeting: Bool {
        let name = description.dropFirst("content/moten/".count)
        return description.hasPrefix("content/moten/") && !name.contains("/") && name.hasSuffix(".md")
            && !name.hasSuffix(".protokoll.md")
    }
}

extension Edit {
    /// What somebody wrote, where it can be put nowhere.
    fileprivate var words: String {
        switch self {
        case .head(let key, let value): "\(key): \(value?.written ?? "")"
        case .body(let text), .text(let text): text
        case .agenda(let points): points.map { "- \($0)" }.joined(separator: "\n")
        case .entry(let number, let part):
            switch part {
            case .text(let text): "## § \(number)\n\n\(text)"
            case .outcome(let words): "## § \(number)\n\nBeslut: \(words ?? "")"
            case .votes(let votes):
                "## § \(number)\n\n"
                    + votes.map { "\($0.word): \($0.names.joined(separator: ", "))" }.joined(separator: "\n")
            case .followUps(let lines): "## § \(number)\n\n" + lines.map { "Följs upp: \($0)" }.joined(separator: "\n")
            case .section(let heading, let text): "## § \(number)\n\n### \(heading)\n\n\(text)"
            }
        }
    }
}
