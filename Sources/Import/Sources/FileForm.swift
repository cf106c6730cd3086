import Documents

/// What a file's bytes are, whatever it is called.
enum FileForm {
    case pdf
    /// A zip archive: the newer office files.
    case archive
    /// An OLE container: the older office files, and the newer ones that are locked.
    case container
    case richText
    case picture
    /// Text, or nothing that is known.
    case other

    init(_ bytes: [UInt8]) {
        if bytes.starts(with: "%PDF".utf8) || FileForm.hasText("%PDF-", in: bytes.prefix(1024)) {
            self = .pdf
        } else if bytes.starts(with: [0x50, 0x4B]) {
            self = .archive
        } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            self = .container
        } else if bytes.starts(with: "{\\rtf".utf8) {
            self = .richText
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) || bytes.starts(with: [0xFF, 0xD8, 0xFF])
            || bytes.starts(with: "GIF8".utf8)
        {
            self = .picture
        } else {
            self = .other
        }
    }

    private static func hasText(_ text: String, in bytes: ArraySlice<UInt8>) -> Bool {
        let wanted = Array(text.utf8)
        guard bytes.count >= wanted.count else { return false }
        return bytes.indices.dropLast(wanted.count - 1).contains { bytes[$0...].starts(with: wanted) }
    }
}

extension FileForm {
    /// Why a file with this ending cannot be what it says; nil where it can.
    func refusal(ending: String, _ bytes: [UInt8]) -> ImportRefusal? {
        switch ending {
        case "pdf": return self == .pdf ? nil : .notWhatItSays(ending: ending)
        case "docx", "xlsx", "odt", "ods":
            if self == .container, OfficeParts.state(of: bytes) == .locked { return .locked }
            guard self == .archive else { return .notWhatItSays(ending: ending) }
            switch OfficeParts.state(of: bytes) {
            case .sound: return OfficeParts.isOther(than: ending, bytes) ? .notWhatItSays(ending: ending) : nil
            case .locked: return .locked
            case .damaged: return ending == "docx" ? nil : .brokenOffice
            }
        case "doc":
            // Old programs wrote rich text under that name.
            if self == .container {
                if OfficeParts.state(of: bytes) == .locked { return .locked }
                return OfficeParts.hasWordStream(bytes) ? nil : .brokenOffice
            }
            return self == .richText ? nil : .notWhatItSays(ending: ending)
        case "rtf": return self == .richText ? nil : .notWhatItSays(ending: ending)
        case "html", "htm", "txt", "text", "md", "markdown", "eml":
            let isText = self == .other || self == .richText || self == .picture
            return isText ? nil : .notWhatItSays(ending: ending)
        default: return self == .container && OfficeParts.state(of: bytes) == .locked ? .locked : nil
        }
    }
}
