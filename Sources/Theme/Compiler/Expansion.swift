/// A template that is being compiled where it is included.
struct Expansion {
    let key: Key
    /// The first instruction.
    let start: Int32
    /// How many sections were entered before.
    let descents: Int
    /// Its number as a routine, once it turned out to include itself.
    var routine: Int32?
}

extension Expansion {
    /// Two expansions of one key compile to the same but for indentation, which recursion keeps as it began.
    struct Key: Hashable {
        let name: String
        let scope: [ShapeIdentity]
        let arguments: Int
    }
}

/// A section that goes into the data.
struct Descent {
    let from: ShapeIdentity
    let to: ShapeIdentity
}

extension Sequence<Descent> {
    /// Whether some frame ends up at a part of what it held at first. Data is finite, so a template that includes
    /// itself after these sections comes to an end.
    var leadsDeeper: Bool {
        var origins: [ShapeIdentity: ShapeIdentity] = [:]
        for descent in self {
            origins[descent.to] = origins[descent.from] ?? descent.from
        }
        return origins.contains { $0.key == $0.value }
    }
}
