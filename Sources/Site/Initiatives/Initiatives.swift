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
        for index in register.matters.indices where register.matters[index].visibility != .secret {
            guard let name = register.matters[index].initiative?.name else { continue }
            groups[Spelling.fold(name), default: (name, [])].matters.append(index)
        }
        let ordered = groups.map { (order: SwedishOrder($0.value.name), key: $0.key, value: $0.value) }
            .sorted { left, right in
                left.order == right.order ? left.value.name < right.value.name : left.order < right.order
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
