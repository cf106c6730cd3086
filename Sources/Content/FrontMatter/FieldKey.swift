import Meetings

/// How keys are compared: without case and diacritics, and with a space or an underscore as good as a dash.
package enum FieldKey {
    package static func fold(_ key: String) -> String {
        var plain = true
        for byte in key.utf8 where !(byte >= 0x61 && byte <= 0x7A) && byte != UInt8(ascii: "-") {
            plain = false
            break
        }
        if plain { return key }
        return String(unsafeUninitializedCapacity: key.utf8.count) { folded in
            let count = Spelling.fold(key, into: folded)
            for index in 0..<count where folded[index] == 0x20 || folded[index] == UInt8(ascii: "_") {
                folded[index] = UInt8(ascii: "-")
            }
            return count
        }
    }
}
