/// The segments of a JPEG (ITU T.81, B.1).
enum JPEG {
    struct Segment {
        let mark: UInt8
        /// With its mark and its length.
        let range: Range<Int>
        let data: ArraySlice<UInt8>

        /// It says how the picture is shown: tables, JFIF, the colour profile, Adobe's. All others may say who made it, and where.
        var isShown: Bool {
            switch mark {
            // A JFXX has a small copy of the picture.
            case 0xE0: !data.starts(with: Array("JFXX".utf8))
            case 0xE2: data.starts(with: Array("ICC_PROFILE".utf8))
            case 0xEE: data.starts(with: Array("Adobe".utf8))
            case 0xE1...0xEF, 0xFE: false
            default: true
            }
        }
    }

    /// Its segments, what lies between them (the scans) left out, and where the picture ends; nil for what is none.
    static func segments(of bytes: ArraySlice<UInt8>) -> (segments: [Segment], end: Int)? {
        guard bytes.starts(with: [0xFF, 0xD8, 0xFF]) else { return nil }
        var segments: [Segment] = []
        var place = bytes.startIndex + 2
        while place + 4 <= bytes.endIndex {
            guard bytes[place] == 0xFF else {
                place += 1
                continue
            }
            let mark = bytes[place + 1]
            switch mark {
            case 0xFF: place += 1
            // Within a scan
            case 0x00, 0x01, 0xD0...0xD7: place += 2
            case 0xD9: return (segments, place + 2)
            default:
                let end = place + 2 + Int(bytes[place + 2]) << 8 + Int(bytes[place + 3])
                guard end <= bytes.endIndex, end >= place + 4 else { return (segments, bytes.endIndex) }
                segments.append(Segment(mark: mark, range: place..<end, data: bytes[(place + 4)..<end]))
                place = end
            }
        }
        let isEnded = bytes.endIndex - place >= 2 && bytes[place] == 0xFF && bytes[place + 1] == 0xD9
        return (segments, isEnded ? place + 2 : bytes.endIndex)
    }

    /// What cameras and programs wrote; nil where they wrote nothing.
    static func metadata(of bytes: ArraySlice<UInt8>) -> [UInt8]? {
        guard let all = segments(of: bytes)?.segments.filter({ !$0.isShown }), !all.isEmpty else { return nil }
        return all.flatMap { $0.data.filter { $0 != 0 } + [0x0A] }
    }
}
