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
        return isSorted ? files : files.sorted { bytesPrecede($0.path, $1.path) }
    }

    private static func bytesPrecede(_ left: String, _ right: String) -> Bool {
        var (left, right) = (left, right)
        return left.withUTF8 { left in right.withUTF8 { right in PathRule.order(left, right) < 0 } }
    }
}
