/// The files that Klubba owns in an output directory, in the order of their paths' bytes.
///
/// The paths lie in one array, each ended by a nought byte, so that the system can read them where they are.
struct Manifest: Sendable, Equatable {
    private var text: [UInt8] = []
    private var entries: [Entry] = []
    /// Nil in one that klubba wrote before its sites knew whom they are for.
    var imprint: Imprint?

    /// What stands at a path.
    enum Kind: UInt8, Sendable, CaseIterable {
        /// May vanish.
        case file
        /// A permanent address.
        case page
        /// A permanent address whose page was withdrawn.
        case tombstone
    }

    private struct Entry: Equatable {
        let start: Int
        let length: Int32
        let kind: Kind
    }
}

extension Manifest {
    var count: Int { entries.count }
    var textSize: Int { text.count }

    mutating func reserve(_ count: Int) {
        entries.reserveCapacity(count)
        text.reserveCapacity(count * 48)
    }

    mutating func append(_ path: String, _ kind: Kind) {
        var path = path
        path.withUTF8 { append($0, kind) }
    }

    mutating func append(_ path: UnsafeBufferPointer<UInt8>, _ kind: Kind) {
        entries.append(Entry(start: text.count, length: Int32(truncatingIfNeeded: path.count), kind: kind))
        text.append(contentsOf: path)
        text.append(0)
    }

    func kind(_ index: Int) -> Kind { entries[index].kind }

    func path(_ index: Int) -> String { withPath(index) { String(decoding: $0, as: UTF8.self) } }

    /// The path's bytes; a nought byte follows them.
    func withPath<Answer, Failure>(
        _ index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Answer
    ) throws(Failure) -> Answer {
        let entry = entries[index]
        return try text.withUnsafeBufferPointer { text throws(Failure) in
            try body(UnsafeBufferPointer(rebasing: text[entry.start..<entry.start + Int(entry.length)]))
        }
    }

    /// The path as the system wants it.
    func withName<Answer, Failure>(
        _ index: Int, _ body: (UnsafePointer<CChar>) throws(Failure) -> Answer
    ) throws(Failure) -> Answer {
        try Self.name(in: text, at: entries[index].start, body)
    }

    private static func name<Answer, Failure>(
        in text: UnsafeRawPointer, at start: Int, _ body: (UnsafePointer<CChar>) throws(Failure) -> Answer
    ) throws(Failure) -> Answer {
        try body((text + start).assumingMemoryBound(to: CChar.self))
    }

    /// The index of a path, by halving.
    func index(of path: String) -> Int? {
        var path = path
        return path.withUTF8 { path in
            var low = 0
            var high = count
            while low < high {
                let middle = (low + high) / 2
                let order = withPath(middle) { PathRule.order($0, path) }
                if order == 0 { return middle }
                if order < 0 { low = middle + 1 } else { high = middle }
            }
            return nil
        }
    }

    /// Indices of entries that want one place: equal paths, or a path that another needs as a directory.
    func collisions() -> [Int] {
        var found: Set<Int> = []
        // Paths that begin with a given one follow it without a gap, so those that the next begins with are a stack.
        var beginnings: [Int] = []
        for index in entries.indices {
            withPath(index) { path in
                while let last = beginnings.last {
                    let isBeginning = withPath(last) { $0.count <= path.count && path.starts(with: $0) }
                    if isBeginning { break }
                    beginnings.removeLast()
                }
                for beginning in beginnings {
                    let length = Int(entries[beginning].length)
                    if length == path.count || path[length] == PathRule.slash { found.formUnion([beginning, index]) }
                }
            }
            beginnings.append(index)
        }
        return found.sorted()
    }
}

extension Manifest {
    /// The folders that lead to the paths.
    var directories: Set<String> {
        var found: Set<String> = []
        var trail = Trail()
        for index in 0..<count {
            withPath(index) { path in
                trail.follow(path) { found.insert(String(cString: $0)) }
            }
        }
        return found
    }
}
