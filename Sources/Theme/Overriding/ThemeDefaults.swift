/// What of the default theme a site can have its own version of, by the names that people use for it.
public struct ThemeDefaults: Sendable {
    public let language: String
    private let files: [String: [UInt8]]

    /// - Parameter language: whose strings are meant, such as `sv`.
    public init(language: String) {
        self.language = language
        files = Dictionary(Theme.defaultFiles.map { ($0.path, $0.bytes) }) { first, _ in first }
    }
}

/// A part of the default theme: a whole file, or one string of a catalogue.
public struct ThemeDefault: Hashable, Sendable {
    /// Inside `theme/`: `arende.mustache`, `texter/sv.txt`.
    public let path: String
    /// The key of the one string that is meant.
    public let key: String?
    /// Of the file; of a string, its text.
    public let bytes: [UInt8]

    public var mark: DefaultMark {
        DefaultMark(name: key.map { DefaultMark.stringPrefix + $0 } ?? path, bytes: bytes)
    }

    /// As the site's own file begins.
    public var marked: [UInt8] { mark.marked(key == nil ? bytes : line, in: path) }

    /// Of a string, its line in a catalogue.
    private var line: [UInt8] { Array("\(key ?? ""): ".utf8) + bytes + [UInt8(ascii: "\n")] }
}

extension ThemeDefaults {
    /// Every file, by its path inside `theme/`, in order.
    public var paths: [String] { files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

    /// The strings of the language, in the order of their keys.
    public var keys: [String] { strings(in: catalogue).keys.sorted() }

    /// A default by a name that people use: `arende`, `arende.mustache`, `stil.css`, `sv.txt`, `text.kallelse`, also with
    /// the folder in front. Nil when there is none.
    public func named(_ written: String) -> ThemeDefault? {
        let name = written.hasPrefix("theme/") ? String(written.dropFirst("theme/".count)) : written
        let folders = ["", Theme.Location.catalogueFolder, Theme.Location.assetFolder]
        let places = folders.map { $0 + name } + [name + Theme.Location.templateEnding]
        if let path = places.first(where: { files[$0] != nil }), let bytes = files[path] {
            return ThemeDefault(path: path, key: nil, bytes: bytes)
        }
        guard name.hasPrefix(DefaultMark.stringPrefix) else { return nil }
        return string(String(name.dropFirst(DefaultMark.stringPrefix.count)), in: catalogue)
    }

    /// What is probably meant by a name that there is not.
    public func nearest(to name: String) -> String? {
        let short = paths.map { path in
            path.hasSuffix(Theme.Location.templateEnding)
                ? String(path.dropLast(Theme.Location.templateEnding.count))
                : path.split(separator: "/").last.map(String.init) ?? path
        }
        return NearestName.of(name, among: short + keys.map { DefaultMark.stringPrefix + $0 })
    }

    /// What a mark in a file speaks of, as it is now.
    func marked(_ mark: DefaultMark, in path: String) -> ThemeDefault? {
        guard mark.name.hasPrefix(DefaultMark.stringPrefix) else {
            return files[mark.name].map { ThemeDefault(path: mark.name, key: nil, bytes: $0) }
        }
        return string(String(mark.name.dropFirst(DefaultMark.stringPrefix.count)), in: path)
    }

    private var catalogue: String { Theme.Location.catalogue(of: language) }

    private func string(_ key: String, in path: String) -> ThemeDefault? {
        strings(in: path)[key].map { ThemeDefault(path: path, key: key, bytes: Array($0.utf8)) }
    }

    private func strings(in path: String) -> [String: String] {
        files[path].map { Catalogue(Source(path: path, bytes: $0, isDefault: true)).strings } ?? [:]
    }
}
