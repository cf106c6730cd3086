/// An omröstning: what was voted and by whom, as far as the record tells.
public struct Vote: Hashable, Sendable {
    /// In the order of `Choice`, those alone that the record has.
    public var sides: [Side]

    public init(sides: [Side]) { self.sides = sides }

    public enum Choice: Int, CaseIterable, Sendable {
        case yes
        case no
        case abstention
    }

    /// The votes for one choice.
    public struct Side: Hashable, Sendable {
        public let choice: Choice
        /// The numbers that the record states, in its order; they should be one and the same.
        public var stated: [Int]
        public var names: [String]

        public init(choice: Choice, stated: [Int] = [], names: [String] = []) {
            (self.choice, self.stated, self.names) = (choice, stated, names)
        }

        /// As stated, else as many as are named.
        public var count: Int { stated.last ?? names.count }
    }
}

extension Vote {
    public var count: Int { sides.reduce(0) { $0 + $1.count } }

    /// What in the record does not agree with itself: a side with another number than names, or with two numbers, a
    /// member on two sides, more votes than there were people to cast them.
    public func contradictions(present: Int) -> [Contradiction] {
        var found: [Contradiction] = []
        var seen: Set<[UInt8]> = []
        for side in sides {
            let counted = side.names.isEmpty ? side.stated.first : side.names.count
            if let counted, let other = side.stated.first(where: { $0 != counted }) {
                found.append(.counts(side.choice, counted: counted, stated: other))
            }
            for name in side.names where !seen.insert(PersonName.key(of: name)).inserted { found.append(.twice(name)) }
        }
        if present > 0 && count > present { found.append(.tooMany(votes: count, present: present)) }
        return found
    }

    public enum Contradiction: Hashable, Sendable {
        case counts(Choice, counted: Int, stated: Int)
        case twice(String)
        case tooMany(votes: Int, present: Int)
    }
}

/// A name as records write it: "Anna Alm (S), ordförande".
public enum PersonName {
    /// Folded, without what stands in brackets or after a comma.
    public static func key(of written: String) -> [UInt8] {
        var name = written.prefix { $0 != "(" && $0 != "," && $0 != "[" }
        while name.last == " " { name.removeLast() }
        return Spelling.fold(String(name.drop { $0 == " " }))
    }
}
