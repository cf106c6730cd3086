/// Who is in office in a body (FORMAT §2): how many, or by name.
public enum Roster: Hashable, Sendable {
    case count(Int)
    case members([Member])
}

/// Somebody with a seat in a body, or who steps in for one who has.
public struct Member: Hashable, Sendable {
    public let name: String
    /// The party or the organisation.
    public var represents: String?
    /// Ordförande, ledamot, ersättare.
    public var office: String?
    /// Whose substitute it is, where somebody's.
    public var substitutesFor: String?
    /// The first and the last day in office; nil where it has none.
    public var from: CalendarDate?
    public var to: CalendarDate?

    public init(
        name: String, represents: String? = nil, office: String? = nil, substitutesFor: String? = nil,
        from: CalendarDate? = nil, to: CalendarDate? = nil
    ) {
        (self.name, self.represents, self.office) = (name, represents, office)
        (self.substitutesFor, self.from, self.to) = (substitutesFor, from, to)
    }
}

extension Member {
    public var isSubstitute: Bool {
        substitutesFor != nil || office.map { Spelling.fold($0).starts(with: "ersatt".utf8) } ?? false
    }

    public func isInOffice(on day: CalendarDate) -> Bool {
        (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
    }
}

extension Roster {
    public var hasNames: Bool { if case .members = self { true } else { false } }

    /// How many seats are taken on a day; substitutes have none of their own.
    public func seats(on day: CalendarDate) -> Int {
        switch self {
        case .count(let count): count
        case .members(let members): members.count { !$0.isSubstitute && $0.isInOffice(on: day) }
        }
    }

    /// Of those who are noted as present, the ones who are nobody that the register has in office that day. None where it
    /// has no names.
    public func strangers(among names: [String], on day: CalendarDate) -> [String] {
        guard case .members(let members) = self else { return [] }
        let known = Set(members.filter { $0.isInOffice(on: day) }.map { PersonName.key(of: $0.name) })
        return names.filter { !known.contains(PersonName.key(of: $0)) }
    }
}
