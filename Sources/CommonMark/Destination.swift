/// Tells where a destination leads. Allow-list: a scheme that is not named here is unsafe.
///
/// A browser strips spaces and C0 controls around an address and removes tabs and newlines within it (WHATWG URL,
/// "basic URL parser"), and takes `\` for `/`. What could be read in two ways is therefore refused, not repaired.
struct Destination {
    /// The C string as libcmark gives it.
    private let text: UnsafePointer<UInt8>

    init(_ text: UnsafePointer<UInt8>) {
        self.text = text
    }
}

extension Destination {
    var target: Link.Target {
        var start = text
        while start.pointee == UInt8(ascii: " ") { start += 1 }
        if hasControl(start) { return .unsafe }
        switch start.pointee {
        case 0: return .relative
        case UInt8(ascii: "#"): return .fragment
        case UInt8(ascii: "\\"): return .unsafe
        case UInt8(ascii: "/"):
            if start[1] == UInt8(ascii: "\\") { return .unsafe }
            return start[1] == UInt8(ascii: "/") ? .external : .rootRelative
        default: break
        }
        guard let length = schemeLength(start) else { return .relative }
        let scheme = UnsafeBufferPointer(start: start, count: length)
        if Self.equal(scheme, "https") || Self.equal(scheme, "http") { return .external }
        if Self.equal(scheme, "mailto") { return .mail }
        return Self.equal(scheme, "tel") ? .telephone : .unsafe
    }

    private func hasControl(_ start: UnsafePointer<UInt8>) -> Bool {
        var next = start
        while next.pointee != 0 {
            if next.pointee < 0x20 || next.pointee == 0x7F { return true }
            next += 1
        }
        return false
    }

    /// The bytes before the colon, where they make a scheme (RFC 3986, 3.1).
    private func schemeLength(_ start: UnsafePointer<UInt8>) -> Int? {
        var length = 0
        while true {
            let byte = start[length]
            switch byte | 0x20 {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): break
            default:
                guard length > 0 else { return nil }
                switch byte {
                case UInt8(ascii: ":"): return length
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                    break
                default: return nil
                }
            }
            length += 1
        }
    }

    private static func equal(_ scheme: UnsafeBufferPointer<UInt8>, _ name: StaticString) -> Bool {
        guard scheme.count == name.utf8CodeUnitCount else { return false }
        for index in 0..<scheme.count where scheme[index] | 0x20 != name.utf8Start[index] { return false }
        return true
    }
}
