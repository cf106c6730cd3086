import Testing

@testable import Theme

@Suite("Templates speak Mustache as its specification says")
struct MustacheSpecificationTests {
    private static let modules = [
        "comments", "delimiters", "interpolation", "inverted", "partials", "sections", "inheritance",
    ]

    /// Examples with a name that nobody provides, which the specification renders as nothing, and with text that it
    /// ignores. We report both, so these examples are rendered with the compiler's lenient library.
    private static let reported: [String: Set<String>] = [
        "interpolation": [
            "Basic Context Miss Interpolation", "Triple Mustache Context Miss Interpolation",
            "Ampersand Context Miss Interpolation", "Dotted Names - Broken Chains",
            "Dotted Names - Broken Chain Resolution", "Dotted Names - Context Precedence",
            "Dotted Names are never single keys",
        ],
        "inverted": ["Context", "List", "Context Misses", "Dotted Names - Broken Chains"],
        "partials": ["Failed Lookup"],
        "sections": ["Context Misses", "Dotted Names - Broken Chains"],
        "inheritance": ["Negative Sections", "Text inside parent"],
    ]

    @Test("renders every example of the specification", arguments: modules)
    func rendersEveryExample(module: String) throws {
        for example in try SpecificationCase.all(in: module) {
            let (text, problems) = render(example, isStrict: false)
            #expect(text == example.expected, "\(module): \(example.testDescription)")
            #expect(problems == [], "\(module): \(example.testDescription)")
        }
    }

    @Test("differs from it only in reporting what nobody provides", arguments: modules)
    func reportsWhatNobodyProvides(module: String) throws {
        let examples = try SpecificationCase.all(in: module)
        let differing = examples.filter { render($0, isStrict: true) != ($0.expected, []) }.map(\.name)
        #expect(Set(differing) == Self.reported[module] ?? [])
    }

    private func render(_ example: SpecificationCase, isStrict: Bool) -> (String, [ThemeProblem]) {
        var library = TemplateLibrary(isStrict: isStrict)
        for (name, text) in example.partials ?? [:] {
            library.templates[name] = ParsedTemplate(Source(path: name, bytes: Array(text.utf8), isDefault: false))
        }
        let template = ParsedTemplate(Source(path: "test", bytes: Array(example.template.utf8), isDefault: false))
        var compiler = Compiler(library)
        let program = compiler.compile(template, named: "test", for: JSONShapes().shape(of: example.data).shape())
        var page: [UInt8] = []
        withUnsafePointer(to: example.data) { program.run(UnsafeRawPointer($0), into: &page) }
        return (String(decoding: page, as: UTF8.self), template.problems + compiler.problems)
    }
}
