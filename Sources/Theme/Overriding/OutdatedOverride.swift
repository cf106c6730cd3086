/// A part of a site's theme that was written out from a default which is another now.
public struct OutdatedOverride: Hashable, Sendable {
    /// Inside `theme/`.
    public let path: String
    /// Of the mark, from 1.
    public let line: Int
    /// As `klubba theme` takes it: `arende`, `text.kallelse`.
    public let name: String
    public let fate: Fate

    public enum Fate: Hashable, Sendable {
        case changed
        /// The default theme has it no more.
        case gone
    }
}

extension ThemeDefaults {
    /// By file and line.
    public func outdated(among files: [Theme.File]) -> [OutdatedOverride] {
        files.sorted { $0.path < $1.path }.flatMap { file in
            DefaultMark.marks(in: file).compactMap { mark, line -> OutdatedOverride? in
                let now = marked(mark, in: file.path)
                if now?.mark == mark { return nil }
                let ending = Theme.Location.templateEnding
                let name = mark.name.hasSuffix(ending) ? String(mark.name.dropLast(ending.count)) : mark.name
                return OutdatedOverride(path: file.path, line: line, name: name, fate: now == nil ? .gone : .changed)
            }
        }
    }

    /// The site's own templates that nothing uses, each with the default that was probably meant.
    public func unused(among files: [Theme.File]) -> [(path: String, nearest: String?)] {
        let ending = Theme.Location.templateEnding
        func name(_ path: String) -> String { String(path.dropLast(ending.count)) }
        let own = Dictionary(files.filter { Theme.Location($0.path) == .template }.map { (name($0.path), $0.bytes) }) {
            first, _ in first
        }
        let defaults = paths.filter { $0.hasSuffix(ending) }.map(name)
        var used = Set(defaults)
        var waiting = defaults
        while let next = waiting.popLast() {
            guard let bytes = own[next] else { continue }
            let source = Source(path: next + ending, bytes: bytes, isDefault: false)
            for included in ParsedTemplate(source).included where used.insert(included).inserted {
                waiting.append(included)
            }
        }
        return own.keys.filter { !used.contains($0) }.sorted().map {
            ($0 + ending, NearestName.of($0, among: defaults))
        }
    }
}

extension ParsedTemplate {
    /// The templates that it names.
    var included: Set<String> {
        var names: Set<String> = []
        var waiting = nodes
        while let node = waiting.popLast() {
            waiting += node.children
            switch node.content {
            case .partial(let name, _), .parent(let name, _, _): names.insert(name)
            default: break
            }
        }
        return names
    }
}
