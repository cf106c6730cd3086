/// Names are looked up in the innermost shape first, then outwards; after a dot only in the object before it. `text`
/// and `fil` before a dot are the catalogue and the assets.
extension Compiler {
    mutating func resolve(_ name: String, _ node: Node, _ place: Place) -> Resolution {
        if name == Shape.ownValue {
            return place.scope.shapes.last.flatMap { found(Shape.ownValue, in: $0) } ?? unknown(name, node, place)
        }
        // Most names are a word; to split costs more than all else here.
        let parts =
            name.utf8.contains(UInt8(ascii: "."))
            ? name.split(separator: ".", omittingEmptySubsequences: false).map(String.init) : [name]
        if library.isStrict, parts.count > 1, let constant = constant(parts, node, place) { return constant }
        for shape in place.scope.shapes.reversed() {
            if let first = found(parts[0], in: shape) { return walk(from: first, parts, node, place) }
        }
        return unknown(name, node, place)
    }

    private mutating func found(_ name: String, in shape: Shape) -> Resolution? {
        guard let field = shape.fields[name] else { return nil }
        return .field(field, Frame(identity: shape.identity, index: builder.frame(of: shape.identity)))
    }

    private mutating func constant(_ parts: [String], _ node: Node, _ place: Place) -> Resolution? {
        let name = parts.dropFirst().joined(separator: ".")
        switch parts[0] {
        case "text":
            if let text = library.strings[name] { return .constant(text) }
            let nearest = NearestName.of(name, among: library.strings.keys)
            report(.unknownString(key: name, nearest: nearest), node, place)
        case "fil":
            if let path = library.assets[name] { return .constant(path) }
            report(.unknownAsset(name: name, nearest: NearestName.of(name, among: library.assets.keys)), node, place)
        default:
            return nil
        }
        return .nothing
    }

    private mutating func walk(from first: Resolution, _ parts: [String], _ node: Node, _ place: Place) -> Resolution {
        guard case .field(var field, let frame) = first else { return first }
        for (index, part) in parts.enumerated().dropFirst() {
            let path = parts[..<index].joined(separator: ".")
            guard field.kind == .object, let child = field.child else {
                if library.isStrict { report(.notObject(name: path, kind: field.kind), node, place) }
                return .nothing
            }
            let known = shape(of: child).fields
            guard let next = known[part] else {
                let nearest = NearestName.of(part, among: known.keys).map { path + "." + $0 }
                return unknown(parts.joined(separator: "."), nearest: nearest, node, place)
            }
            field = next.reached(through: field)
        }
        return .field(field, frame)
    }

    private mutating func unknown(_ name: String, _ node: Node, _ place: Place) -> Resolution {
        unknown(name, nearest: NearestName.of(name, among: place.scope.names), node, place)
    }

    private mutating func unknown(_ name: String, nearest: String?, _ node: Node, _ place: Place) -> Resolution {
        if library.isStrict { report(.unknownKey(name: name, nearest: nearest), node, place) }
        return .nothing
    }
}
