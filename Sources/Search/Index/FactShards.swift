/// What results can be narrowed by, and in which file each passage's text is.
struct FactShards: Sendable {
    let files: [(name: String, bytes: [UInt8])]
    let count: Int

    /// A list of all that documents have in common, then a line a group: a sign or two a passage, `,` where its texts go
    /// on in another file, and `-` before a passage that goes on with a document.
    init(_ documents: [SearchDocument], _ passages: [PassageReader.Passage], _ packing: Packing) {
        let count = min(packing.ranges.count, Shard.count(for: passages.count * 3))
        let groups = packing.ranges.count / count
        files = (0..<count).map { file in
            var known: [SearchDocument.Filters: Int] = [:]
            var filters: [SearchDocument.Filters] = []
            var lines: [UInt8] = []
            for group in (file * groups)..<((file + 1) * groups) {
                var part = 0
                for passage in packing.ranges[group] {
                    let own = documents[Int(passages[passage].document)].filters
                    if known[own] == nil {
                        known[own] = filters.count
                        filters.append(own)
                    }
                    if packing.parts[passage] != part {
                        part = packing.parts[passage]
                        lines.append(UInt8(ascii: ","))
                    }
                    if passages[passage].part > 0 { lines.append(UInt8(ascii: "-")) }
                    Signs.append(known[own] ?? 0, to: &lines)
                }
                lines.append(UInt8(ascii: "|"))
            }
            var value: [UInt8] = [UInt8(ascii: "[")]
            for (index, own) in filters.enumerated() {
                if index > 0 { value.append(UInt8(ascii: ",")) }
                value.append(UInt8(ascii: "["))
                for (index, text) in [
                    own.kind, own.bodies.joined(separator: "|"), own.years.joined(separator: "|"), own.outcome,
                ].enumerated() {
                    if index > 0 { value.append(UInt8(ascii: ",")) }
                    Shard.append(text, to: &value)
                }
                value.append(UInt8(ascii: "]"))
            }
            value += Array("],".utf8)
            Shard.append(lines[...], to: &value)
            return ("fakta/\(file)", Shard.script("fakta/\(file)", value))
        }
        self.count = count
    }
}
