/// All that a template may name besides its contexts.
struct TemplateLibrary: Sendable {
    var templates: [String: ParsedTemplate] = [:]
    var strings: [String: String] = [:]
    /// Published paths of assets, by the name that templates call them.
    var assets: [String: String] = [:]
    /// A name that nobody provides is a problem. The Mustache specification renders it as nothing.
    var isStrict = true
}

extension TemplateLibrary {
    /// The blocks that have a place in a template, its own and those of what it includes.
    func blockNames(in name: String) -> Set<String> {
        var names: Set<String> = []
        var seen: Set<String> = [name]
        var waiting = templates[name]?.nodes ?? []
        while let node = waiting.popLast() {
            waiting += node.children
            switch node.content {
            case .block(let block): names.insert(block.name)
            case .partial(let included, _), .parent(let included, _, _):
                if seen.insert(included).inserted { waiting += templates[included]?.nodes ?? [] }
            default: break
            }
        }
        return names
    }
}
