/// How lines of a template are moved where they are included: white space off the start, and on.
struct Indentation {
    var removed = 0
    var added: [UInt8] = []

    static let none = Indentation()
}

extension Indentation {
    /// What a line's leading white space becomes.
    func applied(to blanks: ArraySlice<UInt8>) -> [UInt8] {
        added + blanks.dropFirst(removed)
    }

    /// A line of the template. A line without anything on it is not indented.
    func applied(toLine line: ArraySlice<UInt8>) -> [UInt8] {
        let rest = line.dropFirst(Swift.min(removed, line.leadingBlanks.count))
        let isEmpty = rest.last == UInt8(ascii: "\n") && rest.isAllWhiteSpace
        return isEmpty ? Array(rest) : added + rest
    }
}
