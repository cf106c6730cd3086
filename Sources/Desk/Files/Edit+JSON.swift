import Content
import Editing
import Meetings
import System

/// What the page sends is taken as it stands or refused: what cannot be understood would else be taken for nothing, and
/// erase what is there.
extension Edit {
    static func all(in json: JSONValue?) throws(Refusal) -> [Edit] {
        guard let json else { return [] }
        guard let edits = json.array else { throw .invalid("edits ska vara en lista.") }
        var read: [Edit] = []
        for edit in edits { read += try all(edit) }
        return read
    }

    /// One object of `edits`, which may change several parts of a §.
    private static func all(_ json: JSONValue) throws(Refusal) -> [Edit] {
        guard ["head", "body", "agenda", "entry"].count(where: { json[$0] != nil }) == 1 else {
            throw .invalid("Ändringen går inte att förstå.")
        }
        if let key = json["head"]?.string {
            guard key.contains(where: { !$0.isWhitespace }) else {
                throw .invalid("Ändringen har inget namn på uppgiften.")
            }
            guard let written = json["value"] else { throw .invalid("\(key): value saknas. Null tar bort uppgiften.") }
            if written.isNull { return [.head(key: key, nil)] }
            guard let value = EditValue(written) else {
                throw .invalid("\(key): ett värde är text, en lista eller en tabell.")
            }
            return [.head(key: key, value)]
        }
        if let body = json["body"]?.string { return [.body(body)] }
        if let points = json["agenda"] { return [.agenda(try points.texts("agenda"))] }
        guard let number = json["entry"]?.int else { throw .invalid("Ändringen går inte att förstå.") }
        return try parts(of: json).map { .entry(number, $0) }
    }

    private static func parts(of json: JSONValue) throws(Refusal) -> [EntryEdit] {
        if let section = json["section"] {
            guard let heading = section.string, heading.contains(where: { !$0.isWhitespace }) else {
                throw .invalid("section ska vara en rubrik.")
            }
            guard let text = json["text"]?.string else { throw .invalid("\(heading): texten saknas.") }
            return [.section(heading: heading, text: text)]
        }
        var edits: [EntryEdit] = []
        if let text = json["text"] {
            guard let text = text.string else { throw .invalid("text ska vara en text.") }
            edits.append(.text(text))
        }
        if let outcome = json["outcome"] {
            guard outcome.isNull || outcome.string != nil else { throw .invalid("Beslutet ska vara text eller null.") }
            edits.append(.outcome(outcome.string))
        }
        if let votes = json["votes"] { edits.append(.votes(try all(votes: votes))) }
        if let followUps = json["followups"] { edits.append(.followUps(try followUps.texts("followups"))) }
        guard !edits.isEmpty else { throw .invalid("Ändringen av paragrafen går inte att förstå.") }
        return edits
    }

    private static func all(votes json: JSONValue) throws(Refusal) -> [EntryEdit.Vote] {
        guard let sides = json.object else { throw .invalid("votes ska ha Ja, Nej och Avstår, med en lista vardera.") }
        var votes: [EntryEdit.Vote] = []
        for side in sides {
            guard ["ja", "nej", "avstar"].contains(FieldKey.fold(side.name)) else {
                throw .invalid("\(side.name) är ingen röst. Skriv Ja, Nej eller Avstår.")
            }
            let names = try side.value.texts(side.name)
            if let name = names.first(where: { !$0.isOneName }) {
                throw .invalid("\(side.name): \(name) är inte ett namn. Skriv ett namn för sig.")
            }
            votes.append(EntryEdit.Vote(word: side.name, names: names))
        }
        return votes
    }

    /// As the page sends it; nil for an edit that no proposal makes.
    var json: JSONValue? {
        switch self {
        case .head(let key, let value): ["head": .string(key), "value": value?.json ?? .null]
        case .body(let text): ["body": .string(text)]
        case .agenda(let points): ["agenda": .array(points.map { .string($0) })]
        case .text, .entry: nil
        }
    }
}

extension JSONValue {
    /// A list of texts and of nothing else.
    fileprivate func texts(_ name: String) throws(Refusal) -> [String] {
        guard let items = array else { throw .invalid("\(name) ska vara en lista av texter.") }
        let texts = items.compactMap(\.string)
        guard texts.count == items.count else { throw .invalid("\(name) ska vara en lista av texter.") }
        return texts
    }
}

extension String {
    /// `Anna Alm (Uppsala kommun, Regionen)`: a comma or a colon outside the brackets would be read as another's name.
    fileprivate var isOneName: Bool {
        var depth = 0
        for character in self {
            switch character {
            case "(": depth += 1
            case ")": depth -= 1
            case ",", ":": if depth <= 0 { return false }
            default: if character.isNewline { return false }
            }
        }
        return contains { !$0.isWhitespace }
    }
}
