/// The words of a text in RTF.
enum RichText {
    static func plain(_ bytes: [UInt8]) -> (text: [UInt8], hasPackedParts: Bool) {
        var text: [UInt8] = []
        var hasPackedParts = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            guard byte == UInt8(ascii: "\\"), index < bytes.count else {
                if byte != UInt8(ascii: "{"), byte != UInt8(ascii: "}"), byte != 0x0A, byte != 0x0D {
                    text.append(byte)
                }
                continue
            }
            let sign = bytes[index]
            guard sign.isASCIILetter else {
                index += 1
                switch sign {
                case UInt8(ascii: "'"):
                    let hex = String(decoding: bytes[index..<min(index + 2, bytes.count)], as: UTF8.self)
                    text += PlainText.windows1252(UInt8(hex, radix: 16).map { [$0] } ?? [])
                    index = min(index + 2, bytes.count)
                case UInt8(ascii: "~"): text += "\u{A0}".utf8
                case UInt8(ascii: "_"): text.append(UInt8(ascii: "-"))
                case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"): text.append(sign)
                default: break
                }
                continue
            }
            let start = index
            while index < bytes.count, bytes[index].isASCIILetter { index += 1 }
            let word = String(decoding: bytes[start..<index], as: UTF8.self)
            let numberStart = index
            if index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
            while index < bytes.count, bytes[index].isDigit { index += 1 }
            let number = Int(String(decoding: bytes[numberStart..<index], as: UTF8.self))
            if index < bytes.count, bytes[index] == 0x20 { index += 1 }
            switch word {
            case "par", "line", "row", "page", "sect": text.append(0x0A)
            case "cell", "nestcell": text.append(MarkupText.cellEnd)
            case "tab": text.append(0x20)
            case "endash": text += "–".utf8
            case "emdash": text += "—".utf8
            case "u":
                let unit = (number ?? 63) & 0xFFFF
                if let scalar = Unicode.Scalar(UInt32(unit)) { text += String(scalar).utf8 }
                // The sign for programs that do not know the word.
                if index < bytes.count, bytes[index] != UInt8(ascii: "\\") { index += 1 }
            case "pict", "object", "objdata", "bin": hasPackedParts = hasPackedParts || word != "pict"
            default: break
            }
        }
        return (text, hasPackedParts)
    }
}

extension RichText {
    static func isRichText(_ text: [UInt8]) -> Bool { text.starts(with: "{\\rtf".utf8) }

    /// Groups that are no part of the text: who wrote it, and remarks.
    private static let traces: Set<String> = [
        "info", "annotation", "atnid", "atnauthor", "atndate", "atnref", "atntime", "atnicn", "atnparent", "revtbl",
        "rsidtbl", "generator", "userprops", "operator", "template", "datastore", "protusertbl",
    ]

    /// Groups that programs may pass over and that a reader sees, or that the rest is made by. What another of them holds
    /// nobody sees.
    private static let shown: Set<String> = [
        "shppict", "shpinst", "background", "do", "nesttableprops", "listtable", "listoverridetable", "listpicture",
        "cs", "ts", "ds", "pn", "pnseclvl", "bkmkstart", "bkmkend", "fldinst", "panose", "falt", "fname", "blipuid",
        "latentstyles", "colorschememapping", "mmathPr", "mmath", "wgrffmtfilter", "ftnsep", "ftnsepc", "aftnsep",
        "aftnsepc", "pgdsctbl", "sn", "sv", "sp", "picprop", "oldcprops",
    ]

    /// Whether some of its text is hidden or struck: `\\v` and `\\deleted`, unless they are switched off with a nought.
    static func hides(_ bytes: [UInt8]) -> Bool {
        if pictures(in: bytes).contains(where: {
            PictureCleaning.isOutOfReach($0) || PictureCleaning.cleaned($0) != nil
        }) {
            return true
        }
        return ["\\v", "\\deleted"].contains { word in
            var index = 0
            while let place = bytes.firstPlace(of: Array(word.utf8), from: index) {
                index = place + word.utf8.count
                guard index < bytes.count else { return false }
                if !bytes[index].isASCIILetter, bytes[index] != UInt8(ascii: "0") { return true }
            }
            return false
        }
    }

    /// The photographs and drawings in it, which stand as digits.
    private static func pictures(in bytes: [UInt8]) -> [[UInt8]] {
        var found: [[UInt8]] = []
        for mark in ["\\jpegblip", "\\pngblip"].map({ Array($0.utf8) }) {
            var index = 0
            while let place = bytes.firstPlace(of: mark, from: index) {
                index = place + mark.count
                let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) ?? bytes.count
                // The digits come last, after words that say how large it is.
                let digits = bytes[index..<end].split(separator: 0x20).last ?? []
                let hex = digits.filter { $0 > 0x20 }.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
                found.append(stride(from: 0, to: hex.count - 1, by: 2).map { UInt8(hex[$0] << 4 | hex[$0 + 1]) })
            }
        }
        return found
    }

    /// The same text without those groups; nil where it has none.
    static func cleaned(_ bytes: [UInt8]) -> [UInt8]? {
        var (result, index, gone): ([UInt8], Int, Int?) = ([], 0, nil)
        var (depth, isChanged) = (0, false)
        while index < bytes.count {
            let start = index
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "{"):
                depth += 1
                let (word, isOptional) = destination(bytes, from: index)
                if gone == nil, traces.contains(word) || isOptional && !shown.contains(word) {
                    (gone, isChanged) = (depth, true)
                }
            case UInt8(ascii: "}"):
                depth -= 1
                if let own = gone, depth < own {
                    gone = nil
                    continue
                }
            default: break
            }
            if gone == nil { result += bytes[start..<min(index, bytes.count)] }
        }
        return isChanged ? result : nil
    }

    /// The word that a group begins with, `info` of `{\\info`, `atnid` of `{\\*\\atnid`; and whether programs may pass it
    /// over.
    private static func destination(_ bytes: [UInt8], from start: Int) -> (word: String, isOptional: Bool) {
        var index = start
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
        let isOptional = bytes[index...].starts(with: "\\*".utf8)
        if isOptional { index += 2 }
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\\") else { return ("", isOptional) }
        let word = bytes[(index + 1)...].prefix(20).prefix { $0.isASCIILetter }
        return (String(decoding: word, as: UTF8.self), isOptional)
    }
}
