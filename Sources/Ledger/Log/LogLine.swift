import System

/// A line of the log as it stands in the file: the entry, and what closes it.
public struct LogLine: Hashable, Sendable {
    public let entry: LogEntry
    /// Of everything in the line before `,"summa":`.
    public let sum: Digest
    /// Ed25519 over the same bytes, as 128 hexadecimal digits; empty where there is none.
    public let signature: String

    public init(_ entry: LogEntry, signing: (_ bytes: [UInt8]) -> String = { _ in "" }) {
        self.entry = entry
        let signed = entry.signedBytes
        sum = Digest(of: signed)
        signature = signing(signed)
    }

    init(entry: LogEntry, sum: Digest, signature: String) {
        (self.entry, self.sum, self.signature) = (entry, sum, signature)
    }
}

extension LogLine {
    /// Its bytes, with the line feed.
    public var bytes: [UInt8] {
        var bytes = entry.signedBytes
        bytes += ",\"summa\":\"\(sum.text)\",\"signatur\":\"\(signature)\"}\n".utf8
        return bytes
    }

    /// What the next line has for the line before it.
    public var digest: Digest { Digest(of: bytes) }
}

extension LogEntry {
    /// The line up to the sum: every key, in this order, and no white space.
    public var signedBytes: [UInt8] {
        var writer = LogWriter()
        writer.bytes.reserveCapacity(512 + papers.count * 800)
        writer.raw(version == 1 ? "{\"nr\":\(number)" : "{\"version\":\(version),\"nr\":\(number)")
        writer.text("tid", time.text)
        writer.text("mote", meeting)
        writer.text("slag", kind.rawValue)
        writer.text("skal", reason)
        if let summons { writer.summons(summons) }
        if let notices, let settings { writer.circumstances(notices, settings) }
        writer.texts("utelamnat", leftOut)
        writer.raw(",\"handlingar\":[")
        for (index, paper) in papers.enumerated() {
            if index > 0 { writer.raw(",") }
            writer.paper(paper)
        }
        writer.raw("]")
        writer.texts("utgar", withdrawn)
        writer.text("fore", previous.text)
        writer.text("nyckel", key)
        return writer.bytes
    }
}

private struct LogWriter {
    var bytes: [UInt8] = []

    mutating func raw(_ text: String) { bytes += text.utf8 }

    mutating func text(_ key: String, _ value: String, isFirst: Bool = false) {
        raw(isFirst ? "\"\(key)\":" : ",\"\(key)\":")
        string(value)
    }

    mutating func texts(_ key: String, _ values: [String]) {
        raw(",\"\(key)\":[")
        for (index, value) in values.enumerated() {
            if index > 0 { raw(",") }
            string(value)
        }
        raw("]")
    }

    mutating func summons(_ summons: LogSummons) {
        raw(",\"sammantrade\":{\"organ\":[")
        list(summons.bodies) { $0.string($1) }
        raw("]")
        texts("dagar", summons.days)
        text("klockslag", summons.time)
        text("plats", summons.place)
        text("status", summons.status)
        text("synlighet", summons.visibility)
        raw("},\"dagordning\":[")
        list(summons.agenda) { writer, item in
            writer.raw("{")
            writer.text("punkt", item.text, isFirst: true)
            writer.sent(item.paper)
            writer.raw(",\"bilagor\":[")
            writer.list(item.attachments) { writer, paper in
                writer.raw("{")
                writer.sent(paper, isFirst: true)
                writer.raw("}")
            }
            writer.raw("]}")
        }
        raw("]")
    }

    mutating func circumstances(_ notices: [LogNotice], _ settings: LogSettings) {
        raw(",\"anslag\":[")
        list(notices) { writer, notice in
            writer.raw("{\"paragraf\":\(notice.paragraph)")
            writer.text("anslaget", notice.posted)
            writer.text("overklagas", notice.lastAppealDay)
            writer.text("forvaras", notice.keptAt)
            writer.raw("}")
        }
        raw("],\"installningar\":{\"organ\":[")
        list(settings.bodies) { writer, body in
            writer.raw("{")
            writer.text("kod", body.code, isFirst: true)
            writer.text("namn", body.name)
            writer.text("roll", body.role)
            writer.raw("}")
        }
        raw("],\"tillkannage\":\(settings.daysToPost),\"overklagandetid\":\(settings.appealDays)")
        text("forvaras", settings.keptAt)
        text("overklagan", settings.appealPage)
        raw(",\"ord\":[")
        list(settings.words) { writer, word in
            writer.raw("{")
            writer.text("nyckel", word.key, isFirst: true)
            writer.text("text", word.text)
            writer.raw("}")
        }
        raw("],\"mallar\":[")
        list(settings.templates) { writer, template in
            writer.raw("{")
            writer.text("fil", template.path, isFirst: true)
            writer.text("sha256", template.digest.text)
            writer.raw("}")
        }
        raw("]}")
    }

    private mutating func sent(_ paper: LogSummons.Paper, isFirst: Bool = false) {
        text("fil", paper.path, isFirst: isFirst)
        text("nummer", paper.number)
        text("titel", paper.title)
        text("synlighet", paper.visibility)
    }

    private mutating func list<Item>(_ items: [Item], _ write: (inout LogWriter, Item) -> Void) {
        for (index, item) in items.enumerated() {
            if index > 0 { raw(",") }
            write(&self, item)
        }
    }

    mutating func paper(_ paper: LogPaper) {
        raw("{")
        text("fil", paper.path, isFirst: true)
        text("titel", paper.title)
        raw(",\"storlek\":\(paper.size)")
        text("sha256", paper.digest.text)
        text("innehall", paper.content.text)
        text("synlighet", paper.visibility)
        raw(",\"publicerat\":[")
        for (index, part) in paper.published.enumerated() {
            raw(index > 0 ? ",{" : "{")
            text("adress", part.address, isFirst: true)
            text("del", part.part)
            text("sha256", part.digest.text)
            text("synlighet", part.visibility)
            raw("}")
        }
        raw("]}")
    }

    /// RFC 8259 with the fewest escapes: what must be escaped is, in its short form where it has one.
    mutating func string(_ value: String) { JSONString.append(value, to: &bytes) }
}
