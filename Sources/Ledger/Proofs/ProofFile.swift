import Meetings
import System

/// The proof of one page, or of one file: all that somebody needs who has saved it (docs/record-format.md, "The proof of a
/// page").
struct ProofFile {
    private var writer = ProofWriter()

    /// Nil where no head covers any of the parts.
    init?(_ address: String, _ parts: [SealedPart], _ set: HeadSet) {
        var used: [KeptHeads.Head] = []
        var written: [[UInt8]] = []
        for part in parts.sorted(by: { $0.part < $1.part }) {
            let heads = set.heads(covering: part.line)
            guard !heads.isEmpty, let place = set.tree.place(address, part.part, digest: part.digest, line: part.line)
            else { continue }
            for head in heads where !used.contains(where: { $0.checkpoint.size == head.checkpoint.size }) {
                used.append(head)
            }
            written.append(ProofWriter.part(place, line: part.line, heads, set.tree.tree))
        }
        guard !written.isEmpty else { return nil }
        writer.raw("{\"version\":1,\"adress\":")
        writer.string(address)
        writer.list("delar", written)
        used.sort { $0.checkpoint.size > $1.checkpoint.size }
        writer.list("huvuden", used.map { ProofWriter.head($0, set.stamps) })
        let sizes = Set(used.map(\.checkpoint.size))
        let lists = set.stamps.lists.filter { list in
            list.stamp != nil && sizes.contains { Renewal.names(list.text, size: $0) }
        }
        writer.list("fornyelser", lists.map { ProofWriter.renewal($0) })
        let signers = set.keys.holders.isEmpty ? set.log.keys : set.keys.holders.map(\.key)
        writer.list("nyckellista", signers.map { Array("\"\($0)\"".utf8) })
        writer.raw(",\n\"nycklar\":")
        writer.string(String(decoding: set.keys.bytes, as: UTF8.self))
        writer.raw(",\"intygare\":")
        writer.string(String(decoding: set.witnesses.bytes, as: UTF8.self))
        writer.raw("}\n")
    }

    var bytes: [UInt8] { writer.bytes }
}

/// JSON, a line for each part and head, so that a person can read it too.
struct ProofWriter {
    private(set) var bytes: [UInt8] = []

    mutating func raw(_ text: String) { bytes += text.utf8 }

    mutating func string(_ text: String) { JSONString.append(text, to: &bytes) }

    mutating func list(_ key: String, _ items: [[UInt8]]) {
        raw(",\n\"\(key)\":[")
        for (index, item) in items.enumerated() {
            raw(index == 0 ? "\n" : ",\n")
            bytes += item
        }
        raw("]")
    }

    private mutating func field(_ key: String, _ value: String) {
        raw("\"\(key)\":")
        string(value)
        raw(",")
    }

    private mutating func path(_ key: String, _ path: [TreeHash]) {
        raw("\"\(key)\":[" + path.map { "\"\($0.base64)\"" }.joined(separator: ",") + "]")
    }

    static func part(_ place: LogTree.Place, line: Int, _ heads: [KeptHeads.Head], _ tree: MerkleTree) -> [UInt8] {
        var writer = ProofWriter()
        writer.raw("{")
        writer.field("del", place.published.part)
        writer.field("sha256", place.published.digest.text)
        writer.field("tid", place.entry.time.text)
        writer.field("mote", place.entry.meeting)
        writer.field("slag", place.entry.kind.rawValue)
        writer.field("salt", Hex.text(place.salt.bytes))
        writer.raw("\"plats\":\(place.place),")
        writer.path("vag", place.path)
        writer.raw(",\"rad\":\(line),\"under\":[")
        for (index, head) in heads.enumerated() {
            writer.raw(index == 0 ? "{" : ",{")
            writer.raw("\"storlek\":\(head.checkpoint.size),")
            writer.path("vag", tree.inclusion(of: line, size: head.checkpoint.size))
            writer.raw("}")
        }
        writer.raw("]}")
        return writer.bytes
    }

    static func head(_ head: KeptHeads.Head, _ stamps: KeptTimestamps) -> [UInt8] {
        var writer = ProofWriter()
        writer.raw("{")
        writer.field("not", String(decoding: head.note.bytes, as: UTF8.self))
        writer.raw("\"tidsstamplar\":[")
        for (index, stamp) in stamps.stamps.filter({ $0.size == head.checkpoint.size }).enumerated() {
            writer.raw(index == 0 ? "{" : ",{")
            writer.field("namn", stamp.name)
            writer.stamp(stamp)
        }
        writer.raw("]}")
        return writer.bytes
    }

    static func renewal(_ list: KeptTimestamps.RenewalList) -> [UInt8] {
        var writer = ProofWriter()
        writer.raw("{\"nr\":\(list.number),")
        writer.field("lista", String(decoding: list.text, as: UTF8.self))
        if let stamp = list.stamp { writer.stamp(stamp) }
        return writer.bytes
    }

    private mutating func stamp(_ stamp: KeptTimestamps.Stamp) {
        field("svar", Base64.text(stamp.answer))
        raw("\"certifikat\":")
        string(String(decoding: stamp.certificates, as: UTF8.self))
        raw("}")
    }
}

extension Renewal {
    /// Whether a list dates the head of a size.
    static func names(_ list: [UInt8], size: Int) -> Bool {
        String(decoding: list, as: UTF8.self).contains("\nhuvud \(size) ")
    }
}
