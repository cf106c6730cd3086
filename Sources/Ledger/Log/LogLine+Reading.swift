import Meetings

extension LogLine {
    /// Reads a line, without its line feed. Nil for anything that this program would not have written byte for byte.
    public init?(reading bytes: ArraySlice<UInt8>) {
        guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
        var reader = LogReader(bytes: bytes, position: bytes.startIndex)
        guard let line = reader.line(), line.bytes.dropLast().elementsEqual(bytes) else { return nil }
        self = line
    }
}

/// Expects the keys in their order. Nothing else is a line, so there is nothing else to be read.
private struct LogReader {
    let bytes: ArraySlice<UInt8>
    var position: Int

    mutating func line() -> LogLine? {
        let version = [2, 3].first { skip("{\"version\":\($0),\"nr\":") } ?? 1
        guard version > 1 || skip("{\"nr\":"), let number = number(), let time = text("tid").flatMap({ LogTime($0) }),
            let meeting = text("mote"), let kind = text("slag").flatMap({ LogEntry.Kind(rawValue: $0) }),
            let reason = text("skal")
        else { return nil }
        let summons = version > 1 ? self.summons() : nil
        let notices = version > 2 ? self.notices() : nil
        let settings = version > 2 ? self.settings() : nil
        guard (version > 1) == (summons != nil), (version > 2) == (notices != nil && settings != nil),
            let leftOut = texts("utelamnat"), let papers = papers(),
            let withdrawn = texts("utgar"), let previous = text("fore").flatMap({ Digest($0) }),
            let key = text("nyckel"), let sum = text("summa").flatMap({ Digest($0) }), let signature = text("signatur"),
            skip("}"), position == bytes.endIndex
        else { return nil }
        guard !meeting.isEmpty, version > 2 || kind != .notice, withdrawn.allSatisfy(LogReader.isInside) else {
            return nil
        }
        let entry = LogEntry(
            number: number, time: time, meeting: meeting, kind: kind, reason: reason, leftOut: leftOut, papers: papers,
            withdrawn: withdrawn, previous: previous, key: key, summons: summons, notices: notices, settings: settings)
        return LogLine(entry: entry, sum: sum, signature: signature)
    }

    /// Of the second version.
    private mutating func summons() -> LogSummons? {
        guard skip(",\"sammantrade\":{"), let bodies = texts("organ", isFirst: true), let days = texts("dagar"),
            let time = text("klockslag"), let place = text("plats"), let status = text("status"),
            let visibility = text("synlighet"), skip("}"), let agenda = objects("dagordning", { $0.item() }),
            Meeting.Status(rawValue: status) != nil, days.allSatisfy({ CalendarDate(iso: $0) != nil })
        else { return nil }
        return LogSummons(
            bodies: bodies, days: days, time: time, place: place, status: status, visibility: visibility,
            agenda: agenda)
    }

    /// Of the third version.
    private mutating func notices() -> [LogNotice]? {
        objects("anslag") { reader in
            guard reader.skip("\"paragraf\":"), let paragraph = reader.number(), let posted = reader.text("anslaget"),
                let last = reader.text("overklagas"), let keptAt = reader.text("forvaras"),
                [posted, last].allSatisfy({ CalendarDate(iso: $0) != nil })
            else { return nil }
            return LogNotice(paragraph: paragraph, posted: posted, lastAppealDay: last, keptAt: keptAt)
        }
    }

    private mutating func settings() -> LogSettings? {
        guard skip(",\"installningar\":{"), let bodies = objects("organ", isFirst: true, { $0.body() }),
            skip(",\"tillkannage\":"), let daysToPost = number(), skip(",\"overklagandetid\":"),
            let appealDays = number(), let keptAt = text("forvaras"), let appealPage = text("overklagan"),
            let words = objects("ord", { $0.word() }), let templates = objects("mallar", { $0.template() }), skip("}")
        else { return nil }
        return LogSettings(
            bodies: bodies, daysToPost: daysToPost, appealDays: appealDays, keptAt: keptAt, appealPage: appealPage,
            words: words, templates: templates)
    }

    private mutating func body() -> LogSettings.Body? {
        guard let code = text("kod", isFirst: true), let name = text("namn"), let role = text("roll"),
            ["beredande", "beslutande"].contains(role)
        else { return nil }
        return LogSettings.Body(code: code, name: name, role: role)
    }

    private mutating func word() -> LogSettings.Word? {
        guard let key = text("nyckel", isFirst: true), let words = text("text") else { return nil }
        return LogSettings.Word(key: key, text: words)
    }

    private mutating func template() -> LogSettings.Template? {
        guard let path = text("fil", isFirst: true), let digest = text("sha256").flatMap({ Digest($0) }) else {
            return nil
        }
        return LogSettings.Template(path: path, digest: digest)
    }

    private mutating func item() -> LogSummons.Item? {
        guard let text = text("punkt", isFirst: true), let paper = sent(),
            let attachments = objects("bilagor", { $0.sent(isFirst: true) })
        else { return nil }
        return LogSummons.Item(text: text, paper: paper, attachments: attachments)
    }

    private mutating func sent(isFirst: Bool = false) -> LogSummons.Paper? {
        guard let path = text("fil", isFirst: isFirst), let number = text("nummer"), let title = text("titel"),
            let visibility = text("synlighet")
        else { return nil }
        return LogSummons.Paper(path: path, number: number, title: title, visibility: visibility)
    }

    private mutating func papers() -> [LogPaper]? { objects("handlingar") { $0.paper() } }

    /// A list of objects, each read by `read` without its braces.
    private mutating func objects<Item>(
        _ key: String, isFirst: Bool = false, _ read: (inout LogReader) -> Item?
    ) -> [Item]? {
        guard skip(isFirst ? "\"\(key)\":[" : ",\"\(key)\":[") else { return nil }
        var items: [Item] = []
        while !skip("]") {
            guard items.isEmpty || skip(","), skip("{"), let item = read(&self), skip("}") else { return nil }
            items.append(item)
        }
        return items
    }

    private mutating func paper() -> LogPaper? {
        guard let path = text("fil", isFirst: true), let title = text("titel"), skip(",\"storlek\":"),
            let size = number(), let digest = text("sha256").flatMap({ Digest($0) }),
            let content = text("innehall").flatMap({ Digest($0) }), let visibility = text("synlighet"),
            let published = parts(), LogReader.isInside(path), LogReader.isReader(visibility)
        else { return nil }
        return LogPaper(
            path: path, title: title, size: size, digest: digest, content: content, visibility: visibility,
            published: published)
    }

    private mutating func parts() -> [PublishedPart]? {
        objects("publicerat") { reader in
            guard let address = reader.text("adress", isFirst: true), let part = reader.text("del"),
                let digest = reader.text("sha256").flatMap({ Digest($0) }), let visibility = reader.text("synlighet"),
                LogReader.isInside(address), LogReader.isReader(visibility)
            else { return nil }
            return PublishedPart(address: address, part: part, digest: digest, visibility: visibility)
        }
    }

    /// Whether a path stays under the folder that it is from.
    private static func isInside(_ path: String) -> Bool {
        !path.hasPrefix("/") && !path.split(separator: "/").contains { $0 == ".." || $0 == "." }
    }

    private static func isReader(_ visibility: String) -> Bool {
        [Visibility.public, .members, .secret].contains { $0.rawValue == visibility }
    }

    private mutating func skip(_ text: String) -> Bool {
        let end = position + text.utf8.count
        guard end <= bytes.endIndex, bytes[position..<end].elementsEqual(text.utf8) else { return false }
        position = end
        return true
    }

    private mutating func number() -> Int? {
        let digits = bytes[position...].prefix { (0x30...0x39).contains($0) }
        position = digits.endIndex
        return Int(String(decoding: digits, as: UTF8.self))
    }

    private mutating func texts(_ key: String, isFirst: Bool = false) -> [String]? {
        guard skip(isFirst ? "\"\(key)\":[" : ",\"\(key)\":[") else { return nil }
        var texts: [String] = []
        while !skip("]") {
            guard texts.isEmpty || skip(","), let text = string() else { return nil }
            texts.append(text)
        }
        return texts
    }

    private mutating func text(_ key: String, isFirst: Bool = false) -> String? {
        guard skip(isFirst ? "\"\(key)\":" : ",\"\(key)\":") else { return nil }
        return string()
    }

    private mutating func string() -> String? {
        guard skip("\"") else { return nil }
        var value: [UInt8] = []
        while position < bytes.endIndex {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: value, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let escaped = escaped() else { return nil }
                value.append(escaped)
            default: value.append(byte)
            }
        }
        return nil
    }

    private mutating func escaped() -> UInt8? {
        guard position < bytes.endIndex else { return nil }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return byte
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "u"):
            let end = position + 4
            guard end <= bytes.endIndex else { return nil }
            let code = Hex.bytes(String(decoding: bytes[position..<end], as: UTF8.self))
            position = end
            return code?.first == 0 ? code?.last : nil
        default: return nil
        }
    }
}
