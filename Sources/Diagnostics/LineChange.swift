/// How many lines have come and gone, inside a sentence; nothing where nobody knows.
enum LineChange {
    static func swedish(_ added: Int?, _ removed: Int?) -> String {
        guard let added, let removed else { return "" }
        return " (\(added) \(added == 1 ? "rad" : "rader") till, \(removed) bort)"
    }

    static func english(_ added: Int?, _ removed: Int?) -> String {
        guard let added, let removed else { return "" }
        return " (\(added) \(added == 1 ? "line" : "lines") added, \(removed) removed)"
    }
}
