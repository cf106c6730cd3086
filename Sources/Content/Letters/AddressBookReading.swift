import Diagnostics
import Meetings

/// Reads `content/adresser.yml`: whom letters go to. Strictly, for a letter to somebody else cannot be taken back.
struct AddressBookReading {
    let clock: CalendarDate
    let disk: FileSystem
    let bodies: [Body]
    var diagnostics: [Diagnostic] = []
    static let file = "content/adresser.yml"

    init(clock: CalendarDate, disk: FileSystem, bodies: [Body]) {
        (self.clock, self.disk, self.bodies) = (clock, disk, bodies)
    }
}

extension AddressBookReading {
    /// Nil where there is no such file, or none that can be read.
    mutating func read(root: String) -> AddressBook? {
        let bytes: [UInt8]
        do {
            bytes = try disk.read("\(root)/\(Self.file)", 1 << 20)
        } catch .system(errno: 2) {
            return nil
        } catch {
            diagnostics.append(Diagnostic(Place(Self.file), .unreadableFile(reason: error.reason)))
            return nil
        }
        guard var text = TextFile.clean(bytes, file: Self.file, &diagnostics) else { return nil }
        // A comment, so that the lines keep their numbers.
        if text.line(at: 0).elementsEqual("---".utf8) { text.replaceSubrange(0..<3, with: "#--".utf8) }
        do {
            let read = try FrontMatter(text[...], firstLine: 1)
            return book(Fields(read.entries, file: Self.file, clock: clock))
        } catch {
            diagnostics.append(Diagnostic(error, in: Self.file))
            return nil
        }
    }

    private mutating func book(_ read: Fields) -> AddressBook {
        var fields = read
        var book = AddressBook()
        if let written = fields.locatedText("avsändare") {
            book.sender = Mailbox(written.value)
            if book.sender == nil { report(.mailAddress(written: written.value), written.line, written.column) }
        }
        book.members = correspondents("ledamöter", &fields, reads: .members)
        book.alsoCalled = correspondents("kallas-även", &fields, reads: .members)
        book.recipients = correspondents("mottagare", &fields, reads: .public)
        book.notices = addresses(fields.items("anslag"))
        fields.finish()
        diagnostics += fields.diagnostics
        return book
    }

    /// A name a line, with an address, several, `ingen`, or a map with more.
    private mutating func correspondents(
        _ key: String, _ fields: inout Fields, reads: Audience
    ) -> [Correspondent] {
        guard let value = fields.value(key) else { return [] }
        guard case .map(let entries) = value.content else {
            fields.report(.expectedMap(key: key, example: "\"Anna Ek: anna.ek@example.se\""), at: value)
            return []
        }
        return entries.compactMap { entry in
            var one = Correspondent(name: entry.key, addresses: [], line: entry.line, column: entry.column)
            one.reads = reads
            switch entry.value.content {
            case .text(let text) where FieldKey.fold(text) == "ingen": one.isPassedOver = true
            case .text(""):
                report(.valueMissing(key: entry.key), entry.line, entry.column)
                return nil
            case .text, .list:
                var inner = Fields([entry], file: Self.file, clock: clock)
                one.addresses = addresses(inner.items(entry.key))
                diagnostics += inner.diagnostics
            case .map(let parts): fill(&one, parts)
            }
            return one
        }
    }

    private mutating func fill(_ one: inout Correspondent, _ parts: [FrontMatter.Entry]) {
        var inner = Fields(parts, file: Self.file, clock: clock)
        one.addresses = addresses(inner.items("adress"))
        for written in inner.items("organ") {
            if let code = BodyCode(written.value), bodies.contains(where: { $0.code == code }) {
                one.bodies.append(code)
            } else {
                let known = bodies.map(\.code.text)
                inner.report(
                    .unknownWord(
                        key: "organ", word: written.value, allowed: known,
                        nearest: Spelling.nearest(to: written.value, among: known)), written.line, written.column)
            }
        }
        if inner.word("läser", Reading.self) == .ledamöter { one.reads = .members }
        inner.finish()
        diagnostics += inner.diagnostics
    }

    private enum Reading: String, CaseIterable {
        case offentlig, ledamöter
    }

    private mutating func addresses(_ written: [Located<String>]) -> [MailAddress] {
        written.compactMap { one in
            let address = MailAddress(one.value)
            if address == nil { report(.mailAddress(written: one.value), one.line, one.column) }
            return address
        }
    }

    private mutating func report(_ problem: Problem, _ line: Int, _ column: Int) {
        diagnostics.append(Diagnostic(Place(Self.file, line: line, column: column), problem))
    }
}

extension SiteReader {
    /// What `content/adresser.yml` says, and what is wrong with it; nil where there is no such file.
    public func addressBook(_ profile: SiteProfile) -> (book: AddressBook?, diagnostics: [Diagnostic]) {
        var reading = AddressBookReading(clock: clock(profile.timeZone), disk: disk, bodies: profile.bodies)
        let book = reading.read(root: root)
        return (book, reading.diagnostics)
    }
}
