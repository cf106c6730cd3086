import Diagnostics
import Meetings

extension Fields {
    /// True when the key is there with a value. Does not count as asking for it.
    func has(_ key: String) -> Bool {
        let folded = FieldKey.fold(key)
        return contains(folded)
    }

    func isMap(_ key: String) -> Bool {
        let folded = FieldKey.fold(key)
        return shape(of: folded).map { if case .map = $0 { true } else { false } } ?? false
    }

    /// Keys that may stand here though nothing is done with them.
    mutating func skip(_ keys: String...) {
        for key in keys { markUsed(key) }
    }

    /// An unknown word is never public, nor is a key that somebody left without one.
    mutating func visibility() -> Visibility {
        guard has("synlighet") else {
            let isWritten = isWritten("synlighet")
            skip("synlighet")
            guard isWritten else { return .public }
            let place = place(of: "synlighet")
            _ = word(Located(value: "", line: place.line, column: place.column), key: "synlighet") as Visibility?
            return .secret
        }
        return word("synlighet", Visibility.self) ?? .secret
    }

    /// Days of meetings: `2020-09-18`, and `2020-09-18-2` for a body's second meeting of a day.
    mutating func meetingDays(_ key: String) -> [MeetingDay] { items(key).compactMap { meetingDay($0) } }

    mutating func meetingDay(_ written: Located<String>) -> MeetingDay? {
        let parts = MeetingDay.parts(of: written.value)
        return date(Located(value: parts.date, line: written.line, column: written.column))
            .map { MeetingDay(date: $0, ordinal: parts.ordinal) }
    }

    /// The day before which a text is in no edition; what cannot be read as one holds it back for ever.
    mutating func embargo() -> Embargo? {
        guard isWritten("publiceras") else {
            skip("publiceras")
            return nil
        }
        let place = place(of: "publiceras")
        if !has("publiceras") { report(.unreadableDate(text: ""), place.line, place.column) }
        guard let date = has("publiceras") ? date("publiceras") : nil else {
            skip("publiceras")
            return .unreadable
        }
        return .until(date)
    }

    mutating func attachmentNumber(_ key: String) -> AttachmentNumber? {
        guard let written = locatedText(key) else { return nil }
        let number = AttachmentNumber(written.value)
        if number == nil { report(.unreadableAttachmentNumber(text: written.value), written.line, written.column) }
        return number
    }

    /// `6 - 6.1`, or a list of such.
    mutating func attachmentNumbers(_ value: FrontMatter.Value) -> [AttachmentNumber] {
        switch value.content {
        case .text(let text):
            let numbers = AttachmentNumber.list(text)
            if numbers == nil { report(.unreadableAttachmentNumber(text: text), at: value) }
            return numbers ?? []
        case .list(let items):
            return items.flatMap { attachmentNumbers($0) }
        case .map:
            report(.expectedList(key: "bilaga"), at: value)
            return []
        }
    }

    /// `Förbundschefen`, or a list of names or of {organisation, namn, datum}.
    mutating func signatures() -> [Signature] {
        guard let value = value("undertecknat") else { return [] }
        switch value.content {
        case .text(let text): return [Signature(name: text)]
        case .map: return [signature(value)].compactMap(\.self)
        case .list(let items): return items.compactMap { signature($0) }
        }
    }

    private mutating func signature(_ value: FrontMatter.Value) -> Signature? {
        switch value.content {
        case .text(let text): return Signature(name: text)
        case .map(let entries):
            var inner = Fields(entries, file: file, clock: clock)
            let name = [inner.text("namn"), inner.text("roll")].compactMap(\.self).joined(separator: ", ")
            let signature = Signature(
                name: name.isEmpty ? nil : name, organisation: inner.text("organisation"), date: inner.date("datum"))
            inner.finish()
            diagnostics += inner.diagnostics
            return signature
        case .list:
            report(
                .expectedMap(key: "undertecknat", example: "{organisation: Kommunen, namn: NN, datum: 2020-05-15}"),
                at: value)
            return nil
        }
    }
}

extension TextFile {
    /// The front matter's fields; a front matter that cannot be read is reported and has none.
    func fields(clock: CalendarDate, _ diagnostics: inout [Diagnostic]) -> Fields {
        guard let frontMatter else { return Fields([], file: file, clock: clock) }
        do {
            let read = try FrontMatter(bytes[frontMatter], firstLine: frontMatterLine)
            return Fields(read.entries, file: file, clock: clock)
        } catch {
            diagnostics.append(Diagnostic(error, in: file))
            return Fields(unreadable: file, clock: clock)
        }
    }
}

extension Diagnostic {
    package init(_ fault: FrontMatterFault, in file: String) {
        let problem: Problem =
            switch fault.reason {
            case .yaml(let reason): .invalidYAML(fault: reason)
            case .anchorOrAlias: .anchorOrAlias
            case .duplicateKey(let key, let line): .duplicateKey(key: key, firstLine: line)
            }
        self.init(Place(file, line: fault.line, column: fault.column), problem)
    }
}
