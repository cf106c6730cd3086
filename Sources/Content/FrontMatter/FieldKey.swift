import Meetings

/// How keys are compared: without case and diacritics, and with a space or an underscore as good as a dash.
package enum FieldKey {
    static func fold(_ key: String) -> String {
        var plain = true
        for byte in key.utf8 where !(byte >= 0x61 && byte <= 0x7A) && byte != UInt8(ascii: "-") {
            plain = false
            break
        }
        if plain { return key }
        return String(
            decoding: Spelling.fold(key).map { $0 == 0x20 || $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 },
            as: UTF8.self)
    }
}
