import Foundation
import Testing

/// A test of the Mustache specification.
struct SpecificationCase: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let desc: String
    let data: JSON
    let template: String
    let partials: [String: String]?
    let expected: String

    var testDescription: String { "\(name): \(desc)" }
}

extension SpecificationCase {
    private struct Module: Decodable {
        let tests: [SpecificationCase]
    }

    static func all(in module: String) throws -> [SpecificationCase] {
        let folder = try #require(Bundle.module.resourceURL).appendingPathComponent("Specification")
        let data = try Data(contentsOf: folder.appendingPathComponent("\(module).json"))
        return try JSONDecoder().decode(Module.self, from: data).tests
    }
}
