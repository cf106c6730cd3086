extension UInt8 {
    /// Space and tab: what indents a line.
    var isBlank: Bool { self == 0x20 || self == 0x09 }

    var isWhiteSpace: Bool { isBlank || self == 0x0A || self == 0x0D }
}

extension Collection<UInt8> {
    var leadingBlanks: SubSequence { prefix { $0.isBlank } }

    var isAllWhiteSpace: Bool { allSatisfy { $0.isWhiteSpace } }
}

extension ArraySlice<UInt8> {
    /// Indices stay those of the array.
    var trimmedOfWhiteSpace: ArraySlice<UInt8> {
        var rest = self
        while let first = rest.first, first.isWhiteSpace { rest.removeFirst() }
        while let last = rest.last, last.isWhiteSpace { rest.removeLast() }
        return rest
    }
}
