/// Where a node is compiled: what it was written in, and what surrounds it.
struct Place {
    var source: Source
    var scope: Scope
    var arguments = BlockArguments.none
    var indentation = Indentation.none
    /// Nodes inside nodes, over all files.
    var depth = 0
}

extension Place {
    func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> { source.bytes[range] }

    func entering(_ shape: Shape) -> Place {
        var inner = self
        inner.scope = scope.entering(shape)
        return inner
    }
}
