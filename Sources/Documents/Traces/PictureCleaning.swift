/// Pictures without what cameras and programs write into them: place, author, device, time, small copies. What is seen
/// stays byte for byte, with its colours and its way up.
enum PictureCleaning {
    /// Nil for a picture that has no such thing, or of a kind that is not known.
    static func cleaned(_ bytes: [UInt8]) -> [UInt8]? {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return jpeg(bytes) }
        if PNGChunks(bytes) != nil { return png(bytes) }
        if bytes.starts(with: Array("RIFF".utf8)) { return webP(bytes) }
        return nil
    }

    /// The segments of a JPEG before its first scan (ITU T.81, B.1). Kept of those for applications: JFIF, the colour
    /// profile and Adobe's, which say how it is shown.
    private static func jpeg(_ bytes: [UInt8]) -> [UInt8]? {
        var result: [UInt8] = [0xFF, 0xD8]
        var (place, isChanged, turn) = (2, false, UInt8(1))
        while place + 4 <= bytes.count, bytes[place] == 0xFF {
            let mark = bytes[place + 1]
            if mark == 0xFF {
                place += 1
                continue
            }
            let end = place + 2 + Int(bytes[place + 2]) << 8 + Int(bytes[place + 3])
            if mark == 0xDA || end > bytes.count || end < place + 4 { break }
            let data = bytes[(place + 4)..<end]
            let isColours = mark == 0xE2 && data.starts(with: Array("ICC_PROFILE".utf8))
            let isKept = !(0xE1...0xEF).contains(mark) && mark != 0xFE || isColours || mark == 0xEE
            if isKept {
                result += bytes[place..<end]
            } else {
                isChanged = true
                if mark == 0xE1, let own = turned(data) { turn = own }
            }
            place = end
        }
        guard isChanged else { return nil }
        if turn != 1 { result.insert(contentsOf: exif(turn: turn), at: 2) }
        // After the picture's end there may be anything.
        let rest = bytes[place...]
        let end = rest.lastEnd ?? rest.endIndex
        return result + bytes[place..<end]
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

    /// Chunks that say how it is shown stay; those with words, Exif and times go.
    private static func png(_ bytes: [UInt8]) -> [UInt8]? {
        guard let chunks = PNGChunks(bytes) else { return nil }
        var result = Array(bytes[..<8])
        var isWhole = false
        for chunk in chunks where !isWhole {
            isWhole = chunk.type == "IEND"
            if ["tEXt", "zTXt", "iTXt", "eXIf", "tIME"].contains(chunk.type) { continue }
            result += bytes[(chunk.range.lowerBound - 8)..<(chunk.range.upperBound + 4)]
        }
        return isWhole && result.count < bytes.count ? result : nil
    }

    /// A WebP's chunks EXIF and XMP, and the flags that tell of them.
    private static func webP(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count > 12 else { return nil }
        var result = Array(bytes[..<12])
        var (place, isChanged) = (12, false)
        while place + 8 <= bytes.count {
            let size = bytes[(place + 4)..<(place + 8)].reversed().reduce(0) { $0 << 8 + Int($1) }
            let end = min(place + 8 + size + size % 2, bytes.count)
            let type = String(decoding: bytes[place..<(place + 4)], as: UTF8.self)
            if type == "EXIF" || type == "XMP " {
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

extension ArraySlice<UInt8> {
    /// After the last end of a picture.
    fileprivate var lastEnd: Int? {
        var place = endIndex - 2
        while place >= startIndex {
            if self[place] == 0xFF, self[place + 1] == 0xD9 { return place + 2 }
            place -= 1
        }
        return nil
    }
}
