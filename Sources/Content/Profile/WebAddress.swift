/// A web address as machines take it: `https://förbundet.se/möten` is `https://xn--frbundet-n4a.se/m%C3%B6ten`.
enum WebAddress {
    /// Nil for what is no address.
    static func ascii(_ address: String) -> String? {
        if address.utf8.allSatisfy({ $0 < 0x80 }) { return address }
        guard let slashes = address.range(of: "://") else { return nil }
        let rest = address[slashes.upperBound...]
        let host = rest.prefix { $0 != "/" }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false).map { label(String($0)) }
        guard !labels.contains(nil) else { return nil }
        let path = rest[host.endIndex...].utf8.map { byte in
            byte < 0x80 ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16, uppercase: true)
        }
        return address[..<slashes.upperBound] + labels.compactMap(\.self).joined(separator: ".") + path.joined()
    }

    /// A part of a domain (RFC 3492, RFC 5891). Letters are taken as one sign each and in lower case.
    private static func label(_ written: String) -> String? {
        let scalars = Array(composed(written.lowercased()).unicodeScalars)
        if scalars.allSatisfy({ $0.value < 0x80 }) { return written }
        guard scalars.allSatisfy({ $0.properties.isAlphabetic || $0.value < 0x80 || $0.properties.numericType != nil })
        else { return nil }
        return Punycode.encode(scalars.map(\.value)).map { "xn--" + $0 }
    }

    /// "a" and a ring as "å".
    private static func composed(_ text: String) -> String {
        let marks: [Character: Unicode.Scalar] = ["å": "å", "ä": "ä", "ö": "ö", "é": "é", "ü": "ü", "ø": "ø", "æ": "æ"]
        return String(
            String.UnicodeScalarView(text.flatMap { sign in marks[sign].map { [$0] } ?? Array(sign.unicodeScalars) }))
    }
}

/// RFC 3492, with its own names.
enum Punycode {
    private static let (base, tMin, tMax, skew, damp) = (36, 1, 26, 38, 700)

    static func encode(_ input: [UInt32]) -> String? {
        var (n, delta, bias) = (128, 0, 72)
        let basic = input.filter { $0 < 0x80 }
        var output = String(String.UnicodeScalarView(basic.compactMap(Unicode.Scalar.init)))
        var handled = basic.count
        if handled > 0 { output += "-" }
        while handled < input.count {
            guard let next = input.lazy.map(Int.init).filter({ $0 >= n }).min() else { return nil }
            delta += (next - n) * (handled + 1)
            n = next
            for code in input.lazy.map(Int.init) {
                if code < n { delta += 1 }
                guard code == n else { continue }
                var (q, k) = (delta, base)
                while true {
                    let t = k <= bias ? tMin : k >= bias + tMax ? tMax : k - bias
                    if q < t { break }
                    output += digit(t + (q - t) % (base - t))
                    (q, k) = ((q - t) / (base - t), k + base)
                }
                output += digit(q)
                bias = adapt(delta, points: handled + 1, isFirst: handled == basic.count)
                (delta, handled) = (0, handled + 1)
            }
            (delta, n) = (delta + 1, n + 1)
        }
        return output
    }

    private static func digit(_ value: Int) -> String {
        String(UnicodeScalar(UInt8(value < 26 ? value + 97 : value + 22)))
    }

    private static func adapt(_ delta: Int, points: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / damp : delta / 2
        delta += delta / points
        var k = 0
        while delta > (base - tMin) * tMax / 2 { (delta, k) = (delta / (base - tMin), k + base) }
        return k + (base - tMin + 1) * delta / (delta + skew)
    }
}
