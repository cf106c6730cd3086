import Content

/// The links of a text whose file goes one folder down: what they lead to is the same.
enum MovedLinks {
    /// `folder` is the name of the folder that the file goes into.
    static func rewritten(_ text: String, into folder: String) -> String {
        var isCode = false
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            let start = line.drop { $0 == " " }
            if start.hasPrefix("```") || start.hasPrefix("~~~") { isCode.toggle() }
            return isCode ? String(line) : rewritten(line: line, folder)
        }
        return lines.joined(separator: "\n")
    }

    private static func rewritten(line: Substring, _ folder: String) -> String {
        // [text](target "title") and [name]: target, the target with or without < >.
        var result = ""
        var rest = line
        while let match = rest.firstMatch(of: /\]\(\s*<?|^ {0,3}\[[^\]]+\]:\s*<?/) {
            result += rest[..<match.range.upperBound]
            rest = rest[match.range.upperBound...]
            let isBracketed = match.output.last == "<"
            let target = rest.prefix { isBracketed ? $0 != ">" : $0 != ")" && $0 != " " }
            result += moved(String(target), folder)
            rest = rest.dropFirst(target.count)
        }
        return result + rest
    }

    private static func moved(_ target: String, _ folder: String) -> String {
        guard let first = target.first, !"/#?".contains(first),
            target.firstMatch(of: /^[A-Za-z][A-Za-z0-9+.\-]*:/) == nil
        else { return target }
        if target.hasPrefix(folder + "/") { return String(target.dropFirst(folder.count + 1)) }
        return "../" + target
    }
}
