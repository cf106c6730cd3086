/// What the name of a document's file tells.
enum FileName {
    /// Without folders.
    static func last(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// Without folders and ending.
    static func stem(_ path: String) -> String {
        let name = last(path)
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
        return String(name[..<dot])
    }

    /// The ending in lower case, without its dot; empty when there is none.
    static func ending(_ path: String) -> String {
        let name = last(path)
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }

    /// The stem as people would say it.
    static func title(_ path: String) -> String {
        let words = stem(path).replacing("_", with: " ").singleSpaced
        return words.isEmpty ? "Handling" : words.capitalised
    }
}
