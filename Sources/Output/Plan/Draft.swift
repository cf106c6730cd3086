/// The plan held against the last manifest: what the site will own, tombstones included.
struct Draft: Sendable {
    /// The files, in the order of the manifest.
    let files: [PlannedFile]
    var manifest: Manifest
    /// By file, its index in the last manifest, which makes it one that may be replaced.
    let before: [Int?]
    /// Indices in the last manifest of what the site will own no more.
    let stale: [Int]
    let newTombstones: Int
    /// The folder of which no file is copied that a link leads to.
    let guarded: String?
    /// The plan tells what its files are made from.
    private let hasOrigins: Bool
}

extension Draft {
    init(
        _ order: PlanOrder, old: Manifest, guarded: String? = nil,
        tombstone: @Sendable (String) -> PlannedFile.Content?
    ) {
        self.guarded = guarded
        let graves = Self.tombstones(for: order, old: old, tombstone)
        (files, manifest) = graves.isEmpty ? (order.files, order.manifest) : Self.merged(order, graves)
        var beforeOf = [Int?](repeating: nil, count: manifest.count)
        var stale: [Int] = []
        var newTombstones = 0
        for (before, now) in Manifest.pairs(old, manifest) {
            switch (before, now) {
            case (let before?, let now?):
                beforeOf[now] = before
                if manifest.kind(now) == .tombstone, old.kind(before) != .tombstone { newTombstones += 1 }
            case (let before?, nil): stale.append(before)
            default: break
            }
        }
        before = beforeOf
        self.stale = stale
        hasOrigins = files.contains { $0.origin != nil }
        self.newTombstones = newTombstones
    }

    /// True for a file that hangs on the whole site, such as a list of all ärenden.
    func isLong(_ index: Int) -> Bool {
        if hasOrigins, case .bytes = files[index].content { files[index].origin == nil } else { false }
    }

    /// A manifest that owns what stands before and what stands after: written before the first change, so that a
    /// build that dies leaves nothing that the next would take for somebody else's. What is not published yet is no
    /// page there: should it be withdrawn at once, it leaves no tombstone. Nil when `old` owns all already.
    func union(with old: Manifest) -> Manifest? {
        var union = Manifest()
        var isLarger = false
        union.imprint = manifest.imprint
        union.reserve(max(old.count, files.count))
        for (before, now) in Manifest.pairs(old, manifest) {
            if let before {
                old.withPath(before) { union.append($0, old.kind(before)) }
            } else if let now {
                manifest.withPath(now) { union.append($0, .file) }
                isLarger = true
            }
        }
        return isLarger ? union : nil
    }

    private static func tombstones(
        for order: PlanOrder, old: Manifest, _ tombstone: @Sendable (String) -> PlannedFile.Content?
    ) -> [PlannedFile] {
        Manifest.pairs(old, order.manifest).compactMap { before, now in
            guard let before, now == nil, old.kind(before) != .file else { return nil }
            let path = old.path(before)
            return tombstone(path).map { PlannedFile(path: path, content: $0, isPermanent: true) }
        }
    }

    /// A tombstone gives way where the plan needs its place for something else.
    private static func merged(_ order: PlanOrder, _ graves: [PlannedFile]) -> ([PlannedFile], Manifest) {
        var buried = Manifest()
        for grave in graves { buried.append(grave.path, .tombstone) }
        var all = Manifest()
        var files: [PlannedFile] = []
        for (page, grave) in Manifest.pairs(order.manifest, buried) {
            guard let file = page.map({ order.files[$0] }) ?? grave.map({ graves[$0] }) else { continue }
            files.append(file)
            all.append(file.path, grave == nil ? (file.isPermanent ? .page : .file) : .tombstone)
        }
        let collisions = Set(all.collisions())
        guard !collisions.isEmpty else { return (files, all) }
        let kept = files.indices.filter { !(collisions.contains($0) && all.kind($0) == .tombstone) }
        var manifest = Manifest()
        for index in kept { manifest.append(files[index].path, all.kind(index)) }
        return (kept.map { files[$0] }, manifest)
    }
}
