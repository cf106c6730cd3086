/// What one core keeps from file to file, so that a page costs no allocation.
struct Workbench {
    /// The page at hand.
    var page: [UInt8] = []
    /// What is read of an existing file.
    var window: [UInt8] = []
    /// The directories made on the way.
    var trail = Trail()
}

extension Workbench {
    /// Empties the page and lets the content fill it.
    mutating func render(_ render: (inout [UInt8]) -> Void) {
        if page.capacity > Self.largestKept { page = [] }
        page.removeAll(keepingCapacity: true)
        render(&page)
    }

    /// One huge page must not hold its memory to the end of the build.
    private static let largestKept = 4 << 20
}
