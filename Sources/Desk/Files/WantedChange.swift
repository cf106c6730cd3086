import Editing
import History
import System

/// A change as the page sends it: one file, what the page believes of it, and what is to become of it.
struct WantedChange {
    let path: SitePath
    /// The hash of the bytes that the page was given; nil for a file that must not exist.
    let base: String?
    let kind: Kind

    enum Kind {
        case text(String)
        case upload(String)
        case delete
        case move(to: SitePath)
        case edits([Edit])
    }
}

extension WantedChange {
    init(_ json: JSONValue) throws(Refusal) {
        let written = json["path"]?.string ?? ""
        guard let path = SitePath(written) else { throw .path(written) }
        self.path = path
        switch json["base"] {
        case .string(let hash)?: base = hash
        case .null?, nil: base = nil
        default: throw .invalid("\(path): base ska vara en text eller null.")
        }
        let names = ["text", "upload", "delete", "to", "edits"].filter { json[$0] != nil }
        guard names.count == 1 else {
            throw .invalid("\(path): en ändring har en av text, upload, delete, to och edits.")
        }
        if let text = json["text"]?.string {
            kind = .text(text)
        } else if let upload = json["upload"]?.string {
            kind = .upload(upload)
        } else if json["delete"]?.bool == true {
            kind = .delete
        } else if let to = json["to"]?.string {
            guard let target = SitePath(to) else { throw .path(to) }
            kind = .move(to: target)
        } else if let edits = json["edits"]?.array {
            var read: [Edit] = []
            for edit in edits { read += try Edit.all(edit) }
            kind = .edits(read)
        } else {
            throw .invalid("\(path): ändringen går inte att förstå.")
        }
    }
}

extension Edit {
    /// One object of `edits`, which may change several parts of a §.
    static func all(_ json: JSONValue) throws(Refusal) -> [Edit] {
        if let key = json["head"]?.string {
            guard let written = json["value"], !written.isNull else { return [.head(key: key, nil)] }
            guard let value = EditValue(written) else {
                throw .invalid("\(key): ett värde är text, en lista eller en tabell.")
            }
            return [.head(key: key, value)]
        }
        if let body = json["body"]?.string { return [.body(body)] }
        if let points = json["agenda"]?.array { return [.agenda(points.compactMap(\.string))] }
        guard let number = json["entry"]?.int else { throw .invalid("Ändringen går inte att förstå.") }
        return try parts(of: json).map { .entry(number, $0) }
    }

    private static func parts(of json: JSONValue) throws(Refusal) -> [EntryEdit] {
        if let section = json["section"]?.string {
            guard let text = json["text"]?.string else { throw .invalid("\(section): texten saknas.") }
            return [.section(heading: section, text: text)]
        }
        var edits: [EntryEdit] = []
        if let text = json["text"]?.string { edits.append(.text(text)) }
        if let outcome = json["outcome"] {
            guard outcome.isNull || outcome.string != nil else { throw .invalid("Beslutet ska vara text eller null.") }
            edits.append(.outcome(outcome.string))
        }
        if let votes = json["votes"]?.object {
            edits.append(
                .votes(
                    votes.map { EntryEdit.Vote(word: $0.name, names: $0.value.array?.compactMap(\.string) ?? []) }))
        }
        if let followUps = json["followups"]?.array { edits.append(.followUps(followUps.compactMap(\.string))) }
        guard !edits.isEmpty else { throw .invalid("Ändringen av paragrafen går inte att förstå.") }
        return edits
    }
}
