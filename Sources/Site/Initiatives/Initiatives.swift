import Meetings
import Register

/// The initiatives (insatser) in the order of their names, each with its matters and its address.
struct Initiatives: Sendable {
    let all: [Initiative]
    private let places: [[UInt8]: Int]

    struct Initiative: Sendable {
        let name: String
        let address: String
        let matters: [MatterIndex]
    }
}

extension Initiatives {
    init(_ register: SeenRegister) {
        var groups: [[UInt8]: (name: String, matters: [MatterIndex])] = [:]
        for (index, matter) in register.matters.indexed where matter.visibility != .secret {
            guard let name = matter.initiative?.name else { continue }
            groups[Spelling.fold(name), default: (name, [])].matters.append(index)
        }
        let ordered = groups.sorted { left, right in
            let (one, other) = (SwedishOrder(left.value.name), SwedishOrder(right.value.name))
            return one == other ? left.value.name < right.value.name : one < other
        }
        var taken: Set<String> = [Addresses.furtherPart]
        var places: [[UInt8]: Int] = [:]
        all = ordered.enumerated().map { place, group in
            places[group.key] = place
            var slug = Slug(group.value.name)?.text ?? "insats"
            while !taken.insert(slug).inserted { slug += "-2" }
            return Initiative(
                name: group.value.name, address: "\(Addresses.initiatives)\(slug)/", matters: group.value.matters)
        }
        self.places = places
    }

    func address(of name: String) -> String? { places[Spelling.fold(name)].map { all[$0].address } }
}
