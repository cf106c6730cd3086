/// A site's look and words: the default theme with the site's own files laid over it, file by file, and over the
/// string catalogues key by key.
public struct Theme: Sendable {
    public let language: String
    /// Ordered by path.
    public let assets: [Asset]
    private let library: TemplateLibrary
    /// All templates and texts are the embedded theme's, which has no problems.
    private var isDefault: Bool
}

extension Theme {
    /// The embedded theme, ordered by path.
    public static var defaultFiles: [File] { EmbeddedTheme.files }

    /// - Parameters:
    ///   - overrides: the files of the site's `theme` folder, in any order.
    ///   - language: the catalogue to use, such as `sv`.
    ///   - problems: gets every fault of the files in themselves. The theme can be used in any case, to find more.
    public init(overrides: [File], language: String, problems: inout [ThemeProblem]) {
        self.init(overrides: overrides, over: Self.defaultFiles, language: language, problems: &problems)
        isDefault = problems.isEmpty && overrides.allSatisfy { Location($0.path) == .asset }
    }

    public init(overrides: [File], language: String) throws(ThemeProblems) {
        var problems: [ThemeProblem] = []
        self.init(overrides: overrides, language: language, problems: &problems)
        if !problems.isEmpty { throw ThemeProblems(problems) }
    }

    init(overrides: [File], over defaults: [File], language: String, problems: inout [ThemeProblem]) {
        let own = Set(overrides.map(\.path))
        var sources = defaults.filter { !own.contains($0.path) }.map { Source($0, isDefault: true) }
        sources += overrides.map { Source($0, isDefault: false) }
        let catalogueDefaults = defaults.filter { own.contains($0.path) && Location($0.path) == .catalogue }
        let catalogues = catalogueDefaults.map { Source($0, isDefault: true) } + sources.filter(isAt(.catalogue))

        var library = TemplateLibrary()
        library.templates = Self.templates(sources.filter(isAt(.template)), &problems)
        library.strings = Self.strings(catalogues, language, &problems)
        self.language = language
        let files = defaults.filter { !own.contains($0.path) } + overrides
        self.assets = files.filter { Location($0.path) == .asset }.map { Asset($0) }.sorted { $0.source < $1.source }
        library.assets = Self.assetPaths(assets, own, &problems)
        problems += sources.filter(isAt(.nowhere)).map { $0.problem(.misplacedFile) }
        isDefault = false
        self.library = library
    }
}

extension Theme {
    /// Compiles a template for one kind of page. With problems the result renders what could be understood.
    ///
    /// - Parameter name: the file's path without `.mustache`.
    public func template<Page: TemplateContext>(
        _ name: String, for page: Page.Type, problems: inout [ThemeProblem]
    ) -> Template<Page> {
        guard let template = library.templates[name] else {
            let source = Source(path: name + Location.templateEnding, bytes: [], isDefault: true)
            let nearest = NearestName.of(name, among: library.templates.keys)
            problems.append(source.problem(.unknownTemplate(name: name, nearest: nearest)))
            return Template(Program(), named: name)
        }
        if isDefault {
            return Template(named: name) { [library] in
                var compiler = Compiler(library)
                return compiler.compile(template, named: name, for: ShapeReference(page).shape())
            }
        }
        var compiler = Compiler(library)
        let program = compiler.compile(template, named: name, for: ShapeReference(page).shape())
        problems += compiler.problems
        return Template(program, named: name)
    }

    /// Compiles a template inside another layout than the theme's. Nil where the two do not go together.
    ///
    /// - Parameter layout: the text that takes the place of the template `layout`.
    public func template<Page: TemplateContext>(
        _ name: String, inside layout: String, for page: Page.Type
    ) -> Template<Page>? {
        guard let template = library.templates[name] else { return nil }
        if isDefault {
            return Template(named: name) { [library] in
                var compiler = Compiler(Self.library(library, inside: layout))
                return compiler.compile(template, named: name, for: ShapeReference(page).shape())
            }
        }
        var compiler = Compiler(Self.library(library, inside: layout))
        let program = compiler.compile(template, named: name, for: ShapeReference(page).shape())
        return compiler.problems.isEmpty ? Template(program, named: name) : nil
    }

    public func template<Page: TemplateContext>(
        _ name: String, for page: Page.Type
    ) throws(ThemeProblems) -> Template<Page> {
        var problems: [ThemeProblem] = []
        let template = template(name, for: page, problems: &problems)
        if !problems.isEmpty { throw ThemeProblems(problems) }
        return template
    }
}

extension Theme {
    /// Every string of the language's catalogue, by key.
    public var strings: [String: String] { library.strings }

    /// A string with `{0}`, `{1}` and so on replaced; nil when the catalogue has no such key.
    public func string(_ key: String, _ arguments: String...) -> String? {
        library.strings[key].map { Catalogue.filled($0, arguments) }
    }

    /// A string that code needs: look it up once, when the theme is read. A missing key is a problem of the catalogue.
    public func string(_ key: String, problems: inout [ThemeProblem]) -> String {
        if let string = library.strings[key] { return string }
        let source = Source(path: Location.catalogue(of: language), bytes: [], isDefault: false)
        let nearest = NearestName.of(key, among: library.strings.keys)
        problems.append(source.problem(.unknownString(key: key, nearest: nearest)))
        return ""
    }

    /// `{0}`, `{1}` and so on in a string replaced.
    public static func filled(_ string: String, _ arguments: String...) -> String {
        Catalogue.filled(string, arguments)
    }
}

extension Theme {
    private static func templates(_ sources: [Source], _ problems: inout [ThemeProblem]) -> [String: ParsedTemplate] {
        var templates: [String: ParsedTemplate] = [:]
        for source in sources {
            let template = ParsedTemplate(source)
            problems += template.problems
            templates[String(source.path.dropLast(Location.templateEnding.count))] = template
        }
        return templates
    }

    /// Catalogues of other languages are read too, for their faults.
    private static func strings(
        _ sources: [Source], _ language: String, _ problems: inout [ThemeProblem]
    ) -> [String: String] {
        var strings: [String: String] = [:]
        var isFound = false
        for source in sources {
            let catalogue = Catalogue(source)
            problems += catalogue.problems
            guard source.path == Location.catalogue(of: language) else { continue }
            isFound = true
            strings.merge(catalogue.strings) { _, later in later }
        }
        if !isFound {
            let source = Source(path: Location.catalogue(of: language), bytes: [], isDefault: false)
            problems.append(source.problem(.unknownLanguage(language)))
        }
        return strings
    }

    private static func assetPaths(
        _ assets: [Asset], _ own: Set<String>, _ problems: inout [ThemeProblem]
    ) -> [String: String] {
        var first: [String: Asset] = [:]
        for asset in assets {
            if let other = first[asset.name] {
                let source = Source(path: asset.source, bytes: [], isDefault: !own.contains(asset.source))
                problems.append(source.problem(.assetNameClash(name: asset.name, other: "theme/" + other.source)))
            } else {
                first[asset.name] = asset
            }
        }
        return first.mapValues(\.path)
    }
}

extension Theme {
    /// The templates with another layout.
    private static func library(_ library: TemplateLibrary, inside layout: String) -> TemplateLibrary {
        let path = Location.layout + Location.templateEnding
        var library = library
        library.templates[Location.layout] = ParsedTemplate(
            Source(path: path, bytes: Array(layout.utf8), isDefault: true))
        return library
    }
}
