/// The paths in the site that a page's links and pictures lead to.
struct AppLinks {
    private(set) var paths: Set<String> = []

    init(in page: [UInt8], at path: String) {
        let marks = [" href=\"", " src=\""].map { Array($0.utf8) }
        let folder = path.split(separator: "/").dropLast().map(String.init)
        var index = 0
        while let space = page[index...].firstIndex(of: UInt8(ascii: " ")) {
            index = space + 1
            guard let mark = marks.first(where: { page[space...].starts(with: $0) }) else { continue }
            let start = space + mark.count
            let end = page[start...].firstIndex(of: UInt8(ascii: "\"")) ?? page.count
            index = end
            let link = String(decoding: page[start..<end], as: UTF8.self).prefix { $0 != "#" && $0 != "?" }
            guard let first = link.first, first != "/", !link.contains(":") else { continue }
            var parts = folder
            for part in link.split(separator: "/") {
                if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
            }
            paths.insert(parts.joined(separator: "/"))
        }
    }
}
