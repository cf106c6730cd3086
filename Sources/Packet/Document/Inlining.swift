/// Puts pictures into the document itself. WeasyPrint names a picture after the address that it came from, so one in a
/// temporary folder would have another name, and the PDF other bytes, each time.
enum Inlining {
    /// - Parameter picture: the bytes of what stands at an address of the document; nil leaves the address as it is.
    static func inlined(
        _ html: [UInt8], _ picture: (String) throws(PacketFailure) -> [UInt8]?
    ) throws(PacketFailure) -> [UInt8] {
        let mark = Array(" src=\"".utf8)
        var page: [UInt8] = []
        page.reserveCapacity(html.count * 2)
        var position = 0
        while let place = html[position...].firstRange(of: mark) {
            let end = html[place.upperBound...].firstIndex(of: UInt8(ascii: "\"")) ?? html.endIndex
            let address = String(decoding: html[place.upperBound..<end], as: UTF8.self)
            page += html[position..<place.upperBound]
            if let bytes = try picture(address) {
                page += "data:\(MediaType.of(address));base64,".utf8
                appendBase64(bytes, to: &page)
            } else {
                page += html[place.upperBound..<end]
            }
            position = end
        }
        return page + html[position...]
    }

    /// RFC 4648.
    private static func appendBase64(_ bytes: [UInt8], to page: inout [UInt8]) {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        page.reserveCapacity(page.count + bytes.count / 3 * 4 + 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let count = min(3, bytes.count - start)
            var group = 0
            for offset in 0..<3 { group = group << 8 | (offset < count ? Int(bytes[start + offset]) : 0) }
            for place in 0..<4 {
                page.append(place <= count ? digits[group >> (18 - place * 6) & 63] : UInt8(ascii: "="))
            }
        }
    }
}
