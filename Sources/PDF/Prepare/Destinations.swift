/// Where links and bookmarks of a PDF lead: a page, and how far up it.
struct Destinations {
    private let document: Document
    private var named: [[UInt8]: PDFObject] = [:]
    private static let mostNames = 50_000
}

extension Destinations {
    init(_ document: Document) {
        self.document = document
        if let old = document.root["/Dests"], old.isDictionary {
            for key in old.keys.prefix(Self.mostNames) { named[Array(key.dropFirst().utf8)] = old[key] }
        }
        guard let tree = document.root["/Names"]?["/Dests"] else { return }
        var visited: Set<ObjectID> = []
        var stack = [tree]
        while let node = stack.popLast(), named.count < Self.mostNames {
            if node.isIndirect, !visited.insert(node.id).inserted { continue }
            if let names = node["/Names"] {
                for index in stride(from: 0, to: names.count - 1, by: 2) {
                    if let name = names[index].string { named[name] = names[index + 1] }
                }
            }
            if let kids = node["/Kids"] { stack += (0..<min(kids.count, Self.mostNames)).map { kids[$0] } }
        }
    }

    /// Of a bookmark or an annotation: its own destination, or that of its action.
    func target(of object: PDFObject) -> (page: Int, x: Double?, y: Double?)? {
        if let destination = object["/Dest"] { return resolve(destination) }
        guard let action = object["/A"], action["/S"]?.name == "/GoTo", let goal = action["/D"] else { return nil }
        return resolve(goal)
    }

    private func resolve(_ destination: PDFObject) -> (page: Int, x: Double?, y: Double?)? {
        var goal = destination
        // A name may lead to a dictionary with the destination in it, but never to another name.
        if let name = goal.string ?? goal.name.map({ Array($0.dropFirst().utf8) }) {
            guard let found = named[name] else { return nil }
            goal = found
        }
        if goal.isDictionary { goal = goal["/D"] ?? goal }
        guard goal.isArray, goal.count >= 1 else { return nil }
        let page = goal[0].integer ?? document.index(ofPage: goal[0])
        guard let page, page >= 0, page < document.pageCount else { return nil }
        switch goal.count > 1 ? goal[1].name : nil {
        case "/XYZ" where goal.count > 3: return (page, goal[2].number, goal[3].number)
        case "/FitH", "/FitBH": return (page, nil, goal.count > 2 ? goal[2].number : nil)
        case "/FitR" where goal.count > 5: return (page, goal[2].number, goal[5].number)
        default: return (page, nil, nil)
        }
    }
}

extension Destinations {
    /// How far up the page as it is seen a place is; its head where the destination does not say.
    func height(of target: (page: Int, x: Double?, y: Double?), _ matrix: Matrix) -> Double {
        guard let y = target.y else { return 1 }
        return min(max(matrix.applied(x: target.x ?? 0, y: y).y, 0), 1)
    }
}
