import Editing
import History
import Meetings
import System

extension Desk {
    /// A text with its parts, as a form shows them. One whose head cannot be read has no form.
    func file(_ text: String) throws(Refusal) -> JSONValue {
        let path = try sitePath(text)
        if folder.size(of: path) > Desk.mostText { throw .size(Desk.mostText >> 20) }
        guard let bytes = try read(path) else { throw .gone }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw .invalid("\(path) är ingen text i UTF-8, och kan inte visas här.")
        }
        var members: [JSONValue.Member] = [
            JSONValue.Member("path", .string(path.description)),
            JSONValue.Member("version", .string(remember(bytes))),
            JSONValue.Member("text", .string(editor.text(of: bytes))),
            JSONValue.Member("problems", problems(of: path.description)),
            JSONValue.Member("visibility", JSONValue(visibility(of: path.description)?.rawValue)),
            JSONValue.Member("sealed", JSONValue(reading.sealed[path.description]?.day)),
            JSONValue.Member("sealedBy", JSONValue(reading.sealed[path.description]?.meeting)),
            JSONValue.Member("bilagor", attachments(of: path.description)),
            JSONValue.Member("way", way(of: path.description)),
        ]
        do throws(EditFault) {
            let head = try editor.head(of: bytes)
            members += [
                JSONValue.Member("head", .array(head.map { $0.json })),
                JSONValue.Member("body", .string(try editor.body(of: bytes))),
                JSONValue.Member(
                    "entries",
                    .array(path.description.hasSuffix(".protokoll.md") ? try editor.entries(of: bytes).map(\.json) : [])
                ),
            ]
        } catch {
            members += [
                JSONValue.Member("head", .null), JSONValue.Member("body", .null), JSONValue.Member("entries", []),
                JSONValue.Member("fault", .string(Refusal(error).text)),
            ]
        }
        return .object(members)
    }

    /// Bytes of a text that is sent to the page.
    static let mostText = 8 << 20

    /// What the site would show of a text that is not saved.
    func render(_ json: JSONValue) async throws(Refusal) -> JSONValue {
        let path = try sitePath(json["path"]?.string ?? "")
        guard let text = json["text"]?.string else { throw .invalid("Begäran har ingen text.") }
        // A text that has no file yet has no page of its own either.
        let bytes = try read(path)
        let wanted = bytes.flatMap { try? editor.apply([.text(text)], to: $0) } ?? Array(text.utf8)
        let page = await means.render(path.description, wanted)
        return [
            "html": .string(page.html), "address": JSONValue(page.address), "problems": rows(of: page.problems),
        ]
    }

    /// The bilagor of an ärende, as its site has them.
    private func attachments(of path: String) -> JSONValue {
        guard let matter = reading.seen.matters.first(where: { $0.file == path }) else { return [] }
        return .array(
            matter.attachments.map { paper -> JSONValue in
                [
                    "title": .string(paper.title), "file": .string(paper.file),
                    "visibility": .string(paper.shownVisibility.rawValue), "missing": .bool(paper.isMissing),
                    "listed": .bool(paper.isListed),
                ]
            })
    }
}

extension EditValue {
    var json: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .list(let items): .array(items.map(\.json))
        case .map(let pairs): .object(pairs.map { JSONValue.Member($0.key, $0.value.json) })
        }
    }

    /// Nil for what no head has: a number or a truth value.
    init?(_ json: JSONValue) {
        switch json {
        case .string(let text): self = .text(text)
        case .array(let items):
            let values = items.compactMap { EditValue($0) }
            guard values.count == items.count else { return nil }
            self = .list(values)
        case .object(let members):
            let pairs = members.compactMap { member in EditValue(member.value).map { Pair(member.name, $0) } }
            guard pairs.count == members.count else { return nil }
            self = .map(pairs)
        case .null, .bool, .number: return nil
        }
    }
}

extension HeadField {
    var json: JSONValue { ["key": .string(key), "value": value.json, "line": JSONValue(line)] }
}

extension EntryField {
    var json: JSONValue {
        [
            "number": JSONValue(number), "heading": .string(heading), "line": JSONValue(line), "text": .string(text),
            "outcome": JSONValue(outcome), "followups": .array(followUps.map { .string($0) }),
            "sections": .array(sections.map { ["heading": .string($0.heading), "text": .string($0.text)] }),
        ]
    }
}

extension Attachment {
    fileprivate var isMissing: Bool { if case .missing = content { true } else { false } }
}
