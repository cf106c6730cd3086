/// A plan's files in the order of their paths' bytes, with safe paths and no two in one place.
struct PlanOrder {
    let files: [PlannedFile]
    let manifest: Manifest
}

extension PlanOrder {
    init(_ planned: [PlannedFile]) throws(OutputFailure) {
        let unsafe = planned.filter { !PathRule.isSafe($0.path) }
        guard unsafe.isEmpty else { throw .unsafePaths(unsafe.map(\.path).sorted()) }
        let files = Self.sorted(planned)
        var manifest = Manifest()
        manifest.reserve(files.count)
        for file in files { manifest.append(file.path, file.isPermanent ? .page : .file) }
        let collisions = manifest.collisions()
        guard collisions.isEmpty else { throw .collidingPaths(collisions.map { files[$0].path }) }
        self.files = files
        self.manifest = manifest
    }

    /// Swift orders text by its normal form, where "å" and "a" with a ring are one; a file system knows bytes.
    private static func sorted(_ files: [PlannedFile]) -> [PlannedFile] {
        var isSorted = true
        for index in files.indices.dropFirst() where isSorted {
            isSorted = bytesPrecede(files[index - 1].path, files[index].path)
        }
        if isSorted { return files }
        // Places are sorted instead of files, which are larger, and most are told apart by how their paths begin.
        let keyed = files.enumerated().map { (beginning: beginning(of: $1.path), place: Int32($0)) }
        let sorted = keyed.sorted { left, right in
            if left.beginning != right.beginning { return left.beginning < right.beginning }
            return bytesPrecede(files[Int(left.place)].path, files[Int(right.place)].path)
        }
        return sorted.map { files[Int($0.place)] }
    }

    /// The first sixteen bytes as a number that is ordered as they are.
    private static func beginning(of path: String) -> UInt128 {
        var path = path
        return path.withUTF8 { bytes in
            (0..<16).reduce(0) { $0 << 8 | UInt128($1 < bytes.count ? bytes[$1] : 0) }
        }
    }

    private static func bytesPrecede(_ left: String, _ right: String) -> Bool {
        var (left, right) = (left, right)
        return left.withUTF8 { left in right.withUTF8 { right in PathRule.order(left, right) < 0 } }
    }
}
