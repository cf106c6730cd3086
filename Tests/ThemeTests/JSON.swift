import Foundation

@testable import Theme

/// Data of the Mustache specification: a context whose shape is not known before it is read.
enum JSON: Decodable, Sendable {
    case null
    case flag(Bool)
    case text(String)
    case list([JSON])
    case object([String: JSON])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Int.self) {
            self = .text(String(number))
        } else if let number = try? container.decode(Double.self) {
            self = .text(String(number))
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([JSON].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: JSON].self))
        }
    }
}

extension JSON {
    var text: String? { if case .text(let text) = self { text } else { nil } }
    var isTrue: Bool { if case .flag(let flag) = self { flag } else { false } }
    var items: [JSON] { if case .list(let items) = self { items } else { [] } }
    var members: [String: JSON] { if case .object(let members) = self { members } else { [:] } }

    /// What an object or a list's element is asked for by name.
    subscript(name: String) -> JSON { name == Shape.ownValue ? self : members[name] ?? .null }
}

/// Makes shapes from data. Elements of a list share the shape that has the names of them all; an empty list is taken
/// to hold more of what it lies in.
final class JSONShapes {
    private var count = 0

    func shape(of value: JSON) -> ShapeReference { shape(of: [value]) }

    private func shape(of values: [JSON]) -> ShapeReference {
        count += 1
        let identity = ShapeIdentity.numbered(count)
        let names = Set(values.flatMap { $0.members.keys })
        var children: [String: (value: JSON, child: ShapeReference?)] = [:]
        for name in names.union([Shape.ownValue]) {
            let known = values.map { $0[name] }
            let value = known.first { if case .null = $0 { false } else { true } } ?? .null
            if name == Shape.ownValue, case .object = value { continue }
            children[name] = (value, child(of: known))
        }
        return Self.reference(identity, children)
    }

    private static func reference(
        _ identity: ShapeIdentity, _ children: [String: (value: JSON, child: ShapeReference?)]
    ) -> ShapeReference {
        ShapeReference(identity) {
            children.map { name, field in
                Self.field(name, field.value, field.child ?? reference(identity, children))
            }
        }
    }

    private func child(of values: [JSON]) -> ShapeReference? {
        let items = values.flatMap { $0.items }
        if !items.isEmpty { return shape(of: items) }
        if values.contains(where: { !$0.members.isEmpty }) { return shape(of: values) }
        return nil
    }

    private static func field(_ name: String, _ value: JSON, _ child: ShapeReference) -> Field<JSON> {
        switch value {
        case .null, .text: .text(name) { $0[name].text }
        case .flag: .flag(name) { $0[name].isTrue }
        case .list: .list(name, of: child) { $0[name].items }
        case .object: .object(name, of: child) { if case .object = $0[name] { $0[name] } else { nil } }
        }
    }
}
