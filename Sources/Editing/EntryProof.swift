import Content
import Meetings

/// Whether a record, read again, says what an edit of a § meant, and of all else what it said.
struct EntryProof {
    let before: [EntryField]
    let after: [EntryField]
}

extension EntryProof {
    func shows(_ edit: EntryEdit, of number: Int) -> Bool {
        guard before.count == after.count, let place = before.firstIndex(where: { $0.number == number }) else {
            return false
        }
        let rest = before.indices.filter { $0 != place }
        let (old, new) = (before[place], after[place])
        guard rest.allSatisfy({ before[$0].says(after[$0]) }), old.number == new.number, old.heading == new.heading
        else { return false }
        switch edit {
        case .text(let text):
            return new.text == EntryEditor.trimmed(text) && old.outcome == new.outcome
                && old.followUps == new.followUps && old.sections == new.sections
        case .outcome(let words):
            // Where the line goes what stood below it belongs to the text.
            let isText = words == nil ? new.text.hasPrefix(old.text) : new.text == old.text
            return new.outcome == words?.trimmingSpaces && isText && old.followUps == new.followUps
                && old.sections == new.sections
        case .followUps(let lines):
            let isText = lines.isEmpty ? new.text.hasPrefix(old.text) : new.text == old.text
            return new.followUps == lines.map(\.trimmingSpaces) && isText && old.outcome == new.outcome
                && old.sections.map(\.heading) == new.sections.map(\.heading)
        case .votes: return isAlike(old, new) && others(old, than: "Omröstning") == others(new, than: "Omröstning")
        case .section(let heading, let text):
            let written = new.sections.first { isSame($0.heading, heading) }?.text ?? ""
            return isAlike(old, new) && written == EntryEditor.trimmed(text)
                && others(old, than: heading) == others(new, than: heading)
        }
    }

    private func isAlike(_ old: EntryField, _ new: EntryField) -> Bool {
        old.text == new.text && old.outcome == new.outcome && old.followUps == new.followUps
    }

    /// Without the first of its kind.
    private func others(_ entry: EntryField, than heading: String) -> [EntryField.Section] {
        var sections = entry.sections
        if let own = sections.firstIndex(where: { isSame($0.heading, heading) }) { sections.remove(at: own) }
        return sections
    }

    private func isSame(_ heading: String, _ other: String) -> Bool {
        let kind = MinutesEntry.Section.Kind(heading: other)
        return FieldKey.fold(heading) == FieldKey.fold(other)
            || kind != nil && MinutesEntry.Section.Kind(heading: heading) == kind
    }
}

extension EntryField {
    /// But for the line that it stands on.
    fileprivate func says(_ other: EntryField) -> Bool {
        number == other.number && heading == other.heading && text == other.text && outcome == other.outcome
            && followUps == other.followUps && sections == other.sections
    }
}
