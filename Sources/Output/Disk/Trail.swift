/// The way to the directory of the file at hand. Along sorted paths every directory is visited once.
struct Trail {
    private var bytes = [UInt8](repeating: 0, count: 4100)
    private var length = 0

    /// Visits the directories that lead to `path` and not to the path before it, outermost first.
    mutating func follow<Failure>(
        _ path: UnsafeBufferPointer<UInt8>, visit: (UnsafePointer<CChar>) throws(Failure) -> Void
    ) throws(Failure) {
        let directory = path.lastIndex(of: PathRule.slash) ?? 0
        let shared = sharedLength(with: path, directory)
        length = shared
        guard shared < directory else { return }
        for index in shared..<directory { bytes[index] = path[index] }
        for index in shared + 1...directory where path[index] == PathRule.slash {
            bytes[index] = 0
            try Self.visit(bytes, visit)
            if index < directory { bytes[index] = PathRule.slash }
            length = index
        }
    }

    private static func visit<Failure>(
        _ bytes: UnsafeRawPointer, _ visit: (UnsafePointer<CChar>) throws(Failure) -> Void
    ) throws(Failure) {
        try visit(bytes.assumingMemoryBound(to: CChar.self))
    }

    /// How much of the way is the same: whole names only.
    private func sharedLength(with path: UnsafeBufferPointer<UInt8>, _ directory: Int) -> Int {
        let limit = min(length, directory)
        var shared = 0
        for index in 0..<limit {
            if bytes[index] != path[index] { return shared }
            if path[index] == PathRule.slash { shared = index }
        }
        let isWhole =
            (limit == length || bytes[limit] == PathRule.slash) && (limit == directory || path[limit] == PathRule.slash)
        return isWhole ? limit : shared
    }
}
