/// The part of a file that a request asks for (RFC 9110 §14).
package enum ByteRange: Equatable {
    case whole
    case part(Range<Int>)
    /// Nothing of it is in the file.
    case outside
}

extension ByteRange {
    /// `bytes=0-99`, `bytes=100-`, `bytes=-50`. What is not understood, or asks for several parts, gives the whole.
    package init(_ field: String?, size: Int) {
        self = .whole
        guard let field, let match = field.wholeMatch(of: /\s*bytes\s*=\s*(\d{0,18})\s*-\s*(\d{0,18})\s*/.ignoresCase())
        else { return }
        switch (Int(match.1), Int(match.2)) {
        case (nil, nil): return
        case (nil, let length?):
            self = length == 0 || size == 0 ? .outside : .part(max(0, size - length)..<size)
        case (let first?, nil): self = first < size ? .part(first..<size) : .outside
        case (let first?, let last?):
            guard first <= last else { return }
            self = first < size ? .part(first..<min(last + 1, size)) : .outside
        }
    }
}
