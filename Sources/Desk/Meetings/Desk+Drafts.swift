import Drafts
import Editing
import History
import LocalServer
import Meetings
import Register
import System

extension Desk {
    /// Proposes changes, and writes nothing: the page sends them to the one door when somebody has said yes.
    func propose(_ json: JSONValue) async throws(Refusal) -> JSONValue {
        switch json["what"]?.string {
        case "meeting"?: return try answer(newMeeting(json))
        case "matter"?: return try answer(newMatter(json))
        case "record"?:
            let id = try meetingID(json)
            return try answer(drafted { () throws(NoDraft) in try NewRecord(id, register: reading.seen).draft })
        case "numbers"?:
            let id = try meetingID(json)
            return try answer(drafted { () throws(NoDraft) in try AttachmentNumbers(id, register: reading.seen).draft })
        case "move"?:
            let id = try meetingID(json)
            let day = try date(json["date"]?.string)
            let (folder, seen) = (folder, reading.seen)
            return try answer(
                drafted { () throws(NoDraft) in
                    try MovedMeeting(
                        id, to: day, register: seen, read: { path in SitePath(path).flatMap { try? folder.read($0) } }
                    ).draft
                })
        case "attach"?: return try attach(json)
        case "import"?: return try await importUpload(json)
        default: throw .invalid("Skrivbordet har inget förslag av det slaget.")
        }
    }

    private func drafted(_ make: () throws(NoDraft) -> Draft) throws(Refusal) -> Draft {
        do throws(NoDraft) {
            return try make()
        } catch {
            throw .invalid(error.text)
        }
    }

    private func meetingID(_ json: JSONValue) throws(Refusal) -> MeetingID {
        reading.seen.meetings[try index(of: json["meeting"]?.string ?? "")].meeting.id
    }

    private func date(_ text: String?) throws(Refusal) -> CalendarDate {
        guard let text, case .date(let date) = DateReading(text, clock: reading.seen.today) else {
            throw .invalid("\(text ?? "") är inget datum.")
        }
        return date
    }

    private func newMeeting(_ json: JSONValue) throws(Refusal) -> Draft {
        let code = json["body"]?.string.flatMap { BodyCode($0) }
        guard let body = reading.seen.profile.bodies.first(where: { $0.code == code }) else {
            throw .invalid("Organet finns inte i klubba.yml.")
        }
        let id = MeetingID(body: body.code, date: try date(json["date"]?.string ?? json["datum"]?.string))
        if let index = reading.seen.meetingIndex[id], let file = reading.seen.meetings[index].meeting.file {
            throw .invalid("\(id) finns redan: \(file).")
        }
        let edits = ["tid", "plats"].compactMap { key in
            json[key]?.string.map { Edit.head(key: key, .text($0)) }
        }
        let text = NewMeeting.text(id, register: reading.seen)
        let bytes: [UInt8]
        do throws(EditFault) {
            bytes = try editor.apply(edits, to: Array(text.utf8))
        } catch {
            throw Refusal(error)
        }
        var draft = Draft()
        draft.changes = [.new(path: "content/moten/\(id.slug).md", text: String(decoding: bytes, as: UTF8.self))]
        return draft
    }

    private func newMatter(_ json: JSONValue) throws(Refusal) -> Draft {
        guard let title = json["title"]?.string, title.contains(where: { !$0.isWhitespace }) else {
            throw .invalid("Ärendet behöver en titel.")
        }
        var meetings: [MeetingID] = []
        for name in json["meetings"]?.array?.compactMap(\.string) ?? [] {
            meetings.append(reading.seen.meetings[try index(of: name)].meeting.id)
        }
        let written = json["dnr"]?.string ?? ""
        let body = NewMatter.body(of: meetings, in: reading.seen.profile)
        let number =
            written.isEmpty
            ? NextNumbers.diaryNumber(in: reading.whole, bodies: [body?.code].compactMap(\.self)) : written
        guard NewMatter.isOneLine(title), NewMatter.isOneLine(number) else {
            throw .invalid("Titeln och dnr skrivs på en rad var, utan radbrytning.")
        }
        guard let slug = Slug(number) else { throw .invalid("Dnr \(number) går inte att använda.") }
        if let taken = reading.seen.matters.first(where: { $0.diaryNumber?.key == DiaryNumber.key(of: number) }) {
            throw .invalid("Dnr \(number) används redan i \(taken.file).")
        }
        var draft = Draft()
        draft.changes = [
            .new(
                path: "content/arenden/\(slug)/arende.md",
                text: NewMatter.text(title: title, number: number, meetings: meetings, register: reading.seen))
        ]
        return draft
    }

    /// Files that have come, beside an ärende. One that is a file alone becomes a folder; its address is the same.
    private func attach(_ json: JSONValue) throws(Refusal) -> JSONValue {
        let path = try sitePath(json["path"]?.string ?? "")
        guard let bytes = try read(path), path.description.hasPrefix("content/arenden/") else { throw .gone }
        var draft = Draft()
        var folder = String(
            path.description.prefix(upTo: path.description.lastIndex(of: "/") ?? path.description.endIndex))
        var file = path.description
        if !file.hasSuffix("/arende.md") {
            folder = String(file.dropLast(3))
            file = folder + "/arende.md"
        }
        var changes: [JSONValue] = []
        var names: [String] = []
        for id in json["uploads"]?.array?.compactMap(\.string) ?? [] {
            guard let upload = uploads[id] else { throw .gone }
            changes.append(["path": .string("\(folder)/\(upload.name)"), "base": .null, "upload": .string(id)])
            draft.rows.append(
                Draft.Row(path: "\(folder)/\(upload.name)", title: upload.name, now: "–", after: "bilaga"))
            names.append(upload.name)
        }
        let edits =
            reading.seen.matters.first { $0.file == path.description }.map { matter in
                AddedAttachments(
                    names, to: matter, list: try? editor.value(of: "bilagor", in: bytes),
                    numbers: try? editor.value(of: "bilaga", in: bytes)
                ).edits
            } ?? []
        if file != path.description {
            // A seal names the file by its path.
            if let sealed = reading.sealed[path.description] { throw .sealed(path.description, since: sealed.day) }
            let own = try? editor.body(of: bytes)
            let moved = own.map { MovedLinks.rewritten($0, into: String(folder.split(separator: "/").last ?? "")) }
            let body = moved.flatMap { $0 == own ? nil : [Edit.body($0)] } ?? []
            draft.changes.append(.move(from: path.description, to: file, edits + body))
        } else if !edits.isEmpty {
            draft.changes.append(.edits(path: file, edits))
        }
        return try answer(draft, more: changes)
    }

    /// What the import would write of a file, as changes.
    private func importUpload(_ json: JSONValue) async throws(Refusal) -> JSONValue {
        guard let id = json["upload"]?.string, let upload = uploads[id] else { throw .gone }
        let target = ".klubba/inkommet/\(id)/last"
        let ending = await means.run(["import", "\(root)/\(upload.path)", "--into", "\(root)/\(target)"])
        let files = IncomingFiles.all(in: "\(root)/\(target)")
        guard ending.exit == 0, !files.isEmpty else {
            throw .invalid(ending.lines.last ?? "Filen gick inte att läsa in.")
        }
        var changes: [JSONValue] = []
        var draft = Draft()
        for (path, bytes) in files {
            let place = "content/\(path)"
            guard let site = SitePath(place) else { throw .path(place) }
            if try read(site) != nil { throw .invalid("\(place) finns redan. Inget skrevs.") }
            if path.hasSuffix(".md"), let text = String(validating: bytes, as: UTF8.self) {
                changes.append(["path": .string(place), "base": .null, "text": .string(text)])
            } else {
                let own = String(Secret().text.prefix(16))
                uploads[own] = Upload(
                    name: path, size: bytes.count, path: "\(target)/\(path)", time: means.seconds())
                changes.append(["path": .string(place), "base": .null, "upload": .string(own)])
            }
            draft.rows.append(Draft.Row(path: place, title: path, now: "–", after: "ny fil"))
        }
        draft.warnings = ending.lines
        return try answer(draft, more: changes)
    }

    /// A draft as the page gets it: changes for `save`, with what the page is to believe of each file.
    private func answer(_ draft: Draft, more: [JSONValue] = []) throws(Refusal) -> JSONValue {
        var changes: [JSONValue] = []
        for change in draft.changes {
            switch change {
            case .new(let path, let text):
                changes.append(["path": .string(path), "base": .null, "text": .string(text)])
            case .edits(let path, let edits):
                let bytes = try tried(edits, on: path)
                changes.append([
                    "path": .string(path), "base": .string(remember(bytes)), "edits": .array(edits.compactMap(\.json)),
                ])
            case .move(let from, let to, let edits):
                let bytes = try tried(edits, on: from)
                var change: [JSONValue.Member] = [
                    JSONValue.Member("path", .string(from)), JSONValue.Member("base", .string(remember(bytes))),
                    JSONValue.Member("to", .string(to)),
                ]
                if !edits.isEmpty { change.append(JSONValue.Member("edits", .array(edits.compactMap(\.json)))) }
                changes.append(.object(change))
            }
        }
        return [
            "changes": .array(changes + more),
            "rows": .array(
                draft.rows.map { row -> JSONValue in
                    [
                        "path": .string(row.path), "title": .string(row.title), "now": .string(row.now),
                        "after": .string(row.after),
                    ]
                }), "warnings": .array(draft.warnings.map { .string($0) }),
        ]
    }

    /// The bytes of a file that takes the edits: what cannot be carried out is not proposed.
    private func tried(_ edits: [Edit], on path: String) throws(Refusal) -> [UInt8] {
        guard let bytes = try read(sitePath(path)) else { throw .gone }
        do throws(EditFault) {
            _ = try editor.apply(edits, to: bytes)
            return bytes
        } catch {
            throw Refusal(error)
        }
    }
}
