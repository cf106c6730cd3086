/// Pictures without what cameras and programs write into them: place, author, device, time, small copies. What is seen
/// stays byte for byte, with its colours and its way up.
enum PictureCleaning {
    /// Kinds whose metadata lies where it is not taken from.
    static func isOutOfReach(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: Array("II*".utf8)) || bytes.starts(with: Array("MM\0*".utf8))
            || bytes.dropFirst(4).starts(with: Array("ftyp".utf8))
    }

    /// Nil for a picture that has no such thing, or of a kind that is not known.
    static func cleaned(_ bytes: [UInt8]) -> [UInt8]? {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return jpeg(bytes) }
        if PNGChunks(bytes) != nil { return png(bytes) }
        if bytes.starts(with: Array("GIF8".utf8)) { return gif(bytes) }
        if bytes.starts(with: Array("RIFF".utf8)) { return webP(bytes) }
        return nil
    }

    /// Kept of the segments are those that say how it is shown; what follows the picture's end goes.
    private static func jpeg(_ bytes: [UInt8]) -> [UInt8]? {
        guard let (segments, end) = JPEG.segments(of: bytes[...]) else { return nil }
        let gone = segments.filter { !$0.isShown }
        guard !gone.isEmpty || end < bytes.count else { return nil }
        var result: [UInt8] = [0xFF, 0xD8]
        if let turn = gone.lazy.filter({ $0.mark == 0xE1 }).compactMap({ turned($0.data) }).last {
            result += exif(turn: turn)
        }
        var place = 2
        for segment in gone {
            result += bytes[place..<segment.range.lowerBound]
            place = segment.range.upperBound
        }
        return result + bytes[place..<max(place, end)]
    }

    /// The same PDF with nothing but noughts where the pictures in it say who took them, and where: no byte moves. Nil where
    /// they say nothing.
    static func blanked(inPDF bytes: [UInt8]) -> [UInt8]? {
        let (stream, mark) = (Array("stream".utf8), [UInt8]([0xFF, 0xD8, 0xFF]))
        var (result, index, isChanged) = (bytes, 0, false)
        while let place = bytes.firstPlace(of: mark, from: index) {
            index = place + 3
            guard bytes[max(0, place - 8)..<place].firstPlace(of: stream) != nil else { continue }
            guard let segments = JPEG.segments(of: bytes[place...])?.segments else { continue }
            for segment in segments where !segment.isShown && segment.data.contains(where: { $0 != 0 }) {
                for place in segment.data.indices { result[place] = 0 }
                isChanged = true
            }
            index = segments.last?.range.upperBound ?? index
        }
        return isChanged ? result : nil
    }

    /// How the picture is turned, 2 to 8, by its Exif; nil where it lies as it is.
    private static func turned(_ data: ArraySlice<UInt8>) -> UInt8? {
        guard data.starts(with: Array("Exif\0\0".utf8)), data.count > 20 else { return nil }
        let start = data.startIndex + 6
        let isBig = data[start] == UInt8(ascii: "M")
        func word(_ place: Int) -> Int? {
            guard place + 1 < data.endIndex, place >= start else { return nil }
            return isBig ? Int(data[place]) << 8 + Int(data[place + 1]) : Int(data[place + 1]) << 8 + Int(data[place])
        }
        guard let low = word(start + (isBig ? 6 : 4)) else { return nil }
        let list = start + low
        guard let count = word(list) else { return nil }
        for index in 0..<min(count, 200) {
            let entry = list + 2 + index * 12
            if word(entry) == 0x0112, let value = word(entry + 8), (2...8).contains(value) { return UInt8(value) }
        }
        return nil
    }

    /// An Exif that says nothing else than how the picture is turned.
    private static func exif(turn: UInt8) -> [UInt8] {
        [0xFF, 0xE1, 0, 34] + Array("Exif\0\0MM".utf8) + [
            0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0,
        ]
            + [0, 0, 0, 0]
    }

    private static let shownChunks: Set<String> = [
        "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "hIST", "tRNS", "pHYs", "sPLT", "acTL", "fcTL", "fdAT", "cICP",
        "mDCV", "cLLI",
    ]

    /// Chunks that say how it is shown stay; those with words, Exif and times, and those of programs, go.
    private static func png(_ bytes: [UInt8]) -> [UInt8]? {
        guard let chunks = PNGChunks(bytes) else { return nil }
        var result = Array(bytes[..<8])
        var isWhole = false
        for chunk in chunks where !isWhole {
            isWhole = chunk.type == "IEND"
            // One whose name begins with a large letter is part of the picture.
            let isNeeded = chunk.type.utf8.first.map { $0 & 0x20 == 0 } ?? false
            if !isNeeded, !shownChunks.contains(chunk.type) { continue }
            result += bytes[(chunk.range.lowerBound - 8)..<(chunk.range.upperBound + 4)]
        }
        return isWhole && result.count < bytes.count ? result : nil
    }

    private static let webPChunks: Set<String> = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]

    /// A WebP's chunks for the picture, and no flags that tell of EXIF and XMP.
    private static func webP(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count > 12 else { return nil }
        var result = Array(bytes[..<12])
        var (place, isChanged) = (12, false)
        while place + 8 <= bytes.count {
            let size = bytes[(place + 4)..<(place + 8)].reversed().reduce(0) { $0 << 8 + Int($1) }
            let end = min(place + 8 + size + size % 2, bytes.count)
            let type = String(decoding: bytes[place..<(place + 4)], as: UTF8.self)
            if !webPChunks.contains(type) {
                isChanged = true
            } else {
                let start = result.count
                result += bytes[place..<end]
                if type == "VP8X", start + 8 < result.count { result[start + 8] &= ~UInt8(0x0C) }
            }
            place = end
        }
        guard isChanged else { return nil }
        let size = result.count - 8
        for index in 0..<4 { result[4 + index] = UInt8(truncatingIfNeeded: size >> (8 * index)) }
        return result
    }
}

extension PictureCleaning {
    /// A GIF's comments, and what programs write into it, go; how often it is played stays (GIF89a, 24 and 26).
    private static func gif(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count > 13 else { return nil }
        var place = 13 + (bytes[10] & 0x80 != 0 ? 3 << (Int(bytes[10] & 7) + 1) : 0)
        var (result, copied) = ([UInt8](), 0)
        /// After the blocks of data that begin at an index.
        func afterBlocks(_ start: Int) -> Int? {
            var place = start
            while place < bytes.count {
                if bytes[place] == 0 { return place + 1 }
                place += Int(bytes[place]) + 1
            }
            return nil
        }
        while place < bytes.count, bytes[place] != 0x3B {
            switch bytes[place] {
            case 0x21 where place + 1 < bytes.count:
                guard let end = afterBlocks(place + 2) else { return nil }
                let name = bytes[min(place + 3, bytes.count)...].prefix(11)
                let isPlaying =
                    name.starts(with: Array("NETSCAPE2.0".utf8)) || name.starts(with: Array("ANIMEXTS1.0".utf8))
                if bytes[place + 1] != 0xF9, !(bytes[place + 1] == 0xFF && isPlaying) {
                    result += bytes[copied..<place]
                    copied = end
                }
                place = end
            case 0x2C:
                guard place + 10 < bytes.count else { return nil }
                let colours = bytes[place + 9] & 0x80 != 0 ? 3 << (Int(bytes[place + 9] & 7) + 1) : 0
                guard let end = afterBlocks(place + 11 + colours) else { return nil }
                place = end
            default: return nil
            }
        }
        guard place < bytes.count else { return nil }
        return copied == 0 && place + 1 == bytes.count ? nil : result + bytes[copied...place]
    }
}
