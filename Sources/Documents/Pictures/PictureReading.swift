/// Pictures: what stands in their metadata. What they show is for a person to look at.
extension DocumentReader {
    mutating func readPicture(_ bytes: [UInt8], part: String?) {
        let place = DocumentPlace.part(part.map { "\($0): metadata" } ?? "metadata")
        if let chunks = PNGChunks(bytes) {
            for chunk in chunks where chunk.isPackedText {
                if let text = chunk.unpackedText { note(text, .plain, place) }
            }
        }
        // Words stand in the metadata as they are, or with a nought between the letters.
        note(bytes, .plain, place, kinds: .identityNumbers)
        note(bytes.filter { $0 != 0 }, .plain, place, kinds: .identityNumbers)
    }
}

/// The chunks of a PNG (its specification, chapter 5); nil for what is none.
struct PNGChunks: Sequence {
    struct Chunk {
        let type: String
        let range: Range<Int>
        fileprivate let bytes: [UInt8]

        var isPackedText: Bool { type == "zTXt" || type == "iTXt" }

        /// A packed text; nil where it is not packed.
        var unpackedText: [UInt8]? {
            let data = bytes[range]
            guard let end = data.firstIndex(of: 0), end + 2 < range.upperBound else { return nil }
            var start = end + 2
            if type == "iTXt" {
                guard data[end + 1] == 1 else { return nil }
                start = end + 3
                for _ in 0..<2 {
                    guard let next = data[start...].firstIndex(of: 0) else { return nil }
                    start = next + 1
                }
            }
            guard start < range.upperBound else { return nil }
            return Inflate.unpackedZlib(data[start...], limit: 16 << 20).bytes
        }
    }

    private let bytes: [UInt8]

    init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return nil }
        self.bytes = bytes
    }

    func makeIterator() -> AnyIterator<Chunk> {
        var place = 8
        return AnyIterator {
            guard place + 12 <= bytes.count else { return nil }
            let length = bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
            let start = place + 8
            guard start + length + 4 <= bytes.count else { return nil }
            place = start + length + 4
            return Chunk(
                type: String(decoding: bytes[(start - 4)..<start], as: UTF8.self), range: start..<(start + length),
                bytes: bytes)
        }
    }
}
